"""Working on one checklist: opening it, keeping it as it fills, and making notes and dates from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.actions import debriefs
from lib.actions.briefs import people_of
from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.owed import ended_without_debrief
from lib.domain.plan import suggested_thanks
from lib.store.repository import Reader
from lib.ui import frame, session, sheet
from lib.ui.debrief_sheet import Checklist, debrief_from, people_from, values_of
from lib.ui.sheet import Clash

CHANGED_ELSEWHERE = (
    "Part of this checklist was changed in another window. Choose below what counts, then press again; "
    "nothing of either is lost."
)


def likeliest(reader: Reader) -> Interview | None:
    """The interview that the person most likely wants to write down: the last one that has ended."""
    active, now = {one.id for one in reader.all(Job) if one.archived_at is None}, session.now()
    interviews = tuple(one for one in reader.all(Interview) if one.job_id in active)
    waiting = ended_without_debrief(interviews, reader.all(Debrief), now)
    ended = [one for one in interviews if one.ends_at() <= now]
    if waiting:
        return waiting[0]
    return max(ended or interviews, key=lambda one: one.starts_at(), default=None)


def open_checklist(reader: Reader, interview: Interview) -> Checklist:
    """That interview's checklist as the store holds it; an empty one if nothing was written yet."""
    debrief = reader.find(Debrief, interview.id) or Debrief(id=interview.id, example=interview.example)
    return Checklist(interview, people_of(reader, interview), debrief, suggested_thanks(debrief, interview))


def take_up(reader: Reader, interview: Interview) -> tuple[Checklist, tuple[Clash, ...]]:
    """Saves what the widgets show where it differs from the store, before anything is drawn.

    Comes back with the checklist as it stands then, and the fields that another window changed too.
    """
    checklist = open_checklist(reader, interview)
    clashes = sheet.open_sheet(checklist.name, values_of(checklist))
    if clashes or not sheet.changed(checklist.name):
        return checklist, clashes
    shown = sheet.values(checklist.name)
    debrief, people = debrief_from(checklist, shown), people_from(checklist, shown)
    if session.attempt(debriefs.save, debrief, people, visit=session.visit()) is None:
        return replace(checklist, debrief=debrief, people=people), ()
    sheet.saved(checklist.name, values_of(replace(checklist, debrief=debrief, people=people)))
    frame.saved(session.now())
    fresh = open_checklist(session.reader(), interview)
    return fresh, sheet.open_sheet(fresh.name, values_of(fresh))


def write_down(interview_id: str) -> None:
    """The button: commits the visible fields and makes notes and follow-ups, in one transaction."""
    reader = session.reader()
    checklist = open_checklist(reader, reader.get(Interview, interview_id))
    if sheet.open_sheet(checklist.name, values_of(checklist)):
        st.session_state[session.FAULT] = CHANGED_ELSEWHERE
        return
    debrief, people = _as_shown(checklist)
    session.act(debriefs.write, debrief, people)


def _as_shown(checklist: Checklist) -> tuple[Debrief, tuple[Interviewer, ...]]:
    """The checklist with every row on the screen: a refused save may have left more than the store has."""
    shown: dict[str, Any] = sheet.values(checklist.name)
    while True:
        debrief = debrief_from(checklist, shown)
        drawn = values_of(replace(checklist, debrief=debrief))
        further = {key: st.session_state.get(key, value) for key, value in drawn.items() if key not in shown}
        if not further:
            return debrief, people_from(checklist, shown)
        shown |= further
        checklist = replace(checklist, debrief=debrief)
