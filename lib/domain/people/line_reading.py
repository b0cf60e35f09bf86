"""Reads which part of a line about one person is the name, and which the position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lib.domain.people.name_order import Order
from lib.domain.people.names import (
    is_credential,
    is_generation,
    is_shouted,
    is_unknown,
    normal_case,
)
from lib.domain.people.positions import is_position, may_be_a_name, position_before

_BETWEEN = re.compile(r"\s*(?:\t|\||\s(?:[-–—]|--|@|[·•])\s)\s*")
_IN_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*$")
_ROLE_FIRST = re.compile(r"^([^:]{2,60}):\s+(\S.*)$")
_PLACE = re.compile(r"^([^/]+?)(?:/|\s+(?:at|from)\s+)(\S.*)$")
_SLASH = re.compile(r"^([^/]+?)\s/\s(\S.*)$")
QUESTIONS = {
    Order.MAYBE_SWAPPED: "is “{first}” the family name? check it",
    Order.MAYBE_POSITION: "is “{second}” the position? check it",
}
"""What to ask where the likeliest reading may be wrong."""


class Reading(NamedTuple):
    """A name, a position, what the person should check, and the two texts that are in question.

    `further` is the position that is known beside them.
    """

    name: str
    position: str
    question: str = ""
    first: str = ""
    second: str = ""
    further: str = ""


def name_and_position(text: str, order_in: Callable[[str, str], Order]) -> Reading:
    """Returns how a text without addresses is read.

    `order_in` says of two parts between commas whether the family name stands first.
    """
    if match := _ROLE_FIRST.match(text):
        read = name_and_position(match[2], order_in)
        return read._replace(position=_position([match[1], read.position]))
    slash = _SLASH.match(text)
    if slash and all(map(may_be_a_name, _between_commas(slash[1]))):
        text = f"{slash[1]} | {slash[2]}"
    match = _IN_BRACKETS.match(text)
    if match and match[1] and "," not in match[1]:
        return _either_first(match[1], [match[2].strip()])
    head, *others = [part for part in _BETWEEN.split(text) if part.strip(" ,")] or [""]
    bracketed = _IN_BRACKETS.match(head)
    if bracketed:
        apart = _between_commas(bracketed[1])
        if len(apart) > 1 and order_in(*apart[:2]).is_swapped():
            return _from_parts(apart, [bracketed[2], *others], order_in)
    parts = _between_commas(head)
    if len(parts) == 1:
        read = _either_first(parts[0], others)
        return read._replace(question="", first="") if "|" in text else read
    return _from_parts(parts, others, order_in)


def _either_first(first: str, others: list[str]) -> Reading:
    """Returns a name and a position, whichever of them stands first: "Hiring manager – Ada"."""
    is_work = is_position(first) and not may_be_a_name(first)
    if before := position_before(first):
        return Reading(_known(first.removeprefix(before)), _position([before, *others]))
    if is_work and others and may_be_a_name(others[0]):
        return Reading(_known(others[0]), _position([first, *others[1:]]))
    if is_work and not others and _is_all_work(first):
        return Reading("", _position([first]))
    place = _PLACE.match(first)
    if place and " " in place[1].strip() and may_be_a_name(place[1]):
        return Reading(_known(place[1]), _position([place[2].replace("/", ", "), *others]))
    if others and _may_be_two(first, others[0]):
        asked = QUESTIONS[Order.MAYBE_POSITION].format(second=others[0].strip())
        two = (_known(first), _known(others[0]), _position(others[1:]))
        return Reading(_known(first), _position(others), asked, *two)
    return Reading(_known(first), _position(others))


def _may_be_two(first: str, second: str) -> bool:
    """True if each is a name of two words: "Dana Neil – Ian Fox"."""
    return all(" " in one.strip() and may_be_a_name(one) for one in (first, second))


def _is_all_work(text: str) -> bool:
    return all(is_position(word) or word.islower() for word in text.split())


def _from_parts(
    parts: list[str], others: list[str], order_in: Callable[[str, str], Order]
) -> Reading:
    """Returns what the parts between commas are; `others` stand after a dash, tab or bracket."""
    if not parts:
        return Reading("", _position(others))
    before = position_before(parts[0])
    first = parts[0].removeprefix(before)
    if before:
        return Reading(_known(first), _position([before, *parts[1:], *others]))
    suffixes, rest = _suffixes(parts[1:])
    if not rest:
        return Reading(_known(", ".join((first, *suffixes))), _position(others))
    second = rest[0]
    if is_position(first) and may_be_a_name(second) and " " in second:
        return Reading(_known(second), _position([first, *rest[1:], *others]))
    order = order_in(first, second)
    question = QUESTIONS.get(order, "").format(first=first, second=second)
    asked = (_known(first), _known(second)) if question else ("", "")
    if not order.is_swapped():
        name = ", ".join((first, *suffixes))
        further = _position([*rest[1:], *others])
        return Reading(_known(name), _position([*rest, *others]), question, *asked, further)
    more, rest = _suffixes(rest[1:])
    family, generations = _without_generation(first)
    family = normal_case(family) if is_shouted(family) else family
    second = normal_case(second) if is_shouted(second) else second
    name = ", ".join((f"{second} {family}", *generations, *suffixes, *more))
    further = _position([*rest, *others])
    return Reading(_known(name), further, question, *asked, further)


def _without_generation(name: str) -> tuple[str, list[str]]:
    before, _, last = name.rpartition(" ")
    return (before, [last]) if before and is_generation(last) else (name, [])


def _between_commas(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _suffixes(parts: list[str]) -> tuple[list[str], list[str]]:
    """Returns what belongs to the name before ("Jr.", "PhD"), and the rest."""
    count = 0
    while count < len(parts) and (is_generation(parts[count]) or is_credential(parts[count])):
        count += 1
    return parts[:count], parts[count:]


def _position(parts: Iterable[str]) -> str:
    return ", ".join(part.strip() for part in parts if part).strip(" .,")


def _known(name: str) -> str:
    bare = name.strip("\"' ")
    plain = " ".join((bare[1:-1] if bare[:1] + bare[-1:] == "()" else bare).split())
    if is_unknown(plain):
        return ""
    first, comma, suffixes = plain.partition(",")
    return f"{normal_case(first) if is_shouted(first) else first}{comma}{suffixes}"
