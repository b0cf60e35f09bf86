"""The shelf of notes: those of this interview, what is to be sent next, and the way to the rest.

A long search has hundreds of notes. Only what is shown is checked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import streamlit as st

from lib.actions.notes import state
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.search import findable, folded, is_in
from lib.store.repository import Reader
from lib.ui.core import navigation
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared import date_words, job_menus, labels, long_lists
from lib.ui.shared.controls import word_choice
from lib.words.checks.finding import NoteState

SEARCH, OF_JOB = "notes.search", "notes.of_job"
SENT = ("done_all", "sent")
UNSENT = {
    NoteState.BLOCKED: ("block", "blocked"),
    NoteState.LOOK_AGAIN: ("lightbulb", "look again"),
    NoteState.READY: ("check_circle", "ready"),
}
"""The sign and the words for each state of an unsent note."""


def likeliest(reader: Reader) -> Note | None:
    """The note to work on next: the unsent one that is due first, else one of the last written."""
    if unsent := _to_send(reader):
        return unsent[0]
    active = job_menus.active_jobs(reader)
    notes = [one for one in reader.all(Note) if one.job_id in active]
    latest = max((_day(reader, one) for one in notes), default="")
    return next((one for one in notes if _day(reader, one) == latest), None)


def next_after(reader: Reader, note: Note) -> Note | None:
    """Returns the next unsent note: of the same interview, else the likeliest of all."""
    group = _beside(reader, note)
    at = next((i for i, one in enumerate(group) if one.id == note.id), 0)
    unsent = [one for one in (*group[at + 1 :], *group[:at]) if one.sent_at is None]
    others = (one for one in _to_send(reader) if one.id != note.id)
    return unsent[0] if unsent else next(others, None)


def draw(reader: Reader, chosen: Note) -> None:
    """Draws the shelf; each row leads to its note."""
    beside = _beside(reader, chosen)
    shown = {one.id for one in beside}
    rest = [one for one in _to_send(reader) if one.id not in shown]
    has_more = len(reader.all(Note)) > len(beside) + len(rest)
    words = _search_field() if has_more else ""
    if words:
        hits = found(reader, words)
        st.caption(f"{count(len(hits), 'match', 'matches')} for “{plain(words)}”")
        _rows(reader, chosen, hits, "hits")
        return
    st.caption(plain(_heading(reader, chosen)))
    _rows(reader, chosen, beside, "beside")
    if rest:
        st.caption("Also to send, the earliest first")
        _rows(reader, chosen, rest, "rest", with_job=True, at_once=long_lists.FEW)
    if has_more:
        _of_a_job(reader, chosen)


def found(reader: Reader, words: str) -> list[Note]:
    """Returns the notes in which all these words occur, with reader and job; the newest first."""
    wanted = folded(words).split()
    hits = [one for one in reader.all(Note) if is_in(wanted, _found_by(reader, one))]
    return sorted(hits, key=lambda one: _day(reader, one), reverse=True)


def _found_by(reader: Reader, note: Note) -> str:
    job = reader.find(Job, note.job_id)
    names = (labels.reader_words(reader, note), *((job.company, job.role) if job else ()))
    return _findable(" ".join((*names, note.text.subject, note.text.body)))


_findable = lru_cache(maxsize=4096)(findable)


def _search_field() -> str:
    typed = st.text_input(
        "Find a note",
        key=SEARCH,
        placeholder="name, company, words",
        type="search",
        live=True,
        label_visibility="collapsed",
    )
    return (typed or "").strip()


def _of_a_job(reader: Reader, chosen: Note) -> None:
    """Draws a choice of jobs, and all notes of the one that is chosen, the newest first."""
    numbers = Counter(one.job_id for one in reader.all(Note))
    jobs = {one.id: one for one in reader.all(Job) if numbers[one.id]}
    words = {"": "Choose a job"}
    words |= {id: f"{one.company}, {one.role} ({numbers[id]})" for id, one in jobs.items()}
    job_id = word_choice(st.selectbox, "All notes of a job", words, OF_JOB)
    if job_id in jobs:
        notes = reader.where(Note, job_id=job_id)
        newest = sorted(notes, key=lambda one: _day(reader, one), reverse=True)
        _rows(reader, chosen, newest, f"of.{job_id}", with_day=True)


def _beside(reader: Reader, note: Note) -> Sequence[Note]:
    """Returns the notes of the same interview; of one without, the others of its job without."""
    return reader.where(Note, interview_id=note.interview_id, job_id=note.job_id)


def _to_send(reader: Reader) -> list[Note]:
    """Returns the unsent notes of active jobs, those due first at the front."""
    active = job_menus.active_jobs(reader)
    unsent = [one for one in reader.where(Note, sent_at=None) if one.job_id in active]
    return sorted(unsent, key=lambda one: _deadline(reader, one))


def _heading(reader: Reader, note: Note) -> str:
    job, interview = reader.get(Job, note.job_id), reader.find(Interview, note.interview_id)
    if interview is None:
        about = "people you know" if note.contact_id else "the answer"
        return f"{job.company}, {job.role} · {about}"
    return f"{labels.interview_words(job, interview)} · {date_words.when_words(interview)}"


def _rows(
    reader: Reader,
    chosen: Note,
    notes: Iterable[Note],
    key: str,
    *,
    with_job: bool = False,
    with_day: bool = False,
    at_once: int = long_lists.AT_ONCE,
) -> None:
    def draw_row(note: Note) -> None:
        sign, words = SENT if note.sent_at else UNSENT[state(reader, note)]
        mark = "chosen-" if note.id == chosen.id else ""
        job = reader.find(Job, note.job_id) if with_job else None
        more = [job.company] if job else []
        if with_day and note.sent_at:
            words = f"sent {date_words.moment_words(note.sent_at)}"
        with st.container(key=f"shelf-note-{mark}{key}-{note.id}", gap=None):
            navigation.link("notes", labels.reader_words(reader, note), icon=sign, note=note.id)
            st.caption(plain(" · ".join((*more, labels.kind_words(note), words))))

    long_lists.draw(list(notes), draw_row, key=f"notes.list.{key}", at_once=at_once)


def _day(reader: Reader, note: Note) -> str:
    """Returns what puts notes in the order of their interviews, or of when they were sent."""
    interview = reader.find(Interview, note.interview_id)
    if interview is not None:
        return interview.starts_at().isoformat()
    return note.sent_at.isoformat() if note.sent_at else "9"


def _deadline(reader: Reader, note: Note) -> str:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    return follow_up.due.deadline().isoformat() if follow_up else "9"
