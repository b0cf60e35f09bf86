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
    if isinstance(store.trouble, TooNew) or st.query_params.get("part") == PART:
        return
    found = unread.found(store)
    if not found.rows:
        return
    with st.container(key="frame.unread", horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/help_center: {plain(_sentence(found))}", width="stretch")
        label = "Look at it" if len(found.rows) == 1 else "Look at them"
        page_button(label, "frame.unread.look", "settings", {"part": PART}, primary=False)


def _sentence(found: unread.Found) -> str:
    number = len(found.rows)
    named = f": {found.rows[0].words}" if number == 1 else ""
    first = f"{count(number, 'record', 'records')} cannot be opened{named}."
    if found.hidden:
        others = count(found.hidden, "other that belongs", "others that belong")
        first += f" {others} to {'it' if number == 1 else 'them'} cannot be shown."
    return f"{first} Nothing was deleted."
