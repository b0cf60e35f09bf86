"""The ways out of here into the calendar that a person lives by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.actions import calendar_files
from lib.domain.english import English
from lib.domain.followups.entry import Entry
from lib.formats.calendar.links import google_url, outlook_url
from lib.store.repository import Store
from lib.ui.core import session
from lib.ui.shared.controls import download_button


def everything(entries: Sequence[Entry]) -> None:
    """One button for a file of all entries, and one line on what to do with it.

    It stays after the last entry is gone, for the file that cancels what was given out.
    """
    if not entries and not calendar_files.cancellations(session.reader(), session.now()):
        return
    download_button(
        "Put it all in my own calendar",
        "calendar.everything",
        partial(_file, session.store(), session.english()),
        "follow-through.ics",
        icon="download",
    )
    st.caption(
        "Apple Calendar and Outlook: open the file. Google Calendar, on a computer: Settings, "
        "Import; it drops the reminders, so set your own there. Bring the file in again after "
        "changes: what you let go or deleted is canceled there."
    )


def one(entry: Entry, *, key: str) -> None:
    """A file and two links for one entry, behind one button."""
    with st.popover("Into my own calendar", icon=":material/event_available:", type="tertiary"):
        download_button(
            "File for Apple or Outlook (.ics)",
            f"{key}.file",
            partial(_single, session.store(), entry),
            "follow-up.ics",
        )
        st.link_button("Google Calendar", google_url(entry), key=f"{key}.google")
        st.link_button("Outlook on the web", outlook_url(entry), key=f"{key}.outlook")


# Streamlit calls these when the button is pressed, outside a run of the page.
def _file(store: Store, english: English) -> bytes:
    return calendar_files.whole_file(store, english, now=session.now())


def _single(store: Store, entry: Entry) -> bytes:
    return calendar_files.single_file(store, entry, now=session.now())
