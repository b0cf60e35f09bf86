"""Rows of a worksheet or checklist: as many as are filled, and one more to write in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import streamlit as st

from lib.ui.shared import date_fields

Row = TypeVar("Row")
S = TypeVar("S")
Key = Callable[[str, int], str]
"""Returns the widget key of a field in the row of that number."""
MOST_ROWS = 12
"""How many rows a list takes: more than anyone remembers, and few to draw."""


def to_draw(filled: int) -> range:
    """Returns the numbers of the rows to draw: those that are filled, and one more."""
    return range(min(filled + 1, MOST_ROWS))


def draw(sheet: S, thing: str, filled: int, draw_row: Callable[[S, int], None], full: str) -> None:
    """Draws the rows of a list, each in a place of its own.

    Args:
        thing: what each row is, in the name of its place.
        full: what is said below a list that takes no further row.
    """
    for i in to_draw(filled):
        with st.container(key=f"row-{thing}-{i}"):
            draw_row(sheet, i)
    if filled >= MOST_ROWS:
        st.caption(full)


@dataclass(frozen=True)
class RowFields(Generic[Row]):
    """How the rows of a list stand in widgets.

    Attributes:
        empty: a row in which nothing is written.
        attributes: the row's attribute for each widget field.
        is_filled: False for a row that need not be kept.
        due: the date field in which the row's `due` stands in words; "" without one.
    """

    empty: Row
    attributes: Mapping[str, str]
    is_filled: Callable[[Any], bool] = lambda row: not row.is_empty()
    due: str = ""

    def values(self, rows: Sequence[Row], key: Key) -> dict[str, Any]:
        """Returns what the fields of all rows to draw hold, by widget key."""
        values = {}
        for i in to_draw(len(rows)):
            row = self._row(rows, i)
            for field, attribute in self.attributes.items():
                values[key(field, i)] = getattr(row, attribute)
            if self.due:
                values[key(self.due, i)] = date_fields.field_words(row.due)
        return values

    def read(
        self, rows: Sequence[Row], key: Key, values: Mapping[str, Any], zone: str = ""
    ) -> tuple[Row, ...]:
        """Returns the rows that these values make, without the empty ones at their end.

        Args:
            rows: the rows as they are stored; what has no field stays as it is there.
            zone: whose calendar the dates go by.
        """
        found = []
        for i in to_draw(len(rows)):
            row = self._row(rows, i)
            changes = {}
            for field, attribute in self.attributes.items():
                changes[attribute] = values[key(field, i)] or getattr(self.empty, attribute)
            if self.due:
                words = values[key(self.due, i)]
                changes["due"] = date_fields.read_due_or_keep(words, zone, row.due)
            found.append(replace(row, **changes))
        while found and not self.is_filled(found[-1]):
            found.pop()
        return tuple(found)

    def _row(self, rows: Sequence[Row], i: int) -> Any:
        return rows[i] if i < len(rows) else self.empty
