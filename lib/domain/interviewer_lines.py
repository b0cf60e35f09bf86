"""Reading pasted lines about people: "Ada Byron, CTO <ada@firm.example>". No line is dropped silently."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MAIL = re.compile(
    r"[<(\[]?\s*(?:mailto:)?([^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+\.[^\s<>()\[\],;:.]+)\s*[>)\]]?", re.I
)
_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|cell|mob|ph)\b\.?:?\s*)?"
    r"(?<!\d)(?!\d{4}-\d\d-\d\d\b)(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b)(\+?\(?\d[\d ()./-]{6,}\d)",
    re.I,
)
_LAST_FIRST = re.compile(r'^"([^",]+),\s*([^",]+)"')
_EMPTY_BRACKETS = re.compile(r"[(\[<]\s*[)\]>]")
_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\d{1,2}[.)])\s+")
_PARTS = re.compile(r"\s*(?:,|\t|\||\s[-–—]\s)\s*")
_IN_BRACKETS = re.compile(r"^(.*?)\s*\(([^()]+)\)\s*$")
_ROLE_FIRST = re.compile(r"^([^:]{2,60}):\s+(\S.*)$")
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|mba|cpa|rn|esq)\.?$", re.I)
_UNKNOWN = re.compile(r"^(?:\?+|unknown|n\.?n\.?|tbd|no name|someone)$", re.I)
LONGEST = 200


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
    """One person for every line that has anything in it, and for every part between semicolons."""
    return tuple(_read(part) for line in text.splitlines() for part in line.split(";") if part.strip())


def _read(line: str) -> ReadLine:
    rest = _LAST_FIRST.sub(r"\2 \1", _BULLET.sub("", line).strip())
    email, rest, more = _take_mails(rest)
    phone, rest = _take(_PHONE, rest)
    name, position = _name_and_position(_EMPTY_BRACKETS.sub(" ", rest).strip(" ,;:-–—|\t"))
    remark = "further addresses were left out" if more else ""
    if len(name) > LONGEST or len(position) > LONGEST:
        remark = f"cut to {LONGEST} characters"
    if not (name or position or email or phone):
        remark = f"nothing understood of “{line.strip()[:40]}”"
    return ReadLine(name[:LONGEST], position[:LONGEST], email, phone, remark)


def _take_mails(text: str) -> tuple[str, str, bool]:
    found = _MAIL.findall(text)
    return (found[0] if found else ""), _MAIL.sub(" ", text), len(found) > 1


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    if match is None:
        return "", text
    return match[1].strip(), f"{text[: match.start()]} {text[match.end() :]}"


def _name_and_position(text: str) -> tuple[str, str]:
    if match := _ROLE_FIRST.match(text):
        return _known(match[2]), match[1].strip()
    if (match := _IN_BRACKETS.match(text)) and match[1] and "," not in match[1]:
        return _known(match[1]), match[2].strip()
    parts = [part for part in _PARTS.split(text) if part]
    if not parts:
        return "", ""
    suffixes = 1
    while suffixes < len(parts) and _SUFFIX.match(parts[suffixes]):
        suffixes += 1
    return _known(", ".join(parts[:suffixes])), ", ".join(parts[suffixes:]).strip(" .")


def _known(name: str) -> str:
    bare = name.strip("\"' ")
    plain = " ".join((bare[1:-1] if bare[:1] + bare[-1:] == "()" else bare).split())
    return "" if _UNKNOWN.match(plain) else plain
