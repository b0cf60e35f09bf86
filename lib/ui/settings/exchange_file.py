"""Taking all data along in one file, and bringing such a file in."""

from __future__ import annotations

import streamlit as st

from lib.actions import copies
from lib.actions.copies import Difference
from lib.domain.errors import FollowThroughError
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.settings import copy_view
from lib.ui.shared import hosted
from lib.ui.shared.controls import callback_button

BROUGHT = "settings.brought"
TURN = "settings.brought.turn"


def draw() -> None:
    """The way out and the way in."""
    st.subheader("Take it with you", anchor=False)
    st.caption(
        "Everything in one file, as plain text: to keep, to read, or to bring in on another "
        "computer."
    )
    hosted.save_everything("settings.take_along")
    with st.expander("Bring a file in"):
        _bring_in()


def _bring_in() -> None:
    brought = st.file_uploader(
        "A file that was saved here, or a copy of the app's own file",
        type=["json"],
        key=f"{BROUGHT}.{st.session_state.get(TURN, 0)}",
    )
    if brought is None:
        st.caption("You see what is in it before anything is changed.")
        return
    content = brought.getvalue()
    try:
        there = copies.look_into(session.store(), content)
    except FollowThroughError as fault:
        st.error(plain(fault.sentence), icon=":material/error:")
        return
    found = copy_view.draw(there.main, session.reader()) if there.main else ()
    book = session.store().book.read()
    if there.book is not None and copies.differences(there.book, book):
        found += copy_view.draw(there.book, book)
    _ways(content, found)


def _ways(content: bytes, found: tuple[Difference, ...]) -> None:
    with st.container(horizontal=True):
        if any(one.only_there for one in found):
            _way("Add what is new", content, replace=False)
        if any(one.only_here or one.changed for one in found):
            _way("Make everything as in the file", content, replace=True)
    if found:
        st.caption("Adding leaves what is here as it is. Both can be taken back.")


def _way(label: str, content: bytes, *, replace: bool) -> None:
    callback_button(
        label, f"{BROUGHT}.{'replace' if replace else 'add'}", (_take, content, replace)
    )


def _take(content: bytes, replace: bool) -> None:
    if session.act(copies.bring_in, content, replace=replace) is not None:
        # A new key empties the uploader.
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
