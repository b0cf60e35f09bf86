"""Where the data lies, what was done last, older states, taking it along, and starting over."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from lib.actions import history
from lib.domain.store_errors import Unreachable
from lib.store.copies import BACKUPS
from lib.store.repository import Entry, Store
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.settings import copies_list, exchange_file, hosted_store, unread_rows
from lib.ui.shared import date_words, erasing, frame, long_lists
from lib.ui.shared.controls import action_button


def draw() -> None:
    """Everything about the data itself."""
    unread_rows.draw()
    _place()
    _last_actions()
    copies_list.draw()
    exchange_file.draw()
    hosted_store.draw_ways()
    erasing.draw()


def _place() -> None:
    st.subheader("Where it is", anchor=False)
    store = session.store()
    if store.is_hosted:
        hosted_store.draw_place(store)
    else:
        _folder(store)
    with suppress(Unreachable):
        for path in (*store.home.set_aside(), *store.book.home.set_aside()):
            st.caption(f":material/healing: A damaged file was kept as {plain(path)}")


def _folder(store: Store) -> None:
    st.caption(
        "Everything lies in one file on this computer; nothing is sent anywhere. Copies are made "
        "by themselves, in the folder “backups” beside it."
    )
    st.code(str(store.file), language=None)
    st.code(str(store.folder / BACKUPS), language=None)
    if store.book.home.size:
        st.caption(
            "The address book that you brought in lies in a file of its own, with copies of its "
            "own:"
        )
        st.code(str(store.book.file), language=None)


def _last_actions() -> None:
    st.subheader("What you did last", anchor=False)
    entries = [entry for entry in history.entries(session.store()) if entry.undone_at is None]
    if not entries:
        st.caption("What you do stands here, and each of the last 50 actions can be taken back.")
        return
    with st.expander(
        f"The last {len(entries)}, each with its Undo" if len(entries) > 1 else "One action"
    ):
        long_lists.draw(entries, _action, key="settings.actions", at_once=long_lists.FEW)


def _action(entry: Entry) -> None:
    with frame.line(f"row-entry-{entry.id}"):
        did = plain(history.words(entry, session.reader()))
        st.markdown(f"{did}  \n:gray[{plain(date_words.moment_words(entry.at))}]", width="stretch")
        action_button("Undo", f"settings.undo.{entry.id}", (history.undo, entry.id))
