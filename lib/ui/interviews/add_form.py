"""Adding an interview: its job, when and where, and who will be or was there, all at once."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import streamlit as st

from lib.actions import jobs as actions
from lib.domain.interviews import (
    Interview,
    Interviewer,
    InterviewFormat,
    InterviewKind,
    minutes_between,
)
from lib.domain.jobs import Job
from lib.domain.records import new_id
from lib.store.repository import Reader
from lib.ui.core import navigation, session, unsaved_text
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain
from lib.ui.interviews import round_fields
from lib.ui.shared import date_fields, people_lines
from lib.ui.shared.controls import callback_button, text_about_others, word_choice

NEW = ""
SCOPE = "interviews.new"
ID = "interviews.form"
"""The id of the interview that the form adds, so that two presses add one."""
USUAL = timedelta(hours=1)
TEXTS = ("company", "role", "found_at", "link", "place", "people", "day")


def draw(reader: Reader) -> None:
    """Draws the form; what is typed stays in it until it is added."""
    _begin()
    job_id = _job(reader)
    _when()
    _people(reader, job_id)
    with st.expander("Place, time zone, where you found the job"):
        _more(job_id)
    with st.container(horizontal=True):
        callback_button("Add the interview", "interviews.new.save", _save, type="primary")
        navigation.link("interviews", "Never mind")


def key(field: str) -> str:
    """The widget key of one field of the form."""
    return f"interviews.new.{field}"


def text_keys() -> list[str]:
    """Returns the keys of the form's text fields, for the browser to hold what is typed."""
    return [key(field) for field in TEXTS if field != "day"]


def _begin() -> None:
    """Sensible values for whoever has just come out of an interview, an hour long."""
    local = session.local(session.now())
    start = (local - USUAL).replace(minute=0 if local.minute < 30 else 30)
    if (start + USUAL).date() != start.date():
        start -= USUAL
    defaults = {
        "day": date_fields.field_words(start.date()),
        "from": start.time().replace(second=0, microsecond=0),
        "to": (start + USUAL).time().replace(second=0, microsecond=0),
        "kind": InterviewKind.FIRST,
        "format": InterviewFormat.IN_PERSON,
        "zone": session.zone(),
    }
    for field, value in (dict.fromkeys(TEXTS, "") | defaults).items():
        hold(key(field), value)
    if ID not in st.session_state or session.reader().find(Interview, st.session_state[ID]):
        st.session_state[ID] = new_id()
    named = st.query_params.get("job")
    if named:
        hold(key("job"), named)


def _job(reader: Reader) -> str:
    named = st.session_state.get(key("job"))
    jobs = {one.id: one for one in reader.all(Job) if one.archived_at is None or one.id == named}
    if named and named not in jobs:
        st.session_state[key("job")] = NEW
    chosen = NEW
    if jobs:
        words = {NEW: "a new one"}
        words |= {id: f"{one.company}, {one.role}" for id, one in jobs.items()}
        chosen = word_choice(st.selectbox, "For which job?", words, key("job"))
    if not chosen:
        left, right = st.columns(2)
        text_about_others(left.text_input, "Company", key("company"), placeholder="Harbor & Vale")
        text_about_others(right.text_input, "Role", key("role"), placeholder="Claims Data Analyst")
    return chosen


def _when() -> None:
    round_fields.draw_round_fields(key("kind"), key("format"))
    date_fields.draw_date_field(
        "Which day?", key("day"), zone=session.zone(), chips=date_fields.interview_days()
    )
    round_fields.draw_clock_fields(key("from"), key("to"))


def _people(reader: Reader, job_id: str) -> None:
    people = reader.where(Interviewer, job_id=job_id) if job_id else ()
    names = {one.id: plain(one.name) for one in people if one.name}
    if names:
        label = "Whom you know from earlier rounds"
        word_choice(st.pills, label, names, key("known"), selection_mode="multi")
    label = "Who is or was there? One person a line; a missing name is fine"
    people_lines.fields(label, key("people"), people)


def _more(job_id: str) -> None:
    st.text_input(
        "Place or link", key=key("place"), placeholder="14 Quay Street, or the link of the call"
    )
    st.selectbox("Time zone of the interview", date_fields.zones(), key=key("zone"))
    if not job_id:
        st.text_input("Where did you find the job?", key=key("found_at"))
        st.text_input("Link to the posting", key=key("link"), placeholder="https://")


def _save() -> None:
    """Adds what stands in the form; a second click finds it added under the form's id."""
    added = session.reader().find(Interview, st.session_state[ID]) or _added_now()
    if added is not None:
        _empty()
        navigation.go_next("today" if added.ends_at() <= session.now() else "interviews")


def _added_now() -> Interview | None:
    shown = {
        field: st.session_state.get(key(field))
        for field in (*TEXTS, "job", "kind", "format", "zone", "known")
    }
    start: time | None = st.session_state.get(key("from"))
    end: time | None = st.session_state.get(key("to"))
    due = date_fields.read_due(shown["day"] or "", session.zone())
    if due is None or start is None or end is None:
        st.session_state[session.FAULT] = "When is or was it? Enter the day and both times."
        return None
    job = _job_of(shown)
    interview = Interview(
        id=st.session_state[ID],
        job_id=job.id,
        kind=shown["kind"] or InterviewKind.FIRST,
        format=shown["format"] or InterviewFormat.IN_PERSON,
        day=due.day,
        clock=start,
        zone=shown["zone"] or session.zone(),
        minutes=minutes_between(start, end),
        place=shown["place"] or "",
        interviewer_ids=tuple(shown["known"] or ()),
        example=job.example,
    )
    lines, english = people_lines.answered(key("people")), session.guessed_english()
    done = session.act(actions.add_interview, job, interview, lines, english=english)
    return interview if done else None


def _job_of(shown: dict[str, Any]) -> Job:
    return session.reader().find(Job, shown["job"] or "") or Job(
        id=f"{st.session_state[ID]}.job",
        company=(shown["company"] or "").strip(),
        role=(shown["role"] or "").strip(),
        found_at=shown["found_at"] or "",
        link=(shown["link"] or "").strip(),
    )


def _empty() -> None:
    unsaved_text.drop(SCOPE, text_keys())
    for name in list(st.session_state):
        if str(name).startswith("interviews.new."):
            del st.session_state[name]
