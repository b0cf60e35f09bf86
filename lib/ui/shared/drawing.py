"""Shows a picture that the app drew itself, in the ink of the page around it.

Its text was escaped where it was made. It is read as XML, so that broken markup shows nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_STYLE = Path(__file__).with_name("drawing.css").read_text(encoding="utf-8")
_SHOW = """
export default function ({ data, parentElement }) {
  const drawn = new DOMParser().parseFromString(data.drawn, "application/xhtml+xml");
  const figure = drawn.documentElement;
  parentElement.querySelectorAll("figure").forEach((old) => old.remove());
  if (figure.localName === "figure") parentElement.append(document.importNode(figure, true));
}
"""

_component: Callable[..., Any] = st.components.v2.component(
    "follow_through.drawing", css=_STYLE, js=_SHOW
)


def show(drawn: str, *, key: str) -> None:
    """Shows the drawing as wide as there is room."""
    _component(key=key, data={"drawn": drawn}, height="content")
