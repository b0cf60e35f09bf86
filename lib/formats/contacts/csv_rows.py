"""Reads one row of a CSV: as a person, or as refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.formats.contacts import values
from lib.formats.contacts.csv_cells import Row
from lib.formats.contacts.headers import Layout, Places
from lib.formats.contacts.people import Found, to_person
from lib.formats.contacts.shapes import (
    Column,
    FileKind,
    RawPerson,
    ReadPerson,
    Refusal,
    Unreadable,
)


def is_blank(row: Row) -> bool:
    """True if nothing in the row can be seen."""
    return not any(cell and not cell.isspace() and values.plain(cell) for cell in row.cells)


def refused(row: Row, why: Refusal) -> Unreadable:
    """Returns the row as one that was not read."""
    return Unreadable(row.line, why, values.beginning(filter(str.strip, row.cells[:100])))


def read_row(row: Row, layout: Layout, header: Sequence[str]) -> Found:
    """Returns the person in a row that is not blank, or why it is not a person.

    Args:
        header: the cells of the header as they stand in the file.
    """
    if row.cells == header:
        return refused(row, Refusal.REPEATED_HEADER)
    found = to_person(_raw_person(row.cells, layout, len(header)))
    return refused(row, found) if isinstance(found, Refusal) else ReadPerson(row.line, found)


def _raw_person(cells: Sequence[str], layout: Layout, width: int) -> RawPerson:
    if len(cells) > width:
        cells = _without_stray_commas(cells, layout, width)
    texts = {column: _texts(cells, places) for column, places in layout.places.items()}
    if layout.addresses:
        texts[Column.ADDRESS] = [*texts.get(Column.ADDRESS, ()), *_addresses(cells, layout)]
    if len(cells) > width:
        # What a row has too much may be a part of its notes.
        texts[Column.REMARKS] = [*texts.get(Column.REMARKS, ()), *cells[width:]]
    is_linkedin = layout.kind is FileKind.LINKEDIN
    nameless = Refusal.NO_LINKEDIN_NAME if is_linkedin else Refusal.NO_NAME
    return RawPerson(layout.kind, texts, if_nameless=nameless)


def _texts(cells: Sequence[str], places: Places) -> list[str]:
    """Returns the cells at those places, as far as the row reaches, without the empty ones."""
    return [cells[place] for place in places if 0 <= place < len(cells) and cells[place]]


def _addresses(cells: Sequence[str], layout: Layout) -> Iterable[str]:
    for places in layout.addresses:
        parts = ["".join(_texts(cells, (place,))).split(":::")[0] for place in places]
        if any(parts):
            yield values.postal(parts)


def _without_stray_commas(cells: Sequence[str], layout: Layout, width: int) -> Sequence[str]:
    """Returns a LinkedIn row whose company or position has an unquoted comma, as it was meant."""
    end = (Column.COMPANY, Column.POSITION, Column.CONNECTED_ON)
    places = [layout.places.get(column, ()) for column in end]
    if layout.kind is not FileKind.LINKEDIN or not values.day(cells[-1].strip()):
        return cells
    if places != [(width - 3,), (width - 2,), (width - 1,)]:
        return cells
    before, middle = cells[: width - 3], cells[width - 3 : -1]
    company = 2 if values.LEGAL_FORM.fullmatch(middle[1].strip()) else 1
    return [*before, ",".join(middle[:company]), ",".join(middle[company:]), cells[-1]]
