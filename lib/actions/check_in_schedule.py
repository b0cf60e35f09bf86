"""What follows when a check-in was done, and when they were in touch; in an open transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.actions.people import date_style_of, workdays_at, zone_of
from lib.actions.planned_follow_ups import bring_into_line
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import Due
from lib.domain.dates.spoken import day as day_words
from lib.domain.debriefs import Debrief
from lib.domain.followups import changes, check_ins
from lib.domain.followups.followup import FollowUp, Kind, Origin
from lib.domain.followups.plan import CHECK_IN_WORDS
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.followups.their_day import their_day
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note
from lib.store.repository import Transaction

FOLLOWING = {
    ReasonKind.CHECK_IN_AGAIN: (Kind.CHECK_IN, "Check in once more"),
    ReasonKind.CLOSE_LOOP: (Kind.CLOSE_LOOP, "Close the loop, or carry on waiting"),
}


def plan_next(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """A check-in was done: the second one, or after that the closing of the loop, is due a week on."""
    reason = check_ins.following_reason(follow_up)
    job = tx.find(Job, follow_up.job_id)
    if reason is None or job is None or job.status is not JobStatus.INTERVIEWING:
        return
    if tx.find(FollowUp, reason.follow_up_id()) is not None:
        return
    day = check_ins.a_week_on(_day(tx, at, follow_up), workdays_at(tx, now))
    kind, what = FOLLOWING[reason.kind]
    origin = Origin(
        job_id=follow_up.job_id, interview_id=follow_up.interview_id, example=follow_up.example
    )
    planned = origin.follow_up(reason, kind, what, Due(day, None, follow_up.due.zone), None)
    tx.put(replace(planned, interviewer_id=follow_up.interviewer_id, who=follow_up.who))


def take_next_back(tx: Transaction, follow_up: FollowUp) -> None:
    """It was not done after all: what followed from it goes, unless somebody has worked on that."""
    reason = check_ins.following_reason(follow_up)
    following = tx.find(FollowUp, reason.follow_up_id()) if reason else None
    if following is not None and not tx.where(Note, follow_up_id=following.id):
        bring_into_line(tx, (), [following])


def restart(tx: Transaction, event: JobEvent, now: datetime) -> str:
    """They were in touch: the open check-in moves, any further one is let go; the words for what changed.

    Where none is open and the job is still running, a new one is planned. What is logged late changes no date
    that something newer has set, and while a further round is still to come there is nothing to ask.
    """
    job = running_again(tx, tx.get(Job, event.job_id))
    rounds = tx.where(Interview, job_id=event.job_id)
    held = [one for one in rounds if one.ends_at() <= event.at]
    standing = tx.where(FollowUp, job_id=job.id)
    asking = [one for one in standing if check_ins.asks_how_it_stands(one)]
    if (
        job.status is not JobStatus.INTERVIEWING
        or not held
        or _is_old_news(tx, event, rounds, asking)
    ):
        return ""
    last = max(held, key=lambda one: one.ends_at())
    due = Due(_day_to_ask(tx, event, last, now), None, last.zone)
    style = date_style_of(tx)
    open_ones = [one for one in asking if one.is_open()]
    first = next((one for one in open_ones if check_ins.is_first(one)), None)
    for one in open_ones:
        if one is not first:
            tx.put(changes.overtaken(one, now))
    if first is not None:
        tx.put(changes.moved_by_them(first, due, style, now))
    else:
        tx.put(_anew(tx, event, last, due, asking))
    today = now.astimezone(ZoneInfo(last.zone)).date()
    return f"; check in {day_words(due.day, today, style.english)} if you have not heard by then"


def close_superseded(tx: Transaction, interview: Interview, now: datetime) -> None:
    """A checklist was written: what it plans to ask is superfluous after a further round or later word."""
    rounds = tx.where(Interview, job_id=interview.job_id)
    later = any(one.starts_at() > interview.starts_at() for one in rounds)
    standing = [one for one in tx.where(FollowUp, job_id=interview.job_id) if one.is_open()]
    firsts = [one for one in standing if one.reason.kind is ReasonKind.CHECK_IN]
    mine = [one for one in firsts if one.reason.of == interview.id]
    if later or len(firsts) > len(mine) > 0:
        for one in mine:
            tx.put(changes.overtaken(one, now))


def running_again(tx: Transaction, job: Job) -> Job:
    """A job that had gone silent runs again once they are in touch; the closing of its loop goes."""
    if job.status is not JobStatus.SILENT:
        return job
    for one in tx.where(FollowUp, job_id=job.id):
        if one.kind is Kind.CLOSE_LOOP and one.is_open():
            tx.put(changes.overtaken(one, tx.now))
    tx.remove(Answer, job.id)
    return tx.put(replace(job, status=JobStatus.INTERVIEWING))


def _is_old_news(
    tx: Transaction, event: JobEvent, rounds: Sequence[Interview], asking: Sequence[FollowUp]
) -> bool:
    heard = [one for one in tx.where(JobEvent, job_id=event.job_id) if one.kind.is_from_them()]
    newer = any(one.at > event.at for one in heard)
    asked_since = any(one.done_at is not None and one.done_at > event.at for one in asking)
    return newer or asked_since or any(one.starts_at() > event.at for one in rounds)


def _day_to_ask(tx: Transaction, event: JobEvent, last: Interview, now: datetime) -> date:
    """After the day of theirs that stands now, and never before the next working day."""
    debrief = tx.find(Debrief, last.id) or Debrief(id=last.id)
    by = their_day(debrief, last, tx.all(JobEvent))
    heard_on, days = _day(tx, event.at, last), workdays_at(tx, now)
    still_to_come = by if by is not None and by >= heard_on else event.by
    return max(
        check_ins.asked_anew(heard_on, still_to_come, days), days.after(_day(tx, now, last), 1)
    )


def close_before_next_round(tx: Transaction, interview: Interview, now: datetime) -> None:
    """A further round was set: asking where things stand after an earlier one makes no sense any more."""
    running_again(tx, tx.get(Job, interview.job_id))
    earlier = {
        one.id
        for one in tx.where(Interview, job_id=interview.job_id)
        if one.id != interview.id and one.starts_at() < interview.starts_at()
    }
    for one in tx.where(FollowUp, job_id=interview.job_id):
        before = not one.interview_id or one.interview_id in earlier
        if one.is_open() and check_ins.asks_how_it_stands(one) and before:
            tx.put(changes.overtaken(one, now))


def _anew(
    tx: Transaction, event: JobEvent, last: Interview, due: Due, asked: Sequence[FollowUp]
) -> FollowUp:
    """A new check-in: to whoever was in touch, else to whom the last one went."""
    reason = Reason(ReasonKind.CHECK_IN, event.id)
    before = max(asked, key=lambda one: one.due.deadline(), default=None)
    person = tx.find(Interviewer, event.who_id or (before.interviewer_id if before else ""))
    origin = Origin(job_id=event.job_id, interview_id=last.id, example=event.example)
    return origin.follow_up(reason, Kind.CHECK_IN, CHECK_IN_WORDS, due, person)


def _day(tx: Transaction, at: datetime, of: Interview | FollowUp) -> date:
    return at.astimezone(ZoneInfo(zone_of(tx, of.job_id))).date()
