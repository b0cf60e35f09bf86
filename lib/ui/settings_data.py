"""Where the data lies, the last actions, and starting over."""

from __future__ import annotations

import streamlit as st

from lib.actions import history, settings
from lib.ui import parts, session
from lib.ui.shown import plain

ACTIONS_SHOWN = 10


def draw() -> None:
    """The data's place, what was done last, and the way to erase everything."""
    st.subheader("Your data", anchor=False)
    store = session.store()
    st.caption("Everything lies in one file on this computer; nothing is sent anywhere.")
    st.code(str(store.file), language=None)
    _last_actions()
    _erase()


def _last_actions() -> None:
    entries = [entry for entry in session.store().entries() if entry.undone_at is None]
    if not entries:
        return
    with st.expander(f"What you did last ({len(entries)})"):
        for entry in entries[:ACTIONS_SHOWN]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"row-entry-{entry.id}"):
                did = entry.did or "Typed something, and it was saved"
                st.markdown(f"{plain(did)}  \n:gray[{plain(parts.moment_words(entry.at))}]", width="stretch")
                st.button(
                    "Undo",
                    key=f"settings.undo.{entry.id}",
                    on_click=session.act,
                    args=(history.undo, entry.id),
                )


def _erase() -> None:
    with st.expander("Erase everything"):
        st.markdown(
            "This takes away every job, interview, note and date. One last copy is kept for 30 days in a "
            "folder beside the data; after that it is gone."
        )
        st.text_input(f"Type “{settings.ERASE_WORDS}” to confirm", key="settings.erase.words")
        st.button(
            "Erase everything", key="settings.erase", on_click=_erase_now, icon=":material/delete_forever:"
        )


def _erase_now() -> None:
    typed = st.session_state.get("settings.erase.words") or ""
    done = session.attempt(settings.erase, typed)
    if done is not None:
        st.session_state.clear()
        st.session_state[session.SAID] = done.did
