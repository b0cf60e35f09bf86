"""The active jobs, and the small menus from one job or interview to another."""

from __future__ import annotations

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.store.repository import Reader
from lib.ui.core.navigation import link
from lib.ui.shared.date_words import when_words
from lib.ui.shared.labels import interview_words


def active_jobs(reader: Reader) -> dict[str, Job]:
    """The jobs that are not archived, by id."""
    return {one.id: one for one in reader.all(Job) if one.archived_at is None}


def interview_switch(reader: Reader, chosen: Interview, page: str) -> None:
    """A small menu of all interviews; choosing one puts it into the page's address."""
    active = active_jobs(reader)
    listed = [one for one in reader.all(Interview) if one.job_id in active and one.id != chosen.id]
    if not listed:
        return
    with st.popover("Another interview", icon=":material/swap_horiz:", type="tertiary"):
        for one in sorted(listed, key=lambda one: one.starts_at(), reverse=True):
            link(
                page,
                f"{interview_words(active[one.job_id], one)}, {when_words(one)}",
                interview=one.id,
            )


def job_switch(reader: Reader, chosen: Job, page: str, *, archived: bool = False) -> None:
    """A small menu of the other jobs; choosing one puts it into the page's address.

    `archived`: the archived ones, too, after the others.
    """
    active = active_jobs(reader)
    filed = [one for one in reader.all(Job) if one.id not in active] if archived else []
    others = [one for one in (*active.values(), *filed) if one.id != chosen.id]
    if not others:
        return
    with st.popover(
        "Another job", icon=":material/swap_horiz:", type="tertiary", key=f"{page}.switch"
    ):
        for one in others:
            note = " (archived)" if one.archived_at else ""
            link(page, f"{one.company}, {one.role}{note}", job=one.id)
