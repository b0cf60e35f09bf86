"""The line on every page about records that cannot be read."""

from __future__ import annotations

import streamlit as st

from lib.actions import unread
from lib.domain.store_errors import TooNew
from lib.ui.core import session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared.controls import page_button

PART = "unread"
"""What stands in the address of Settings when it shows these records."""


def draw() -> None:
    """Draws how many records cannot be read and the way to them; nothing if all can."""
    store = session.store()
    if isinstance(store.trouble, TooNew):
        return
    found = unread.found(store)
    if not found.rows:
        return
    with st.container(key="frame.unread"):
        st.warning(plain(_sentence(found)), icon=":material/help_center:")
        label = "Look at it" if len(found.rows) == 1 else "Look at them"
        page_button(label, "frame.unread.look", "settings", {"part": PART}, primary=False)


def _sentence(found: unread.Found) -> str:
    number = len(found.rows)
    named = f": {found.rows[0].words}" if number == 1 else ""
    kept = "It is kept as it is" if number == 1 else "They are kept as they are"
    first = f"{count(number, 'record', 'records')} cannot be read{named}."
    hidden = ""
    if found.hidden:
        whose = "it" if number == 1 else "them"
        verb = "is" if found.hidden == 1 else "are"
        what = count(found.hidden, "record", "records")
        hidden = f" {what} that {'belongs' if found.hidden == 1 else 'belong'} to {whose} {verb}"
        hidden += " not shown until then."
    return f"{first} {kept}, and everything else works.{hidden}"
