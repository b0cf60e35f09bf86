"""Whether the page is read on a phone: first guessed from the browser's name, then measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.ui.core import session

NARROWER_THAN = 640
"""Pixels; the same line as in frame.css."""

_MEASURE = """
export default function ({ data, setStateValue }) {
  const narrow = window.matchMedia(`(max-width: ${data.limit}px)`);
  const tell = () => {
    if (narrow.matches !== data.known) setStateValue("narrow", narrow.matches);
  };
  tell();
  narrow.addEventListener("change", tell);
  return () => narrow.removeEventListener("change", tell);
}
"""

_component: Callable[..., Any] = st.components.v2.component("follow_through.screen", js=_MEASURE)


def is_phone(key: str) -> bool:
    """True if the window is as narrow as a phone's; a wrong guess repeats the run."""
    known = (st.session_state.get(key) or {}).get("narrow")
    known = session.is_phone() if known is None else known
    _component(
        key=key,
        data={"limit": NARROWER_THAN, "known": known},
        height="content",
        on_narrow_change=_nothing,
    )
    return bool(known)


def _nothing() -> None:
    """A state value needs a callback to be kept; the run that follows is all that is wanted."""
