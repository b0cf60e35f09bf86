"""The ways out of here into the calendar that a person lives by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.domain.followups.entry import Entry
from lib.formats.calendar.links import google_url, outlook_url
from lib.ui.shared.controls import download_button

NAME = "Follow Through"


def everything(entries: Sequence[Entry]) -> None:
    """One button for a file of all entries, and one line on what to do with it."""
    if not entries:
        return
    download_button(
        "Put it all in my own calendar",
        "calendar.everything",
        partial(_file, tuple(entries)),
        "follow-through.ics",
        icon="download",
    )
    st.caption(
        "Apple Calendar and Outlook: open the file. Google Calendar, on a computer: Settings, "
        "Import; it drops the reminders, so set your own there."
    )


def one(entry: Entry, *, key: str) -> None:
    """A file and two links for one entry, behind one button."""
    with st.popover("Into my own calendar", icon=":material/event_available:", type="tertiary"):
        download_button(
            "File for Apple or Outlook (.ics)",
            f"{key}.file",
            partial(_single, entry),
            "follow-up.ics",
        )
        st.link_button("Google Calendar", google_url(entry), key=f"{key}.google")
        st.link_button("Outlook on the web", outlook_url(entry), key=f"{key}.outlook")


def _file(entries: tuple[Entry, ...]) -> bytes:
    from lib.formats.calendar import ics

    return ics.calendar_file(entries, name=NAME)


def _single(entry: Entry) -> bytes:
    from lib.formats.calendar import ics

    return ics.entry_file(entry)
