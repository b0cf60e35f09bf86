"""Starting over: the way to erase everything, which asks for words first."""

from __future__ import annotations

import streamlit as st

from lib.actions import settings
from lib.ui.core import session
from lib.ui.shared.controls import callback_button


def draw() -> None:
    """The way to start empty, which asks for words; it works on a damaged file, too."""
    st.subheader("Start over", anchor=False)
    with st.expander("Erase everything"):
        st.markdown(
            "This takes away every job, interview, note, date and contact. One last copy is kept "
            "for 30 days in a folder beside the data, and stands among the older states above; "
            "after that it is gone."
        )
        st.text_input(f"Type “{settings.ERASE_WORDS}” to confirm", key="settings.erase.words")
        callback_button("Erase everything", "settings.erase", _erase_now, icon="delete_forever")


def _erase_now() -> None:
    typed = st.session_state.get("settings.erase.words") or ""
    done = session.act(settings.erase, typed)
    if done is not None:
        st.session_state.clear()
        st.session_state[session.SAID] = done.did
