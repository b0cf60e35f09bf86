"""Reads a CSV: finds its header and what separates its cells, then reads all of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lib.formats.contacts.csv_cells import DELIMITERS, Row, rows, unwrapped
from lib.formats.contacts.csv_rows import is_blank, read_row, refused
from lib.formats.contacts.file_bytes import looks_binary
from lib.formats.contacts.headers import Layout, chosen_layout, guessed, header_words, known_layout
from lib.formats.contacts.people import Found, read_all
from lib.formats.contacts.shapes import (
    IN_PARTS,
    Column,
    ContactFile,
    FileKind,
    NotContacts,
    Refusal,
)
from lib.formats.contacts.values import day, mails, plain, web_address

MOST_LINES = 1_000_000
HEADER_WITHIN = 15
EXAMPLES = 3
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t]*\n', re.I)


@dataclass(frozen=True, slots=True)
class Top:
    """The beginning of a table: what separates its cells, its header, and the rows above that.

    `names` are the columns, `start` is the row after which the people begin. `header` has no cells
    where the first row is a person already.
    """

    text: str
    delimiter: str
    start: Row | None
    names: tuple[str, ...]
    header: Sequence[str] = ()
    above: tuple[Row, ...] = ()
    known: Layout | None = None


def read_table(
    text: str, columns: Mapping[Column, str] | None, told: Callable[[float], None]
) -> ContactFile:
    """Returns all people of a CSV.

    Raises:
        NotContacts: it has no rows, too many, or is no table at all.
    """
    if text.count("\n") > MOST_LINES:
        raise NotContacts(f"it has more than {MOST_LINES:,} lines", IN_PARTS)
    top = find_top(text)
    if top.known and columns is None:
        return _read(top, top.known, {}, told)
    if columns is None and not header_words(top.header) and looks_binary(text):
        raise NotContacts("it seems not to be a text file, or to be damaged")
    chosen = {**guessed(top.names), **_guessed_from_cells(top)} if columns is None else columns
    return _read(top, chosen_layout(top.names, chosen), chosen, told)


def find_top(text: str) -> Top:
    """Returns the table's beginning, by a known header or by the words that headers have."""
    text = unwrapped(text)
    told = _SEPARATOR.match(text)
    start = Row(1, [], told.end()) if told else None
    delimiters = (told[1],) if told else DELIMITERS
    tops = [_top(text, delimiter, start) for delimiter in delimiters]
    return next((top for top in tops if top.known), max(tops, key=_likelihood))


def has_known_header(text: str) -> bool:
    """True if the text is a CSV of LinkedIn, Google or Outlook."""
    return find_top(text).known is not None


def _top(text: str, delimiter: str, start: Row | None) -> Top:
    full = (row for row in rows(text, delimiter, start) if not is_blank(row))
    first = list(islice(full, HEADER_WITHIN))
    header = next((row for row in first if known_layout(row.cells)), None) or _header_among(first)
    if header is None:
        width = max((len(row.cells) for row in first), default=0)
        return Top(text, delimiter, start, _names([""] * width))
    cells, above = header.cells, tuple(first[: first.index(header)])
    return Top(text, delimiter, header, _names(cells), cells, above, known_layout(cells))


def _header_among(first: list[Row]) -> Row | None:
    """Returns the row with the most header words, else the first unless that is a person."""
    best = max(first, key=lambda row: header_words(row.cells), default=None)
    if best is None or (header_words(best.cells) >= 2 and not _is_person(best)):
        return best
    alone = len(first[0].cells) == 1 and not header_words(first[0].cells)
    return None if alone or _is_person(first[0]) else first[0]


def _names(cells: Sequence[str]) -> tuple[str, ...]:
    """Returns a name for each column that no other has."""
    names: dict[str, None] = {}
    for i, cell in enumerate(cells, 1):
        name = plain(cell) or f"Column {i}"
        while name in names:
            name = f"{name} ({i})"
        names[name] = None
    return tuple(names)


def _is_person(row: Row) -> bool:
    """True if a row that might be a header has an address or a day in it."""
    return any(mails([cell]) or web_address(cell) or day(cell.strip()) for cell in row.cells[:100])


def _likelihood(top: Top) -> tuple[bool, int, int, int]:
    """Ranks a delimiter: headers show, quotes close, and it makes many columns."""
    stray = sum(row.stray for row in islice(rows(top.text, top.delimiter), HEADER_WITHIN))
    return not top.names, header_words(top.header), -stray, len(top.names)


def _guessed_from_cells(top: Top) -> dict[Column, str]:
    """Returns the columns of a table without a header that show what they are."""
    found: dict[Column, str] = {}
    if top.header:
        return found
    for row in islice(_full_rows(top), 1):
        for name, cell in zip(top.names, row.cells, strict=False):
            if mails([cell]):
                found.setdefault(Column.EMAIL, name)
            if web_address(cell):
                found.setdefault(Column.LINK, name)
    return found


def _full_rows(top: Top) -> Iterator[Row]:
    """Yields all rows below the header that are not blank."""
    found = rows(top.text, top.delimiter, top.start, len(top.names))
    return (row for row in found if not is_blank(row))


def _read(
    top: Top, layout: Layout, columns: Mapping[Column, str], told: Callable[[float], None]
) -> ContactFile:
    people, unreadable = read_all(_found_in(top, layout), "rows", told)
    if not people and not unreadable:
        raise _nobody(top)
    unreadable[:0] = [refused(row, Refusal.ABOVE_HEADER) for row in _above(top, layout)]
    if not layout.has_names:
        people, unreadable = [], []
    examples = (_example(row, len(top.names)) for row in islice(_full_rows(top), EXAMPLES))
    return ContactFile(
        layout.kind, tuple(people), tuple(unreadable), top.names, columns, tuple(examples)
    )


def _nobody(top: Top) -> NotContacts:
    if not top.header:
        return NotContacts("the file is empty")
    return NotContacts("the file has the names of columns and lists nobody", "Export it once more.")


def _found_in(top: Top, layout: Layout) -> Iterator[tuple[Found, float]]:
    for row in _full_rows(top):
        yield read_row(row, layout, top.header), row.end / len(top.text)


def _above(top: Top, layout: Layout) -> tuple[Row, ...]:
    """Returns the rows above the header that must not be lost; LinkedIn's notes are none."""
    is_linkedin = layout.kind is FileKind.LINKEDIN and bool(top.above)
    has_notes = is_linkedin and plain(top.above[0].cells[0]).startswith("Notes")
    return () if has_notes else top.above


def _example(row: Row, width: int) -> tuple[str, ...]:
    cells = [plain(cell) for cell in row.cells[:width]]
    return (*cells, *[""] * (width - len(cells)))
