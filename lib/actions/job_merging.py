"""Making one job of two that were entered for the same one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from lib.actions import ask_steps, drafts
from lib.actions.done import Done, say
from lib.domain.answers import Answer, JobEvent
from lib.domain.errors import FollowThroughError
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.job_twins import merged
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.store.repository import Store, Transaction

_OF_A_JOB: tuple[type[Any], ...] = (Interview, Interviewer, FollowUp, Note, Ask, JobEvent)


class TwoOutcomes(FollowThroughError):
    """Both jobs have an outcome."""

    SENTENCE = (
        "Both have an outcome, and one job has one. Set one of them back to “interviewing” on the "
        "page The answer first. Nothing was changed."
    )


class AskedForBoth(FollowThroughError):
    """Somebody was asked for a good word about both jobs."""

    SENTENCE = (
        "Somebody was asked for a good word about both, and nobody is asked twice for one job. "
        "Take them off the list of one of the two first. Nothing was changed."
    )


def merge(store: Store, first_id: str, second_id: str, *, now: datetime) -> Done:
    """Makes one job of two: rounds, people, notes, follow-ups, asks, and history go together.

    The one that has an outcome stays, else the first one. People are not made one: two with the
    same name may be two.

    Raises:
        TwoOutcomes, AskedForBoth: nothing was changed.
    """
    with store.transaction(now=now, did="") as tx:
        answered = [id for id in (first_id, second_id) if tx.find(Answer, id)]
        if len(answered) > 1:
            raise TwoOutcomes
        kept_id = answered[0] if answered else first_id
        other_id = second_id if kept_id == first_id else first_id
        _refuse_asked_twice(tx, kept_id, other_id)
        kept, other = tx.get(Job, kept_id), tx.get(Job, other_id)
        tx.put(merged(kept, other))
        for kind in _OF_A_JOB:
            for record in tx.where(kind, job_id=other_id):
                tx.put(replace(record, job_id=kept_id))
        tx.remove(Job, other_id)
        ask_steps.replan(tx, kept_id, now)
        drafts.refresh(tx)
        return say(tx, f"Made one job of two: {kept.role} at {kept.company}", kept_id)


def keep_both(store: Store, first_id: str, second_id: str, *, now: datetime) -> Done:
    """Remembers that these are two jobs, so that the question is not asked again."""
    with store.transaction(now=now, did="") as tx:
        second = tx.get(Job, second_id)
        tx.put(replace(second, not_same_as=(*second.not_same_as, first_id)))
        return say(tx, f"Noted: these are two jobs at {second.company}", second_id)


def _refuse_asked_twice(tx: Transaction, kept_id: str, other_id: str) -> None:
    asked = {ask.contact_id for ask in tx.where(Ask, job_id=kept_id)}
    if any(ask.contact_id in asked for ask in tx.where(Ask, job_id=other_id)):
        raise AskedForBoth
