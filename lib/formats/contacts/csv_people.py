"""One row of a CSV as a person, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lib.domain.people.contacts import Acquaintance
from lib.domain.search import folded
from lib.formats.contacts import values
from lib.formats.contacts.csv_cells import Row
from lib.formats.contacts.headers import Layout, Places
from lib.formats.contacts.shapes import SOURCES, FileKind, ReadPerson, Unreadable

NO_NAME = "it has no name"
NO_LINKEDIN_NAME = "LinkedIn gives no name for this connection"
A_COMPANY = "it is a company, not a person"
REPEATED = "it repeats the names of the columns"
ABOVE = "it stands above the names of the columns"

_LEGAL_FORM = re.compile(
    r"(?:inc|llc|l\.l\.c|ltd|limited|gmbh|corp|co|lp|llp|plc|ag|s\.?a|s\.?r\.?l|b\.?v)\.?", re.I
)


def is_blank(row: Row) -> bool:
    """Whether nothing in the row can be seen."""
    return not any(cell and not cell.isspace() and values.plain(cell) for cell in row.cells)


def unreadable(row: Row, why: str) -> Unreadable:
    """The row as one that was not read."""
    return Unreadable(
        row.line, why, values.beginning(", ".join(cell for cell in row.cells[:100] if cell.strip()))
    )


def reader(layout: Layout, header: list[str]) -> Callable[[Row], ReadPerson | Unreadable]:
    """What reads a row that is not blank: always one person, or the reason why it is none.

    `header` are the cells of the header as they stand in the file.
    """
    width = len(header)

    def read(row: Row) -> ReadPerson | Unreadable:
        if row.cells == header:
            return unreadable(row, REPEATED)
        cells = _shifted_back(row.cells, layout, width) if len(row.cells) > width else row.cells
        name = _name(cells, layout)
        if why := _why_nobody(name, cells, layout):
            return unreadable(row, why)
        return ReadPerson(row.line, _person(name, cells, layout, width))

    return read


def _why_nobody(name: str, cells: list[str], layout: Layout) -> str:
    if layout.kind is FileKind.GOOGLE and _is_company(name, cells, layout):
        return A_COMPANY
    if values.is_name(name):
        return ""
    return NO_LINKEDIN_NAME if layout.kind is FileKind.LINKEDIN else NO_NAME


def _is_company(name: str, cells: list[str], layout: Layout) -> bool:
    company = next(_picked(cells, layout.companies), "")
    if not company:
        return False
    halves = [*_picked(cells, layout.name_parts)]
    return not values.is_name(name) or (len(halves) < 2 and folded(name) == folded(company))


def _name(cells: list[str], layout: Layout) -> str:
    """The whole name where it is given, else its parts, else what friends say."""
    for whole in _picked(cells, layout.name):
        if values.is_name(whole):
            return values.in_order(whole) if layout.kind is FileKind.TABLE else whole
    halves = " ".join(_picked(cells, layout.name_parts))
    if halves or not layout.nickname:
        return values.plain(halves)
    return next(_picked(cells, layout.nickname), "")


def _person(name: str, cells: list[str], layout: Layout, width: int) -> Acquaintance:
    addresses = values.mails(_raw(cells, layout.mails))
    companies = values.once(_several(cells, layout.companies))
    return Acquaintance(
        id="",
        name=name,
        position=next(_several(cells, layout.position), ""),
        company=companies[0] if companies else "",
        past_companies=_past(cells, layout, companies),
        email=addresses[0] if addresses else "",
        other_emails=addresses[1:],
        phone=next(_several(cells, layout.phones), "")[: values.LONGEST_PHONE],
        address=_address(cells, layout),
        link=values.link(_raw(cells, layout.links)),
        connected_on=next(
            (values.day(cell.strip()) for cell in _raw(cells, layout.connected_on)), None
        ),
        labels=values.labels(_raw(cells, layout.labels)) if layout.labels else (),
        remarks=_remarks(cells, layout, width),
        source=SOURCES[layout.kind],
    )


def _raw(cells: list[str], places: Places) -> list[str]:
    """The cells at those places, as far as the row reaches, without the empty ones."""
    return [cells[place] for place in places if 0 <= place < len(cells) and cells[place]]


def _picked(cells: list[str], places: Places) -> Iterator[str]:
    return (text for text in (values.plain(cell) for cell in _raw(cells, places)) if text)


def _several(cells: list[str], places: Places) -> Iterator[str]:
    """What stands in the cells, those of Google taken apart at ` ::: `."""
    for cell in _raw(cells, places):
        for part in cell.split(":::"):
            if text := values.plain(part):
                yield text


def _past(cells: list[str], layout: Layout, companies: tuple[str, ...]) -> tuple[str, ...]:
    """Companies after the first, and those of a column for them, which semicolons may part."""
    told = [part for cell in _raw(cells, layout.past) for part in values.parts(cell, ";|")]
    current = {companies[0].casefold()} if companies else set[str]()
    return tuple(
        one for one in values.once((*companies[1:], *told)) if one.casefold() not in current
    )


def _address(cells: list[str], layout: Layout) -> str:
    """The first address that is there: as it was written, else put together from its parts."""
    for written in _raw(cells, layout.address):
        if address := values.in_lines(written.split(":::")[0], values.LONGEST_ADDRESS):
            return address
    for places in layout.address_parts:
        fields = [cells[place] if 0 <= place < len(cells) else "" for place in places]
        if any(fields) and (address := values.postal(fields)):
            return address
    return ""


def _remarks(cells: list[str], layout: Layout, width: int) -> str:
    """The notes, and what a row that is longer than the header has too much: it may be a part of them."""
    if not layout.remarks and len(cells) <= width:
        return ""
    return values.in_lines("\n".join((*_raw(cells, layout.remarks), *cells[width:])))


def _shifted_back(cells: list[str], layout: Layout, width: int) -> list[str]:
    """A row of LinkedIn in which a comma of the company or the position parts a cell, as it was meant."""
    too_many = len(cells) - width
    if (
        layout.kind is not FileKind.LINKEDIN
        or layout.connected_on != (width - 1,)
        or not values.day(cells[-1])
    ):
        return cells
    if not (layout.companies and layout.position == (layout.companies[0] + 1,) == (width - 2,)):
        return cells
    start = layout.companies[0]
    legal = too_many if _LEGAL_FORM.fullmatch(cells[start + 1].strip()) else 0
    middle = cells[start:-1]
    company, position = (middle[:2], middle[2:]) if legal else (middle[:1], middle[1:])
    return [*cells[:start], ",".join(company), ",".join(position), cells[-1]]
