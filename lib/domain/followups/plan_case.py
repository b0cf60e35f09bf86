"""What the follow-ups of one interview are worked out from, and the clock of the thanks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.strategies import USUAL, Strategy, Timing

NAMESPACE = UUID("5b1f5c1e-6c0f-4f52-9d0d-6f6f6c6f7701")
GREEN_FOR = timedelta(hours=24)
RED_AFTER = timedelta(hours=72)
NO_STRATEGY = Strategy(id="")
DELIVERY_DAYS = {Timing.NEXT_WORKDAY: 1, Timing.TWO_WORKDAYS: 2, Timing.A_WEEK: 5}
"""How many working days after the interview each of these is."""


class Clock(StrEnum):
    """How a thank-you stands: within a day, within three, or past the red line."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def follow_up_id(reason: str) -> str:
    """The id of the one follow-up for that reason; the same reason always gives the same id."""
    return uuid5(NAMESPACE, reason).hex


def thank_you_clock(interview: Interview, now: datetime) -> Clock:
    """Green to 24 hours after the interview's end, amber to 72, red after."""
    since = now - interview.ends_at()
    return Clock.GREEN if since <= GREEN_FOR else Clock.AMBER if since <= RED_AFTER else Clock.RED


def is_long_past(interview: Interview, now: datetime) -> bool:
    """Whether the red line for thanks has passed."""
    return thank_you_clock(interview, now) is Clock.RED


def day_of(interview: Interview, timing: Timing, workdays: Workdays) -> date:
    """The day that this timing means, counted from the interview's end: working days, or that day itself."""
    ended = interview.ended_on()
    return workdays.after(ended, DELIVERY_DAYS[timing]) if timing in DELIVERY_DAYS else ended


def check_in_due(
    interview: Interview,
    commitment: Commitment | None,
    workdays: Workdays,
    strategy: Strategy = NO_STRATEGY,
) -> date:
    """The day to ask politely, if nothing was heard: after the day they gave, or five working days on.

    Both count from the interview at the earliest: a day they gave that lies before it was misheard. The
    strategy may wait longer.
    """
    if commitment and commitment.by:
        return workdays.after(max(commitment.by, interview.ended_on()), strategy.after_their_day)
    return workdays.after(interview.ended_on(), strategy.after_the_interview)


@dataclass(frozen=True, slots=True)
class Case:
    """What one plan is made from, and the days counted from it."""

    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    debrief: Debrief
    workdays: Workdays
    now: datetime
    strategy: Strategy = NO_STRATEGY

    def present(self) -> tuple[Interviewer, ...]:
        return tuple(one for one in self.people if self.debrief.about(one.id).was_there)

    def person(self, interviewer_id: str) -> Interviewer | None:
        return next((one for one in self.people if one.id == interviewer_id), None)

    def on(self, day: date) -> Due:
        return Due(day, None, self.interview.zone)

    def workday(self, count: int) -> Due:
        return self.planned_for(self.workdays.after(self.interview.ended_on(), count))

    def today(self) -> date:
        return Due.at(self.now, self.interview.zone).day

    def planned_for(self, day: date) -> Due:
        """That day; for an interview long past the next working day, if that is later."""
        if is_long_past(self.interview, self.now):
            day = max(day, self.workdays.after(self.today(), 1))
        return self.on(day)

    def thanks_for(self, person: Interviewer) -> tuple[Channel, ...]:
        sheet = self.debrief.about(person.id)
        return () if sheet.thanked_already else sheet.thanks

    def timing(self, person: Interviewer, channel: Channel) -> Timing:
        """When the strategy meant that, if it did and it is still thanks; else when one usually does."""
        planned = self.strategy.outreach_to(person.id)
        chosen = (
            one.timing for one in planned if one.channel is channel and one.timing.is_thanks()
        )
        usual = Timing.NEXT_WORKDAY if channel is Channel.PHONE else USUAL[channel]
        return next(chosen, usual)

    def go_between(self) -> Interviewer | None:
        """Who passes things on: the recruiter or coordinator, if there is one with a name."""
        wanted = (Role.COORDINATOR, Role.RECRUITER)
        return next((one for one in self.people if one.role in wanted and one.name.strip()), None)

    def follow_up(
        self,
        reason: str,
        kind: Kind,
        what: str,
        due: Due,
        person: Interviewer | None,
        promised: bool = False,
    ) -> FollowUp:
        promise = (
            Promise(made_at=self.interview.ends_at(), first=due, agreed=due) if promised else None
        )
        return FollowUp(
            id=follow_up_id(reason),
            reason=reason,
            job_id=self.job.id,
            interview_id=self.interview.id,
            interviewer_id=person.id if person else "",
            who=called(person),
            kind=kind,
            what=what,
            due=due,
            promise=promise,
            example=self.interview.example,
        )


def called(person: Interviewer | None) -> str:
    """Returns the name that a follow-up shows, or "the VP Claims" if only the position is known."""
    if person is None:
        return ""
    position = person.position.strip()
    return person.name.strip() or (f"the {position}" if position else "")


def decided_on(debrief: Debrief) -> date | None:
    return debrief.decision_on or debrief.commitment.by
