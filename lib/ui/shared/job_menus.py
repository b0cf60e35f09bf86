"""The active jobs, what is owed in them, and the menus from one job or interview to another."""

from __future__ import annotations

from heapq import nlargest

import streamlit as st

from lib.domain.answers import JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups import agenda
from lib.domain.followups.agenda import Owed
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.core.navigation import go_next, link
from lib.ui.shared import frame
from lib.ui.shared.controls import word_choice
from lib.ui.shared.date_words import when_words
from lib.ui.shared.labels import interview_words

AT_HAND = 8
"""How many links a menu has; what is more is chosen from a list, or found on its own page."""


def active_jobs(reader: Reader) -> dict[str, Job]:
    """The jobs that are not archived, by id."""
    return {one.id: one for one in reader.all(Job) if one.archived_at is None}


def owed_to_me(reader: Reader) -> tuple[Owed, ...]:
    """Returns what employers said they would do in the jobs that run, the earliest first."""
    running = {
        id for id, job in active_jobs(reader).items() if job.status is JobStatus.INTERVIEWING
    }
    rounds = [one for one in reader.all(Interview) if one.job_id in running]
    mine = [one for one in reader.all(FollowUp) if one.job_id in running]
    told = reader.all(Debrief), rounds, mine, session.now(), reader.all(JobEvent)
    return agenda.owed_to_me(*told)


def interview_switch(reader: Reader, chosen: Interview, page: str) -> None:
    """Draws a small menu of the latest interviews; choosing one puts it into the page's address."""
    active = active_jobs(reader)
    listed = [one for one in reader.all(Interview) if one.job_id in active and one.id != chosen.id]
    if not listed:
        return
    with st.popover("Another interview", icon=":material/swap_horiz:", type="tertiary"):
        for one in nlargest(AT_HAND, listed, key=lambda one: one.starts_at()):
            link(
                page,
                f"{interview_words(active[one.job_id], one)}, {when_words(one)}",
                interview=one.id,
            )
        if len(listed) > AT_HAND:
            link("interviews", f"All {len(listed) + 1} interviews", icon="forum")


def draw_job_line(
    reader: Reader, job: Job, page: str, more: str = "", *, archived: bool = False
) -> None:
    """Draws which job a page is about, the way to another, and when the page last saved.

    Args:
        more: Markdown that follows the role.
        archived: whether the menu holds the archived jobs, too, after the others.
    """
    with frame.line(f"{page}.head"):
        st.markdown(f"**{plain(job.company)}** · {plain(job.role)}{more}", width="content")
        _draw_job_menu(reader, job, page, archived=archived)
        frame.draw_saved()


def _draw_job_menu(reader: Reader, chosen: Job, page: str, *, archived: bool) -> None:
    active = active_jobs(reader)
    others = [one for one in active.values() if one.id != chosen.id]
    if archived:
        others += [one for one in reader.all(Job) if one.id not in (*active, chosen.id)]
    if not others:
        return
    with st.popover(
        "Another job", icon=":material/swap_horiz:", type="tertiary", key=f"{page}.switch"
    ):
        words = {one.id: _job_words(one) for one in others}
        if len(words) > AT_HAND:
            key, choices = f"{page}.switch.job", {"": "Choose a job", **words}
            word_choice(
                st.selectbox, "Which job?", choices, key, on_change=_go_to, args=(page, key)
            )
            return
        for id, label in words.items():
            link(page, label, job=id)


def _job_words(job: Job) -> str:
    return f"{job.company}, {job.role}{' (archived)' if job.archived_at else ''}"


def _go_to(page: str, key: str) -> None:
    if job_id := st.session_state.pop(key, ""):
        go_next(page, job=job_id)
