"""When to ask politely, when to ask once more, and when to stop: never a third time (the plan's words)."""

from __future__ import annotations

from datetime import date, timedelta

from lib.domain.dates.workdays import Workdays
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan import LATER_CALL

FIRST, AGAIN, LOOP = "check_in:", "check_in_again:", "close_loop:"
"""How the reasons begin of the first check-in, the second, and closing the loop; behind it stands what
started the clock: an interview, or something heard from them."""
A_WEEK = timedelta(days=7)
WAIT_ON = timedelta(days=14)
"""How long "carry on waiting" puts the closing of the loop off."""
WITHOUT_A_DAY = 5
"""After how many working days to ask, where they named no day."""


def asks_how_it_stands(follow_up: FollowUp) -> bool:
    """Whether it asks where things stand: a check-in, the call planned in its place, or closing the loop."""
    return follow_up.kind in (Kind.CHECK_IN, Kind.CLOSE_LOOP) or follow_up.reason.startswith(
        LATER_CALL
    )


def is_first(follow_up: FollowUp) -> bool:
    """Whether it is a first check-in, or the call planned in its place."""
    return follow_up.reason.startswith((FIRST, LATER_CALL))


def is_second(follow_up: FollowUp) -> bool:
    """Whether it is the second, and last, check-in."""
    return follow_up.reason.startswith(AGAIN)


def following_reason(follow_up: FollowUp) -> str:
    """The reason of what follows a check-in that was done: the second, then closing the loop; else empty."""
    # One chain for each interview, whoever the planned calls go to.
    since = follow_up.reason.split(":")[1] if ":" in follow_up.reason else ""
    if is_first(follow_up):
        return f"{AGAIN}{since}"
    return f"{LOOP}{since}" if is_second(follow_up) else ""


def a_week_on(done_on: date, workdays: Workdays) -> date:
    """The day of the next step after one was done: at least seven days later, and a working day."""
    return workdays.on_or_after(done_on + A_WEEK)


def asked_anew(heard_on: date, by: date | None, workdays: Workdays) -> date:
    """The day to ask after they were in touch: after the day they gave, or five working days on."""
    if by is not None:
        return workdays.after(max(by, heard_on), 1)
    return workdays.after(heard_on, WITHOUT_A_DAY)
