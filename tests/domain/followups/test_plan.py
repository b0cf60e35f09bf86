"""Which follow-ups a debrief gives rise to, and when each is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PromiseKind, Request, SpokenPromise
from lib.domain.followups.followup import Kind, Promise
from lib.domain.followups.plan import next_contact
from lib.domain.followups.plan_case import check_in_due, is_long_past
from lib.domain.followups.plan_thanks import suggested_thanks
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel
from tests.domain.followups.planned import (
    DANA,
    ENDED,
    FRIDAY,
    MONDAY,
    NAMELESS,
    PRIYA,
    ROUND,
    SAMPLE,
    THURSDAY,
    TOBIAS,
    WORKDAYS,
    ZONE,
    of,
    only,
    planned,
    sheet,
)
from tests.narrowing import not_none


@pytest.mark.parametrize(
    ("after", "long_past"),
    [
        (timedelta(minutes=-30), False),
        (timedelta(hours=24, seconds=1), False),
        (timedelta(hours=72), False),
        (timedelta(hours=72, seconds=1), True),
    ],
)
def test_an_interview_is_long_past_after_three_days(after: timedelta, long_past: bool) -> None:
    assert is_long_past(ROUND, ENDED + after) is long_past


def test_everyone_who_was_there_gets_a_thank_you_within_a_day_of_the_end() -> None:
    found = of(
        planned(DANA, TOBIAS, PRIYA, people=(sheet(PRIYA, was_there=False),)), Kind.THANK_YOU
    )

    assert [one.who for one in found] == ["Dana Whitfield", "Tobias Fehr"]
    assert {one.due for one in found} == {Due(FRIDAY, time(11), ZONE)}
    assert {one.promise for one in found} == {None}


@pytest.mark.parametrize(
    "said", [{"decision_on": THURSDAY}, {"commitment": Commitment(what="decide", by=THURSDAY)}]
)
def test_thanks_are_due_within_hours_when_they_decide_the_same_day(
    said: dict[str, Any],
) -> None:
    assert only(planned(**said), Kind.THANK_YOU).due == Due(THURSDAY, time(15), ZONE)


def test_a_card_is_posted_on_the_next_working_day() -> None:
    friday = replace(ROUND, day=FRIDAY)
    both = (
        sheet(DANA, thanks=(Channel.EMAIL, Channel.CARD)),
        sheet(TOBIAS, thanks=(Channel.CARD,)),
    )

    found = planned(DANA, TOBIAS, at=friday, people=both)

    assert [one.due for one in of(found, Kind.CARD)] == [Due(MONDAY, None, ZONE)] * 2
    assert [one.who for one in of(found, Kind.THANK_YOU)] == ["Dana Whitfield"]


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ({"decision_on": THURSDAY + timedelta(7)}, (Channel.CARD,)),
        ({"decision_on": THURSDAY + timedelta(6)}, (Channel.EMAIL,)),
        ({"commitment": Commitment(by=THURSDAY + timedelta(8))}, (Channel.CARD,)),
        (
            {"commitment": Commitment(by=THURSDAY + timedelta(8)), "decision_on": FRIDAY},
            (Channel.EMAIL,),
        ),
        ({}, (Channel.EMAIL,)),
    ],
)
def test_a_card_is_suggested_where_the_decision_is_a_week_or_more_off(
    said: dict[str, Any], way: tuple[Channel, ...]
) -> None:
    assert suggested_thanks(Debrief(id="i", **said), ROUND) == way


def test_who_was_thanked_already_or_wants_no_thanks_gets_none() -> None:
    told = (sheet(DANA, thanked_already=True), sheet(TOBIAS, thanks=()))

    assert [one.kind for one in planned(DANA, TOBIAS, people=told)] == [Kind.CHECK_IN]


def test_a_promised_call_is_a_promise_for_the_day_and_time_named_from_the_interview_on() -> None:
    at_ten = Due(date(2026, 12, 1), time(10), ZONE)
    spoken = SpokenPromise(id="s", to_id="tobias", about="the columns", due=at_ten)

    call = only(planned(DANA, TOBIAS, promises=(spoken,), after=timedelta(hours=2)), Kind.CALL)

    assert (call.what, call.who, call.due) == ("Call, about the columns", "Tobias Fehr", at_ten)
    assert call.promise == Promise(made_at=ENDED, first=at_ten, agreed=at_ten)


def test_a_promise_without_a_day_is_planned_for_the_next_working_day_and_promises_none() -> None:
    spoken = SpokenPromise(id="s", kind=PromiseKind.MESSAGE, to_id="dana")

    message = only(planned(promises=(spoken,)), Kind.MESSAGE)

    assert (message.what, message.due) == ("Write, as promised", Due(FRIDAY, None, ZONE))
    assert message.promise is None


def test_an_empty_row_of_the_checklist_plans_nothing() -> None:
    found = planned(promises=(SpokenPromise(id="s"),), requests=(Request(id="r", what="  "),))

    assert {one.kind for one in found} == {Kind.THANK_YOU, Kind.CHECK_IN}


def test_material_is_due_as_promised_with_a_reminder_the_working_day_before() -> None:
    after_the_holiday = replace(SAMPLE, due=Due(date(2026, 11, 27), time(17), ZONE))

    found = planned(DANA, TOBIAS, requests=(after_the_holiday,))

    material, reminder = only(found, Kind.MATERIAL), only(found, Kind.PREPARE)
    assert (material.what, material.who, material.due) == (
        "Send: sample", "Tobias Fehr", after_the_holiday.due,
    )  # fmt: skip
    assert material.promise is not None
    assert (reminder.what, reminder.due.day) == ("Prepare: sample", date(2026, 11, 25))
    assert reminder.promise is None


def test_material_without_a_day_is_planned_for_the_second_working_day() -> None:
    material = only(planned(requests=(replace(SAMPLE, due=None),)), Kind.MATERIAL)

    assert (material.due, material.promise) == (Due(MONDAY, None, ZONE), None)


@pytest.mark.parametrize(
    ("due", "after"),
    [(FRIDAY, timedelta(0)), (MONDAY, timedelta(days=1)), (THURSDAY, timedelta(0))],
)
def test_a_reminder_that_would_come_today_or_earlier_is_left_out(
    due: date, after: timedelta
) -> None:
    found = planned(requests=(replace(SAMPLE, due=Due(due, None, ZONE)),), after=after)

    assert of(found, Kind.PREPARE) == []


@pytest.mark.parametrize(
    ("given_day", "due"),
    [
        (FRIDAY, MONDAY),
        (date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 22), MONDAY),
        (date(2025, 11, 25), FRIDAY),
        (None, date(2026, 11, 27)),
    ],
)
def test_a_check_in_waits_for_the_day_they_gave_or_five_working_days(
    given_day: date | None, due: date
) -> None:
    assert check_in_due(ROUND.ended_on(), given_day, WORKDAYS) == due


def test_without_a_commitment_a_check_in_waits_for_the_day_of_the_decision() -> None:
    assert only(planned(decision_on=date(2026, 12, 4)), Kind.CHECK_IN).due.day == date(2026, 12, 7)
    assert check_in_due(ROUND.ended_on(), None, WORKDAYS) == date(2026, 11, 27)


def test_the_clock_starts_on_the_day_on_which_the_interview_ended_in_its_own_zone() -> None:
    past_midnight = replace(ROUND, zone="Asia/Tokyo", clock=time(23, 30))

    found = planned(at=past_midnight, people=(sheet(DANA, thanks=(Channel.CARD,)),))

    assert only(found, Kind.CARD).due == Due(MONDAY, None, "Asia/Tokyo")


@pytest.mark.parametrize(
    ("people", "who_id", "asked"),
    [
        ((TOBIAS, DANA, PRIYA), "tobias", "Tobias Fehr"),
        ((TOBIAS, DANA, PRIYA), "", "Priya Raman"),
        ((TOBIAS, DANA), "gone", "Dana Whitfield"),
        ((TOBIAS,), "", "Tobias Fehr"),
        ((NAMELESS,), "", "the team lead"),
    ],
)
def test_the_check_in_asks_who_acts_else_the_recruiter_else_who_decides(
    people: tuple[Interviewer, ...], who_id: str, asked: str
) -> None:
    assert only(planned(*people, commitment=Commitment(who_id=who_id)), Kind.CHECK_IN).who == asked


def test_a_missing_name_is_asked_for_and_one_letter_thanks_those_without() -> None:
    found = planned(DANA, NAMELESS, PRIYA)

    ask = only(found, Kind.ASK_NAME)
    assert (ask.what, ask.who, ask.due.day) == (
        "Ask for the name of the team lead",
        "Priya Raman",
        FRIDAY,
    )
    assert [
        one.who for one in of(found, Kind.THANK_YOU) if one.what == "Thank-you letter for everyone"
    ] == ["Priya Raman"]
    assert [one.who for one in of(found, Kind.THANK_YOU) if one.what == "Thank-you e-mail"] == [
        "Dana Whitfield", "Priya Raman",
    ]  # fmt: skip


@pytest.mark.parametrize(("count", "notes"), [(7, 7), (8, 1)])
def test_more_than_seven_are_thanked_in_one_letter(count: int, notes: int) -> None:
    panel = [
        replace(TOBIAS, id=f"p{number}", name=f"Tobias Fehr {number}") for number in range(count)
    ]

    assert len(of(planned(*panel), Kind.THANK_YOU)) == notes


def test_an_interview_entered_late_raises_no_wall_of_red() -> None:
    late = timedelta(days=30)

    found = planned(DANA, NAMELESS, requests=(replace(SAMPLE, due=None),), after=late)

    assert only(found, Kind.CHECK_IN).due.day == date(2026, 12, 21)
    assert {one.due for one in of(found, Kind.THANK_YOU)} == {
        Due(date(2026, 12, 20), time(11), ZONE)
    }
    assert min(one.due.deadline() for one in found) > ENDED + late


def test_an_example_interview_gives_example_follow_ups() -> None:
    assert all(one.example for one in planned(at=replace(ROUND, example=True)))


def test_a_note_names_the_earliest_open_call_or_message_to_its_own_reader() -> None:
    first, second = Due(date(2026, 12, 1), None, ZONE), Due(date(2026, 12, 2), None, ZONE)
    spoken = (
        SpokenPromise(id="a", to_id="dana", due=second),
        SpokenPromise(id="b", to_id="dana", due=first, kind=PromiseKind.MESSAGE),
        SpokenPromise(id="c", to_id="tobias", due=first),
    )

    found = planned(DANA, TOBIAS, promises=spoken)
    earlier_is_done = [
        replace(one, done_at=ENDED) if one.kind is Kind.MESSAGE else one for one in found
    ]

    assert next_contact(found, "dana") == only(found, Kind.MESSAGE)
    assert not_none(next_contact(earlier_is_done, "dana")).due == second


def test_a_note_to_someone_who_was_promised_no_call_names_the_check_in() -> None:
    spoken = SpokenPromise(id="c", to_id="tobias", due=Due(FRIDAY, None, ZONE))

    found = planned(DANA, TOBIAS, promises=(spoken,), requests=(replace(SAMPLE, for_id="dana"),))

    assert next_contact(found, "dana") == only(found, Kind.CHECK_IN)
    assert next_contact([], "dana") is None
