"""What an older state or a file that was brought holds: counts, differences, every word in it."""

from __future__ import annotations

import streamlit as st

from lib.actions.copies import WORDS, Difference, counted, differences
from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.records import Record
from lib.store.repository import Reader
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared import date_fields, labels


def draw(there: Reader, here: Reader) -> tuple[Difference, ...]:
    """Draws the state that is looked into, and returns how the one that stands now differs."""
    st.markdown(f"Holds {counted(there)}.")
    found = differences(there, here)
    if not found:
        st.markdown(":green[:material/check_circle: Nothing in it differs from what stands now.]")
    sides = (
        ("add_circle: In it and not here now", [(one.kind, one.only_there) for one in found]),
        ("do_not_disturb_on: Here now and not in it", [(one.kind, one.only_here) for one in found]),
        ("change_circle: Not the same", [(one.kind, one.changed) for one in found]),
    )
    for label, counts in sides:
        if line := _named(counts):
            st.markdown(f":material/{label}: {line}")
    for job in there.all(Job) if Job in there.kinds else ():
        with st.expander(plain(f"{job.role} at {job.company}")):
            _job(there, job)
    return found


def _named(counts: list[tuple[type[Record], int]]) -> str:
    return ", ".join(count(number, *WORDS[kind]) for kind, number in counts if number)


def _job(there: Reader, job: Job) -> None:
    if job.remarks:
        st.text(job.remarks)
    for interview in there.where(Interview, job_id=job.id):
        round_words = plain(labels.interview_words(job, interview))
        st.markdown(f"**{round_words}**, {date_fields.field_words(interview.day)}")
        _debrief(there.find(Debrief, interview.id))
    for note in there.where(Note, job_id=job.id):
        person = there.find(Interviewer, note.interviewer_id)
        to = f"To {person.name or 'somebody'}: " if person else ""
        st.caption(plain(f"{to}{note.text.subject}"))
        st.text(note.text.body)


def _debrief(debrief: Debrief | None) -> None:
    if debrief is None:
        return
    said = []
    for person in debrief.people:
        said += [person.noted, *person.said.blanks().values()]
    said += [one.what for one in debrief.requests]
    said += [one.about for one in debrief.promises]
    st.text("\n".join(one for one in (*said, debrief.next_time) if one))
