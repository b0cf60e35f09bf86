"""Made-up data to look around in, with dates around today, and its removal in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from lib.actions import ask_steps, contacts, debriefs
from lib.actions.done import Done
from lib.actions.example_network import CONTACTS, asks
from lib.actions.example_people import (
    HARBOR,
    JOBS,
    NORGAARD,
    PEOPLE,
    STRATEGIES,
    TEMPLATE_REQUEST,
    TILLER,
    TILLER_PEOPLE,
    TRAINING_CALL,
)
from lib.actions.people import keep_guessed_english, workdays_at
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.english import English
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.domain.records import Record
from lib.domain.strategies import Strategy
from lib.store.repository import Store, Transaction

R = TypeVar("R", bound=Record)

HANGING_ON_A_JOB: tuple[type[Record], ...] = (
    Note, FollowUp, Ask, JobEvent, Answer, Debrief, Strategy, Interview, Interviewer,
)  # fmt: skip


def load(store: Store, zone: str, *, now: datetime, english: English | None = None) -> Done:
    """Adds three made-up jobs: one just interviewed for, one written down yesterday, one still to come.

    `english` is the one guessed from the browser: it is kept if the profile has none.
    """
    did = "Loaded example data"
    with store.transaction(now=now, did=did) as tx:
        keep_guessed_english(tx, english)
        for job in JOBS:
            tx.put(_renewed(tx, job))
        for person in PEOPLE:
            tx.put(_renewed(tx, person))
        for strategy in STRATEGIES:
            tx.put(_renewed(tx, strategy))
        _just_ended(tx, now, zone)
        _still_to_come(tx, now, zone)
        debriefs.write_in(tx, _written_down(tx, now, zone), now)
        _whom_i_know(tx, now)
    return Done(did)


def is_loaded(records: tuple[Job, ...]) -> bool:
    """Whether example data is among these jobs."""
    return any(job.example for job in records)


def remove(store: Store, *, now: datetime) -> Done:
    """Takes the example data away; a job that the person added something of their own to stays with it."""
    did = "Removed the example data"
    with store.transaction(now=now, did=did) as tx:
        kept, people = _used_by_own_records(tx), tx.all(Interviewer)
        for kind in (*HANGING_ON_A_JOB, Contact, Job):
            records: tuple[Record, ...] = tx.all(kind)
            for record in records:
                if record.example and record.id not in kept:
                    tx.remove(kind, record.id)
        gone = {one.id for one in people} - {one.id for one in tx.all(Interviewer)}
        contacts.forget_interviewers(tx, gone)
    return Done(did)


def _renewed(tx: Transaction, record: R) -> R:
    """That record marked as an example, in the place of one that is there already."""
    standing = tx.find(type(record), record.id)
    return tx.put(replace(record, example=True, revision=standing.revision if standing else 0))


def _whom_i_know(tx: Transaction, now: datetime) -> None:
    for contact in CONTACTS:
        tx.put(_renewed(tx, contact))
    for ask in asks(now):
        ask_steps.plan_follow_ups(tx, _renewed(tx, ask), now)


def _just_ended(tx: Transaction, now: datetime, zone: str) -> None:
    start = (now - timedelta(hours=2)).astimezone(ZoneInfo(zone))
    _renewed(
        tx,
        Interview(
            id=HARBOR,
            job_id="example-harbor",
            kind=InterviewKind.FINAL,
            day=start.date(),
            clock=time(start.hour, 0 if start.minute < 30 else 30),
            zone=zone,
            place="14 Quay Street",
            interviewer_ids=("example-marguerite", "example-tobias", "example-priya"),
        ),
    )


def _still_to_come(tx: Transaction, now: datetime, zone: str) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    _renewed(
        tx,
        Interview(
            id=NORGAARD,
            job_id="example-norgaard",
            day=workdays_at(tx, now).after(today, 2),
            clock=time(14),
            zone=zone,
            minutes=45,
            place="the bakery, back entrance",
            interviewer_ids=("example-asta",),
        ),
    )


def _written_down(tx: Transaction, now: datetime, zone: str) -> Debrief:
    """The checklist of an interview two working days ago, with one promise due today."""
    days = workdays_at(tx, now)
    today = now.astimezone(ZoneInfo(zone)).date()
    _renewed(
        tx,
        Interview(
            id=TILLER,
            job_id="example-tiller",
            kind=InterviewKind.PANEL,
            format=InterviewFormat.VIDEO,
            day=days.before(today, 2),
            clock=time(10),
            zone=zone,
            place="https://meet.example/tiller",
            interviewer_ids=("example-ruben", "example-ines"),
        ),
    )
    standing = tx.find(Debrief, TILLER)
    return Debrief(
        id=TILLER,
        revision=standing.revision if standing else 0,
        example=True,
        people=TILLER_PEOPLE,
        commitment=Commitment(
            what="decide on the second round", who_id="example-ruben", by=days.after(today, 4)
        ),
        requests=(replace(TEMPLATE_REQUEST, due=Due(today, None, zone)),),
        promises=(replace(TRAINING_CALL, due=Due(days.after(today, 1), time(10), zone)),),
    )


def _used_by_own_records(tx: Transaction) -> set[str]:
    own = [one for kind in HANGING_ON_A_JOB for one in tx.all(kind) if not one.example]
    jobs = {getattr(one, "job_id", "") for one in own}
    interviews = {getattr(one, "interview_id", "") for one in own} | {one.id for one in own}
    people = {getattr(one, "interviewer_id", "") for one in own}
    known = {one.contact_id for one in own if isinstance(one, Ask)}
    met = {who for one in own if isinstance(one, Interview) for who in one.interviewer_ids}
    return jobs | interviews | people | known | met
