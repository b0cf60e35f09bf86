"""Reads pasted lines about people: "Ada Byron, CTO <ada@firm.example>". None is lost silently."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from lib.domain.people.name_order import Order, order_of
from lib.domain.people.names import (
    is_credential,
    is_generation,
    is_shouted,
    normal_case,
    without_remarks,
)
from lib.domain.people.positions import is_position, may_be_a_name

_MAIL = re.compile(
    r"[<(\[‹«]?\s*(?:mailto:)?"
    r"([^\s<>()\[\],;:‹›«»]+@[^\s<>()\[\],;:‹›«»]+\.[^\s<>()\[\],;:.‹›«»]+)"
    r"\s*[>)\]›»]?",
    re.I,
)
_CUT_MAIL = re.compile(r"[<‹«]\s*([^\s<>‹›«»]+@[^\s<>‹›«»]*)\s*[>›»]")
_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|cell|mob|ph)\b\.?:?\s*)?"
    r"(?<!\d)(?!\d{4}-\d\d-\d\d\b)(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b)"
    r"(\+?\(?\d[\d ()./-]{6,}\d)",
    re.I,
)
_QUOTED = re.compile(r'^"([^"]+,[^"]+)"')
_EMPTY_BRACKETS = re.compile(r"[(\[<‹«][\s.…]*[)\]>›»]")
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r"\s*(?:\t|\||\s[-–—]\s)\s*")
_IN_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*$")
_ROLE_FIRST = re.compile(r"^([^:]{2,60}):\s+(\S.*)$")
_UNKNOWN = re.compile(r"^(?:\?+|unknown|n\.?n\.?|tbd|no name|someone)$", re.I)
LONGEST = 200
QUESTIONS = {
    Order.MAYBE_SWAPPED: "is “{first}” the family name? check it",
    Order.MAYBE_POSITION: "is “{second}” the position? check it",
}
"""What to ask where the likeliest reading may be wrong."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What was understood of one person. `remark` says what was left out or is worth a look."""

    name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    remark: str = ""

    def is_person(self) -> bool:
        """Whether anything was understood that can be added."""
        return bool(self.name or self.position or self.email or self.phone)


def read_lines(text: str) -> tuple[ReadLine, ...]:
    """Returns one person for every line, and for every part of a line between semicolons."""
    parts = text.replace(";", "\n").splitlines()
    return tuple(_read(part) for part in parts if part.strip())


def _read(line: str) -> ReadLine:
    rest = _BULLET.sub("", line).strip()
    is_quoted = bool(_QUOTED.match(rest))
    rest = _QUOTED.sub(r"\1", rest)
    email, *more = _MAIL.findall(rest) or [""]
    cut_mail, rest = _take(_CUT_MAIL, _MAIL.sub(" ", rest))
    phone, rest = _take(_PHONE, rest)
    text = without_remarks(_EMPTY_BRACKETS.sub(" ", rest)).strip(" ,;:-–—|\t")
    order = partial(order_of, email=email or cut_mail, is_quoted=is_quoted)
    name, position, question = _name_and_position(text, order)
    remarks = [question] if question else []
    if cut_mail:
        remarks.append(f"“{cut_mail[:40]}” is not a whole e-mail address")
    if more:
        remarks.append("further addresses were left out")
    if len(name) > LONGEST or len(position) > LONGEST:
        remarks = [f"cut to {LONGEST} characters"]
    if not (name or position or email or phone):
        remarks = [f"nothing understood of “{line.strip()[:40]}”"]
    return ReadLine(name[:LONGEST], position[:LONGEST], email, phone, "; ".join(remarks))


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    if match is None:
        return "", text
    return match[1].strip(), f"{text[: match.start()]} {text[match.end() :]}"


class _Reading(NamedTuple):
    """A name, a position, and what the person should check."""

    name: str
    position: str
    question: str = ""


def _name_and_position(text: str, order_in: Callable[[str, str], Order]) -> _Reading:
    if match := _ROLE_FIRST.match(text):
        read = _name_and_position(match[2], order_in)
        return read._replace(position=_position([match[1], read.position]))
    match = _IN_BRACKETS.match(text)
    if match and match[1] and "," not in match[1]:
        return _Reading(_known(match[1]), match[2].strip())
    head, *others = [part for part in _BETWEEN.split(text) if part.strip(" ,")] or [""]
    bracketed = _IN_BRACKETS.match(head)
    if bracketed:
        apart = _between_commas(bracketed[1])
        if len(apart) > 1 and order_in(*apart[:2]).is_swapped():
            return _from_parts(apart, [bracketed[2], *others], order_in)
    return _from_parts(_between_commas(head), others, order_in)


def _from_parts(
    parts: list[str], others: list[str], order_in: Callable[[str, str], Order]
) -> _Reading:
    """Returns what the parts between commas are; `others` stand after a dash, tab or bracket."""
    if not parts:
        return _Reading("", _position(others))
    first = parts[0]
    suffixes, rest = _suffixes(parts[1:])
    if not rest:
        return _Reading(_known(", ".join((first, *suffixes))), _position(others))
    second = rest[0]
    if is_position(first) and may_be_a_name(second) and " " in second:
        return _Reading(_known(second), _position([first, *rest[1:], *others]))
    order = order_in(first, second)
    question = QUESTIONS.get(order, "").format(first=first, second=second)
    if not order.is_swapped():
        name = ", ".join((first, *suffixes))
        return _Reading(_known(name), _position([*rest, *others]), question)
    more, rest = _suffixes(rest[1:])
    name = ", ".join((f"{second} {first}", *suffixes, *more))
    return _Reading(_known(name), _position([*rest, *others]), question)


def _between_commas(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _suffixes(parts: list[str]) -> tuple[list[str], list[str]]:
    """Returns what belongs to the name before ("Jr.", "PhD"), and the rest."""
    count = 0
    while count < len(parts) and (is_generation(parts[count]) or is_credential(parts[count])):
        count += 1
    return parts[:count], parts[count:]


def _position(parts: list[str]) -> str:
    return ", ".join(part.strip() for part in parts if part).strip(" .,")


def _known(name: str) -> str:
    bare = name.strip("\"' ")
    plain = " ".join((bare[1:-1] if bare[:1] + bare[-1:] == "()" else bare).split())
    if _UNKNOWN.match(plain):
        return ""
    first, comma, suffixes = plain.partition(",")
    return f"{normal_case(first) if is_shouted(first) else first}{comma}{suffixes}"
