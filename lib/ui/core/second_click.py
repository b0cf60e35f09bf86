"""The second half of a double click presses nothing but what the first one pressed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPT = Path(__file__).with_name("second_click.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("second_click", js=_SCRIPT)


def watch() -> None:
    """Has the browser heed it on this page and, until it is left or loaded anew, on all others."""
    with st.container(key="second.click"):
        _component(key="second.click.watch")
