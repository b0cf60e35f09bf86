"""Finds which column of a CSV is what, by the tables of headers, or as a person chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from lib.formats.contacts.header_tables import (
    HALF_NAMES,
    MISLEADING,
    PHRASES,
    WORDS,
)
from lib.formats.contacts.known_files import KnownFile, known_files, plainly
from lib.formats.contacts.shapes import Column, FileKind

Places = tuple[int, ...]
ENOUGH = 6
"""So many headers of a known file tell its kind."""
_MISLEADING = set(MISLEADING.split("|"))
_ALL_PHRASES = {phrase for phrases in PHRASES.values() for phrase in phrases.split("|")}


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of each column in a row, in order of preference.

    `addresses` has the seven places of each address in parts; a part that is missing has -1.
    `labels` has the place of the label that says what kind of address or number a value is.
    """

    kind: FileKind
    places: Mapping[Column, Places]
    addresses: tuple[Places, ...] = ()
    labels: Mapping[int, int] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    family_first: bool = False

    @property
    def has_names(self) -> bool:
        """True if some column holds a name or a part of one."""
        return not self.places.keys().isdisjoint(
            {Column.NAME, Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME, Column.SUFFIX}
        )


def known_layout(headers: Sequence[str]) -> Layout | None:
    """Returns the layout of a file of a known program, by its signs or by most of its headers."""
    where: dict[str, int] = {}
    for i, header in enumerate(headers):
        where.setdefault(plainly(header), i)
    if best := _best_of(where):
        return _layout(best, headers, where)
    return None


def _best_of(where: Mapping[str, int]) -> KnownFile | None:
    """Returns the known file with most of the headers, if a sign tells it or six of them."""
    names = where.keys()
    fitting = [one for one in known_files() if _has_sign(one, names)]
    if not fitting:
        fitting = [one for one in known_files() if len(one.headers & names) >= ENOUGH]
    return max(fitting, key=lambda one: len(one.headers & names), default=None)


def _has_sign(known: KnownFile, names: Set[str]) -> bool:
    return any(names >= sign for sign in known.signs)


def _layout(known: KnownFile, headers: Sequence[str], where: Mapping[str, int]) -> Layout:
    places: dict[Column, Places] = {}
    for column, names in known.columns.items():
        if found := tuple(where[name] for name in names if name in where):
            places[column] = found
    addresses = [_address_places(where, one) for one in known.addresses]
    return Layout(
        known.kind,
        places,
        tuple(one for one in addresses if max(one) >= 0),
        _labels(where),
        tuple(headers),
        known.family_first,
    )


def _address_places(where: Mapping[str, int], parts: Sequence[Sequence[str]]) -> Places:
    return tuple(_first_place(where, part) for part in parts)


def _labels(where: Mapping[str, int]) -> dict[int, int]:
    """Returns the place of each value's label: `Phone 1 - Label` for `Phone 1 - Value`."""
    found: dict[int, int] = {}
    for name, place in where.items():
        start = name.removesuffix(" value")
        for end in ("label", "type"):
            if start != name and f"{start} {end}" in where:
                found[place] = where[f"{start} {end}"]
    return found


def _first_place(where: Mapping[str, int], names: Sequence[str]) -> int:
    return next((where[name] for name in names if name in where), -1)


def chosen_layout(headers: Sequence[str], columns: Mapping[Column, str]) -> Layout:
    """Returns the layout of a table whose columns were chosen; unknown headers are ignored."""
    places: dict[Column, Places] = {}
    for column, header in columns.items():
        if header in headers:
            places[column] = (headers.index(header),)
    return Layout(FileKind.TABLE, places, headers=tuple(headers))


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
