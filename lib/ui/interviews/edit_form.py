"""One job or one round with its people, saved as it is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import streamlit as st

from lib.actions import jobs as actions
from lib.actions.people import people_of
from lib.actions.worksheets import written_debrief
from lib.domain.english import English
from lib.domain.interviews import Interview, Interviewer, Role, minutes_between
from lib.domain.jobs import Job
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.core.markdown_escape import plain
from lib.ui.interviews import job_list, round_fields
from lib.ui.shared import date_fields, greeting_field, labels, people_lines
from lib.ui.shared.controls import (
    action_button,
    callback_button,
    page_button,
    text_about_others,
    word_choice,
)

ROLE_WORDS = {
    Role.DECISION_MAKER: "decides",
    Role.RECRUITER: "recruiter",
    Role.COORDINATOR: "coordinator",
    Role.PEER: "colleague",
}
ENGLISH_WORDS = {None: "as in Settings", English.AMERICAN: "American", English.BRITISH: "British"}
ROUND_FIELDS = ("kind", "format", "place", "zone", "remarks")
JOB_TEXTS = ("company", "role", "found_at", "link", "remarks")
PERSON_TEXTS = ("name", "greet_as", "position", "email", "phone", "address", "link")


def job_sheet(job: Job) -> Sheet:
    """Returns a job's fields, to be saved as they are changed."""

    def commit(shown: Values) -> Values | None:
        texts: Values = {field: shown[_job_key(job, field)] or "" for field in JOB_TEXTS}
        changed = replace(job, **texts, english=shown[_job_key(job, "english")])
        done = session.act(actions.save_job, changed, visit=session.visit())
        return _job_values(changed) if done else None

    return Sheet(f"interviews.job.{job.id}", _job_values(job), commit)


def draw_job(reader: Reader, job: Job) -> None:
    """A job's fields and its rounds."""
    navigation.link("history", "What happened so far", icon="history", job=job.id)
    left, right = st.columns(2)
    text_about_others(left.text_input, "Company", _job_key(job, "company"))
    text_about_others(right.text_input, "Role", _job_key(job, "role"))
    words = labels.STATUSES[job.status][1]
    navigation.link(
        "outcome", f"How it stands: {words}. Note their answer", icon="mark_email_read", job=job.id
    )
    st.text_input("Where you found it", key=_job_key(job, "found_at"))
    st.text_input("Link", key=_job_key(job, "link"), placeholder="https://")
    word_choice(
        st.selectbox,
        "Their English",
        ENGLISH_WORDS,
        _job_key(job, "english"),
        help="The spelling and the dates of the notes that you send them.",
    )
    st.text_area("Notes about the job", key=_job_key(job, "remarks"), height=120)
    st.subheader("Rounds", anchor=False)
    for interview in reader.where(Interview, job_id=job.id):
        job_list.round_row(reader, interview)
    navigation.link("interviews", "Add a further round", icon="add", add="interview", job=job.id)


def round_sheet(reader: Reader, interview: Interview) -> Sheet:
    """Returns the fields of a round and its people, to be saved as they are changed."""
    people = people_of(reader, interview)

    def commit(shown: Values) -> Values | None:
        changed = _round_from(interview, shown)
        persons = tuple(_person_from(one, shown) for one in people)
        done = session.act(actions.save_interview, changed, persons, visit=session.visit())
        return _round_values(changed, persons) if done else None

    return Sheet(f"interviews.round.{interview.id}", _round_values(interview, people), commit)


def _over(reader: Reader, interview: Interview) -> None:
    if written_debrief(reader, interview.id):
        navigation.link(
            "debrief",
            "Written down: see the checklist",
            icon="check_circle",
            interview=interview.id,
        )
        return
    with st.container(key="lead-written"):
        st.markdown("**It is over.** Write it down while you remember it.")
        address = {"interview": interview.id}
        page_button("Write it down", "interviews.write", "debrief", address, icon="edit_note")


def draw_round(reader: Reader, interview: Interview) -> None:
    """A round's fields and its people."""
    if interview.ends_at() <= session.now():
        _over(reader, interview)
    else:
        navigation.link(
            "strategy", "Prepare it: the worksheet", icon="explore", interview=interview.id
        )
    key = _round_key
    round_fields.draw_round_fields(key(interview, "kind"), key(interview, "format"))
    date_fields.draw_date_field(
        "Day", key(interview, "day"), zone=interview.zone, chips=date_fields.interview_days()
    )
    round_fields.draw_clock_fields(key(interview, "from"), key(interview, "to"))
    left, right = st.columns(2)
    left.text_input("Place or link", key=key(interview, "place"))
    right.selectbox("Time zone", date_fields.zones(), key=key(interview, "zone"))
    st.text_area("Notes about this round", key=key(interview, "remarks"), height=90)
    st.subheader("Who is or was there", anchor=False)
    for person in people_of(reader, interview):
        _person(interview, person)
    with st.container(key="card-add-people"):
        people_lines.paste(interview, key=f"interviews.paste.{interview.id}")
    callback_button(
        "Delete this round",
        f"interviews.delete.{interview.id}",
        (_delete_round, interview),
        type="tertiary",
        icon="delete",
    )


def _person(interview: Interview, person: Interviewer) -> None:
    def key(field: str) -> str:
        return _person_key(person, field)

    with st.container(key=f"card-person-{person.id}"):
        left, right = st.columns(2)
        name = text_about_others(left.text_input, "Name", key("name"), placeholder="not known yet")
        with left:
            greeting_field.draw(name or "", key("greet_as"))
        text_about_others(right.text_input, "Position", key("position"))
        text_about_others(left.text_input, "E-mail", key("email"))
        text_about_others(right.text_input, "Phone", key("phone"))
        text_about_others(right.text_input, "LinkedIn page", key("link"), placeholder="https://")
        st.text_area("Postal address, for a card", key=key("address"), height=80)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            role = "What they have to do with it"
            word_choice(st.segmented_control, role, ROLE_WORDS, key("role"), required=True)
            action_button(
                "Take off",
                f"interviews.off.{person.id}",
                (actions.take_off_interview, interview.id, person.id),
                type="tertiary",
                help=plain(f"Takes {labels.person_words(person)} off this round"),
            )


def _delete_round(interview: Interview) -> None:
    there = session.reader().find(Interview, interview.id) is not None
    if not there or session.act(actions.delete_interview, interview.id) is not None:
        st.query_params.from_dict({"job": interview.job_id})


def _job_key(job: Job, field: str) -> str:
    return f"interviews.job.{field}.{job.id}"


def _job_values(job: Job) -> dict[str, Any]:
    return {_job_key(job, field): getattr(job, field) for field in (*JOB_TEXTS, "english")}


def _round_key(interview: Interview, field: str) -> str:
    return f"interviews.round.{field}.{interview.id}"


def _person_key(person: Interviewer, field: str) -> str:
    return f"interviews.person.{field}.{person.id}"


def _round_values(interview: Interview, people: tuple[Interviewer, ...]) -> dict[str, Any]:
    end = datetime.combine(interview.day, interview.clock) + timedelta(minutes=interview.minutes)
    fields: Values = {field: getattr(interview, field) for field in ROUND_FIELDS}
    fields |= {
        "day": date_fields.field_words(interview.day),
        "from": interview.clock,
        "to": end.time(),
    }
    values = {_round_key(interview, field): value for field, value in fields.items()}
    for person in people:
        values |= {
            _person_key(person, field): getattr(person, field) for field in (*PERSON_TEXTS, "role")
        }
    return values


def _round_from(interview: Interview, shown: dict[str, Any]) -> Interview:
    """The round as it is shown; a day that cannot be read, or no time, leaves what was there."""

    def value(field: str) -> Any:
        return shown[_round_key(interview, field)]

    due = date_fields.read_due(value("day") or "", interview.zone)
    day = due.day if due else interview.day
    start, end = value("from") or interview.clock, value("to")
    return replace(
        interview,
        kind=value("kind") or interview.kind,
        format=value("format") or interview.format,
        day=day,
        clock=start,
        minutes=minutes_between(start, end) if end else interview.minutes,
        place=value("place") or "",
        zone=value("zone"),
        remarks=value("remarks") or "",
    )


def _person_from(person: Interviewer, shown: dict[str, Any]) -> Interviewer:
    texts: dict[str, Any] = {f: (shown[_person_key(person, f)] or "").strip() for f in PERSON_TEXTS}
    return replace(person, **texts, role=shown[_person_key(person, "role")] or person.role)
