"""A store on a real file, and a made-up panel interview that ended an hour ago."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from lib.actions import debriefs
from lib.domain.dates.due import Due
from lib.domain.debriefs import (
    Commitment,
    Debrief,
    Opening,
    PersonDebrief,
    PromiseKind,
    Request,
    Said,
    SpokenPromise,
)
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer, InterviewKind, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact, SameCompany
from lib.domain.profile import Profile
from lib.domain.records import Record
from lib.domain.strategies import Strategy
from lib.store.opening import open_store
from lib.store.repository import Store

ZONE = "America/New_York"
NOW = datetime(2026, 11, 19, 17, tzinfo=UTC)
"""Noon on a Thursday in New York, an hour after the panel's end and a week before Thanksgiving."""
KINDS: tuple[type[Record], ...] = (
    Profile, Job, Interview, Interviewer, Strategy, Debrief, FollowUp, Note, Contact, Ask,
    SameCompany,
)  # fmt: skip

DANA = Interviewer(
    id="person-dana",
    job_id="job-harbor",
    name="Dana Whitfield",
    position="VP Claims",
    email="dana@harborvale.example",
    role=Role.DECISION_MAKER,
)
TOBIAS = Interviewer(
    id="person-tobias",
    job_id="job-harbor",
    name="Tobias Fehr",
    position="Lead Data Engineer",
    email="tobias@harborvale.example",
)
PRIYA = Interviewer(
    id="person-priya",
    job_id="job-harbor",
    name="Priya Raman",
    position="Recruiter",
    email="priya@harborvale.example",
    role=Role.RECRUITER,
)
JOB = Job(id="job-harbor", company="Harbor & Vale", role="Claims Data Analyst")
INTERVIEW = Interview(
    id="interview-panel",
    job_id=JOB.id,
    kind=InterviewKind.PANEL,
    day=date(2026, 11, 19),
    clock=time(10),
    zone=ZONE,
    place="14 Quay Street",
    interviewer_ids=(DANA.id, TOBIAS.id, PRIYA.id),
)
ASKED = Request(
    id="asked",
    what="the reason code list",
    for_id=TOBIAS.id,
    due=Due(date(2026, 11, 24), zone=ZONE),
)
SPOKEN = SpokenPromise(
    id="spoken",
    kind=PromiseKind.CALL,
    to_id=PRIYA.id,
    about="the start date",
    due=Due(date(2026, 11, 25), time(10), ZONE),
)
DEBRIEF = Debrief(
    id=INTERVIEW.id,
    people=(
        PersonDebrief(
            interviewer_id=DANA.id,
            noted="hates the score!! no reasons. knows Sam?",
            valued="people who finish things",
            said=Said(
                opening=Opening.MENTIONED,
                topic="adjusters distrust the score because it gives no reason",
                answer="I built reason codes at Linden, and 40 agents use them now.",
                offer="show you how they work",
            ),
            thanks=(Channel.EMAIL, Channel.CARD),
        ),
        PersonDebrief(
            interviewer_id=TOBIAS.id,
            said=Said(
                opening=Opening.MENTIONED,
                topic="nightly loads break whenever the ledger changes",
                answer="The tests that I wrote at Linden caught nine of ten such breaks.",
            ),
        ),
        PersonDebrief(
            interviewer_id=PRIYA.id,
            said=Said(
                opening=Opening.MENTIONED,
                topic="new analysts take three months to find the tables",
                answer="I wrote a first-week guide for our last two, and they were done in three "
                "weeks.",
            ),
        ),
    ),
    commitment=Commitment(what="decide on the second round", who_id=DANA.id, by=date(2026, 12, 1)),
    requests=(ASKED,),
    promises=(SPOKEN,),
)


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel interview in the store, and its checklist, which is filled in but not kept yet."""

    store: Store
    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    debrief: Debrief

    def write(self, now: datetime = NOW) -> None:
        """Writes notes and follow-ups from the checklist as it is filled in."""
        standing = self.store.read().find(Debrief, self.debrief.id)
        debriefs.write(self.store, standing or self.debrief, (), now=now)

    def follow_up(self, kind: Kind, person: Interviewer | None = None) -> FollowUp:
        """The one follow-up of that kind (to that person)."""
        (one,) = [
            each
            for each in self.store.read().where(FollowUp, interview_id=self.interview.id)
            if each.kind is kind and (person is None or each.interviewer_id == person.id)
        ]
        return one

    def note(self, person: Interviewer, kind: Kind = Kind.THANK_YOU) -> Note:
        """Returns the note for that person's follow-up of that kind: an e-mail or a card."""
        channel = Channel.CARD if kind is Kind.CARD else Channel.EMAIL
        follow_up = self.follow_up(kind, person)
        (one,) = self.store.read().where(Note, follow_up_id=follow_up.id, channel=channel)
        return one


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store on a real file, with the person's profile in it."""
    store = open_store(tmp_path)
    with store.transaction(now=NOW, did="") as tx:
        tx.put(
            Profile(name="Sam Ortega", email="sam@ortega.example", phone="+1 555 0100", zone=ZONE)
        )
    return store


@pytest.fixture
def panel(store: Store) -> Panel:
    """The panel interview, from which nothing has been written yet."""
    with store.transaction(now=NOW, did="") as tx:
        job, interview = tx.put(JOB), tx.put(INTERVIEW)
        people = tuple(tx.put(person) for person in (DANA, TOBIAS, PRIYA))
    return Panel(store, job, interview, people, DEBRIEF)


@pytest.fixture
def written(panel: Panel) -> Panel:
    """The panel interview, from which notes and follow-ups have been written."""
    panel.write()
    return panel


def content(store: Store) -> dict[str, Record]:
    """Every record that is kept, without what the store itself sets at each save."""
    reader = store.read()
    return {f"{kind.__name__} {one.id}": bare(one) for kind in KINDS for one in reader.all(kind)}


def bare(record: Record) -> Record:
    """The record without its revision and the moment of its last change."""
    return replace(record, revision=0, changed_at=None)


def last_did(store: Store) -> str:
    """The sentence of the last thing that was done."""
    return store.entries(1)[0].did
