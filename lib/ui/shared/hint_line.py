"""The one line under a blank that says what to look at, with a tap where the mend is certain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.ui.core.markdown_escape import plain
from lib.ui.shared.controls import callback_button
from lib.words.hints.hint_shapes import Hint


def draw_hint(
    hint: Hint | None, key: str = "", on_mend: Callable[..., None] | None = None, *args: Any
) -> None:
    """Draws the hint, and its button if it can be mended by a tap; nothing without a hint."""
    if hint is None:
        return
    with st.container(gap=None, key=f"{key}.line" if key else None):
        st.caption(f":material/lightbulb: {plain(hint.advice)}")
        if hint.mended and on_mend:
            callback_button(plain(hint.label), key, (on_mend, *args), type="tertiary")
