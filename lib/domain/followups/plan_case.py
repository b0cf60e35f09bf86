"""What the follow-ups of one interview are worked out from, and until when thanks are thanks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, Origin, Promise
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.notes import Channel
from lib.domain.strategies import USUAL, Strategy, Timing

GREEN_FOR = timedelta(hours=24)
RED_AFTER = timedelta(hours=72)
NO_STRATEGY = Strategy(id="")
DELIVERY_DAYS = {Timing.NEXT_WORKDAY: 1, Timing.TWO_WORKDAYS: 2, Timing.A_WEEK: 5}
"""How many working days after the interview each of these is."""


def is_long_past(interview: Interview, now: datetime) -> bool:
    """Whether the red line for thanks has passed."""
    return now - interview.ends_at() > RED_AFTER


def day_of(interview: Interview, timing: Timing, workdays: Workdays) -> date:
    """Returns the day that this timing means, counted from the interview's end."""
    ended = interview.ended_on()
    return workdays.after(ended, DELIVERY_DAYS[timing]) if timing in DELIVERY_DAYS else ended


def check_in_due(
    since: date, their_day: date | None, workdays: Workdays, strategy: Strategy = NO_STRATEGY
) -> date:
    """Returns the day to ask if nothing was heard: after their day, else five working days on.

    Both count from `since` at the earliest, the day of the interview or of the last word: a day
    they gave that lies before it was misheard. The strategy may wait longer.
    """
    if their_day is not None:
        return workdays.after(max(their_day, since), strategy.after_their_day)
    return workdays.after(since, strategy.after_the_interview)


@dataclass(frozen=True, slots=True)
class Case:
    """What one plan is made from, and the days counted from it."""

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

    def check_in_due(self, strategy: Strategy = NO_STRATEGY) -> date:
        """Returns the day to ask, counted from the next step's day, else from the decision's."""
        their_day = self.debrief.commitment.by or self.debrief.decision_on
        return check_in_due(self.interview.ended_on(), their_day, self.workdays, strategy)

    def timing(self, person: Interviewer, channel: Channel) -> Timing:
        """Returns when the strategy meant that, if it is still thanks; else the usual time."""
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

    def origin(self) -> Origin:
        """Returns the job and the interview that every follow-up of this plan belongs to."""
        of = self.interview
        return Origin(job_id=of.job_id, interview_id=of.id, example=of.example)

    def reason(self, kind: ReasonKind, person: Interviewer | None = None) -> Reason:
        """Returns the reason of that kind for this interview, or for one person in it."""
        return Reason(kind, self.interview.id, person.id if person else None)

    def promised(self, planned: FollowUp) -> FollowUp:
        """Returns the follow-up as promised in the room for the day on which it is due."""
        made_at = self.interview.ends_at()
        promise = Promise(made_at=made_at, first=planned.due, agreed=planned.due)
        return replace(planned, promise=promise)
