"""What the calendar page shows and asks: entries, filters, and an answer to what was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from lib.actions import calendar_files, follow_ups
from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.jobs import Job
from lib.store.repository import Reader
from lib.ui.calendar import dialogs
from lib.ui.calendar.component import Clicked, DayClicked, Happened, Moved, Sight
from lib.ui.calendar.look import LOOKS
from lib.ui.core import navigation, screen_width, session
from lib.ui.shared import date_words, followup_panel
from lib.ui.shared.controls import word_choice

KEY = "calendar.grid"


def everything(reader: Reader) -> tuple[Entry, ...]:
    """Returns all that stands on the calendar, as it is in this minute."""
    given = session.english(), session.this_minute()
    return reader.derived(calendar_files.on_calendar, of=calendar_files.LOOKED_AT, given=given)


def sight() -> Sight:
    """How this person looks at it, on this screen."""
    profile = session.profile()
    return Sight(
        now=session.now(),
        zone=session.zone(),
        dark=st.context.theme.type == "dark",
        phone=screen_width.is_phone("calendar.screen"),
        first_weekday=profile.first_weekday,
        clock_24h=profile.clock_24h,
        english=session.english(),
    )


def answer(happened: Happened | None) -> None:
    """Does what was done on the calendar, or puts into the page's address what to ask first."""
    match happened:
        case DayClicked(day, clock):
            dialogs.ask_to_add(day, clock)
        case Clicked(uid):
            if entry := _entry(uid):
                _open(entry)
        case Moved(uid, day, clock):
            if entry := _entry(uid):
                _move(entry, Moved(uid, day, clock))


def of_job(reader: Reader, found: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of the job that is chosen; all of them while none is."""
    ids = {one.job_id for one in found}
    jobs = {job.id: f"{job.company}, {job.role}" for job in reader.all(Job) if job.id in ids}
    if len(jobs) < 2:
        return tuple(found)
    chosen = word_choice(
        st.selectbox,
        "Job",
        jobs,
        "calendar.job",
        index=None,
        placeholder="All jobs",
        label_visibility="collapsed",
        width=280,
    )
    return tuple(one for one in found if chosen is None or one.job_id == chosen)


def of_kinds(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """The legend, and the entries of the kinds that are chosen in it; all of them while none is."""
    kinds = {one.kind for one in found}
    present = [kind for kind in EntryKind if kind in kinds]
    if len(present) < 2:
        return tuple(found)
    chosen: list[EntryKind] = st.pills(
        "Show only",
        present,
        selection_mode="multi",
        format_func=lambda kind: f":{LOOKS[kind].color}[{LOOKS[kind].symbol}] {LOOKS[kind].word}",
        key="calendar.kinds",
        label_visibility="collapsed",
    )
    return tuple(one for one in found if not chosen or one.kind in chosen)


def recent(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """Returns the entries from the month before on, and the older ones only if they are wanted.

    The browser is sent every entry, and a long search has over a thousand.
    """
    begins = (session.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    new = tuple(one for one in found if one.day >= begins)
    if len(new) == len(found):
        return new
    since = date_words.day_words(begins)
    wants_all = st.toggle(f"Also before {since} ({len(found) - len(new):,})", key="calendar.older")
    return tuple(found) if wants_all else new


def empty() -> None:
    """What a person sees before anything has a date."""
    with st.container(key="lead-calendar"):
        st.markdown(
            "Nothing has a date yet. Write an interview down, and every note and promise stands "
            "here on its day. Or click a day to add something of your own."
        )
        navigation.link("debrief", "Write an interview down", icon="edit_note")


def _entry(uid: str) -> Entry | None:
    return next((one for one in everything(session.reader()) if one.uid == uid), None)


def _open(entry: Entry) -> None:
    if entry.is_follow_up():
        followup_panel.ask_for(entry.record_id)
    else:
        st.query_params.from_dict({dialogs.READ: entry.uid})


def _move(entry: Entry, moved: Moved) -> None:
    due = entry.due_at(moved.day, moved.clock, session.zone())
    if entry.promised:
        dialogs.ask_whether_told(entry, due)
    else:
        session.act(follow_ups.move, entry.record_id, due, told=False)
