"""They were in touch: wrote back, called, or moved the date; in one press, or with a new day."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import streamlit as st

from lib.actions import employer_contact as actions
from lib.actions.done import Done
from lib.actions.people import people_met
from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import at_local
from lib.domain.jobs import Job
from lib.domain.records import new_id
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.shared import date_fields, followup_steps
from lib.ui.shared.controls import callback_button, word_choice

ADDRESS = "heard"
WORDS = {
    EventKind.WROTE: "They wrote back",
    EventKind.CALLED: "They called",
    EventKind.MOVED_DATE: "They moved the date",
}


def log_now(job_id: str, kind: EventKind) -> None:
    """Logs it as it is, now."""
    _log(JobEvent(id=new_id(), job_id=job_id, at=session.now(), kind=kind))


def choices(job_id: str) -> dict[str, tuple[Any, ...]]:
    """Returns what a menu offers of it."""
    at_once = (EventKind.WROTE, EventKind.CALLED)
    now: dict[str, tuple[Any, ...]] = {WORDS[one]: (log_now, job_id, one) for one in at_once}
    said_more = (st.query_params.from_dict, {ADDRESS: job_id})
    return now | {"They moved the date, or said more": said_more}


def show_if_asked(reader: Reader) -> None:
    """Draws the panel of the job that the page's address names, if it names one."""
    job = navigation.in_address(reader, Job, ADDRESS)
    if job is None:
        return
    followup_steps.draw_panel(f"{job.company} was in touch", _panel, job.id)


def _log(event: JobEvent) -> Done | None:
    """Logs it once: the second half of a double click differs in its id and moment only."""
    said = (event.job_id, event.kind, event.who_id, event.words, event.by)
    return session.act(actions.log_contact, event, known_by=said)


def _panel(job_id: str) -> None:
    reader = session.reader()
    if reader.find(Job, job_id) is None or st.query_params.get(ADDRESS) != job_id:
        st.rerun()
    with st.container(key="heard.panel"):
        followup_steps.fault()
        _fields(reader, job_id)


def _fields(reader: Reader, job_id: str) -> None:
    wrote = {"default": EventKind.WROTE, "required": True}
    word_choice(st.pills, "What happened?", WORDS, _key("kind", job_id), **wrote)
    people = [one for one in people_met(reader, job_id) if one.name.strip()]
    names = {"": "not said"} | {one.id: one.name for one in people}
    word_choice(st.selectbox, "Who was it?", names, _key("who", job_id))
    st.text_area("What they said, in a line or two", key=_key("words", job_id), height=80)
    date_fields.draw_date_field(
        "By which day do they act now?", _key("by", job_id), zone=session.zone()
    )
    date_fields.draw_date_field(
        "When was it?", _key("at", job_id), zone=session.zone(), chips=date_fields.past_days()
    )
    st.caption(
        "Left empty, it was just now. Your open check-in moves to the working day after the new "
        "date."
    )
    callback_button("Keep it", "heard.keep", (_keep, job_id), type="primary")


def _key(field: str, job_id: str) -> str:
    return f"heard.{field}.{job_id}"


def _keep(job_id: str) -> None:
    kind = st.session_state.get(_key("kind", job_id)) or EventKind.WROTE
    by = date_fields.read_due(st.session_state.get(_key("by", job_id)) or "", session.zone())
    if kind is EventKind.MOVED_DATE and by is None:
        st.session_state[session.FAULT] = "To which day did they move it? Choose it, or type it."
        return
    if any(_is_unread(name, job_id) for name in ("by", "at")):
        st.session_state[session.FAULT] = (
            "One of the two dates cannot be read. Try “Tue”, “3 Dec” or the calendar."
        )
        return
    event = JobEvent(
        id=new_id(),
        job_id=job_id,
        at=_moment(st.session_state.get(_key("at", job_id)) or ""),
        kind=kind,
        who_id=st.session_state.get(_key("who", job_id)) or "",
        words=(st.session_state.get(_key("words", job_id)) or "").strip(),
        by=by.day if by else None,
    )
    if _log(event) is not None:
        st.query_params.clear()


def _is_unread(field: str, job_id: str) -> bool:
    """Whether words stand there that are no date."""
    words = st.session_state.get(_key(field, job_id)) or ""
    return bool(words.strip()) and date_fields.read_due(words, session.zone()) is None


def _moment(words: str) -> datetime:
    """Now; the end of another day than today, which is then what the clock counts from."""
    due, now = date_fields.read_due(words, session.zone()), session.now()
    if due is None or due.day == session.local(now).date():
        return now
    return at_local(due.day, due.clock or time(17), session.zone())
