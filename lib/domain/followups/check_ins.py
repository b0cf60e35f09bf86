"""When to ask politely, when to ask once more, and when to stop: never a third time."""

from __future__ import annotations

from datetime import date, timedelta

from lib.domain.dates.workdays import Workdays
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import Reason, ReasonKind

A_WEEK = timedelta(days=7)
WAIT_ON = timedelta(days=14)
"""How long "carry on waiting" puts the closing of the loop off."""


def asks_how_it_stands(follow_up: FollowUp) -> bool:
    """True for a check-in, the call planned in its place, and closing the loop."""
    is_call = follow_up.reason.kind is ReasonKind.PLANNED_CALL
    return is_call or follow_up.kind in (Kind.CHECK_IN, Kind.CLOSE_LOOP)


def is_first(follow_up: FollowUp) -> bool:
    """True for a first check-in, or the call planned in its place."""
    return follow_up.reason.kind in (ReasonKind.CHECK_IN, ReasonKind.PLANNED_CALL)


def is_second(follow_up: FollowUp) -> bool:
    """True for the second, and last, check-in."""
    return follow_up.reason.kind is ReasonKind.CHECK_IN_AGAIN


def following_reason(follow_up: FollowUp) -> Reason | None:
    """Returns the reason of what follows a done check-in: the second one, then closing the loop.

    There is one chain for each interview, or event, whoever the planned calls go to.
    """
    if is_first(follow_up):
        return Reason(ReasonKind.CHECK_IN_AGAIN, follow_up.reason.of)
    if is_second(follow_up):
        return Reason(ReasonKind.CLOSE_LOOP, follow_up.reason.of)
    return None


def a_week_on(done_on: date, workdays: Workdays) -> date:
    """The day of the next step after one was done: at least seven days later, and a working day."""
    return workdays.on_or_after(done_on + A_WEEK)
