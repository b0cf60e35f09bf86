"""The calendar's dialogs: whether they were told, what to add on a day, what an interview is.

What is asked stands in the page's address; a dialog that is left empties it.
"""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from lib.actions import follow_ups
from lib.domain.dates.due import Due
from lib.domain.english import weekday_and_date, with_stop
from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interviewer
from lib.domain.records import new_id
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import calendar_ways, date_fields, date_words, followup_steps, job_menus
from lib.ui.shared.controls import callback_button, word_choice

ADD, MOVE, TO, READ = "add", "move", "to", "entry"
FORM = "calendar.add.form"
"""Where the dialog keeps the id of what it adds: however often it is pressed, it is one."""
WHAT, WHO, JOB, DUE = (f"calendar.add.{field}" for field in ("what", "who", "job", "due"))


def ask_to_add(day: date, clock: time | None = None) -> None:
    """Asks what is to be added on that day."""
    for key in (WHAT, WHO, JOB, DUE):
        st.session_state.pop(key, None)
    st.query_params.from_dict({ADD: _written(Due(day, clock))})


def ask_whether_told(entry: Entry, due: Due) -> None:
    """Asks, before a promised one is moved to that date, whether the other side knows."""
    st.query_params.from_dict({MOVE: entry.record_id, TO: _written(due)})


def show_if_asked(reader: Reader, entries: tuple[Entry, ...]) -> None:
    """Draws the dialog that the page's address asks for, if it asks for one."""
    named = st.query_params.get(READ)
    if ADD in st.query_params:
        followup_steps.draw_panel("Add to the calendar", _add)
    elif (follow_up := navigation.in_address(reader, FollowUp, MOVE)) and _asked_for(
        TO, follow_up.due.zone
    ):
        followup_steps.draw_panel(
            f"Have you told {followup_steps.them(follow_up)}?", _told, follow_up.id
        )
    elif entry := next((one for one in entries if one.uid == named), None):
        followup_steps.draw_panel(entry.title, _read, entry)


def _close_once_answered(name: str) -> None:
    if name not in st.query_params:
        # Only a run of the whole page closes a dialog, and shows what was changed.
        st.rerun()


def _told(follow_up_id: str) -> None:
    _close_once_answered(MOVE)
    follow_up = session.reader().get(FollowUp, follow_up_id)
    due = _asked_for(TO, follow_up.due.zone)
    assert due is not None
    who, key = followup_steps.them(follow_up), f"calendar.told.{follow_up_id}"
    told = follow_up.promise.agreed if follow_up.promise else follow_up.due
    followup_steps.fault()
    st.markdown(f"**{plain(follow_up.what)}**")
    told_words = with_stop(f"You told {plain(who)} {_weekday(told)}")
    st.markdown(f"{told_words} Moved to **{_weekday(due)}**: have you told them?")
    followup_steps.told_or_not(follow_up_id, due, who, key=key)
    callback_button("Leave it where it was", f"{key}.leave", st.query_params.clear, type="tertiary")


def _weekday(due: Due) -> str:
    """Returns "Tuesday, November 24, 10 a.m.": a promise is remembered by its weekday."""
    style = session.date_style()
    at = "" if due.clock is None else f", {style.clock(due.clock)}"
    return plain(f"{weekday_and_date(due.day, style.english)}{at}")


def _read(entry: Entry) -> None:
    when = date_words.due_words(Due(entry.day, entry.clock, entry.zone))
    st.markdown(f":material/event: **{plain(when)}**")
    for line in filter(None, (entry.place, *entry.details.splitlines())):
        st.markdown(plain(line))
    if entry.kind is EntryKind.INTERVIEW:
        navigation.link("interviews", "Open the interview", icon="forum", interview=entry.record_id)
    navigation.link("debrief", "What was said", icon="edit_note", interview=entry.record_id)
    calendar_ways.one(entry, key="calendar.entry")


def _add() -> None:
    _close_once_answered(ADD)
    zone, asked = session.zone(), _asked_for(ADD, session.zone())
    if FORM not in st.session_state or session.reader().find(FollowUp, st.session_state[FORM]):
        st.session_state[FORM] = new_id()
    followup_steps.fault()
    st.text_input("What?", key=WHAT, placeholder="Call the reference, read their annual report")
    job_id, people = _job_and_people()
    who = st.selectbox(
        "Who is it for?",
        list(people),
        index=None,
        key=WHO,
        placeholder="Nobody, or a name",
        accept_new_options=True,
    )
    # The day that was clicked stands in the field at first; a time can be typed behind it.
    hold(DUE, date_fields.field_words(asked))
    due = date_fields.draw_date_field("By when?", DUE, zone=zone, with_time=True)
    callback_button(
        "Add it",
        "calendar.add.set",
        (_take, due, job_id, people.get(who or "", ""), who or ""),
        type="primary",
        disabled=due is None,
    )


def _job_and_people() -> tuple[str, dict[str, str]]:
    """The job chosen, and the ids of its people by name; of everybody while none is chosen."""
    reader = session.reader()
    jobs = {one.id: f"{one.company}, {one.role}" for one in job_menus.active_jobs(reader).values()}
    job_id: str | None = None
    if jobs:
        nothing = {"index": None, "placeholder": "None in particular"}
        job_id = word_choice(st.selectbox, "For which job?", jobs, JOB, **nothing)
    people = reader.where(Interviewer, job_id=job_id) if job_id else reader.all(Interviewer)
    return job_id or "", {one.name: one.id for one in people if one.name}


def _take(due: Due | None, job_id: str, interviewer_id: str, who: str) -> None:
    what: str = st.session_state.get(WHAT) or ""
    form = st.session_state[FORM]
    to = follow_ups.Addressee(job_id=job_id, interviewer_id=interviewer_id, name=who)
    followup_steps.take(follow_ups.add, what, due, to, id=form)


def _written(due: Due) -> str:
    return (
        f"{due.day.isoformat()}T{due.clock:%H:%M}" if due.clock is not None else due.day.isoformat()
    )


def _asked_for(name: str, zone: str) -> Due | None:
    """The date in the page's address; None if what stands there is not one."""
    written = st.query_params.get(name, "")
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return Due(moment.date(), moment.time() if "T" in written else None, zone)
