"""Which follow-ups an ask gives rise to, and when each is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lib.domain.dates.due import Due, local_day
from lib.domain.dates.workdays import Workdays
from lib.domain.followups.followup import FollowUp, Kind, Origin
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interview
from lib.domain.people.asks import Ask, Step
from lib.domain.people.contacts import Contact

REMINDED_AFTER = timedelta(days=7)
"""A gentle reminder after a week, once (the plan's words)."""
THANKED_AFTER = timedelta(days=1)
"""Thanks go out the day after they have spoken."""
STEP_OF = {Kind.GOOD_WORD: Step.ASKED, Kind.CONTACT_THANKS: Step.THANKED}
"""Which step is reached by doing such a follow-up; a reminder changes nothing."""


@dataclass(frozen=True, slots=True)
class AskCase:
    """What the follow-ups of one ask are made from; `first` is the job's first interview."""

    ask: Ask
    contact: Contact
    first: Interview | None
    workdays: Workdays
    zone: str


def plan_ask(case: AskCase) -> tuple[FollowUp, ...]:
    """The follow-ups as they should stand: open, done or closed by the steps that were reached."""
    return tuple(_asking(case)) + tuple(_reminding(case)) + tuple(_thanking(case))


def _asking(case: AskCase) -> Iterator[FollowUp]:
    """Due the working day after the first interview, or after somebody came to mind, if later."""
    asked, thought_of = case.ask.reached_at(Step.ASKED), _day(case, case.ask.reached_at(Step.IDEA))
    earliest = (case.first.ended_on() if case.first else None, thought_of)
    known = [day for day in earliest if day is not None]
    day = case.workdays.after(max(known), 1) if known else _day(case, asked)
    if day is not None and (case.first or asked):
        yield _follow_up(case, Kind.GOOD_WORD, "Ask for a good word", day, asked)


def _reminding(case: AskCase) -> Iterator[FollowUp]:
    """Due a week after asking, or after they agreed; closed once they have spoken or declined."""
    asked, agreed = case.ask.reached_at(Step.ASKED), case.ask.reached_at(Step.AGREED)
    since = _day(case, agreed or asked)
    if since is None:
        return
    day = case.workdays.on_or_after(since + REMINDED_AFTER)
    reminder = _follow_up(case, Kind.GOOD_WORD_AGAIN, "Remind gently, once", day, None)
    settled = case.ask.step in (Step.DONE, Step.THANKED, Step.DECLINED)
    yield replace(reminder, closed_at=case.ask.steps[-1].at) if settled else reminder


def _thanking(case: AskCase) -> Iterator[FollowUp]:
    spoke = _day(case, case.ask.reached_at(Step.DONE))
    if spoke is not None:
        thanked = case.ask.reached_at(Step.THANKED)
        day, what = spoke + THANKED_AFTER, "Thank them for the good word"
        yield _follow_up(case, Kind.CONTACT_THANKS, what, day, thanked)


def _follow_up(
    case: AskCase, kind: Kind, what: str, day: date, done_at: datetime | None
) -> FollowUp:
    ask = case.ask
    origin = Origin(job_id=ask.job_id, ask_id=ask.id, example=ask.example)
    due = Due(day, None, case.zone)
    planned = origin.follow_up(Reason(ReasonKind(kind), ask.id), kind, what, due, None)
    return replace(planned, who=case.contact.name, done_at=done_at)


def _day(case: AskCase, at: datetime | None) -> date | None:
    return local_day(at, case.zone) if at else None
