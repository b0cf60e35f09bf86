"""The page in place of every other while the data cannot be opened."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import streamlit as st

from lib.actions import copies
from lib.domain.dates import spoken
from lib.domain.english import DateStyle
from lib.domain.store_errors import Damaged, StoreError, Unreachable
from lib.store.repository import Copy
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import erasing, frame, hosted, labels
from lib.ui.shared.controls import action_button, callback_button, download_button


def found() -> StoreError | None:
    """Why no page can be drawn; None if all is well."""
    try:
        session.reader()
    except StoreError as trouble:
        return trouble
    return None


def draw(trouble: StoreError) -> None:
    """What happened, what is safe, and every way on."""
    frame.style()
    with st.container(key="frame.narrow"):
        if isinstance(trouble, Unreachable):
            st.title("Waiting for your database", anchor=False)
            hosted.say_waiting(trouble, _moment)
            _open_by_itself()
        else:
            st.title("Your data cannot be opened", anchor=False)
            st.error(plain(trouble.sentence), icon=":material/lock:")
        frame.fault()
        st.markdown(
            "What you were typing is kept in this browser, and comes back once the data is open "
            "again."
        )
        callback_button("Try again", "trouble.again", hosted.ask_again, type="primary")
        if isinstance(trouble, Damaged):
            _ways_on()


def draw_rest(trouble: Unreachable) -> None:
    """Stands in place of the rest of a page, which nothing is known of until it was read once."""
    with st.container(key="trouble.rest"):
        st.subheader("The rest of this page waits for your database", anchor=False)
        hosted.say_waiting(trouble)
        callback_button("Try again", "trouble.rest.again", hosted.ask_again)
    _go_on_by_itself()


@st.fragment(run_every=hosted.LOOK_EVERY)
def _open_by_itself() -> None:
    """Draws nothing; reruns the page once the data can be opened."""
    if found() is None:
        st.rerun()


@st.fragment(run_every=hosted.LOOK_EVERY)
def _go_on_by_itself() -> None:
    """Draws nothing; reruns the page once the address book, too, can be read."""
    with suppress(StoreError):
        session.store().book.read()
        st.rerun()


def _ways_on() -> None:
    store = session.store()
    st.subheader("Other ways on", anchor=False)
    for copy in store.copies():
        _copy(copy)
    download_button(
        "Save the damaged file elsewhere", "trouble.damaged", store.home.damaged, store.home.name
    )
    erasing.draw()


def _copy(copy: Copy) -> None:
    name = copy.place.replace("/", ".")
    with frame.line(f"row-copy-{name}"):
        st.markdown(
            plain(f"The copy of {_moment(copy.at)}, {labels.WHY_WORDS[copy.why]}"), width="stretch"
        )
        action_button("Open this copy", f"trouble.open.{name}", (copies.open_instead, copy))


def _moment(at: datetime) -> str:
    # The profile, and so the person's own clock, cannot be read now.
    return spoken.moment(at, session.guessed_zone(), DateStyle(session.guessed_english()))
