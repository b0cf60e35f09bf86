"""Two versions of one field, of which the person chooses one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lib.ui.core import autosave, unsaved_text
from lib.ui.core.autosave import Saved
from lib.ui.core.markdown_escape import plain
from lib.ui.shared.controls import callback_button

CHANGED_ELSEWHERE = "This was changed in another window while you were typing here."
SAVED_SINCE = "You were typing here when the page went away, and something else was saved since."


def draw_conflicts(saved: Saved) -> None:
    """Draws both versions of each field that another window changed too."""
    sheet = saved.sheet
    with st.container(key=f"{sheet.name}.clashes"):
        for one in saved.conflicts:
            there, here = sheet.in_words(one.elsewhere), sheet.in_words(one.here)
            _draw_versions(
                f"{sheet.name}.clash.{one.key}",
                CHANGED_ELSEWHERE,
                {"There": there, "Here": here},
                {
                    "Keep what is here": (autosave.choose, sheet.name, one, one.here),
                    "Take the other": (autosave.choose, sheet.name, one, one.elsewhere),
                },
            )


def draw_offered() -> None:
    """Draws each text that was typed before the page went away, with what was saved since."""
    for one in unsaved_text.offered():
        _draw_versions(
            f"frame.offer.{one.key}",
            SAVED_SINCE,
            {"Saved": one.saved, "Typed": one.text},
            {
                "Use what I typed": (unsaved_text.take_offered, one),
                "Keep what is saved": (unsaved_text.drop_offered, one),
            },
        )


def _draw_versions(
    key: str, why: str, versions: dict[str, str], choices: dict[str, tuple[Any, ...]]
) -> None:
    with st.container(border=True, key=key):
        st.markdown(f"**{why}**")
        for name, words in versions.items():
            st.markdown(f"{name}: {plain(words) or '(empty)'}")
        with st.container(horizontal=True):
            for label, does in choices.items():
                callback_button(label, f"{key}.{label}", does)
