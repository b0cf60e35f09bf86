"""A hosted store in Settings: where it is, how much room it takes, and the way to it and back."""

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
    """Which database it is, and what takes the room there."""
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
        f"{_megabytes(sizes.copies)} its copies, and the rest is what was replaced and not cleared away yet."
    )
    st.button(
        "Make it smaller",
        key="settings.hosted.smaller",
        icon=":material/compress:",
        on_click=_do,
        args=("smaller",),
    )


def draw_ways() -> None:
    """From a file on this computer into the database and back; not where the disk is wiped."""
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
        _way("From this computer into the database", "settings.hosted.bring", "bring", empty=there)
        _way("From the database to this computer", "settings.hosted.take", "take", empty=here)
    st.caption(
        "Everything on the other side becomes as it is on this one, and both are counted afterwards. What "
        "stood there before is kept as an older state."
    )


def _way(label: str, key: str, what: str, *, empty: str) -> None:
    st.button(label, key=key, on_click=_do, args=(what,), disabled=empty == copies.NOTHING)


def _do(what: str) -> None:
    """Does one of the three, and has the next run say what came of it."""
    if what == "smaller":
        done = session.attempt(moving.make_smaller)
    else:
        action = moving.bring_from if what == "bring" else moving.take_to
        done = session.attempt(action, open_store(data_folder()))
    if done is not None:
        st.session_state[session.SAID] = done.did


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
