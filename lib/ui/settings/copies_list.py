"""Older states of the data: a list, a look inside, and the way back."""

from __future__ import annotations

import streamlit as st

from lib.actions import copies
from lib.domain.errors import FollowThroughError
from lib.domain.store_errors import StoreError
from lib.store.repository import Copy
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.settings import copy_view
from lib.ui.shared import date_words, frame, labels, long_lists
from lib.ui.shared.controls import callback_button, download_button

OPEN = "settings.copy"


def draw() -> None:
    """Every copy there is; the one that was chosen is open."""
    st.subheader("Older states", anchor=False)
    try:
        found, of_book = session.store().copies(), session.store().book.copies()
    except StoreError as trouble:
        st.caption(plain(trouble.sentence))
        return
    if not found:
        st.caption(
            "A copy is made with your first words, and then every ten minutes while you work."
        )
    _listed(found, "Look into a copy, and go back to it", "settings.copies")
    _listed(of_book, "Older states of the address book", "settings.copies.book")


def _listed(found: tuple[Copy, ...], label: str, key: str) -> None:
    if not found:
        return
    open_now = any(_name(copy) == st.session_state.get(OPEN) for copy in found)
    with st.expander(f"{label} ({len(found)})", expanded=open_now):
        long_lists.draw(found, _row, key=key, at_once=long_lists.FEW)


def _row(copy: Copy) -> None:
    name = _name(copy)
    open_now = st.session_state.get(OPEN) == name
    with frame.line(f"row-copy-{name}"):
        made = f"{labels.WHY_WORDS[copy.why]}, {_kilobytes(copy.size)}"
        st.markdown(f"{plain(date_words.moment_words(copy.at))}  \n:gray[{made}]", width="stretch")
        callback_button(
            "Close" if open_now else "Look inside",
            f"settings.copy.{name}",
            (_turn, None if open_now else name),
        )
    if open_now:
        _inside(copy)


def _inside(copy: Copy) -> None:
    store = copies.owner(session.store(), copy)
    with st.container(key="card-copy"):
        try:
            copy_view.draw(store.look_into(copy), store.read())
        except FollowThroughError as fault:
            st.error(plain(fault.sentence), icon=":material/error:")
            return
        with st.container(horizontal=True):
            callback_button(
                "Go back to this", "settings.copy.back", (_go_back, copy), icon="history"
            )
            download_button(
                "Save this copy", "settings.copy.download", store.home.content_of(copy), copy.name
            )
        st.caption("What stands now is copied first, and going back can be taken back.")


def _go_back(copy: Copy) -> None:
    done = session.act(copies.go_back, copy, zone=session.zone())
    if done is not None:
        _turn(None)


def _turn(name: str | None) -> None:
    st.session_state[OPEN] = name


def _name(copy: Copy) -> str:
    """What tells one copy from another: where it lies in the data folder."""
    return f"{copy.of}.{copy.place}".replace("/", ".")


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1024)):,} KB"
