"""Shows an SVG that the app drew itself in the ink of the page, which an image would not take.

The text in it was escaped where it was drawn. It is read as XML and put in as a drawing, never as
markup.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import streamlit as st

_SHOW = """
export default function ({ data, parentElement }) {
  const drawing = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement;
  parentElement.querySelectorAll("svg").forEach((old) => old.remove());
  if (drawing.tagName === "svg") parentElement.append(document.importNode(drawing, true));
}
"""


def show(svg: str, *, key: str) -> None:
    """Shows the drawing as wide as there is room."""
    _show()(key=key, data={"svg": svg}, height="content")


@functools.cache
def _show() -> Callable[..., Any]:
    show: Callable[..., Any] = st.components.v2.component("follow_through.drawing", js=_SHOW)
    return show
