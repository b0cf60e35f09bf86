"""Lists that may grow long: the first rows at once, more of them when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from lib.ui.shared.controls import callback_button

Row = TypeVar("Row")
AT_ONCE = 25
FEW = 8
"""How many rows are drawn at first of a list that is one of several on its page."""


def draw(
    rows: Sequence[Row], draw_row: Callable[[Row], None], *, key: str, at_once: int = AT_ONCE
) -> None:
    """Draws the first rows, and a button for more; `key` remembers how many were asked for."""
    number = st.session_state.get(key) or at_once
    for row in rows[:number]:
        draw_row(row)
    left = len(rows) - number
    if left > 0:
        more = min(left, AT_ONCE)
        label = f"Show {more} more" if more == left else f"Show {more} more of {left:,}"
        callback_button(label, f"{key}.button", (_show, key, number + more))


def _show(key: str, number: int) -> None:
    st.session_state[key] = number
