"""What a person can do with one follow-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from lib.actions import drafts, follow_steps, notes
from lib.actions.done import Done, say
from lib.actions.people import date_style_of
from lib.domain.dates.due import Due
from lib.domain.errors import FollowThroughError
from lib.domain.followups import changes
from lib.domain.followups.followup import FollowUp, Kind, called
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.records import new_id
from lib.domain.validation import problems_with_day, problems_with_words, refuse
from lib.store.repository import Store, Transaction
from lib.words.checks.finding import NoteState


class NotYet(FollowThroughError):
    """Something was said to be done at a moment that is still to come."""

    SENTENCE = "That moment is still to come. Choose now or an earlier time; nothing was changed."


class NothingToDo(FollowThroughError):
    """A follow-up without a word on what it is."""

    SENTENCE = "Say in a few words what you want to do; nothing was added."


def done(store: Store, follow_up_id: str, *, now: datetime, at: datetime | None = None) -> Done:
    """Marks it as done, now or earlier; its unsent note counts as sent at that moment."""
    moment = at or now
    if moment > now:
        raise NotYet
    with store.transaction(now=now, did="") as tx:
        follow_up = tx.get(FollowUp, follow_up_id)
        if follow_up.done_at is not None:
            return Done("", follow_up_id)
        follow_steps.mark_done(tx, follow_up, moment, now)
        for note in tx.where(Note, follow_up_id=follow_up_id):
            if note.sent_at is None and note.kind not in notes.BESIDE_IT:
                _count_as_sent(tx, note, moment, now)
        return say(tx, f"Done: {_row(follow_up)}", follow_up_id)


def reopen(store: Store, follow_up_id: str, *, now: datetime) -> Done:
    """Takes a done or closed follow-up up again; its note counts as not sent."""
    with store.transaction(now=now, did="") as tx:
        follow_up = tx.get(FollowUp, follow_up_id)
        if follow_up.is_open():
            return Done("", follow_up_id)
        follow_steps.reopen(tx, follow_up, now)
        for note in tx.where(Note, follow_up_id=follow_up_id):
            tx.put(replace(note, sent_at=None))
        return say(tx, f"Open again: {_row(follow_up)}", follow_up_id)


def later(store: Store, follow_up_id: str, until: datetime, *, now: datetime) -> Done:
    """Keeps the row out of sight until then; the due date stays."""
    with store.transaction(now=now, did="") as tx:
        hidden = tx.put(changes.hide(tx.get(FollowUp, follow_up_id), until))
        return say(tx, f"Hidden for now: {_row(hidden)}", follow_up_id)


def move(store: Store, follow_up_id: str, due: Due, *, told: bool, now: datetime) -> Done:
    """Moves the due date, which counts for a promise only if they were told in time."""
    refuse(problems_with_day(due.day))
    with store.transaction(now=now, did="") as tx:
        standing = tx.get(FollowUp, follow_up_id)
        moved = changes.move(standing, due, date_style_of(tx), told=told, now=now)
        # One that stands on that date already gets no line of history.
        is_same = replace(moved, history=standing.history) == standing
        follow_up = standing if is_same else tx.put(moved)
        drafts.refresh(tx)
        return say(tx, f"Moved: {_row(follow_up)}", follow_up_id)


def close(store: Store, follow_up_id: str, *, now: datetime) -> Done:
    """Lets it go undone. A promise closed undone counts as missed; what is done stays done."""
    with store.transaction(now=now, did="") as tx:
        follow_up = tx.get(FollowUp, follow_up_id)
        if follow_up.is_open():
            tx.put(changes.close(follow_up, now))
        return say(tx, f"Let go: {_row(follow_up)}", follow_up_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressee:
    """Whom a follow-up of the person's own is for: somebody met for a job, else a name."""

    job_id: str = ""
    interviewer_id: str = ""
    name: str = ""


def add(
    store: Store, what: str, due: Due, to: Addressee = Addressee(), *, now: datetime, id: str = ""
) -> Done:
    """Adds a follow-up of the person's own; one that bears an id is never added twice."""
    if not what.strip():
        raise NothingToDo
    refuse((*problems_with_day(due.day), *problems_with_words(what)))
    with store.transaction(now=now, did="") as tx:
        if id and tx.find(FollowUp, id) is not None:
            return Done("", id)
        job, person = tx.find(Job, to.job_id), tx.find(Interviewer, to.interviewer_id)
        follow_up = FollowUp(
            id=id or new_id(),
            job_id=to.job_id,
            interviewer_id=to.interviewer_id,
            who=called(person) or to.name.strip(),
            kind=Kind.OTHER,
            what=what.strip(),
            due=due,
            overruled=True,
            example=bool(job and job.example),
        )
        tx.put(follow_up)
        return say(tx, f"Added: {follow_up.what}", follow_up.id)


def _count_as_sent(tx: Transaction, note: Note, moment: datetime, now: datetime) -> None:
    blocked = notes.state(tx, note) is NoteState.BLOCKED
    tx.put(replace(note, sent_at=moment))
    if not blocked:
        notes.promise_the_named_day(tx, note, moment, now)


def _row(follow_up: FollowUp) -> str:
    return f"{follow_up.what}, {follow_up.who}" if follow_up.who else follow_up.what
