"""Lists that may grow long: the first rows at once, the others when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from lib.ui.shared.controls import callback_button

Row = TypeVar("Row")
AT_ONCE = 25


def draw(
    rows: Sequence[Row], draw_row: Callable[[Row], None], *, key: str, at_once: int = AT_ONCE
) -> None:
    """The first rows, and a button for the rest; `key` remembers that they were asked for."""
    shown = rows if st.session_state.get(key) else rows[:at_once]
    for row in shown:
        draw_row(row)
    if len(shown) < len(rows):
        callback_button(f"Show {len(rows) - len(shown)} more", f"{key}.button", (_show_all, key))


def _show_all(key: str) -> None:
    st.session_state[key] = True
