"""A page that the browser translates goes on showing what it is told to, and does not break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPT = Path(__file__).with_name("translated.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("translated", js=_SCRIPT)


def watch() -> None:
    """Has what a translator put in the place of a text follow it, on this page and all others."""
    with st.container(key="translated"):
        _component(key="translated.watch")
