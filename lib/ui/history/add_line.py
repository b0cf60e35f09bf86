"""A line added to a job's history by hand: what happened, and on which day."""

from __future__ import annotations

from datetime import date, datetime, time

import streamlit as st

from lib.actions import employer_contact as actions
from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import at_local
from lib.domain.jobs import Job
from lib.domain.records import new_id
from lib.ui.core import session, unsaved_text
from lib.ui.core.held_values import hold
from lib.ui.shared.controls import callback_button

END_OF_DAY = time(23, 59)
"""A line about another day than today comes after what is known of that day."""
NO_DAY = "Which day was it? Choose one; nothing was added."


def scope(job: Job) -> str:
    """Names the form in the browser's storage of typed text."""
    return f"history.{job.id}"


def text_keys(job: Job) -> list[str]:
    """Returns the key of the form's text field, for the browser to hold what is typed."""
    return [_key("words", job)]


def draw(job: Job) -> None:
    """The form, behind a button; what is typed stays in it until it was added."""
    with st.popover("Add a line", icon=":material/add:", type="primary"):
        st.session_state.setdefault(_key("id", job), new_id())
        hold(_key("words", job), "")
        hold(_key("day", job), session.today())
        st.text_input(
            "What happened?", key=_key("words", job), placeholder="e.g. Met Dana at the trade fair"
        )
        st.date_input("On which day?", key=_key("day", job))
        callback_button("Add it", "history.add", (_add, job))


def _key(field: str, job: Job) -> str:
    return f"history.new.{field}.{job.id}"


def _add(job: Job) -> None:
    words: str = (st.session_state.get(_key("words", job)) or "").strip()
    day: date | None = st.session_state.get(_key("day", job))
    event_id: str = st.session_state[_key("id", job)]
    if day is None:
        st.session_state[session.FAULT] = NO_DAY
        return
    event = JobEvent(
        id=event_id,
        job_id=job.id,
        at=_moment(day),
        kind=EventKind.OWN,
        words=words,
        example=job.example,
    )
    shown = (job.id, words, day)
    if session.act(actions.log_contact, event, known_by=shown) is not None:
        unsaved_text.drop(scope(job), text_keys(job))
        st.session_state.pop(_key("id", job), None)
        st.session_state[_key("words", job)] = ""
        st.session_state[_key("day", job)] = session.today()


def _moment(day: date) -> datetime:
    """Now for today; for another day its last minute."""
    return session.now() if day == session.today() else at_local(day, END_OF_DAY, session.zone())
