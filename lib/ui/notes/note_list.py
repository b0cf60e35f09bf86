"""The list of notes, by interview, each with its reader and how it stands."""

from __future__ import annotations

import streamlit as st

from lib.actions.notes import state
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.notes import Note
from lib.store.repository import Reader
from lib.ui.core import navigation
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, job_menus, labels
from lib.words.checks.finding import NoteState

SENT = ("done_all", "sent")
UNSENT = {
    NoteState.BLOCKED: ("block", "blocked"),
    NoteState.LOOK_AGAIN: ("lightbulb", "look again"),
    NoteState.READY: ("check_circle", "ready"),
}
"""The sign and the words for each state of an unsent note."""


def groups(reader: Reader) -> list[tuple[str, list[Note]]]:
    """Returns the active jobs' notes by heading: the latest interview first, asks last."""
    jobs = job_menus.active_jobs(reader)
    interviews = sorted(reader.all(Interview), key=lambda one: one.starts_at(), reverse=True)
    found = []
    for interview in (one for one in interviews if one.job_id in jobs):
        job = jobs[interview.job_id]
        round_words = (
            f"{labels.interview_words(job, interview)} · {date_words.when_words(interview)}"
        )
        found.append((round_words, list(reader.where(Note, interview_id=interview.id))))
    for job in jobs.values():
        others = [one for one in reader.where(Note, job_id=job.id) if not one.interview_id]
        asks = [one for one in others if one.contact_id]
        found.append(
            (f"{job.company}, {job.role} · the answer", [one for one in others if one not in asks])
        )
        found.append((f"{job.company}, {job.role} · people you know", asks))
    return [(words, notes) for words, notes in found if notes]


def likeliest(reader: Reader) -> Note | None:
    """The note to work on next: the unsent one that is due first, else any."""
    notes = [note for _, group in groups(reader) for note in group]
    unsent = [note for note in notes if note.sent_at is None]
    return min(
        unsent, key=lambda note: _deadline(reader, note), default=notes[0] if notes else None
    )


def next_after(reader: Reader, note: Note) -> Note | None:
    """Returns the next unsent note: of the same interview, else the likeliest of all."""
    group = list(reader.where(Note, interview_id=note.interview_id, job_id=note.job_id))
    at = next((i for i, one in enumerate(group) if one.id == note.id), 0)
    unsent = [one for one in (*group[at + 1 :], *group[:at]) if one.sent_at is None]
    if unsent:
        return unsent[0]
    other = likeliest(reader)
    return other if other and other.sent_at is None and other.id != note.id else None


def draw(reader: Reader, chosen: Note | None) -> None:
    """The list; each row leads to its note."""
    for heading, notes in groups(reader):
        st.caption(plain(heading))
        for note in notes:
            sign, words = SENT if note.sent_at else UNSENT[state(reader, note)]
            mark = "chosen-" if chosen and note.id == chosen.id else ""
            with st.container(key=f"shelf-note-{mark}{note.id}", gap=None):
                who = labels.reader_words(reader, note)
                navigation.link("notes", who, icon=sign, note=note.id)
                st.caption(f"{labels.kind_words(note)} · {words}")


def _deadline(reader: Reader, note: Note) -> str:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    return follow_up.due.deadline().isoformat() if follow_up else "9"
