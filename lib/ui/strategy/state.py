"""One worksheet: opened, saved as it fills, and given words that are offered."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lib.actions import strategies
from lib.actions.people import people_of
from lib.actions.worksheets import strategy_of
from lib.domain.followups.agenda import next_interview
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask
from lib.store.repository import Reader
from lib.ui.core import autosave, session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.shared import job_menus
from lib.ui.strategy.fields import Worksheet, strategy_from, values_of


def likeliest(reader: Reader) -> Interview | None:
    """The interview that the person most likely prepares: the next one, else the last that was."""
    active = job_menus.active_jobs(reader)
    interviews = [one for one in reader.all(Interview) if one.job_id in active]
    coming = next_interview(interviews, session.now())
    return coming or max(interviews, key=lambda one: one.starts_at(), default=None)


def open_worksheet(reader: Reader, interview: Interview) -> Worksheet:
    """That interview's worksheet as the store holds it, or what it starts from."""
    job = reader.get(Job, interview.job_id)
    lined_up = bool(reader.where(Ask, job_id=job.id))
    return Worksheet(
        job, interview, people_of(reader, interview), strategy_of(reader, interview), lined_up
    )


def sheet_of(worksheet: Worksheet) -> Sheet:
    """Returns the worksheet's fields, to be saved as they are changed."""

    def commit(shown: Values) -> Values | None:
        strategy = strategy_from(worksheet, shown)
        if session.act(strategies.save, strategy, visit=session.visit()) is None:
            return None
        return values_of(replace(worksheet, strategy=strategy))

    return Sheet(f"strategy.{worksheet.interview.id}", values_of(worksheet), commit)


def take_words(interview_id: str, field: str, words: str) -> None:
    """Puts offered words into a field and saves the screen, in one step to undo."""
    reader = session.reader()
    if (interview := reader.find(Interview, interview_id)) is None:
        return  # deleted in another window: the page says so
    worksheet = open_worksheet(reader, interview)
    shown = autosave.visible_values(sheet_of(worksheet))
    if shown is None:
        return
    strategy = strategy_from(worksheet, shown | {worksheet.key(field): words})
    if session.act(strategies.save, strategy, did="Took over the words") is not None:
        st.session_state[worksheet.key(field)] = words
        counter = taken_key(worksheet, field)
        st.session_state[counter] = st.session_state.get(counter, 0) + 1


def taken_key(worksheet: Worksheet, field: str) -> str:
    """Under which key it is counted how often offered words were taken into that field."""
    return worksheet.key(field, "taken")
