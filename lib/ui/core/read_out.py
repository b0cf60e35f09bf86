"""What a screen reader reads out: the words as they were typed.

A field's accessible name is its label with all that `markdown_escape` put between the signs. Once
the label is drawn, none of that is needed any more, and the browser takes it out again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPT = Path(__file__).with_name("read_out.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("read_out", js=_SCRIPT)


def watch() -> None:
    """Has the browser take the signs out, on this page and on all that follow."""
    with st.container(key="read.out"):
        _component(key="read.out.watch")
