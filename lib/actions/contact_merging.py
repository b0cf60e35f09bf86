"""Making one contact of two."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lib.actions import ask_steps, drafts
from lib.actions.done import Done, say
from lib.domain.errors import FollowThroughError
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contact_merge import merged
from lib.domain.people.contacts import Contact
from lib.store.repository import Store


class BothAsked(FollowThroughError):
    """Both contacts were asked for a good word about the same job."""

    def __init__(self, company: str) -> None:
        super().__init__(
            f"Both were asked about {company}, and nobody can be asked twice for one job. Take one "
            "of the two off the list on the job's page first. Nothing was changed."
        )


def merge(store: Store, kept_id: str, other_id: str, *, now: datetime) -> Done:
    """Makes one contact of two: the first one, with everything of the second one.

    What the other was asked, and the messages to them, are the kept one's from then on.

    Raises:
        BothAsked: both were asked about one job; nothing was changed.
    """
    with store.transaction(now=now, did="") as tx:
        kept, other = tx.get(Contact, kept_id), tx.get(Contact, other_id)
        asked = {ask.job_id for ask in tx.where(Ask, contact_id=kept_id)}
        asks = tx.where(Ask, contact_id=other_id)
        for ask in asks:
            if ask.job_id in asked:
                raise BothAsked(tx.get(Job, ask.job_id).company)
        tx.put(merged(kept, other))
        for note in tx.where(Note, contact_id=other_id):
            tx.put(replace(note, contact_id=kept_id))
        for ask in asks:
            moved = tx.put(replace(ask, contact_id=kept_id))
            ask_steps.rename(tx, ask_steps.plan_follow_ups(tx, moved, now), kept.name)
        tx.remove(Contact, other_id)
        drafts.refresh(tx)
        return say(tx, f"{kept.name} and {other.name} are one contact now", kept_id)
