"""Rows and cells of a CSV, whatever became of its quotes: no stray quote may swallow the rows after it.

Python's own reader takes all that follows an unclosed quote for one cell, a thousand people included.
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
"""From so many columns on, a quoted cell full of lines that look like rows is taken for a stray quote."""

_REST = re.compile(r"[^\n]*+")
_WHOLE_LINE = re.compile(r'\s*+"((?:[^"]++|"")*+)"\s*+')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, its cells as they stand there, and where in the text it ends.

    `stray` counts the quotes that open a cell and do not close it.
    """

    line: int
    cells: list[str]
    end: int
    stray: int = 0


def rows(text: str, delimiter: str, after: Row | None = None, width: int = 0) -> Iterator[Row]:
    """Every row, blank ones too, from the start or after a row that was read. Line breaks are `\\n`.

    `width` is the number of columns, if it is known.
    """
    at, line, end = (after.end, 0, len(text)) if after else (0, 1, len(text))
    line = text.count("\n", 0, at) + 1
    while at < end:
        stop = text.find("\n", at)
        stop = end if stop < 0 else stop
        if text.find('"', at, stop) < 0:
            row = Row(line, text[at:stop].split(delimiter, MOST_CELLS), min(stop + 1, end))
            line += 1
        else:
            row = _with_quotes(text, at, line, delimiter, width)
            line += max(1, text.count("\n", at, row.end))
        yield row
        at = row.end


def unwrapped(text: str) -> str:
    """The text without the quotes around whole lines that saving a CSV twice puts there; else as it was."""
    start = [line for line in text[:20_000].split("\n")[:10] if line.strip()]
    if len(start) < 2 or not all(map(_WHOLE_LINE.fullmatch, start[:-1])):
        return text
    if not all(any(sign in line for sign in DELIMITERS) for line in start[:-1]):
        return text
    return "\n".join(
        _WHOLE_LINE.sub(lambda line: line[1].replace('""', '"'), one) for one in text.split("\n")
    )


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quoted cell that ends where a cell may end, and any other. Neither steps back: they are linear."""
    space = " " if delimiter == "\t" else " \t"
    sign = re.escape(delimiter)
    quoted = rf'[{space}]*+"((?:[^"]++|"")*+)"[{space}]*+(?={sign}|\n|\Z)'
    return re.compile(quoted), re.compile(rf"[^{sign}\n]*+")


def _with_quotes(text: str, at: int, line: int, delimiter: str, width: int) -> Row:
    quoted, bare = _patterns(delimiter)
    cells: list[str] = []
    stray = 0
    while True:
        found = quoted.match(text, at) if len(cells) < MOST_CELLS else None
        if found and not _swallows_rows(found[1], delimiter, width):
            cells.append(found[1].replace('""', '"'))
            at = found.end()
        else:
            stray += text.startswith('"', at)
            at = _bare_cell(text, at, bare if len(cells) < MOST_CELLS else _REST, cells)
        if text[at : at + 1] != delimiter:
            return Row(line, cells, min(at + 1, len(text)), stray)
        at += 1


def _bare_cell(text: str, at: int, bare: re.Pattern[str], cells: list[str]) -> int:
    found = bare.match(text, at)
    cells.append(found[0] if found else "")
    return found.end() if found else at


def _swallows_rows(cell: str, delimiter: str, width: int) -> bool:
    """Whether most lines inside a quoted cell have as many delimiters as a row has."""
    if width < LEAST_WIDTH or cell.count("\n") < 2:
        return False
    inner = [line for line in cell.split("\n")[1:-1] if line]
    like_rows = sum(line.count(delimiter) >= width - 1 for line in inner)
    return like_rows * 2 > len(inner)
