"""Rows of a worksheet or checklist: as many as are filled, and one more to write in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
MOST_ROWS = 12
"""How many rows a list takes: more than anyone remembers, and few to draw."""


def to_draw(filled: int) -> range:
    """The rows to draw: those that are filled, and one more."""
    return range(min(filled + 1, MOST_ROWS))


def trimmed(rows: Sequence[Row], counts: Callable[[Row], bool]) -> tuple[Row, ...]:
    """The rows without the empty ones at their end; an empty one in between keeps its place."""
    last = max((i for i, row in enumerate(rows) if counts(row)), default=-1)
    return tuple(rows[: last + 1])
