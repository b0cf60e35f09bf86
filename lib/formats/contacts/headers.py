"""Finds which column of a CSV is what, by the tables of headers, or as a person chose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from lib.domain.search import folded
from lib.formats.contacts.header_tables import (
    ADDRESSES,
    HALF_NAMES,
    KNOWN,
    MISLEADING,
    PHRASES,
    SIGNS,
    WORDS,
)
from lib.formats.contacts.shapes import Column, FileKind

Places = tuple[int, ...]
MOST_NUMBERED = 20
_MISLEADING = set(MISLEADING.split("|"))
_ALL_PHRASES = {phrase for phrases in PHRASES.values() for phrase in phrases.split("|")}


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of each column in a row, in order of preference.

    `addresses` has the seven places of each address in parts; a part that is missing has -1.
    """

    kind: FileKind
    places: Mapping[Column, Places]
    addresses: tuple[Places, ...] = ()

    @property
    def has_names(self) -> bool:
        """True if some column holds a name or a part of one."""
        return not self.places.keys().isdisjoint(
            {Column.NAME, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME, Column.SUFFIX}
        )


def plainly(header: str) -> str:
    """Returns a header as it is compared: `E-mail 1 - Value` is `email 1 value`."""
    words = re.sub(r"[\W_]+", " ", folded(header[:200])).strip()
    return re.sub(r"\be (?=mail)", "e", words)


def known_layout(headers: Sequence[str]) -> Layout | None:
    """Returns the layout of a file from LinkedIn, Google or Outlook; None for any other."""
    where: dict[str, int] = {}
    for i, header in enumerate(headers):
        where.setdefault(plainly(header), i)
    for kind, needed in SIGNS:
        if where.keys() >= set(needed.split("|")):
            return Layout(kind, _places(where, KNOWN[kind]), tuple(_addresses(where, kind)))
    return None


def chosen_layout(headers: Sequence[str], columns: Mapping[Column, str]) -> Layout:
    """Returns the layout of a table whose columns were chosen; unknown headers are ignored."""
    places: dict[Column, Places] = {}
    for column, header in columns.items():
        if header in headers:
            places[column] = (headers.index(header),)
    return Layout(FileKind.TABLE, places)


def guessed(headers: Sequence[str]) -> dict[Column, str]:
    """Returns which header is probably what, each used once at most."""
    free = {header: plainly(header) for header in headers}
    chosen: dict[Column, str] = {}
    for column, phrases in PHRASES.items():
        _choose(chosen, column, _first_equal(free, phrases.split("|")), free)
    for column, words in WORDS.items():
        if column not in chosen:
            _choose(chosen, column, _first_with(free, set(words.split("|"))), free)
    return _with_halves(chosen)


def header_words(cells: Sequence[str]) -> int:
    """Returns how many of the cells are just what a header of contacts says."""
    return sum(plainly(cell) in _ALL_PHRASES for cell in cells)


def _places(where: Mapping[str, int], columns: Mapping[Column, str]) -> dict[Column, Places]:
    found: dict[Column, Places] = {}
    for column, names in columns.items():
        places = tuple(where[name] for name in _numbered(names) if name in where)
        if places:
            found[column] = places
    return found


def _numbered(names: str) -> Iterator[str]:
    """Yields the alternatives; one with `#` once for each number."""
    for name in names.split("|"):
        if "#" not in name:
            yield name
            continue
        for number in range(1, MOST_NUMBERED + 1):
            yield name.replace("#", str(number))


def _addresses(where: Mapping[str, int], kind: FileKind) -> Iterator[Places]:
    beginnings, parts = ADDRESSES.get(kind, ("", ""))
    for beginning in beginnings.split("|"):
        places = tuple(_place(where, beginning, part) for part in parts.split(","))
        if max(places) >= 0:
            yield places


def _place(where: Mapping[str, int], beginning: str, names: str) -> int:
    found = (where.get(f"{beginning} {name}", -1) for name in names.split("|"))
    return next((place for place in found if place >= 0), -1)


def _choose(
    chosen: dict[Column, str], column: Column, header: str | None, free: dict[str, str]
) -> None:
    if header is not None:
        chosen[column] = header
        del free[header]


def _first_equal(free: Mapping[str, str], phrases: Sequence[str]) -> str | None:
    """Returns the header with the earliest of the phrases."""
    equal = [header for header, plain in free.items() if plain in phrases]
    return min(equal, key=lambda header: phrases.index(free[header]), default=None)


def _first_with(free: Mapping[str, str], words: Set[str]) -> str | None:
    """Returns the first header with one of the words and with none that misleads."""
    for header, plain in free.items():
        own = set(plain.split())
        if own & words and not own & _MISLEADING:
            return header
    return None


def _with_halves(chosen: dict[Column, str]) -> dict[Column, str]:
    """`Name` beside `Vorname` becomes the last name, `Nombre` beside `Apellidos` the first."""
    whole = chosen.get(Column.NAME, "")
    halves = {Column.FIRST_NAME, Column.LAST_NAME} - chosen.keys()
    if plainly(whole) in HALF_NAMES.split("|") and len(halves) == 1:
        chosen[halves.pop()] = chosen.pop(Column.NAME)
    return chosen
