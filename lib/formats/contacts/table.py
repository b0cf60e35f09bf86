"""Reads a CSV: finds its header and what separates its cells, then reads all of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lib.formats.contacts import days, values
from lib.formats.contacts.csv_cells import DELIMITERS, Row, rows, unwrapped
from lib.formats.contacts.file_bytes import looks_binary
from lib.formats.contacts.headers import (
    Layout,
    Places,
    chosen_layout,
    guessed,
    header_words,
    known_layout,
)
from lib.formats.contacts.people import Found, lost_of, read_all, to_person
from lib.formats.contacts.raw_reach import RawReach
from lib.formats.contacts.reaches import kind_of_header
from lib.formats.contacts.shapes import (
    IN_PARTS,
    Column,
    ContactFile,
    FileKind,
    NotContacts,
    RawPerson,
    ReadPerson,
    Refusal,
    Unreadable,
)

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
    full = (row for row in rows(text, delimiter, start) if not _is_blank(row))
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
        name = values.plain(cell) or f"Column {i}"
        while name in names:
            name = f"{name} ({i})"
        names[name] = None
    return tuple(names)


def _is_person(row: Row) -> bool:
    """True if a row that might be a header has an address or a day in it."""
    return any(
        values.mails([cell]) or values.web_address(cell) or values.day(cell.strip())
        for cell in row.cells[:100]
    )


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
            if values.mails([cell]):
                found.setdefault(Column.EMAIL, name)
            if values.web_address(cell):
                found.setdefault(Column.LINK, name)
    return found


def _full_rows(top: Top) -> Iterator[Row]:
    """Yields all rows below the header that are not blank."""
    found = rows(top.text, top.delimiter, top.start, len(top.names))
    return (row for row in found if not _is_blank(row))


def _read(
    top: Top, layout: Layout, columns: Mapping[Column, str], told: Callable[[float], None]
) -> ContactFile:
    people, unreadable = read_all(_found_in(top, layout), "rows", told)
    if not people and not unreadable:
        raise _nobody(top)
    unreadable[:0] = [_refused(row, Refusal.ABOVE_HEADER) for row in _above(top, layout)]
    if not layout.has_names:
        people, unreadable = [], []
    examples = (_example(row, len(top.names)) for row in islice(_full_rows(top), EXAMPLES))
    return ContactFile(
        layout.kind,
        tuple(people),
        tuple(unreadable),
        top.names,
        columns,
        tuple(examples),
        _not_kept(top, layout),
    )


def _not_kept(top: Top, layout: Layout) -> tuple[str, ...]:
    """Returns the columns that hold something and are not read, as the file calls them."""
    kept = {place for places in layout.places.values() for place in places}
    kept |= {place for places in layout.addresses for place in places}
    kept |= set(layout.labels.values())
    others = set(range(len(top.names))) - kept
    filled: set[int] = set()
    for row in _full_rows(top) if others else ():
        filled |= {place for place in others - filled if row.cells[place : place + 1] > [""]}
    return tuple(top.names[place] for place in sorted(filled))


def _nobody(top: Top) -> NotContacts:
    if not top.header:
        return NotContacts("the file is empty")
    return NotContacts("the file has the names of columns and lists nobody", "Export it once more.")


def _found_in(top: Top, layout: Layout) -> Iterator[tuple[Found, float]]:
    places = layout.places.get(Column.CONNECTED_ON, ())
    rows_ = _full_rows(top) if places else iter(())
    day_first = days.has_day_first(cell for row in rows_ for cell in _texts(row.cells, places))
    for row in _full_rows(top):
        yield _read_row(row, layout, top.header, day_first), row.end / len(top.text)


def _above(top: Top, layout: Layout) -> tuple[Row, ...]:
    """Returns the rows above the header that must not be lost; LinkedIn's notes are none."""
    is_linkedin = layout.kind is FileKind.LINKEDIN and bool(top.above)
    has_notes = is_linkedin and len(top.above[0].cells) == 1
    return () if has_notes else top.above


def _example(row: Row, width: int) -> tuple[str, ...]:
    cells = [values.plain(cell) for cell in row.cells[:width]]
    return (*cells, *[""] * (width - len(cells)))


def _is_blank(row: Row) -> bool:
    """True if nothing in the row can be seen."""
    return not any(cell and not cell.isspace() and values.plain(cell) for cell in row.cells)


def _refused(row: Row, why: Refusal) -> Unreadable:
    return Unreadable(row.line, why, values.beginning(filter(str.strip, row.cells[:100])))


def _read_row(row: Row, layout: Layout, header: Sequence[str], day_first: bool | None) -> Found:
    """Returns the person in a row that is not blank, or why it is not a person.

    Args:
        header: the cells of the header as they stand in the file.
    """
    if row.cells == header:
        return _refused(row, Refusal.REPEATED_HEADER)
    raw = replace(_raw_person(row.cells, layout, len(header)), day_first=day_first)
    found = to_person(raw)
    if isinstance(found, Refusal):
        return _refused(row, found)
    return ReadPerson(row.line, found, lost_of(raw))


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
    return RawPerson(
        layout.kind,
        texts,
        if_nameless=nameless,
        emails=_reaches(cells, layout, (Column.EMAIL, Column.EMAIL_2)),
        phones=_reaches(cells, layout, (Column.PHONE, Column.PHONE_2)),
        family_first=layout.family_first,
        has_order=layout.kind in (FileKind.GOOGLE, FileKind.TABLE),
    )


def _reaches(
    cells: Sequence[str], layout: Layout, columns: Sequence[Column]
) -> tuple[RawReach, ...]:
    """Returns the addresses or numbers with their labels, or with what the header says."""
    places = [place for column in columns for place in layout.places.get(column, ())]
    filled = [place for place in places if place < len(cells) and cells[place]]
    return tuple(RawReach(cells[place], _label(cells, layout, place)) for place in filled)


def _label(cells: Sequence[str], layout: Layout, place: int) -> str:
    if place in layout.labels:
        return "".join(_texts(cells, (layout.labels[place],))).split(":::")[0]
    return kind_of_header(layout.headers[place]) if place < len(layout.headers) else ""


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
