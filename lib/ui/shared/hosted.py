"""Warnings on every page of a hosted app: its store does not answer, or its disk is wiped."""

from __future__ import annotations

import functools
import os
from contextlib import suppress
from datetime import timedelta

import streamlit as st

from lib.actions import copies
from lib.domain.english import with_stop
from lib.domain.store_errors import StoreError, Unreachable
from lib.domain.store_news import SayMoment
from lib.formats import exchange
from lib.store.file.place import data_folder
from lib.store.repository import Store
from lib.store.wiped import wiped_by
from lib.ui.core import faults, session, unsaved_text
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words
from lib.ui.shared.controls import callback_button, download_button

LOOK_EVERY = 5
"""Seconds after which a page looks by itself whether the store answers again."""
WAKING = 20.0
"""Seconds for which a silent database may just be waking up, and nothing is wrong yet."""


@functools.cache
def wiped_disk() -> str | None:
    """Returns the name of the host if it wipes this machine's disk, else None."""
    return wiped_by(data_folder(), faults.ROOT, os.environ)


def warn_of_wiped_disk() -> None:
    """Draws the warning about a wiped disk, unless a database is set up."""
    host = None if session.store().is_hosted else wiped_disk()
    if host is None:
        return
    with st.container(key="frame.wiped"):
        st.error(
            f"**What you enter here will be lost.** {plain(host)} wipes this app's disk whenever "
            "it starts it anew. Set up a store that lasts (docs/hosting.md says how), and take "
            "everything with you until then.",
            icon=":material/delete_history:",
        )
        save_everything("frame.wiped.backup")


def trouble_of(store: Store) -> StoreError | None:
    """Returns why the store or the address book cannot be changed now; None if they can."""
    for one in filter(None, (store, store.opened_book)):
        with suppress(StoreError):
            # `trouble` is from the last time it was read, which may have been on another page.
            one.read()
        if one.trouble:
            return one.trouble
    return None


def unreachable(trouble: Unreachable) -> None:
    """Draws since when the store does not answer, what is safe, and what can be done."""
    with st.container(key="frame.unreachable"):
        say_waiting(trouble)
        st.caption(
            "You see what was read last. What you type stays on the screen and in this browser, "
            "and is saved by itself once the database answers."
        )
        with st.container(horizontal=True):
            callback_button("Try again", "frame.unreachable.again", ask_again, icon="refresh")
            save_everything("frame.unreachable.backup")
            if found := unsaved_text.unsaved():
                download_button(
                    "Save what I typed as a file",
                    "frame.unreachable.typed",
                    unsaved_text.as_text(found),
                    "what-i-typed.txt",
                    icon="edit_note",
                )
        _look_again()


def ask_again() -> None:
    """Has the store asked at once, however long it has been silent."""
    with suppress(StoreError):
        session.store().home.ask_again()


def say_waiting(trouble: Unreachable, say: SayMoment = date_words.moment_words) -> None:
    """Draws that and since when the database is waited for; quietly while it may be waking up."""
    words = (
        "Waiting for your database: it has not answered since "
        f"{say(session.now() - timedelta(seconds=trouble.silent_for))} ({trouble.why}). Nothing is "
        "saved until it does."
    )
    saved = session.store().home.last_saved()
    last = with_stop(f" Last saved {say(saved)}") if saved else ""
    if trouble.silent_for < WAKING:
        words += " If it was asleep, it takes some seconds to wake up."
        st.warning(plain(words + last), icon=":material/hourglass_top:")
    else:
        st.error(plain(words + last), icon=":material/cloud_off:")


def save_everything(key: str) -> None:
    """Draws the button that saves all data as one file."""
    download_button(
        "Save everything as a file",
        key,
        _everything,
        exchange.name_of(session.now()),
        icon="download",
    )


def _everything() -> bytes:
    return copies.take_along(session.store(), now=session.now())


@st.fragment(run_every=LOOK_EVERY)
def _look_again() -> None:
    """Draws nothing; reruns the page, which saves what was typed, once the store answers."""
    if trouble_of(session.store()) is None:
        st.rerun()
