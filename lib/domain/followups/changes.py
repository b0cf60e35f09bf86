"""What can happen to a follow-up: done, hidden, moved, let go, taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from lib.domain.dates.due import Due, at_local, local_day
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, short_day
from lib.domain.followups.followup import FollowUp, Happening, HappeningKind, Promise

MORNING = time(8)


class Until(StrEnum):
    """For how long a row is kept out of sight."""

    TOMORROW = "tomorrow"
    NEXT_WORKDAY = "next_workday"
    A_DAY = "a_day"


def mark_done(follow_up: FollowUp, at: datetime, now: datetime) -> FollowUp:
    """Done at that moment, whether it was open or closed before."""
    done = replace(follow_up, done_at=at, closed_at=None, hidden_until=None)
    return _with_line(done, HappeningKind.DONE, "Done", now)


def reopen(follow_up: FollowUp, now: datetime) -> FollowUp:
    """Open again, as if it had been neither done nor closed."""
    opened = replace(follow_up, done_at=None, closed_at=None)
    return _with_line(opened, HappeningKind.REOPENED, "Taken up again", now)


def hide(follow_up: FollowUp, until: datetime) -> FollowUp:
    """Out of sight until then; the due date stays where it is."""
    return replace(follow_up, hidden_until=until)


def move(follow_up: FollowUp, due: Due, style: DateStyle, *, told: bool, now: datetime) -> FollowUp:
    """Due at another time. The first promise stays on record for good.

    The new date counts as agreed only if the other side was told before the standing one came due
    (glossary: punctuality).
    """
    words = f"Moved from {_written(follow_up.due, style)} to {_written(due, style)}"
    promise = follow_up.promise
    if promise is not None:
        words += ", and they were told" if told else ", not told yet"
        in_time = told and now <= promise.agreed.deadline()
        promise = replace(promise, agreed=due) if in_time else promise
    moved = replace(follow_up, due=due, promise=promise, overruled=True, hidden_until=None)
    return _with_line(moved, HappeningKind.MOVED, words, now)


def moved_by_them(follow_up: FollowUp, due: Due, style: DateStyle, now: datetime) -> FollowUp:
    """Returns it due at another time since they were in touch; a promise in time moves along."""
    if due == follow_up.due:
        return follow_up
    promise = follow_up.promise
    if promise is not None and now <= promise.agreed.deadline():
        promise = replace(promise, agreed=due)
    was, becomes = _written(follow_up.due, style), _written(due, style)
    words = f"They were in touch: moved from {was} to {becomes}"
    moved = replace(follow_up, due=due, planned=due, promise=promise, hidden_until=None)
    return _with_line(moved, HappeningKind.MOVED_BY_THEM, words, now)


def close(follow_up: FollowUp, now: datetime) -> FollowUp:
    """Let go, undone."""
    closed = replace(follow_up, closed_at=now, hidden_until=None)
    return _with_line(closed, HappeningKind.LET_GO, "Let go", now)


def overtaken(follow_up: FollowUp, now: datetime) -> FollowUp:
    """Returns it let go since they acted first; no promise was broken unless it was late."""
    promise = follow_up.promise
    late = promise is not None and now > promise.agreed.deadline()
    kept = promise if late else None
    closed = replace(follow_up, closed_at=now, hidden_until=None, promise=kept)
    return _with_line(closed, HappeningKind.THEY_ACTED, "They acted first", now)


def promised(follow_up: FollowUp, style: DateStyle, at: datetime, now: datetime) -> FollowUp:
    """Returns it promised from that moment on for its due day; a promise stays as it is."""
    if follow_up.promise is not None:
        return follow_up
    promise = Promise(made_at=at, first=follow_up.due, agreed=follow_up.due)
    words = f"Promised for {_written(follow_up.due, style)}"
    return _with_line(replace(follow_up, promise=promise), HappeningKind.PROMISED, words, now)


def unpromised(follow_up: FollowUp, now: datetime) -> FollowUp:
    """Planned again, since they were not told after all."""
    planned = replace(follow_up, promise=None)
    return _with_line(planned, HappeningKind.NOT_PROMISED, "Not promised after all", now)


def hide_until(option: Until, now: datetime, zone: str, workdays: Workdays) -> datetime:
    """When a hidden row comes back: in the morning of the day, or after 24 hours."""
    if option is Until.A_DAY:
        return now + timedelta(days=1)
    today = local_day(now, zone)
    tomorrow = today + timedelta(days=1)
    day = tomorrow if option is Until.TOMORROW else workdays.after(today, 1)
    return at_local(day, MORNING, zone)


def _with_line(follow_up: FollowUp, kind: HappeningKind, words: str, now: datetime) -> FollowUp:
    line = Happening(at=now, what=words, kind=kind)
    return replace(follow_up, history=(*follow_up.history, line))


def _written(due: Due, style: DateStyle) -> str:
    words = short_day(due.day, style.english)
    return f"{words}, {style.clock(due.clock)}" if due.clock is not None else words
