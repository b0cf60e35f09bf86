"""Splits a CSV into rows and cells, so that no stray quote swallows the rows after it.

Python's own reader takes all that follows an unclosed quote for one cell, a thousand people
included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

DELIMITERS = (",", ";", "\t", "|")
MOST_CELLS = 1_000
"""After so many cells the rest of a line is one."""
LEAST_WIDTH = 4
"""In tables of so many columns a quoted cell full of lines like rows is taken for a stray quote."""

_REST_OF_LINE = re.compile(r"[^\n]*+")
_WHOLE_LINE = re.compile(r'\s*+"((?:[^"]++|"")*+)"\s*+')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, its cells as written, and where in the text it ends.

    `stray` counts the quotes that open a cell and do not close it.
    """

    line: int
    cells: list[str]
    end: int
    stray: int = 0


def rows(text: str, delimiter: str, after: Row | None = None, width: int = 0) -> Iterator[Row]:
    """Yields every row, blank ones too, from the start or after a row that was read.

    Args:
        text: line breaks are `\\n`.
        width: the number of columns, if it is known.
    """
    at = after.end if after else 0
    line = text.count("\n", 0, at) + 1
    while at < len(text):
        stop = text.find("\n", at)
        if stop < 0:
            stop = len(text)
        if text.find('"', at, stop) < 0:
            row = Row(line, text[at:stop].split(delimiter, MOST_CELLS), min(stop + 1, len(text)))
        else:
            row = _row_with_quotes(text, Row(line, [], at), delimiter, width)
        yield row
        line += max(1, text.count("\n", at, row.end))
        at = row.end


def unwrapped(text: str) -> str:
    """Returns the text without the quotes around whole lines that saving a CSV twice makes."""
    start = [line for line in text[:20_000].split("\n")[:10] if line.strip()][:-1]
    for line in start:
        if not _WHOLE_LINE.fullmatch(line) or not any(sign in line for sign in DELIMITERS):
            return text
    if not start:
        return text
    return "\n".join(map(_without_quotes, text.split("\n")))


def _without_quotes(line: str) -> str:
    return _WHOLE_LINE.sub(lambda found: found[1].replace('""', '"'), line)


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Returns a quoted cell that ends where one may end, and any other; both are linear."""
    space = " " if delimiter == "\t" else " \t"
    sign = re.escape(delimiter)
    quoted = rf'[{space}]*+"((?:[^"]++|"")*+)"[{space}]*+(?={sign}|\n|\Z)'
    return re.compile(quoted), re.compile(rf"[^{sign}\n]*+")


def _row_with_quotes(text: str, start: Row, delimiter: str, width: int) -> Row:
    quoted, bare = _patterns(delimiter)
    cells, stray, at = start.cells, 0, start.end
    while True:
        is_last = len(cells) == MOST_CELLS
        found = None if is_last else quoted.match(text, at)
        if found and not _swallows_rows(found[1], delimiter, width):
            cells.append(found[1].replace('""', '"'))
            at = found.end()
        else:
            stray += text.startswith('"', at)
            unquoted = (_REST_OF_LINE if is_last else bare).match(text, at)
            cells.append(unquoted[0] if unquoted else "")
            at += len(cells[-1])
        if text[at : at + 1] != delimiter:
            return Row(start.line, cells, min(at + 1, len(text)), stray)
        at += 1


def _swallows_rows(cell: str, delimiter: str, width: int) -> bool:
    """True if most lines inside a quoted cell have as many delimiters as a row has."""
    if width < LEAST_WIDTH or cell.count("\n") < 2:
        return False
    inner = [line for line in cell.split("\n")[1:-1] if line]
    like_rows = sum(line.count(delimiter) >= width - 1 for line in inner)
    return like_rows * 2 > len(inner)
