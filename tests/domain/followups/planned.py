"""A made-up interview, and what is planned once its debrief is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.debriefs import Debrief, PersonDebrief, Request
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan import plan
from lib.domain.followups.plan_case import NO_STRATEGY, Case
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.strategies import Strategy

ZONE = "America/New_York"
THURSDAY = date(2026, 11, 19)
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
THANKSGIVING = date(2026, 11, 26)
WORKDAYS = Workdays(off=frozenset({THANKSGIVING}))
ENDED = datetime(2026, 11, 19, 16, tzinfo=UTC)
JOB = Job(id="j", company="Harbor & Vale", role="Analyst")
ROUND = Interview(id="i", job_id="j", day=THURSDAY, clock=time(10), zone=ZONE)
DANA = Interviewer(id="dana", job_id="j", name="Dana Whitfield", role=Role.DECISION_MAKER)
TOBIAS = Interviewer(id="tobias", job_id="j", name="Tobias Fehr")
PRIYA = Interviewer(id="priya", job_id="j", name="Priya Raman", role=Role.RECRUITER)
NAMELESS = Interviewer(id="nameless", job_id="j", position="team lead")
SAMPLE = Request(id="r", what=" sample ", for_id="tobias", due=Due(date(2026, 11, 25), None, ZONE))


def planned(
    *people: Interviewer,
    after: timedelta = timedelta(0),
    at: Interview = ROUND,
    strategy: Strategy = NO_STRATEGY,
    **debrief: Any,
) -> list[FollowUp]:
    told, now = Debrief(id="i", **debrief), at.ends_at() + after
    return list(plan(Case(at, people or (DANA,), told, WORKDAYS, now, strategy)))


def of(found: list[FollowUp], kind: Kind) -> list[FollowUp]:
    return [one for one in found if one.kind is kind]


def only(found: list[FollowUp], kind: Kind) -> FollowUp:
    (one,) = of(found, kind)
    return one


def sheet(person: Interviewer, **given: Any) -> PersonDebrief:
    return PersonDebrief(interviewer_id=person.id, **given)
