"""A hosted store in Settings: where it is, its size, and moving data to it and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.actions import copies, moving
from lib.actions.done import Done
from lib.domain.errors import FollowThroughError
from lib.store.file.place import data_folder
from lib.store.opening import open_store
from lib.store.repository import Store
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import hosted
from lib.ui.shared.controls import callback_button


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
    callback_button(
        "Make it smaller", "settings.hosted.smaller", (_do, moving.make_smaller), icon="compress"
    )


def draw_ways() -> None:
    """Draws the move between a file on this computer and the database; not on a wiped disk."""
    store = session.store()
    if not store.is_hosted or hosted.wiped_disk():
        return
    st.subheader("Move", anchor=False)
    try:
        on_disk = open_store(data_folder())
        there, here = moving.counted(on_disk), moving.counted(store)
    except FollowThroughError as fault:
        st.caption(plain(fault.sentence))
        return
    st.caption(f"On this computer, in a file: {plain(there)}. In the database: {plain(here)}.")
    with st.container(horizontal=True):
        callback_button(
            "From this computer into the database",
            "settings.hosted.bring",
            (_do, moving.bring_from, on_disk),
            disabled=there == copies.NOTHING,
        )
        callback_button(
            "From the database to this computer",
            "settings.hosted.take",
            (_do, moving.take_to, on_disk),
            disabled=here == copies.NOTHING,
        )
    st.caption(
        "Everything on the other side becomes as it is on this one, and both are counted "
        "afterwards. What stood there before is kept as an older state."
    )


def _do(action: Callable[..., Done], *args: Any) -> None:
    """Does that, and has the next run show what it did."""
    done = session.act(action, *args)
    if done is not None:
        st.session_state[session.SAID] = done.did


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
