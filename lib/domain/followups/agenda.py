"""Who owes what at a moment: my open follow-ups by urgency, and what employers owe me."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from lib.domain.answers import JobEvent
from lib.domain.dates.due import at_local, local_day
from lib.domain.debriefs import Debrief
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.reasons import ReasonKind
from lib.domain.followups.their_day import their_day
from lib.domain.interviews import Interview

AHEAD = timedelta(days=7)
PREPARING = timedelta(days=2)
"""How long before an interview its worksheet is worth a look each day."""
EVENING = time(17)
"""From when on the next day's interview comes before everything else."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Open follow-ups by how they press; each is in exactly one part."""

    overdue: tuple[FollowUp, ...]
    today: tuple[FollowUp, ...]
    next_seven_days: tuple[FollowUp, ...]
    later: tuple[FollowUp, ...]
    hidden: tuple[FollowUp, ...]


def agenda(followups: Iterable[FollowUp], now: datetime, zone: str) -> Agenda:
    """Everything open, the earliest deadline first, promised before planned at the same moment."""
    rows = sorted((one for one in followups if one.is_open()), key=_pressing)
    hidden = tuple(one for one in rows if one.is_hidden(now))
    shown = [one for one in rows if not one.is_hidden(now)]
    today = local_day(now, zone)
    due = [one for one in shown if one.due.deadline() >= now]
    days = {one.id: _last_day(one, zone) for one in due}
    return Agenda(
        overdue=tuple(one for one in shown if one.due.deadline() < now),
        today=tuple(one for one in due if days[one.id] <= today),
        next_seven_days=tuple(one for one in due if today < days[one.id] <= today + AHEAD),
        later=tuple(one for one in due if days[one.id] > today + AHEAD),
        hidden=hidden,
    )


def ended_without_debrief(
    interviews: Iterable[Interview], debriefs: Iterable[Debrief], now: datetime
) -> tuple[Interview, ...]:
    """Interviews that are over and from which no notes were written yet, the latest first."""
    written = {one.id for one in debriefs if one.written_at is not None}
    ended = [one for one in interviews if one.ends_at() <= now and one.id not in written]
    return tuple(sorted(ended, key=lambda one: one.ends_at(), reverse=True))


def next_interview(interviews: Iterable[Interview], now: datetime) -> Interview | None:
    """The next one that is not over yet."""
    coming = [one for one in interviews if one.ends_at() > now]
    return min(coming, key=lambda one: one.starts_at(), default=None)


class Nearness(StrEnum):
    """How near an interview is: far, within two days, or first from the evening before."""

    FAR = "far"
    SOON = "soon"
    FIRST = "first"


def nearness(interview: Interview, now: datetime, zone: str) -> Nearness:
    """How near that interview is by the calendar of the person's zone."""
    starts = local_day(interview.starts_at(), zone)
    if now >= at_local(starts - timedelta(days=1), EVENING, zone):
        return Nearness.FIRST
    today = local_day(now, zone)
    return Nearness.SOON if starts - today <= PREPARING else Nearness.FAR


@dataclass(frozen=True, slots=True)
class Owed:
    """What an employer said would happen, who acts, by when, and when I check in if it does not."""

    interview_id: str
    job_id: str
    what: str
    who_id: str
    by: date
    check_in_on: date | None
    passed: bool


def owed_to_me(
    debriefs: Iterable[Debrief],
    interviews: Iterable[Interview],
    followups: Iterable[FollowUp],
    now: datetime,
    events: Iterable[JobEvent] = (),
) -> tuple[Owed, ...]:
    """Returns each day of theirs whose check-in is open, the earliest first."""
    known, heard = {one.id: one for one in interviews}, tuple(events)
    check_ins = _check_ins(followups)
    rows = []
    for debrief in debriefs:
        interview, check_in = known.get(debrief.id), check_ins.get(debrief.id)
        if interview is None or (check_in is not None and not check_in.is_open()):
            continue
        if by := their_day(debrief, interview, heard):
            rows.append(_owed(debrief, interview, by, check_in, now))
    return tuple(sorted(rows, key=lambda one: one.by))


def _owed(
    debrief: Debrief, interview: Interview, by: date, check_in: FollowUp | None, now: datetime
) -> Owed:
    commitment = debrief.commitment
    return Owed(
        interview_id=interview.id,
        job_id=interview.job_id,
        what=commitment.what.strip() or "the next step",
        who_id=commitment.who_id,
        by=by,
        check_in_on=check_in.due.day if check_in else None,
        passed=local_day(now, interview.zone) > by,
    )


def _check_ins(followups: Iterable[FollowUp]) -> dict[str, FollowUp]:
    """Returns by interview what asks there: the open one, else the last, else the planned call."""
    found: dict[str, FollowUp] = {}
    for one in followups:
        before = found.get(one.interview_id)
        is_better = before is None or one.reason.kind is not ReasonKind.PLANNED_CALL
        if asks_how_it_stands(one) and is_better and not (before and before.is_open()):
            found[one.interview_id] = one
    return found


def _pressing(follow_up: FollowUp) -> tuple[datetime, bool, str]:
    return follow_up.due.deadline(), follow_up.promise is None, follow_up.id


def _last_day(follow_up: FollowUp, zone: str) -> date:
    """The day, by the person's calendar, on which it is due."""
    if follow_up.due.clock is None:
        return follow_up.due.day
    return local_day(follow_up.due.deadline(), zone)
