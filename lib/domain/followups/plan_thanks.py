"""The thanks that an interview calls for: to whom, in which way, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan_case import (
    GREEN_FOR,
    NO_STRATEGY,
    Case,
    day_of,
    is_long_past,
)
from lib.domain.followups.reasons import ReasonKind
from lib.domain.followups.their_day import decision_day
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Channel
from lib.domain.strategies import Strategy, Timing

SAME_DAY = timedelta(hours=4)
MOST_SINGLE_NOTES = 7
CARD_FROM = timedelta(days=7)
THANKS = {
    Channel.EMAIL: (ReasonKind.THANK_YOU, Kind.THANK_YOU, "Thank-you e-mail"),
    Channel.CARD: (ReasonKind.CARD, Kind.CARD, "Handwritten card"),
    Channel.LINKEDIN: (ReasonKind.LINKEDIN, Kind.THANK_YOU, "Thank-you on LinkedIn"),
    Channel.PHONE: (ReasonKind.THANK_CALL, Kind.CALL, "Thank-you call"),
}
"""The reason, the kind, and the words of the follow-up for each way of thanking."""


def suggested_thanks(
    debrief: Debrief,
    interview: Interview,
    strategy: Strategy = NO_STRATEGY,
    interviewer_id: str = "",
) -> tuple[Channel, ...]:
    """How to thank that person: as the strategy has it, else by what suits the day of the decision.

    A card where the decision is a week or more off, since it arrives in time; else an e-mail.
    """
    if strategy.is_planned(interviewer_id):
        planned = strategy.outreach_to(interviewer_id)
        return tuple(one.channel for one in planned if one.timing.is_thanks())
    decided = decision_day(debrief)
    late = decided and decided - interview.ended_on() >= CARD_FROM
    return (Channel.CARD,) if late else (Channel.EMAIL,)


def thanks(case: Case) -> Iterator[FollowUp]:
    """One follow-up for each person and way of thanking; none where one letter thanks them all."""
    if len(case.present()) > MOST_SINGLE_NOTES:
        return
    for person in case.present():
        for channel in case.thanks_for(person) if person.name.strip() else ():
            reason, kind, words = THANKS[channel]
            due = _due(case, person, channel)
            yield case.origin().follow_up(case.reason(reason, person), kind, words, due, person)


def letter(case: Case) -> Iterator[FollowUp]:
    """One letter to all who are left to thank: if more than seven were there, or names miss."""
    many = len(case.present()) > MOST_SINGLE_NOTES
    left = [person for person in case.present() if case.thanks_for(person)]
    if left and (many or any(not one.name.strip() for one in left)):
        reason, words = case.reason(ReasonKind.COORDINATOR), "Thank-you letter for everyone"
        due, reader = _thanks_due(case), case.go_between()
        yield case.origin().follow_up(reason, Kind.THANK_YOU, words, due, reader)


def _thanks_due(case: Case, timing: Timing = Timing.WITHIN_A_DAY) -> Due:
    """Within a day of the end or on the same day; within hours if they decide that day."""
    interview = case.interview
    if is_long_past(interview, case.now):
        return Due.at(case.now + GREEN_FOR, interview.zone)
    if decision_day(case.debrief) == interview.ended_on():
        return Due.at(interview.ends_at() + SAME_DAY, interview.zone)
    if timing is Timing.SAME_DAY:
        return case.on(interview.ended_on())
    return Due.at(interview.ends_at() + GREEN_FOR, interview.zone)


def _due(case: Case, person: Interviewer, channel: Channel) -> Due:
    """Returns when thanks are due: in writing within a day, a card or a call on a working day."""
    timing = case.timing(person, channel)
    if channel in (Channel.EMAIL, Channel.LINKEDIN):
        return _thanks_due(case, timing)
    return case.planned_for(day_of(case.interview, timing, case.workdays))
