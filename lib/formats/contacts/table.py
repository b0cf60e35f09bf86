"""Reading a CSV: where its header stands, what parts its cells, and all of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lib.formats.contacts import csv_people as people
from lib.formats.contacts.csv_cells import DELIMITERS, Row, rows, unwrapped
from lib.formats.contacts.file_bytes import looks_binary
from lib.formats.contacts.headers import Layout, chosen_layout, guessed, header_words, known_layout
from lib.formats.contacts.shapes import (
    Column,
    ContactFile,
    FileKind,
    NotContacts,
    ReadPerson,
    Unreadable,
)
from lib.formats.contacts.values import day, mails, plain, web_address

MOST_ROWS, MOST_LINES = 100_000, 1_000_000
HEADER_WITHIN = 15
EXAMPLES = 3
TOLD_EVERY = 500
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t]*\n', re.I)


@dataclass(frozen=True, slots=True)
class Top:
    """The beginning of a table: its text, what parts the cells, the header, and the rows above it.

    `names` are the columns, `start` is the row after which the people begin. `header` has no cells where
    the first row is a person already.
    """

    text: str
    delimiter: str
    start: Row | None
    header: list[str]
    above: tuple[Row, ...]
    names: tuple[str, ...]
    known: Layout | None = None


def read_table(
    text: str, columns: Mapping[Column, str] | None, told: Callable[[float], None]
) -> ContactFile:
    """All people of a CSV.

    Raises:
        NotContacts: it has no rows, too many, or is no table at all.
    """
    if text.count("\n") > MOST_LINES:
        raise NotContacts(f"it has more than {MOST_LINES:,} lines", "Bring it in in parts.")
    top = find_top(text)
    if top.known and columns is None:
        return _read(top, top.known, {}, told)
    if columns is None and not header_words(top.header) and looks_binary(text):
        raise NotContacts("it seems not to be a text file, or to be damaged")
    chosen = {**guessed(top.names), **_guessed_from(top)} if columns is None else dict(columns)
    return _read(top, chosen_layout(top.names, chosen), chosen, told)


def find_top(text: str) -> Top:
    """Where the table begins, by the first header that is known, else by the words that headers have."""
    text = unwrapped(text)
    told = _SEPARATOR.match(text)
    start = Row(1, [], told.end()) if told else None
    tops = [_top(text, sign, start) for sign in ([told[1]] if told else DELIMITERS)]
    return next((top for top in tops if top.known), max(tops, key=_likelihood))


def has_known_header(text: str) -> bool:
    """Whether the text is a CSV of LinkedIn, Google or Outlook."""
    return find_top(text).known is not None


def _top(text: str, delimiter: str, start: Row | None) -> Top:
    full = (row for row in rows(text, delimiter, start) if not people.is_blank(row))
    first = list(islice(full, HEADER_WITHIN))
    for i, row in enumerate(first):
        if known := known_layout(row.cells):
            return Top(text, delimiter, row, row.cells, tuple(first[:i]), _names(row), known)
    header = _header_among(first)
    if header is None:
        width = max((len(row.cells) for row in first), default=0)
        return Top(
            text, delimiter, start, [], (), tuple(f"Column {i}" for i in range(1, width + 1))
        )
    return Top(
        text, delimiter, header, header.cells, tuple(first[: first.index(header)]), _names(header)
    )


def _header_among(first: list[Row]) -> Row | None:
    """The row with the most words that headers have, else the first, unless that is somebody already."""
    best = max(first, key=lambda row: header_words(row.cells), default=None)
    if best is None or (header_words(best.cells) >= 2 and not _is_person(best)):
        return best
    alone = len(first[0].cells) == 1 and not header_words(first[0].cells)
    return None if alone or _is_person(first[0]) else first[0]


def _names(header: Row) -> tuple[str, ...]:
    """A name for each column that no other has."""
    names: dict[str, None] = {}
    for i, cell in enumerate(header.cells, 1):
        name = plain(cell) or f"Column {i}"
        while name in names:
            name = f"{name} ({i})"
        names[name] = None
    return tuple(names)


def _is_person(row: Row) -> bool:
    """Whether a row that might be a header has an address in it, or a day: then it is somebody."""
    return any(mails([cell]) or web_address(cell) or day(cell.strip()) for cell in row.cells[:100])


def _likelihood(top: Top) -> tuple[bool, int, int, int]:
    """How well the cells are apart: headers show, quotes close, nothing remains between delimiters."""
    stray = sum(row.stray for row in islice(rows(top.text, top.delimiter), HEADER_WITHIN))
    return not top.names, header_words(top.header), -stray, len(top.names)


def _guessed_from(top: Top) -> dict[Column, str]:
    """Columns of a table without a header that tell by themselves what they are."""
    first = next((row.cells for row in _rows_of(top)), []) if not top.header else []
    cells = list(zip(top.names, first, strict=False))
    found = {Column.EMAIL: [name for name, cell in cells if mails([cell])]}
    found[Column.LINK] = [name for name, cell in cells if web_address(cell)]
    return {column: names[0] for column, names in found.items() if names}


def _rows_of(top: Top) -> Iterator[Row]:
    """All rows below the header that are not blank."""
    found = rows(top.text, top.delimiter, top.start, len(top.names))
    return (row for row in found if not people.is_blank(row))


def _read(
    top: Top, layout: Layout, columns: Mapping[Column, str], told: Callable[[float], None]
) -> ContactFile:
    read = people.reader(layout, top.header)
    found: list[ReadPerson | Unreadable] = [
        people.unreadable(row, people.ABOVE) for row in _above(top, layout)
    ]
    examples: list[tuple[str, ...]] = []
    count = 0
    for count, row in enumerate(_rows_of(top), 1):
        if count > MOST_ROWS:
            raise NotContacts(f"it has more than {MOST_ROWS:,} rows", "Bring it in in parts.")
        if count <= EXAMPLES:
            examples.append(_example(row, len(top.names)))
        if count % TOLD_EVERY == 0:
            told(row.end / len(top.text))
        found.append(read(row))
    _refuse_nobody(count, top)
    named = layout.name or layout.name_parts
    return ContactFile(
        kind=layout.kind,
        people=tuple(one for one in found if isinstance(one, ReadPerson)) if named else (),
        unreadable=tuple(one for one in found if isinstance(one, Unreadable)) if named else (),
        headers=top.names,
        columns=columns,
        examples=tuple(examples),
    )


def _above(top: Top, layout: Layout) -> tuple[Row, ...]:
    """Rows above the header that must not be lost; LinkedIn's own notes are no rows."""
    notes = (
        layout.kind is FileKind.LINKEDIN
        and top.above
        and plain(top.above[0].cells[0]).startswith("Notes")
    )
    return () if notes else top.above


def _example(row: Row, width: int) -> tuple[str, ...]:
    cells = [plain(cell) for cell in row.cells[:width]]
    return (*cells, *[""] * (width - len(cells)))


def _refuse_nobody(count: int, top: Top) -> None:
    if count == 0 and top.header:
        raise NotContacts(
            "the file has the names of columns and lists nobody", "Export it once more."
        )
    if count == 0:
        raise NotContacts("the file is empty")
