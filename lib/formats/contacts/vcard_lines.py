"""Cuts a vCard file into cards, and keeps only the lines that are used.

Pictures and sounds are skipped line by line and never decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_LINE, MOST_LINES = 20_000, 500
BEGIN, END = "BEGIN:VCARD", "END:VCARD"
_BEGINS = re.compile(r"^[ \t]*BEGIN:VCARD[ \t]*$", re.I | re.M)
_OF_USE = re.compile(
    r"(?:[\w-]+\.)?(?:FN|N|NICKNAME|ORG|TITLE|ROLE|EMAIL|TEL|ADR|LABEL|URL|X-SOCIALPROFILE|X-ABLABEL"
    r"|SOCIALPROFILE|NOTE|CATEGORIES|KIND|X-ABSHOWAS|X-ADDRESSBOOKSERVER-KIND)[;:]",
    re.I,
)
_NAME = re.compile(r"(?:[\w-]+\.)?([A-Za-z][A-Za-z0-9-]*)[;:]")
_QUOTED_PRINTABLE = re.compile("QUOTED-PRINTABLE", re.I)


@dataclass(slots=True)
class Card:
    """One card, or lines outside of any: its first line's number, its lines, its last line's.

    `opened` is False for lines outside; `whole` is True if it has a beginning and an end;
    `is_last` is True where the file ends before it does.
    """

    line: int
    lines: list[str] = field(default_factory=list)
    last: int = 0
    opened: bool = True
    whole: bool = False
    is_last: bool = False


def begins_with_card(text: str) -> bool:
    """True if the first line that is not blank begins a card."""
    return text[:400].lstrip().upper().startswith(BEGIN)


def has_card(text: str) -> bool:
    """True if a card begins anywhere in the text."""
    return _BEGINS.search(text) is not None


def cards(text: str) -> Iterator[Card]:
    """Yields every card; one without an end stops where the next begins.

    Agents (cards in cards) are left out.
    """
    card: Card | None = None
    inner = 0
    for number, line in enumerate(text.split("\n"), 1):
        mark = line.strip().upper() if line[:1] in "BbEe \t" and len(line) < 200 else ""
        if mark == BEGIN and card and card.opened and _is_agent(card):
            inner += 1
        elif mark == BEGIN:
            if card:
                yield card
            card, inner = Card(number, last=number), 0
        elif mark == END and inner:
            inner -= 1
        elif mark == END and card and card.opened:
            card.whole, card.last = True, number
            yield card
            card = None
        elif not inner and (card or line.strip()):
            card = card or Card(number, opened=False)
            card.lines.append(line)
            card.last = number
    if card:
        card.is_last = True
        yield card


def names_of(card: Card) -> Iterator[str]:
    """Yields the name of each line of a card that begins one: "BDAY", "X-SKYPE"."""
    for line in card.lines:
        if match := _NAME.match(line):
            yield match[1].upper()


def _is_agent(card: Card) -> bool:
    last = next((line for line in reversed(card.lines) if line.strip()), "")
    return bool(re.match(r"(?:[\w-]+\.)?AGENT[^:]*:\s*$", last, re.I))


def useful_lines(card: Card) -> list[str]:
    """Returns the lines that are used, unfolded: at most 500, each cut at 20,000 characters."""
    found: list[str] = []
    useful = soft = False
    for line in card.lines:
        if soft or line[:1] in (" ", "\t"):
            if useful:
                found[-1] = _joined(found[-1], line, soft)
            soft = soft and line.endswith("=")
            continue
        useful = _OF_USE.match(line) is not None
        soft = line.endswith("=") and _QUOTED_PRINTABLE.search(line.partition(":")[0]) is not None
        if useful and len(found) == MOST_LINES:
            break
        if useful:
            found.append(line[:LONGEST_LINE])
    return found


def _joined(before: str, line: str, soft: bool) -> str:
    if len(before) > LONGEST_LINE:
        return before
    return before.removesuffix("=") + line if soft else before + line[1:]
