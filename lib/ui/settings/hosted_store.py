"""A hosted store in Settings: where it is, its size, and moving data to it and back."""

from __future__ import annotations

import streamlit as st

from lib.actions import copies, moving
from lib.domain.errors import FollowThroughError
from lib.store.file.place import data_folder
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import hosted


def draw_place(store: Store) -> None:
    """Draws which database it is, and what takes the room there."""
    st.caption(
        f"Everything lies in your own database ({plain(store.home.words)}). Copies are made there "
        "by themselves, one every ten minutes while you work and one a day."
    )
    try:
        sizes = store.home.sizes()
    except FollowThroughError as fault:
        st.caption(plain(fault.sentence))
        return
    st.caption(
        f"It takes {_megabytes(sizes.all)} there: {_megabytes(sizes.data)} are your data, "
        f"{_megabytes(sizes.copies)} its copies, and the rest is what was replaced and not cleared "
        "away yet."
    )
    st.button(
        "Make it smaller",
        key="settings.hosted.smaller",
        icon=":material/compress:",
        on_click=_do,
        args=("smaller",),
    )


def draw_ways() -> None:
    """Draws the move between a file on this computer and the database; not on a wiped disk."""
    store = session.store()
    if not store.is_hosted or hosted.wiped_disk():
        return
    st.subheader("Move", anchor=False)
    try:
        there = moving.counted(open_store(data_folder()))
        here = moving.counted(store)
    except FollowThroughError as fault:
        st.caption(plain(fault.sentence))
        return
    st.caption(f"On this computer, in a file: {plain(there)}. In the database: {plain(here)}.")
    with st.container(horizontal=True):
        _move_button("From this computer into the database", "bring", empty=there)
        _move_button("From the database to this computer", "take", empty=here)
    st.caption(
        "Everything on the other side becomes as it is on this one, and both are counted "
        "afterwards. What stood there before is kept as an older state."
    )


def _move_button(label: str, what: str, *, empty: str) -> None:
    is_empty = empty == copies.NOTHING
    key = f"settings.hosted.{what}"
    st.button(label, key=key, on_click=_do, args=(what,), disabled=is_empty)


def _do(what: str) -> None:
    """Does one of the three, and has the next run show what it did."""
    if what == "smaller":
        done = session.attempt(moving.make_smaller)
    else:
        action = moving.bring_from if what == "bring" else moving.take_to
        done = session.attempt(action, open_store(data_folder()))
    if done is not None:
        st.session_state[session.SAID] = done.did


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
