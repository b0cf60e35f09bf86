"""Reads rows copied from a table: which column holds the name, and which the position."""

from __future__ import annotations

from enum import StrEnum

from lib.domain.people.name_keys import name_key
from lib.domain.people.name_order import is_address_of
from lib.domain.people.positions import is_position, may_be_a_name


class _Column(StrEnum):
    """What a column of a table about people holds."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    POSITION = "position"
    REACH = "reach"
    NOTHING = "nothing"


_HEADS = {
    _Column.NAME: "name,full name,interviewer,interviewers,contact,person,who,attendee,panelist",
    _Column.FIRST: "first,first name,given name,forename,firstname,vorname",
    _Column.LAST: "last,last name,family name,surname,lastname,nachname",
    _Column.POSITION: "title,job title,position,role,department,team,company,organization,function",
    _Column.REACH: (
        "email,e-mail,mail,email address,e-mail address,phone,phone number,mobile,tel,telephone"
        ",linkedin,profile,link,url"
    ),
    _Column.NOTHING: "time,date,day,when,start,end,duration,#,no,no.,nr,nr.,format,room,location",
}
_COLUMN_OF = {head: column for column, heads in _HEADS.items() for head in heads.split(",")}


def rows_as_lines(text: str) -> str:
    """Returns the text with each row of a copied table as a line "name | position | address".

    The row with the heads of the columns becomes empty, so that lines keep their numbers.
    """
    columns: list[_Column] = []
    lines = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if heads := _heads(cells):
            columns = heads
            lines.append("")
        elif len(cells) > 1:
            lines.append(_row(cells, columns))
        else:
            lines.append(line)
    return "\n".join(lines)


def _heads(cells: list[str]) -> list[_Column]:
    """Returns what the columns hold if the row is their heads, else nothing."""
    keys = [cell.casefold().strip(" :*") for cell in cells]
    known = [_COLUMN_OF.get(key, _Column.POSITION) for key in keys]
    count = sum(key in _COLUMN_OF for key in keys)
    has_name = not {_Column.NAME, _Column.FIRST, _Column.LAST}.isdisjoint(known)
    return known if len(cells) > 1 and has_name and count > len(cells) / 2 else []


def _row(cells: list[str], columns: list[_Column]) -> str:
    if len(columns) < len(cells):
        return "\t".join(_with_whole_name([cell for cell in cells if cell]))
    by = {column: _cells_of(column, cells, columns) for column in _Column}
    name = by[_Column.NAME] or [" ".join((*by[_Column.FIRST], *by[_Column.LAST]))]
    rest = (*by[_Column.POSITION], *by[_Column.REACH])
    return " | ".join((name[0] or "?", *rest))


def _cells_of(column: _Column, cells: list[str], columns: list[_Column]) -> list[str]:
    pairs = zip(cells, columns, strict=False)
    return [cell for cell, one in pairs if one is column and cell]


def _with_whole_name(cells: list[str]) -> list[str]:
    """Returns the cells with the first two as one name, if each is one word of a name."""
    if len(cells) < 3 or not all(_is_one_word(cell) for cell in cells[:2]):
        return cells
    first, second, *rest = cells
    mail = next((cell for cell in rest if "@" in cell), "")
    begins_with_second = name_key(mail.partition("@")[0]).startswith(name_key(second))
    may_be_usual = is_address_of(first, second, mail) and not begins_with_second
    is_swapped = is_address_of(second, first, mail) and not may_be_usual
    name = f"{second} {first}" if is_swapped else f"{first} {second}"
    return [name, *rest]


def _is_one_word(cell: str) -> bool:
    return " " not in cell and may_be_a_name(cell) and not is_position(cell)
