"""Made-up data of a search of eight months, made by the app's own actions.

50 jobs with 4 rounds each, the people met there, worksheets, checklists with their notes and
follow-ups, and 2,000 contacts. Of each job the last round lies around today; the notes of older
rounds were sent.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from lib.actions import debriefs, example
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
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer, InterviewKind, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note
from lib.domain.people.contacts import Contact, Knows
from lib.domain.profile import PROFILE_ID, Profile
from lib.domain.strategies import Strategy
from lib.store.repository import Store, Transaction

JOBS, ROUNDS, CONTACTS = 50, 4, 2_000
DAYS_BETWEEN = 4
UNSENT_FOR = timedelta(days=21)
"""So long, what follows an interview is still to be done."""
ZONE = "America/New_York"
KINDS = (
    InterviewKind.FIRST,
    InterviewKind.PANEL,
    InterviewKind.PANEL,
    InterviewKind.FINAL,
)
GIVEN = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ian", "June", "Kai", "Lena")
FAMILY = ("Adler", "Brook", "Castell", "Dorn", "Ellis", "Fox", "Gray", "Holt", "Ito", "Jansen")
SAID = (
    "adjusters distrust the score because it gives no reason",
    "nightly loads break whenever the ledger changes",
    "new analysts take three months to find the tables",
)
ANSWERS = (
    "I built reason codes at Linden, and 40 agents use them now.",
    "The tests that I wrote at Linden caught nine of ten such breaks.",
    "I wrote a first-week guide for our last two, and they were done in three weeks.",
)


def fill(store: Store, *, now: datetime, jobs: int = JOBS, contacts: int = CONTACTS) -> None:
    """Puts a long search into the store, beside the example data, so that both draw the same."""
    example.load(store, ZONE, now=now)
    with store.transaction(now=now, did="") as tx:
        profile = tx.find(Profile, PROFILE_ID) or Profile()
        tx.put(replace(profile, name="Sam Okafor", zone=ZONE))
        for number in range(contacts):
            tx.put(_contact(number, jobs))
    for number in range(jobs):
        _search_for(store, number, now)


def _contact(number: int, jobs: int) -> Contact:
    knows = (Knows(_person_id(number % jobs, 0), 3, ""),) if number % 20 == 0 else ()
    return Contact(
        id=f"contact-{number}",
        name=f"{GIVEN[number % 12]} {FAMILY[number // 12 % 10]}{number}",
        company=f"Firm {number % (jobs * 4)}",
        position="Analyst",
        email=f"contact{number}@example.org",
        knows=knows,
        how_well=number % 5,
    )


def _search_for(store: Store, number: int, now: datetime) -> None:
    """Adds one job with its rounds; each checklist is written on the day of its round."""
    today = now.astimezone(UTC).date()
    rounds = [_round(number, turn, today) for turn in range(ROUNDS)]
    job = Job(id=f"job-{number}", company=f"Firm {number}", role="Claims Data Analyst")
    with store.transaction(now=now, did="") as tx:
        tx.put(job)
        for place, given in enumerate(GIVEN[:3]):
            tx.put(_person(number, place, given))
        for interview in rounds:
            tx.put(interview)
            tx.put(Strategy(id=interview.id, goal="a second meeting with the team"))
    for interview in rounds:
        if interview.day >= today:
            continue
        then = datetime.combine(interview.day, time(18), UTC)
        with store.transaction(now=then, did="") as tx:
            debriefs.write_in(tx, tx.put(_debrief(interview)), then)
            if interview.day < today - UNSENT_FOR:
                _send(tx, interview, then)


def _person_id(job: int, place: int) -> str:
    return f"person-{job}-{place}"


def _person(job: int, place: int, given: str) -> Interviewer:
    return Interviewer(
        id=_person_id(job, place),
        job_id=f"job-{job}",
        name=f"{given} {FAMILY[job % 10]}",
        position=("VP Claims", "Lead Data Engineer", "Recruiter")[place],
        email=f"{given.lower()}@firm{job}.example",
        phone="+1 555 0142",
        role=(Role.DECISION_MAKER, Role.PEER, Role.RECRUITER)[place],
    )


def _round(job: int, turn: int, today: date) -> Interview:
    """Returns a round; the last of every fifth job is still to come."""
    shift = -job * DAYS_BETWEEN + (2 if job % 5 == 0 else -1)
    day = today + timedelta(days=shift - (ROUNDS - 1 - turn) * 7)
    if job % 5 == 0 and turn == ROUNDS - 1:
        day = today + timedelta(days=1 + job // 5)
    return Interview(
        id=f"round-{job}-{turn}",
        job_id=f"job-{job}",
        kind=KINDS[turn],
        day=day,
        clock=time(10),
        zone=ZONE,
        place="14 Quay Street",
        interviewer_ids=tuple(_person_id(job, place) for place in range(3)),
    )


def _debrief(interview: Interview) -> Debrief:
    people = [
        PersonDebrief(
            interviewer_id=id,
            noted="hates the score, no reasons, knows Sam",
            said=Said(opening=Opening.MENTIONED, topic=SAID[place], answer=ANSWERS[place]),
            thanks=(Channel.EMAIL, Channel.CARD) if place == 0 else (Channel.EMAIL,),
        )
        for place, id in enumerate(interview.interviewer_ids)
    ]
    first, second, third = interview.interviewer_ids
    soon = interview.day + timedelta(days=5)
    return Debrief(
        id=interview.id,
        people=tuple(people),
        commitment=Commitment(what="decide", who_id=first, by=interview.day + timedelta(days=12)),
        requests=(
            Request(id="asked", what="the code list", for_id=second, due=Due(soon, zone=ZONE)),
        ),
        promises=(
            SpokenPromise(
                id="spoken",
                kind=PromiseKind.CALL,
                to_id=third,
                about="the start date",
                due=Due(soon, time(10), ZONE),
            ),
        ),
    )


def _send(tx: Transaction, interview: Interview, then: datetime) -> None:
    """Marks the notes of a round as sent, and its follow-ups as done."""
    for note in tx.where(Note, interview_id=interview.id):
        tx.put(replace(note, sent_at=then))
    for follow_up in tx.where(FollowUp, interview_id=interview.id):
        tx.put(replace(follow_up, done_at=then))
