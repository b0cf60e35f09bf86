"""What an answer gives rise to, and when: holidays, month ends, leap days, changing clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.answers import Answer
from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.followups.answer_plan import (
    AnswerCase,
    gracious_reply,
    makes_no_sense_any_more,
    plan_answer,
    takes_answers,
)
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import ReasonKind
from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import JobStatus

NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
DANA = Interviewer(id="dana", job_id="j", name="Dana Whitfield", role=Role.DECISION_MAKER)
PRIYA = Interviewer(id="priya", job_id="j", name="Priya Raman", role=Role.RECRUITER)
NEW_YEAR = Workdays(off=frozenset({date(2027, 1, 1)}))


def answer(status: JobStatus, at: datetime, **more: Any) -> Answer:
    return Answer(id="j", status=status, at=at, **more)


def planned(one: Answer, zone: str = NEW_YORK, days: Workdays = NEW_YEAR) -> list[FollowUp]:
    return list(plan_answer(AnswerCase(one, (DANA, PRIYA), days, zone)))


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        (NEW_YORK, (2027, 3, 13, 15, 30)),
        (NEW_YORK, (2026, 10, 31, 15, 30)),
        (BERLIN, (2027, 3, 27, 15, 30)),
        (BERLIN, (2026, 10, 24, 15, 30)),
        (BERLIN, (2028, 2, 28, 23, 50)),
        (NEW_YORK, (2026, 12, 31, 23, 59)),
    ],
)
def test_a_gracious_reply_is_due_within_twenty_four_hours_even_when_the_clocks_change(
    zone: str, told: tuple[int, int, int, int, int]
) -> None:
    at = datetime(*told, tzinfo=ZoneInfo(zone)).astimezone(UTC)

    (reply,) = planned(answer(JobStatus.NOT_SELECTED, at), zone)

    assert (reply.due.deadline() - at).total_seconds() == 24 * 3600
    assert reply.due.zone == zone


@pytest.mark.parametrize(
    ("told", "five_weeks", "three_months"),
    [
        (date(2026, 11, 27), date(2027, 1, 4), date(2027, 3, 1)),
        (date(2026, 11, 30), date(2027, 1, 4), date(2027, 3, 1)),
        (date(2027, 11, 29), date(2028, 1, 3), date(2028, 2, 29)),
        (date(2028, 1, 25), date(2028, 2, 29), date(2028, 4, 25)),
        (date(2026, 12, 3), date(2027, 1, 7), date(2027, 3, 3)),
    ],
)
def test_staying_in_touch_is_due_after_five_weeks_and_three_months_on_working_days(
    told: date, five_weeks: date, three_months: date
) -> None:
    at = datetime(told.year, told.month, told.day, 17, tzinfo=UTC)
    one = answer(JobStatus.NOT_SELECTED, at, stay_in_touch=True)

    days = [each.due.day for each in planned(one) if each.kind is Kind.STAY_IN_TOUCH]

    assert days == [five_weeks, three_months]


def test_the_day_of_the_news_is_the_one_by_the_persons_own_calendar() -> None:
    late = datetime(2026, 12, 4, 3, tzinfo=UTC)
    one = answer(JobStatus.NOT_SELECTED, late, stay_in_touch=True)

    days = [each.due.day for each in planned(one) if each.kind is Kind.STAY_IN_TOUCH]

    assert days[0] == date(2027, 1, 7), "it was still the 3rd in New York"


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        (JobStatus.OFFER, [Kind.OFFER_THANKS, Kind.ANSWER_OFFER]),
        (JobStatus.WITHDRAWN, [Kind.WITHDRAWAL]),
        (JobStatus.SILENT, [Kind.CLOSE_LOOP]),
        (JobStatus.ACCEPTED, []),
        (JobStatus.INTERVIEWING, []),
    ],
)
def test_each_answer_has_its_own_follow_ups(status: JobStatus, kinds: list[Kind]) -> None:
    one = answer(status, datetime(2026, 12, 3, 17, tzinfo=UTC), answer_by=date(2026, 12, 10))

    assert [each.kind for each in planned(one)] == kinds


def test_the_reply_goes_to_who_told_me_else_to_who_passes_things_on() -> None:
    at = datetime(2026, 12, 3, 17, tzinfo=UTC)

    case = AnswerCase(answer(JobStatus.NOT_SELECTED, at), (DANA, PRIYA), NEW_YEAR, BERLIN)
    told = answer(JobStatus.NOT_SELECTED, at, from_id="dana")

    assert case.reader() is PRIYA
    assert replace(case, answer=told).reader() is DANA
    assert replace(case, people=()).reader() is None


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@x.example",
        "jobs-noreply@x.example",
        "careers.no.reply@x.example",
        "DoNotReply@x.example",
    ],
)
def test_an_address_that_nobody_reads_is_known_by_how_it_begins(address: str) -> None:
    assert not takes_answers(address)


def test_another_reply_to_the_same_person_has_a_reason_of_its_own() -> None:
    case = AnswerCase(
        answer(JobStatus.NOT_SELECTED, datetime(2026, 12, 3, tzinfo=UTC)), (DANA,), NEW_YEAR, BERLIN
    )

    further = gracious_reply(case, DANA, ReasonKind.FURTHER_REPLY)

    assert further.reason != plan_answer(case)[0].reason


@given(st.sampled_from(JobStatus), st.lists(st.sampled_from(Kind), max_size=8))
def test_only_after_a_final_answer_is_anything_listed_and_nothing_that_the_answer_itself_asks_for(
    status: JobStatus, kinds: list[Kind]
) -> None:
    open_ones = [
        FollowUp(id=str(i), kind=kind, due=Due(date(2026, 12, 1))) for i, kind in enumerate(kinds)
    ]

    listed = makes_no_sense_any_more(open_ones, answer(status, datetime(2026, 12, 3, tzinfo=UTC)))

    kept = {
        Kind.GRACIOUS_REPLY,
        Kind.STAY_IN_TOUCH,
        Kind.CONTACT_THANKS,
        Kind.OFFER_THANKS,
        Kind.ANSWER_OFFER,
    }
    assert not {one.kind for one in listed} & kept
    assert not listed or status is not JobStatus.INTERVIEWING
    assert status is not JobStatus.OFFER or all(
        one.kind in (Kind.CHECK_IN, Kind.CLOSE_LOOP) for one in listed
    )
