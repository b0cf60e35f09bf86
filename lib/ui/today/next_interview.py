"""The next interview on Today: how ready I am, what is missing, and the card for the lobby."""

from __future__ import annotations

import streamlit as st

from lib.actions.worksheets import readiness_of
from lib.domain.followups import agenda
from lib.domain.followups.agenda import Nearness
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.readiness import Readiness
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, frame, labels
from lib.ui.shared.controls import page_button

MOST_NAMED = 3
"""How many open parts are named here; the worksheet names them all."""
LEAST_READY = 80
"""From how much on the card, and no longer the worksheet, is the first thing to reach for."""


def comes_first(reader: Reader, jobs: dict[str, Job]) -> bool:
    """Whether the next interview is so near that it stands above everything else."""
    return _nearness(_next(reader, jobs)) is Nearness.FIRST


def draw(reader: Reader, jobs: dict[str, Job], *, first: bool) -> None:
    """The next interview: a line while it is far off, with its readiness from two days before."""
    interview = _next(reader, jobs)
    if interview is None:
        return
    if _nearness(interview) is Nearness.FAR:
        _line(jobs[interview.job_id], interview)
    else:
        _lead(reader, jobs[interview.job_id], interview, first=first)


def _next(reader: Reader, jobs: dict[str, Job]) -> Interview | None:
    mine = (one for one in reader.all(Interview) if one.job_id in jobs)
    return agenda.next_interview(mine, session.now())


def _nearness(interview: Interview | None) -> Nearness:
    return agenda.nearness(interview, session.now(), session.zone()) if interview else Nearness.FAR


def _line(job: Job, interview: Interview) -> None:
    st.subheader("Next interview", anchor=False)
    with frame.line("today.next"):
        navigation.link(
            "interviews", _words(job, interview), icon="event_upcoming", interview=interview.id
        )
        navigation.link("strategy", "Prepare it", icon="explore", interview=interview.id)


def _lead(reader: Reader, job: Job, interview: Interview, *, first: bool) -> None:
    ready = readiness_of(reader, interview)
    missing = f" · still open: {ready.missing_words(MOST_NAMED)}" if ready.missing else ""
    stands = f"{date_words.in_words(interview)} · strategy {ready.percent} % ready{missing}"
    card_first = ready.percent >= LEAST_READY or interview.day == session.today()
    with st.container(key="lead-next"):
        st.markdown(f"**Next interview: {plain(_words(job, interview))}**  \n{plain(stands)}")
        with st.container(horizontal=True):
            buttons = (
                ("Pocket card", "pocket", "badge"),
                (_worksheet_words(ready), "strategy", "explore"),
            )
            for i, (label, page, icon) in enumerate(buttons if card_first else buttons[::-1]):
                address, primary = {"interview": interview.id}, first and not i
                page_button(label, f"today.next.{page}", page, address, icon=icon, primary=primary)


def _worksheet_words(ready: Readiness) -> str:
    if not ready.percent:
        return "Begin the worksheet"
    return "Finish the worksheet" if ready.missing else "See the worksheet"


def _words(job: Job, interview: Interview) -> str:
    place = f" · {interview.place}" if interview.place else ""
    return f"{labels.interview_words(job, interview)}, {date_words.when_words(interview)}{place}"
