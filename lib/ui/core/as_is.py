"""Words that a translating browser leaves alone: what is echoed while a person types.

Google Translate puts elements of its own in the place of each text. A line that changes afterwards
would go on showing what stood there before, and a wrong date would look like the right one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_SCRIPT = Path(__file__).with_name("as_is.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("as_is", js=_SCRIPT)


def container(key: str) -> DeltaGenerator:
    """Returns a container whose words stay as they are, in whatever language the page is read."""
    return st.container(key=f"as-is-{key}")


def watch() -> None:
    """Has the browser mark these containers, on this page and on all that follow."""
    with st.container(key="as.is"):
        _component(key="as.is.watch")
