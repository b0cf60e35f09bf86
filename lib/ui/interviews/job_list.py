"""The jobs with their rounds, each with what to do next, and the search over all of it."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from lib.actions import jobs as actions
from lib.actions.job_merging import keep_both, merge
from lib.actions.worksheets import readiness_of, written_debrief
from lib.domain.interviews import Interview, Interviewer
from lib.domain.job_twins import twins
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.search import Hit, HitKind, search
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared import date_words, frame, labels, long_lists
from lib.ui.shared.controls import action_button, draw_menu, page_button

HITS_SHOWN = 25
CARDS, ROUNDS = 5, 3
"""How many jobs are drawn at first, and how many rounds of each; its own page has them all."""
HIT_SIGNS = {HitKind.JOB: "work", HitKind.PERSON: "person", HitKind.NOTE: "mail"}


def draw(reader: Reader) -> None:
    """Search, the jobs that are under way, and the archived ones behind a fold."""
    jobs = reader.all(Job)
    _top(reader)
    if not jobs:
        st.markdown(
            "A job you interview for stands here with its rounds and the people you met. There is "
            "none yet."
        )
        return
    _twins(jobs)
    nearest = sorted(
        (one for one in jobs if one.archived_at is None), key=lambda one: _order(reader, one)
    )
    long_lists.draw(nearest, partial(_card, reader), key="interviews.jobs", at_once=CARDS)
    _archived([one for one in jobs if one.archived_at is not None])


def _twins(jobs: tuple[Job, ...]) -> None:
    """Asks about each two jobs that look like one."""
    for first, second in twins(jobs):
        key = f"interviews.twins.{second.id}"
        with st.container(key=f"lead-twins-{second.id}"):
            words = f"You have {second.role} at {second.company} twice. Are these the same job?"
            st.markdown(f":material/help: {plain(words)}")
            with st.container(horizontal=True):
                action_button("Merge them", f"{key}.merge", (merge, first.id, second.id))
                action_button("Keep separate", f"{key}.keep", (keep_both, first.id, second.id))


def _top(reader: Reader) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        add = {"add": "interview"}
        page_button("Add an interview", "interviews.add", "interviews", add, icon="add")
        if reader.all(Job):
            words = st.text_input(
                "Search",
                key="interviews.search",
                placeholder="company, person, words of a note",
                type="search",
                live=True,
            )
            if words and words.strip():
                _hits(reader, words)


def _hits(reader: Reader, words: str) -> None:
    hits = search(words, reader.all(Job), reader.all(Interviewer), reader.all(Note))
    with st.container(key="lead-hits"):
        st.markdown(f"**{count(len(hits), 'match', 'matches')}** for “{plain(words)}”")
        for hit in hits[:HITS_SHOWN]:
            excerpt = f" · {hit.excerpt}" if hit.excerpt.strip() else ""
            _hit(reader, hit, f"{hit.title}{excerpt}")


def _hit(reader: Reader, hit: Hit, label: str) -> None:
    sign = HIT_SIGNS[hit.kind]
    if hit.kind is HitKind.NOTE:
        navigation.link("notes", label, icon=sign, note=hit.record_id)
        return
    rounds = [
        one
        for one in reader.where(Interview, job_id=hit.job_id)
        if hit.record_id in one.interviewer_ids
    ]
    if hit.kind is HitKind.PERSON and rounds:
        navigation.link("interviews", label, icon=sign, interview=rounds[-1].id)
        return
    navigation.link("interviews", label, icon=sign, job=hit.job_id)


def _card(reader: Reader, job: Job) -> None:
    with st.container(key=f"card-job-{job.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            sign, words = labels.STATUSES[job.status]
            stands = f":gray[:material/{sign}: {words}]"
            named = f"**{plain(job.company)}**  \n{plain(job.role)}"
            st.markdown(f"{named} · {stands}", width="stretch")
            draw_menu("", f"interviews.menu.{job.id}", _menu(job.id), icon="more_horiz")
        rounds = _rounds(reader, job)
        for interview in rounds[:ROUNDS]:
            round_row(reader, interview)
        if len(rounds) > ROUNDS:
            earlier = count(len(rounds) - ROUNDS, "earlier round")
            navigation.link("interviews", f"and {earlier}", icon="more_horiz", job=job.id)


def round_row(reader: Reader, interview: Interview) -> None:
    """One round: when, with whom, and the next thing to do for it."""
    people = [reader.find(Interviewer, one) for one in interview.interviewer_ids]
    who = ", ".join(labels.person_words(one) for one in people if one) or "nobody entered yet"
    with frame.line(f"round-{interview.id}"):
        words = f"{labels.ROUND_WORDS[interview.kind]}, {date_words.when_words(interview)}"
        with st.container(gap=None):
            navigation.link(
                "interviews", words[0].upper() + words[1:], icon="event", interview=interview.id
            )
            st.caption(plain(who))
        _next_thing(reader, interview)


def _next_thing(reader: Reader, interview: Interview) -> None:
    if interview.ends_at() > session.now():
        ready = readiness_of(reader, interview).percent
        words = f"{date_words.in_words(interview)}, {ready} % ready"
        navigation.link(
            "strategy", words[0].upper() + words[1:], icon="explore", interview=interview.id
        )
        return
    if not written_debrief(reader, interview.id):
        navigation.link("debrief", "Write it down", icon="edit_note", interview=interview.id)
        return
    unsent = [one for one in reader.where(Note, interview_id=interview.id) if one.sent_at is None]
    if unsent:
        navigation.link(
            "notes", f"{count(len(unsent), 'note')} to send", icon="mail", note=unsent[0].id
        )
    else:
        navigation.link("debrief", "Written down", icon="check_circle", interview=interview.id)


def _archived(jobs: list[Job]) -> None:
    if not jobs:
        return
    with st.expander(f"Archived ({len(jobs)})"):
        long_lists.draw(jobs, _archived_row, key="interviews.archived")


def _archived_row(job: Job) -> None:
    with frame.line(f"row-archived-{job.id}"):
        st.markdown(plain(f"{job.company}, {job.role}"), width="stretch")
        back = (actions.archive_job, job.id)
        action_button("Bring back", f"interviews.back.{job.id}", back, kwargs={"back": True})
        action_button("Delete", f"interviews.gone.{job.id}", (actions.delete_job, job.id))


def _menu(job_id: str) -> dict[str, tuple[Any, ...]]:
    go_to = st.query_params.from_dict
    return {
        "Open and edit": (go_to, {"job": job_id}),
        "Add a further round": (go_to, {"add": "interview", "job": job_id}),
        "Archive": (session.act, actions.archive_job, job_id),
        "Delete": (session.act, actions.delete_job, job_id),
    }


def _rounds(reader: Reader, job: Job) -> list[Interview]:
    return sorted(
        reader.where(Interview, job_id=job.id), key=lambda one: one.starts_at(), reverse=True
    )


def _order(reader: Reader, job: Job) -> float:
    """Jobs with an interview nearest to now come first."""
    now = session.now()
    return min(
        (abs((one.starts_at() - now).total_seconds()) for one in _rounds(reader, job)), default=1e12
    )
