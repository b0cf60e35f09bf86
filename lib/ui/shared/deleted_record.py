"""A record that a page was working on and that is deleted: by which action, and what was typed.

Another window may delete a round or a job while somebody types into it here. The page then moves on
to nothing else by itself: what was typed stands on the screen until the person brings the record
back, which puts it into its fields again, or lets it go.
"""

from __future__ import annotations

import streamlit as st

from lib.actions import history
from lib.domain.records import Record
from lib.store.repository import Entry, Reader
from lib.store.tables import TABLES
from lib.ui.core import autosave, navigation, session
from lib.ui.core.autosave import Values
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import frame
from lib.ui.shared.controls import callback_button


def stop_if_deleted(reader: Reader, kind: type[Record], name: str, page: str, sheets: str) -> None:
    """Ends the run with what is to be said, if the record that the page works on is not there.

    Args:
        name: what names the record in the page's address.
        page: where to go on without it.
        sheets: how the names of its sheets begin.
    """
    id = st.query_params.get(name) or _typed_into_deleted(reader, kind, sheets)
    if not id or reader.find(kind, id) is not None:
        return
    typed, removal = autosave.unsaved(f"{sheets}{id}"), _removal(kind, id)
    if not typed and removal is None:
        _say_it_is_unknown(kind, page)
        st.stop()
    _keep(typed)
    frame.page(f"This {kind.__name__.lower()} is not there any more", scope=f"deleted.{id}")
    _say_what_happened(removal, typed)
    with frame.line("gone.ways"):
        if removal is not None:
            callback_button(
                "Bring it back",
                "gone.back",
                (_bring_back, removal, name, id),
                type="primary",
                icon="undo",
            )
        callback_button("Let it go", "gone.leave", (_let_go, f"{sheets}{id}"))
        navigation.link(page, "Go on without it")
    st.stop()


def _say_it_is_unknown(kind: type[Record], page: str) -> None:
    """Says that the address names nothing, so that no other record is taken for the one meant."""
    noun = kind.__name__.lower()
    frame.page(f"This {noun} was not found", scope="deleted.unknown")
    st.write(
        f"The address names no {noun} that is here. It may have been deleted long ago, or the "
        "address may be cut short."
    )
    navigation.link(page, "Go on without it", icon="arrow_forward")


def _keep(typed: Values) -> None:
    """Keeps the values of fields that are not drawn, for the run in which they are drawn again."""
    for key, value in typed.items():
        hold(key, value)  # so that the browser is told of it then
        st.session_state[key] = value  # or Streamlit forgets it, like every field that is not drawn


def _say_what_happened(removal: Entry | None, typed: Values) -> None:
    with st.container(key="lead-gone"):
        did = f" (“{removal.did}”)" if removal and removal.did else ""
        st.markdown(
            plain(f"It was removed{did} while it was open here, perhaps in another window.")
        )
        texts = [words for words in typed.values() if isinstance(words, str) and words.strip()]
        if texts:
            st.markdown("**Not saved, but not lost: this is what you typed here.**")
        for words in texts:
            st.code(words, language=None, wrap_lines=True)
        if removal is not None:
            st.caption("Bring it back, and what you typed stands in its field again and is saved.")


def _typed_into_deleted(reader: Reader, kind: type[Record], sheets: str) -> str:
    """Returns the id of a deleted record with unsaved text, if the address is empty."""
    if st.query_params:
        return ""
    for name in autosave.opened_sheets():
        id = name.removeprefix(sheets)
        if id != name and reader.find(kind, id) is None and autosave.unsaved(name):
            return id
    return ""


def _removal(kind: type[Record], id: str) -> Entry | None:
    """The last thing done to the record, which deleted it; None if that is not known any more."""
    record = TABLES[kind], id
    return next((one for one in session.store().entries() if record in one.touched), None)


def _bring_back(removal: Entry, address: str, id: str) -> None:
    if session.act(history.undo, removal.id) is not None:
        st.query_params[address] = id


def _let_go(name: str) -> None:
    autosave.forget(name)
    st.query_params.clear()
