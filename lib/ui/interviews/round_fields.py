"""The fields of a round that both forms have: which round, how people meet, from when to when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Literal

import streamlit as st

from lib.domain.interviews import minutes_between
from lib.ui.core import session
from lib.ui.shared.controls import word_choice
from lib.ui.shared.labels import FORMAT_WORDS, ROUND_WORDS

AN_HOUR = 60
"""Minutes."""


def draw_round_fields(kind_key: str, format_key: str) -> None:
    """Which round it is, and how people meet."""
    word_choice(st.pills, "Which round?", ROUND_WORDS, kind_key, required=True)
    word_choice(st.segmented_control, "How?", FORMAT_WORDS, format_key, required=True)


def _have_end_follow(from_key: str, to_key: str, before: time | None) -> None:
    """Moves the end with the start, so that the length stays; an hour if there was none."""
    start, end = st.session_state.get(from_key), st.session_state.get(to_key)
    if start is None:
        return
    length = minutes_between(before, end) if before and end else AN_HOUR
    if length > 0:
        moved = datetime.combine(date.min, start) + timedelta(minutes=length)
        st.session_state[to_key] = moved.time()


def draw_clock_fields(from_key: str, to_key: str) -> None:
    """From when to when."""
    shown: Literal["24h", "12h"] = "24h" if session.profile().clock_24h else "12h"
    left, right = st.columns(2, wrap=False)
    before = st.session_state.get(from_key)
    left.time_input(
        "From",
        value=None,
        key=from_key,
        step=300,
        format=shown,
        on_change=_have_end_follow,
        args=(from_key, to_key, before),
    )
    right.time_input("To", value=None, key=to_key, step=300, format=shown)
