"""What follows when a check-in was done, and when they were in touch; in an open transaction."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.actions.people import profile_of, workdays_at
from lib.domain import followup_changes as changes
from lib.domain import silence
from lib.domain.answers import JobEvent
from lib.domain.due import Due
from lib.domain.followups import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note
from lib.domain.plan_case import follow_up_id
from lib.domain.spoken import day as day_words
from lib.store.repository import Transaction

WHAT = {silence.AGAIN: "Check in once more", silence.LOOP: "Close the loop, or carry on waiting"}


def followed(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """A check-in was done: the second one, or after that the closing of the loop, is due a week on."""
    reason = silence.following_reason(follow_up)
    job = tx.find(Job, follow_up.job_id)
    if not reason or job is None or job.status is not JobStatus.INTERVIEWING:
        return
    if tx.find(FollowUp, follow_up_id(reason)) is not None:
        return
    day = silence.a_week_on(_day(tx, at, follow_up.due.zone), workdays_at(tx, now))
    kind = Kind.CHECK_IN if silence.is_first(follow_up) else Kind.CLOSE_LOOP
    what = WHAT[silence.AGAIN if kind is Kind.CHECK_IN else silence.LOOP]
    tx.put(_like(follow_up, reason, kind, what, Due(day, None, follow_up.due.zone)))


def not_followed(tx: Transaction, follow_up: FollowUp) -> None:
    """It was not done after all: what followed from it goes, unless somebody has worked on that."""
    reason = silence.following_reason(follow_up)
    following = tx.find(FollowUp, follow_up_id(reason)) if reason else None
    if following is None or not following.is_open() or following.history or following.overruled:
        return
    if not tx.where(Note, follow_up_id=following.id):
        tx.remove(FollowUp, following.id)


def restart(tx: Transaction, event: JobEvent, now: datetime) -> str:
    """They were in touch: the open check-in moves, any further one is let go; the words for what changed.

    Where none is open and the job is still running, a new one is planned.
    """
    job, rounds = tx.get(Job, event.job_id), tx.where(Interview, job_id=event.job_id)
    held = [one for one in rounds if one.ends_at() <= event.at]
    if job.status is not JobStatus.INTERVIEWING or not held:
        return ""
    last = max(held, key=lambda one: one.ends_at())
    zone = last.zone
    due = Due(silence.asked_anew(_day(tx, event.at, zone), event.by, workdays_at(tx, now)), None, zone)
    standing = [one for one in tx.where(FollowUp, job_id=job.id) if one.is_open()]
    asking = [one for one in standing if silence.asks_how_it_stands(one)]
    first = next((one for one in asking if silence.is_first(one)), None)
    for one in asking:
        if one is not first:
            tx.put(changes.overtaken(one, now))
    if first is not None:
        tx.put(changes.moved_by_them(first, due, now))
    else:
        tx.put(_anew(event, last, due))
    today = now.astimezone(ZoneInfo(zone)).date()
    return f"; check in {day_words(due.day, today)} if you have not heard by then"


def overtaken(tx: Transaction, interview: Interview, now: datetime) -> None:
    """A further round was set: asking where things stand after an earlier one makes no sense any more."""
    earlier = {
        one.id
        for one in tx.where(Interview, job_id=interview.job_id)
        if one.id != interview.id and one.starts_at() < interview.starts_at()
    }
    for one in tx.where(FollowUp, job_id=interview.job_id):
        before = not one.interview_id or one.interview_id in earlier
        if one.is_open() and silence.asks_how_it_stands(one) and before:
            tx.put(changes.overtaken(one, now))


def _anew(event: JobEvent, last: Interview, due: Due) -> FollowUp:
    reason = f"{silence.FIRST}{event.id}"
    return FollowUp(
        id=follow_up_id(reason),
        reason=reason,
        job_id=event.job_id,
        interview_id=last.id,
        interviewer_id=event.who_id,
        kind=Kind.CHECK_IN,
        what="Check in if you have not heard",
        due=due,
        planned=due,
        example=event.example,
    )


def _like(follow_up: FollowUp, reason: str, kind: Kind, what: str, due: Due) -> FollowUp:
    return FollowUp(
        id=follow_up_id(reason),
        reason=reason,
        job_id=follow_up.job_id,
        interview_id=follow_up.interview_id,
        interviewer_id=follow_up.interviewer_id,
        who=follow_up.who,
        kind=kind,
        what=what,
        due=due,
        planned=due,
        example=follow_up.example,
    )


def _day(tx: Transaction, at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(profile_of(tx).zone or zone)).date()
