"""Adding, changing, archiving and deleting jobs, interviews and the people met in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from lib.actions import ask_steps, check_in_schedule, contacts, drafts
from lib.actions.done import Done, say
from lib.actions.people import keep_guessed_english, save_person
from lib.actions.worksheets import last_round, strategy_of
from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.errors import FollowThroughError
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.interviewer_lines import ReadLine
from lib.domain.people.namesakes import filled, known_as, namesake, updated
from lib.domain.records import new_id
from lib.domain.strategies import Strategy
from lib.domain.validation import (
    problems_with_interview,
    problems_with_interviewer,
    problems_with_job,
    refuse,
)
from lib.store.repository import Store, Transaction


class NamesakeOpen(FollowThroughError):
    """The job knows somebody of a new person's name, and nobody said whether they are one."""

    def __init__(self, known: Interviewer) -> None:
        what = known.position or known.email
        super().__init__(
            f"This job already has {known.name}{f' ({what})' if what else ''}. Say under the field "
            "whether the new one is the same person. Nothing was added."
        )


def add_interview(
    store: Store,
    job: Job,
    interview: Interview,
    lines: Sequence[ReadLine],
    *,
    now: datetime,
    english: English | None = None,
) -> Done:
    """Adds an interview with its people, and its job if that is new; never twice.

    `english` is the one guessed from the browser: it is kept if the profile has none.
    """
    refuse((*problems_with_job(job), *problems_with_interview(interview)))
    with store.transaction(now=now, did="") as tx:
        if tx.find(Interview, interview.id) is not None:
            return Done("", interview.id)
        keep_guessed_english(tx, english)
        if tx.find(Job, job.id) is None:
            tx.put(job)
        _put_people(tx, interview, lines)
        ask_steps.replan(tx, job.id, now)
        check_in_schedule.close_before_next_round(tx, interview, now)
        return say(tx, f"Added the interview at {job.company}", interview.id)


def save_job(store: Store, job: Job, *, now: datetime, visit: str = "") -> Done:
    """Keeps a changed job; all saves of one visit are taken back together, and drafts follow."""
    refuse(problems_with_job(job))
    with store.transaction(now=now, did="", merge=f"job:{job.id}:{visit}") as tx:
        tx.put(job)
        drafts.refresh(tx)
    return Done("", job.id)


def save_interview(
    store: Store,
    interview: Interview,
    people: Sequence[Interviewer],
    *,
    now: datetime,
    visit: str = "",
) -> Done:
    """Keeps a changed interview with what is known of its people."""
    found = [problem for person in people for problem in problems_with_interviewer(person)]
    refuse((*problems_with_interview(interview), *found))
    with store.transaction(now=now, did="", merge=f"interview:{interview.id}:{visit}") as tx:
        tx.put(interview)
        for person in people:
            save_person(tx, person)
        ask_steps.replan(tx, interview.job_id, now)
        drafts.refresh(tx)
    return Done("", interview.id)


def add_interviewers(
    store: Store, interview_id: str, lines: Sequence[ReadLine], *, now: datetime
) -> Done:
    """Adds the people read from pasted lines; one whom the job knows already is not doubled.

    Raises:
        NamesakeOpen: it has to be said first whether somebody is one whom the job knows.
    """
    with store.transaction(now=now, did="") as tx:
        people = _put_people(tx, tx.get(Interview, interview_id), lines)
        if not people:
            return Done("", interview_id)
        return say(tx, f"Added {', '.join(map(_called, people))}", interview_id)


def take_off_interview(
    store: Store, interview_id: str, interviewer_id: str, *, now: datetime
) -> Done:
    """Takes a person off an interview; who is in no other interview is forgotten."""
    with store.transaction(now=now, did="") as tx:
        interview = tx.get(Interview, interview_id)
        if interviewer_id not in interview.interviewer_ids:
            return Done("", interview_id)
        person = tx.get(Interviewer, interviewer_id)
        left = tuple(one for one in interview.interviewer_ids if one != interviewer_id)
        tx.put(replace(interview, interviewer_ids=left))
        if not any(interviewer_id in one.interviewer_ids for one in tx.all(Interview)):
            tx.remove(Interviewer, interviewer_id)
            contacts.forget_interviewers(tx, {interviewer_id})
        return say(tx, f"Took {_called(person)} off the interview", interview_id)


def archive_job(store: Store, job_id: str, *, now: datetime, back: bool = False) -> Done:
    """Puts a job away (its dates leave Today and the calendar), or brings it back."""
    with store.transaction(now=now, did="") as tx:
        job = tx.put(replace(tx.get(Job, job_id), archived_at=None if back else now))
        did = f"Brought {job.company} back" if back else f"Archived {job.company}"
        return say(tx, did, job_id)


def delete_job(store: Store, job_id: str, *, now: datetime) -> Done:
    """Deletes a job with everything that hangs on it."""
    with store.transaction(now=now, did="") as tx:
        job = tx.find(Job, job_id)
        if job is None:
            return Done("")
        for interview in tx.where(Interview, job_id=job_id):
            _remove_interview(tx, interview)
        contacts.forget_interviewers(tx, [one.id for one in tx.where(Interviewer, job_id=job_id)])
        tx.remove(Answer, job_id)
        for kind in (JobEvent, Ask, Note, FollowUp, Interviewer):
            for record in tx.where(kind, job_id=job_id):
                tx.remove(kind, record.id)
        tx.remove(Job, job_id)
        deleted = f"{job.role} at {job.company}, with its interviews, notes and follow-ups"
        return say(tx, f"Deleted {deleted}")


def delete_interview(store: Store, interview_id: str, *, now: datetime) -> Done:
    """Deletes an interview with its worksheet, checklist, notes and follow-ups; its people stay."""
    with store.transaction(now=now, did="") as tx:
        interview = tx.find(Interview, interview_id)
        if interview is None:
            return Done("")
        _remove_interview(tx, interview)
        ask_steps.replan(tx, interview.job_id, now)
        return say(tx, "Deleted the interview, with its worksheet, checklist, notes and follow-ups")


def _called(person: Interviewer) -> str:
    return person.name or person.position or "someone"


def _remove_interview(tx: Transaction, interview: Interview) -> None:
    _keep_copies(tx, interview)
    for note in tx.where(Note, interview_id=interview.id):
        tx.remove(Note, note.id)
    for follow_up in tx.where(FollowUp, interview_id=interview.id):
        tx.remove(FollowUp, follow_up.id)
    tx.remove(Debrief, interview.id)
    tx.remove(Strategy, interview.id)
    tx.remove(Interview, interview.id)


def _keep_copies(tx: Transaction, interview: Interview) -> None:
    """Worksheets that were only a copy of this round's so far stand by themselves from now on."""
    for other in tx.where(Interview, job_id=interview.job_id):
        copied = last_round(tx, other)
        if copied and copied.id == interview.id and tx.find(Strategy, other.id) is None:
            tx.put(strategy_of(tx, other))


def _put_people(
    tx: Transaction, interview: Interview, lines: Sequence[ReadLine]
) -> list[Interviewer]:
    read: dict[str, Interviewer] = {}
    for line in filter(ReadLine.is_person, lines):
        person = _person(tx, interview, line, read.values())
        read[person.id] = person
    problems = chain.from_iterable(map(problems_with_interviewer, read.values()))
    refuse(problems)
    people = [tx.put(person) for person in read.values()]
    ids = dict.fromkeys((*interview.interviewer_ids, *(person.id for person in people)))
    tx.put(replace(interview, interviewer_ids=tuple(ids)))
    return people


def _person(
    tx: Transaction, interview: Interview, line: ReadLine, read: Iterable[Interviewer]
) -> Interviewer:
    """Returns whom a line is about, who may stand in a line before; nobody new is put."""
    met = tx.where(Interviewer, job_id=interview.job_id)
    if known := known_as(line, (*read, *met)):
        return filled(known, line)
    if other := namesake(line, met):
        if line.is_same is None:
            raise NamesakeOpen(other)
        if line.is_same:
            return updated(other, line)
    return Interviewer(
        id=new_id(),
        job_id=interview.job_id,
        name=line.name,
        position=line.position,
        email=line.email,
        phone=line.phone,
        link=line.link,
        example=interview.example,
    )
