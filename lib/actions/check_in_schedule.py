"""What follows when a check-in was done, and when they were in touch; in an open transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from lib.actions.people import date_style_of, workdays_at, zone_of
from lib.actions.planned_follow_ups import bring_into_line
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import Due, local_day
from lib.domain.dates.spoken import day as day_words
from lib.domain.debriefs import Debrief
from lib.domain.followups import changes, check_ins
from lib.domain.followups.followup import FollowUp, Kind, Origin
from lib.domain.followups.plan import CHECK_IN_WORDS
from lib.domain.followups.plan_case import check_in_due
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
    """Plans what follows a done check-in: the second, then closing the loop, each a week later."""
    reason = check_ins.following_reason(follow_up)
    job = tx.find(Job, follow_up.job_id)
    if reason is None or job is None or job.status is not JobStatus.INTERVIEWING:
        return
    if tx.find(FollowUp, reason.follow_up_id()) is not None:
        return
    day = check_ins.a_week_on(_day(tx, at, follow_up), workdays_at(tx, now))
    due, (kind, what) = Due(day, None, follow_up.due.zone), FOLLOWING[reason.kind]
    origin = Origin(job_id=job.id, interview_id=follow_up.interview_id, example=follow_up.example)
    planned = origin.follow_up(reason, kind, what, due, None)
    tx.put(replace(planned, interviewer_id=follow_up.interviewer_id, who=follow_up.who))


def take_next_back(tx: Transaction, follow_up: FollowUp) -> None:
    """Removes what was planned after a check-in that was not sent after all, unless touched."""
    reason = check_ins.following_reason(follow_up)
    following = tx.find(FollowUp, reason.follow_up_id()) if reason else None
    # Asking for the message was work on it, even if nobody edited it.
    if following is not None and not tx.where(Note, follow_up_id=following.id):
        bring_into_line(tx, (), [following])


def restart(tx: Transaction, event: JobEvent, now: datetime) -> str:
    """Moves the open check-in, or plans a new one, after the employer was in touch.

    Further open check-ins are let go. What is logged late changes no date that something newer has
    set, and while a further round is still to come there is nothing to ask.

    Returns:
        What to add to the sentence of the action; empty if no date changed.
    """
    job = running_again(tx, tx.get(Job, event.job_id))
    rounds = tx.where(Interview, job_id=event.job_id)
    held = [one for one in rounds if one.ends_at() <= event.at]
    asking = _asking(tx, job.id)
    is_running = job.status is JobStatus.INTERVIEWING
    if not is_running or not held or _is_old_news(tx, event, rounds, asking):
        return ""
    last = max(held, key=lambda one: one.ends_at())
    due = Due(_day_to_ask(tx, event, last, now), None, last.zone)
    style = date_style_of(tx)
    open_ones = [one for one in asking if one.is_open()]
    first = next((one for one in open_ones if check_ins.is_first(one)), None)
    _let_go(tx, [one for one in open_ones if one is not first], now)
    if first is not None:
        tx.put(changes.moved_by_them(first, due, style, now))
    else:
        tx.put(_anew(tx, event, last, due, asking))
    words = day_words(due.day, _day(tx, now, last), style.english)
    return f"; check in {words} if you have not heard by then"


def close_superseded(tx: Transaction, interview: Interview, now: datetime) -> None:
    """Closes the check-in of a checklist after a further round, or if they were in touch since."""
    rounds = tx.where(Interview, job_id=interview.job_id)
    is_followed = any(one.starts_at() > interview.starts_at() for one in rounds)
    standing = [one for one in _asking(tx, interview.job_id) if one.is_open()]
    firsts = [one for one in standing if one.reason.kind is ReasonKind.CHECK_IN]
    mine = [one for one in firsts if one.reason.of == interview.id]
    if is_followed or len(firsts) > len(mine):
        _let_go(tx, mine, now)


def close_before_next_round(tx: Transaction, interview: Interview, now: datetime) -> None:
    """Closes what asks how earlier interviews turned out, as a further one was set."""
    running_again(tx, tx.get(Job, interview.job_id))
    rounds = tx.where(Interview, job_id=interview.job_id)
    earlier = {one.id for one in rounds if one.starts_at() < interview.starts_at()} | {""}
    asking = [one for one in _asking(tx, interview.job_id) if one.is_open()]
    _let_go(tx, [one for one in asking if one.interview_id in earlier], now)


def running_again(tx: Transaction, job: Job) -> Job:
    """Returns the job as running if it had gone silent, and closes the closing of its loop."""
    if job.status is not JobStatus.SILENT:
        return job
    closing = [one for one in _asking(tx, job.id) if one.kind is Kind.CLOSE_LOOP and one.is_open()]
    _let_go(tx, closing, tx.now)
    tx.remove(Answer, job.id)
    return tx.put(replace(job, status=JobStatus.INTERVIEWING))


def _asking(tx: Transaction, job_id: str) -> list[FollowUp]:
    found = tx.where(FollowUp, job_id=job_id)
    return [one for one in found if check_ins.asks_how_it_stands(one)]


def _let_go(tx: Transaction, found: Iterable[FollowUp], now: datetime) -> None:
    for one in found:
        tx.put(changes.overtaken(one, now))


def _is_old_news(
    tx: Transaction, event: JobEvent, rounds: Sequence[Interview], asking: Sequence[FollowUp]
) -> bool:
    heard = [one for one in tx.where(JobEvent, job_id=event.job_id) if one.kind.is_from_them()]
    newer = any(one.at > event.at for one in heard)
    asked_since = any(one.done_at is not None and one.done_at > event.at for one in asking)
    return newer or asked_since or any(one.starts_at() > event.at for one in rounds)


def _day_to_ask(tx: Transaction, event: JobEvent, last: Interview, now: datetime) -> date:
    """Returns the day after theirs as it stands, and never before the next working day."""
    debrief = tx.find(Debrief, last.id) or Debrief(id=last.id)
    by = their_day(debrief, last, tx.all(JobEvent))
    heard_on, days = _day(tx, event.at, last), workdays_at(tx, now)
    still_to_come = by if by is not None and by >= heard_on else event.by
    earliest = days.after(_day(tx, now, last), 1)
    return max(check_in_due(heard_on, still_to_come, days), earliest)


def _anew(
    tx: Transaction, event: JobEvent, last: Interview, due: Due, asked: Sequence[FollowUp]
) -> FollowUp:
    """Returns a new check-in, to whoever was in touch, else to whom the last one went."""
    reason = Reason(ReasonKind.CHECK_IN, event.id)
    before = max(asked, key=lambda one: one.due.deadline(), default=None)
    person = tx.find(Interviewer, event.who_id or (before.interviewer_id if before else ""))
    origin = Origin(job_id=event.job_id, interview_id=last.id, example=event.example)
    return origin.follow_up(reason, Kind.CHECK_IN, CHECK_IN_WORDS, due, person)


def _day(tx: Transaction, at: datetime, of: Interview | FollowUp) -> date:
    return local_day(at, zone_of(tx, of.job_id))
