"""States of the data in which a save can be pressed, put into the store from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lib.actions import debriefs, example, follow_ups, jobs, notes
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief, Opening, PersonDebrief, PromiseKind, Said, SpokenPromise
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.profile import Profile
from lib.domain.strategies import Offer, PointToMake, Strategy
from lib.store.repository import Store
from lib.store.tables import TABLES
from tests.browser.people import NAMES, ZONE, just_ended

OFFER = "two references"
OWN_WORDS = Text(
    "Thank you", "Dear Mara,\n\nthank you for showing me the night desk.\n\nRobin Avery"
)


def alone(store: Store, id: str) -> str:
    """Empties the store but for the profile, so that the pages stay as short as a person's."""
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        for kind in TABLES:
            for record in tx.all(kind) if kind is not Profile else ():
                tx.remove(kind, record.id)
    return id


def ended(store: Store, id: str) -> str:
    """An interview just ended, with nothing written down, alone in the store."""
    return just_ended(store, id=alone(store, id))


def filled(store: Store, id: str) -> str:
    """The same with a checklist that has everything but the last field."""
    just_ended(store, id=id)
    said = Said(
        opening=Opening.MENTIONED,
        topic="nights are run on three sheets",
        answer="I moved a ward off paper in a month.",
    )
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(
            Debrief(
                id=id,
                people=tuple(
                    PersonDebrief(interviewer_id=f"{who}-{id}", said=said) for who in NAMES
                ),
                promises=(SpokenPromise(id=f"{id}.0", kind=PromiseKind.CALL, to_id=f"wen-{id}"),),
            )
        )
    return id


def written(store: Store, id: str) -> str:
    """The same with its notes and follow-ups, alone in the store."""
    filled(store, alone(store, id))
    debriefs.write(store, store.read().get(Debrief, id), (), now=datetime.now(UTC))
    return id


def note_to(store: Store, id: str, who: str) -> Note:
    """The note to that person after that interview."""
    return store.read().where(Note, interview_id=id, interviewer_id=f"{who}-{id}")[0]


def call(store: Store, id: str, *, promised: bool = False, script: bool = False) -> str:
    """A call that is due today, of an interview just ended; comes back with its id."""
    ended(store, id)
    now = datetime.now(UTC)
    due = Due(now.date(), None, ZONE)
    made = Promise(made_at=now - timedelta(days=1), first=due, agreed=due) if promised else None
    with store.transaction(now=now, did="") as tx:
        tx.put(
            FollowUp(
                id=f"call-{id}",
                job_id=f"job-{id}",
                interview_id=id,
                interviewer_id=f"wen-{id}",
                who="Wen Castellano",
                kind=Kind.CALL,
                what="Call, about the start date",
                due=due,
                promise=made,
            )
        )
    if script:
        notes.write_for(store, f"call-{id}", NoteKind.CALL, Channel.PHONE, now=now)
    return f"call-{id}"


def called(store: Store, id: str) -> str:
    """The same call with its script, done."""
    follow_up = call(store, id, script=True)
    follow_ups.done(store, follow_up, now=datetime.now(UTC))
    return follow_up


def edited(store: Store, id: str) -> Note:
    """The note to Mara in the person's own words; what the app wrote is among its versions."""
    note = note_to(store, written(store, id), "mara")
    notes.edit(store, note.id, OWN_WORDS, now=datetime.now(UTC))
    return store.read().get(Note, note.id)


def changed_since(store: Store, id: str) -> Note:
    """An edited note about which the checklist says something new."""
    note = edited(store, id)
    debrief = store.read().get(Debrief, id)
    others = tuple(one for one in debrief.people if one.interviewer_id != f"mara-{id}")
    about = PersonDebrief(
        interviewer_id=f"mara-{id}", said=Said(topic="the queue has no owner after six")
    )
    debriefs.save(store, replace(debrief, people=(about, *others)), now=datetime.now(UTC))
    return note


def with_a_card(store: Store, id: str) -> Note:
    """A card beside the e-mail to Mara."""
    note = note_to(store, written(store, id), "mara")
    done = notes.write_for(
        store, note.follow_up_id, NoteKind.THANK_YOU, Channel.CARD, now=datetime.now(UTC)
    )
    return store.read().get(Note, done.record_id)


def sent(store: Store, id: str) -> Note:
    """The note to Wen, sent."""
    note = note_to(store, written(store, id), "wen")
    notes.mark_sent(store, note.id, now=datetime.now(UTC))
    return note


def planned(store: Store, id: str) -> str:
    """An interview just ended with a worksheet that has an offer and a point."""
    ended(store, id)
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(
            Strategy(id=id, offers=(Offer(OFFER),), points=(PointToMake("stay calm when busy"),))
        )
    return id


def archived(store: Store, id: str) -> str:
    """An interview that is written down, its job put away."""
    written(store, id)
    jobs.archive_job(store, f"job-{id}", now=datetime.now(UTC))
    return id


def with_a_copy(store: Store, id: str) -> str:
    """An interview that is written down; its job was put away when the one copy was made, and is
    back.
    """
    written(store, id)
    for backup in (store.folder / "backups").iterdir():
        backup.unlink()
    for back in (False, True):
        jobs.archive_job(Store(store.folder), f"job-{id}", now=datetime.now(UTC), back=back)
    return id


def with_example(store: Store, id: str) -> str:
    """The example data and nothing else."""
    alone(store, id)
    example.load(store, ZONE, now=datetime.now(UTC))
    return id
