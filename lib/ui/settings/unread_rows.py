"""Records that cannot be read: each with what it holds, and what can be done with it."""

from __future__ import annotations

import streamlit as st

from lib.actions import unread
from lib.actions.unread import Row
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import frame, long_lists
from lib.ui.shared.controls import action_button


def draw() -> None:
    """Draws what cannot be read, and what was kept aside; nothing where there is neither."""
    store = session.store()
    rows, aside = unread.found(store).rows, unread.set_aside(store)
    if rows:
        st.subheader("What cannot be opened", anchor=False)
        st.caption(
            "These do not show in the app, but they are still saved. A newer version of the app "
            "may be able to open them."
        )
        long_lists.draw(rows, _unread, key="settings.unread")
    if aside:
        st.subheader("Kept aside", anchor=False)
        with st.expander(f"Records that cannot be opened, kept aside ({len(aside)})"):
            long_lists.draw(aside, _aside, key="settings.aside")


def _unread(row: Row) -> None:
    _draw_row(row)
    with frame.line(f"row-unread-{row.key}"):
        action_button("Keep aside", f"settings.unread.keep.{row.key}", (unread.keep_aside, row))
        action_button("Delete", f"settings.unread.delete.{row.key}", (unread.delete, row))


def _aside(row: Row) -> None:
    _draw_row(row)
    with frame.line(f"row-aside-{row.key}"):
        action_button("Put back", f"settings.aside.back.{row.key}", (unread.put_back, row))
        action_button("Delete", f"settings.aside.delete.{row.key}", (unread.delete_aside, row))


def _draw_row(row: Row) -> None:
    words = row.words[:1].upper() + row.words[1:]
    st.markdown(f"**{plain(words)}**  \n{plain(_why(row))}")
    with st.expander("See everything in it"):
        st.code(row.text, language=None, wrap_lines=True)


def _why(row: Row) -> str:
    return f"Why: {row.why}." if row.why else ""
