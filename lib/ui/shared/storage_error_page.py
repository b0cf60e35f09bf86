"""The page in place of every other while the data cannot be opened."""

from __future__ import annotations

import streamlit as st

from lib.actions import copies
from lib.domain.dates import spoken
from lib.domain.english import DateStyle
from lib.domain.store_errors import Damaged, StoreError
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
        # The profile, and so the person's own clock, cannot be read now.
        style = DateStyle(session.guessed_english())
        at = spoken.moment(copy.at, session.guessed_zone(), style)
        st.markdown(plain(f"The copy of {at}, {labels.WHY_WORDS[copy.why]}"), width="stretch")
        action_button("Open this copy", f"trouble.open.{name}", (copies.open_instead, copy))
