"""The fields of a round that both forms have: which round, how people meet, from when to when."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from lib.ui.core import session
from lib.ui.shared.controls import word_choice
from lib.ui.shared.labels import FORMAT_WORDS, ROUND_WORDS


def draw_round_fields(kind_key: str, format_key: str) -> None:
    """Which round it is, and how people meet."""
    word_choice(st.pills, "Which round?", ROUND_WORDS, kind_key, required=True)
    word_choice(st.segmented_control, "How?", FORMAT_WORDS, format_key, required=True)


def draw_clock_fields(from_key: str, to_key: str) -> None:
    """From when to when."""
    shown: Literal["24h", "12h"] = "24h" if session.profile().clock_24h else "12h"
    left, right = st.columns(2, wrap=False)
    left.time_input("From", value=None, key=from_key, step=300, format=shown)
    right.time_input("To", value=None, key=to_key, step=300, format=shown)
