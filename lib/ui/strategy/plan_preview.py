"""What a worksheet plans, with its days, as far as they can be known before the interview."""

from __future__ import annotations

from lib.domain.debriefs import Debrief, PersonDebrief
from lib.domain.english import long_date
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.plan import plan
from lib.domain.followups.plan_case import Case, check_in_due
from lib.domain.followups.plan_thanks import suggested_thanks
from lib.domain.followups.reasons import ReasonKind
from lib.domain.strategies import Timing
from lib.ui.core import session
from lib.ui.shared import date_words
from lib.ui.strategy.fields import Worksheet


def follow_ups(sheet: Worksheet) -> tuple[FollowUp, ...]:
    """Every follow-up that this worksheet leads to if nothing else is said in the room."""
    told = Debrief(id=sheet.interview.id)
    people = tuple(
        PersonDebrief(
            interviewer_id=one.id,
            thanks=suggested_thanks(told, sheet.interview, sheet.strategy, one.id),
        )
        for one in sheet.people
    )
    debrief = Debrief(id=told.id, people=people)
    ends_at, days = sheet.interview.ends_at(), session.workdays()
    return plan(Case(sheet.interview, sheet.people, debrief, days, ends_at, sheet.strategy))


def dates(sheet: Worksheet) -> dict[str, list[str]]:
    """For each person's id what they get and by when, in words."""
    found: dict[str, list[str]] = {}
    for one in follow_ups(sheet):
        if one.interviewer_id and one.reason.kind is not ReasonKind.CHECK_IN:
            words = f"{one.what}, {date_words.due_words(one.due)}"
            unsure = one.reason.kind is ReasonKind.PLANNED_CALL and _waits_for_their_day(
                sheet, one.interviewer_id
            )
            found.setdefault(one.interviewer_id, []).append(
                f"{words} if they name no day" if unsure else words
            )
    return found


def _waits_for_their_day(sheet: Worksheet, interviewer_id: str) -> bool:
    theirs = (Timing.AFTER_THEIR_DAY, Timing.TWO_AFTER_THEIR_DAY)
    return any(one.timing in theirs for one in sheet.strategy.outreach_to(interviewer_id))


def lacks_thanks(sheet: Worksheet, interviewer_id: str) -> bool:
    """Whether that person hears from me, but too late for thanks."""
    planned = sheet.strategy.outreach_to(interviewer_id)
    return bool(planned) and not any(one.timing.is_thanks() for one in planned)


def check_in_words(sheet: Worksheet) -> str:
    """When I ask if they name no day: the one day that is known beforehand."""
    day = check_in_due(sheet.interview.ended_on(), None, session.workdays(), sheet.strategy)
    words = long_date(day, session.english())
    return f"If they name no day, that is {words}. Two check-ins are the most; then it rests."
