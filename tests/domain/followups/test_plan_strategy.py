"""What a strategy changes in the plan: channels, their days, later calls, how long to wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PromiseKind, SpokenPromise
from lib.domain.followups.followup import Kind
from lib.domain.followups.plan import next_contact, proposed_calls
from lib.domain.followups.plan_case import Case, day_of
from lib.domain.followups.plan_thanks import suggested_thanks
from lib.domain.followups.reasons import ReasonKind
from lib.domain.notes import Channel
from lib.domain.strategies import ANYONE, Outreach, PersonPlan, Strategy, Timing
from tests.domain.followups.planned import (
    DANA,
    FRIDAY,
    MONDAY,
    NAMELESS,
    PRIYA,
    ROUND,
    THURSDAY,
    TOBIAS,
    WORKDAYS,
    ZONE,
    of,
    only,
    planned,
    sheet,
)

DECIDED = date(2026, 12, 1)
BY_TUESDAY = Commitment(what="decide", by=DECIDED)


def strategy(*outreach: tuple[Channel, Timing], to: str = ANYONE, **other: Any) -> Strategy:
    plan = PersonPlan(to, tuple(Outreach(*one) for one in outreach))
    return Strategy(id="i", people=(plan,), **other)


LATER_CALL = strategy(
    (Channel.EMAIL, Timing.WITHIN_A_DAY), (Channel.PHONE, Timing.TWO_AFTER_THEIR_DAY)
)


@pytest.mark.parametrize(
    ("channel", "timing", "due"),
    [
        (Channel.EMAIL, Timing.SAME_DAY, Due(THURSDAY, None, ZONE)),
        (Channel.EMAIL, Timing.WITHIN_A_DAY, Due(FRIDAY, time(11), ZONE)),
        (Channel.LINKEDIN, Timing.SAME_DAY, Due(THURSDAY, None, ZONE)),
        (Channel.LINKEDIN, Timing.WITHIN_A_DAY, Due(FRIDAY, time(11), ZONE)),
        (Channel.CARD, Timing.SAME_DAY, Due(THURSDAY, None, ZONE)),
        (Channel.CARD, Timing.NEXT_WORKDAY, Due(FRIDAY, None, ZONE)),
        (Channel.PHONE, Timing.NEXT_WORKDAY, Due(FRIDAY, None, ZONE)),
        (Channel.PHONE, Timing.TWO_WORKDAYS, Due(MONDAY, None, ZONE)),
    ],
)
def test_thanks_are_due_when_the_strategy_has_them(
    channel: Channel, timing: Timing, due: Due
) -> None:
    found = planned(strategy=strategy((channel, timing)), people=(sheet(DANA, thanks=(channel,)),))

    (one,) = [each for each in found if each.kind is not Kind.CHECK_IN]
    assert (one.due, one.who, one.promise) == (due, DANA.name, None)


def test_each_way_of_thanking_is_a_follow_up_of_its_own_with_a_reason_of_its_own() -> None:
    every = sheet(DANA, thanks=(Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.PHONE))

    found = [one for one in planned(people=(every,)) if one.kind is not Kind.CHECK_IN]

    assert {str(one.reason) for one in found} == {
        "thank_you:i:dana", "card:i:dana", "linkedin:i:dana", "thank_call:i:dana",
    }  # fmt: skip
    assert {one.what for one in found} == {
        "Thank-you e-mail", "Handwritten card", "Thank-you on LinkedIn", "Thank-you call",
    }  # fmt: skip


def test_a_way_that_the_strategy_does_not_know_is_due_when_it_usually_is() -> None:
    found = planned(
        strategy=LATER_CALL, people=(sheet(DANA, thanks=(Channel.CARD, Channel.PHONE)),)
    )

    assert only(found, Kind.CARD).due == Due(FRIDAY, None, ZONE)
    assert [
        one.due for one in of(found, Kind.CALL) if one.reason.kind is ReasonKind.THANK_CALL
    ] == [Due(FRIDAY, None, ZONE)]


def test_the_same_day_gives_way_to_the_hours_that_a_decision_on_that_day_leaves() -> None:
    at_once = planned(strategy=strategy((Channel.EMAIL, Timing.SAME_DAY)), decision_on=THURSDAY)

    assert only(at_once, Kind.THANK_YOU).due == Due(THURSDAY, time(15), ZONE)


@pytest.mark.parametrize(
    ("timing", "said", "day"),
    [
        (Timing.A_WEEK, Commitment(), date(2026, 11, 27)),
        (Timing.AFTER_THEIR_DAY, BY_TUESDAY, date(2026, 12, 2)),
        (Timing.TWO_AFTER_THEIR_DAY, BY_TUESDAY, date(2026, 12, 3)),
        (Timing.AFTER_THEIR_DAY, Commitment(), date(2026, 11, 27)),
        (Timing.TWO_AFTER_THEIR_DAY, Commitment(), date(2026, 11, 30)),
    ],
)
def test_a_later_call_is_planned_for_the_day_that_the_strategy_names(
    timing: Timing, said: Commitment, day: date
) -> None:
    found = planned(strategy=strategy((Channel.PHONE, timing)), commitment=said)

    call = only(found, Kind.CALL)
    assert (call.due, str(call.reason), call.promise) == (Due(day, None, ZONE), "call:i:dana", None)


def test_a_later_call_counts_from_the_day_of_the_decision_where_no_step_was_named() -> None:
    found = planned(strategy=LATER_CALL, decision_on=DECIDED)

    assert only(found, Kind.CALL).due.day == date(2026, 12, 3)


def test_what_was_agreed_in_the_room_takes_the_place_of_the_planned_call() -> None:
    agreed = SpokenPromise(
        id="p", kind=PromiseKind.MESSAGE, to_id="dana", due=Due(MONDAY, None, ZONE)
    )

    found = planned(DANA, TOBIAS, strategy=LATER_CALL, promises=(agreed,))

    assert [one.who for one in of(found, Kind.CALL)] == [TOBIAS.name]


def test_a_planned_call_that_was_left_out_is_not_planned_but_still_proposed() -> None:
    told = Debrief(id="i", left_out=("dana",))

    found = planned(DANA, TOBIAS, strategy=LATER_CALL, left_out=("dana",))
    listed = proposed_calls(
        Case(ROUND, (DANA, TOBIAS), told, WORKDAYS, ROUND.ends_at(), LATER_CALL)
    )

    assert [one.who for one in of(found, Kind.CALL)] == [TOBIAS.name]
    assert [one.who for one in listed] == [DANA.name, TOBIAS.name]


def test_a_call_to_the_person_of_the_check_in_is_the_check_in() -> None:
    found = planned(DANA, PRIYA, strategy=strategy((Channel.PHONE, Timing.A_WEEK), to="priya"))

    assert of(found, Kind.CHECK_IN) == []
    assert next_contact(found, "priya") == only(found, Kind.CALL)
    assert next_contact(found, "dana") is None


def test_without_that_call_there_is_the_check_in_again() -> None:
    to_priya = strategy((Channel.PHONE, Timing.A_WEEK), to="priya")

    found = planned(DANA, PRIYA, strategy=to_priya, left_out=("priya",))

    assert only(found, Kind.CHECK_IN).who == PRIYA.name


def test_nobody_is_called_whose_name_is_not_known_or_who_was_not_there() -> None:
    away = (sheet(TOBIAS, was_there=False),)

    found = planned(NAMELESS, TOBIAS, strategy=LATER_CALL, people=away)

    assert of(found, Kind.CALL) == []


def test_an_interview_entered_late_puts_no_planned_call_into_the_past() -> None:
    found = planned(strategy=strategy((Channel.PHONE, Timing.A_WEEK)), after=timedelta(days=30))

    assert only(found, Kind.CALL).due.day > date(2026, 12, 19)


def test_the_note_to_that_person_names_the_planned_call_and_not_the_check_in() -> None:
    found = planned(DANA, PRIYA, strategy=strategy((Channel.PHONE, Timing.A_WEEK), to="dana"))

    assert next_contact(found, "dana") == only(found, Kind.CALL)
    assert next_contact(found, "priya") == only(found, Kind.CHECK_IN)


@pytest.mark.parametrize(
    ("said", "days", "due"),
    [
        (BY_TUESDAY, {"after_their_day": 2}, date(2026, 12, 3)),
        (BY_TUESDAY, {"after_the_interview": 7}, date(2026, 12, 2)),
        (Commitment(), {"after_the_interview": 7}, date(2026, 12, 1)),
    ],
)
def test_the_check_in_waits_as_long_as_the_strategy_says(
    said: Commitment, days: dict[str, Any], due: date
) -> None:
    found = planned(strategy=Strategy(id="i", **days), commitment=said)

    assert only(found, Kind.CHECK_IN).due.day == due


@pytest.mark.parametrize(
    ("chosen", "ways"),
    [
        (strategy((Channel.CARD, Timing.NEXT_WORKDAY)), (Channel.CARD,)),
        (
            strategy((Channel.LINKEDIN, Timing.SAME_DAY), (Channel.PHONE, Timing.A_WEEK)),
            (Channel.LINKEDIN,),
        ),
        (strategy((Channel.PHONE, Timing.TWO_WORKDAYS)), (Channel.PHONE,)),
        (strategy((Channel.PHONE, Timing.A_WEEK)), ()),
        (strategy(), ()),
        (strategy((Channel.CARD, Timing.NEXT_WORKDAY), to="tobias"), (Channel.EMAIL,)),
        (Strategy(id="i"), (Channel.EMAIL,)),
    ],
)
def test_the_checklist_suggests_the_ways_of_thanking_that_the_strategy_chose(
    chosen: Strategy, ways: tuple[Channel, ...]
) -> None:
    assert suggested_thanks(Debrief(id="i"), ROUND, chosen, "dana") == ways


@pytest.mark.parametrize(
    ("timing", "day"),
    [
        (Timing.SAME_DAY, THURSDAY),
        (Timing.NEXT_WORKDAY, FRIDAY),
        (Timing.TWO_WORKDAYS, MONDAY),
        (Timing.A_WEEK, date(2026, 11, 27)),
    ],
)
def test_material_can_be_there_on_a_day_counted_from_the_interviews_end(
    timing: Timing, day: date
) -> None:
    assert day_of(ROUND, timing, WORKDAYS) == day


def test_days_are_counted_in_the_interviews_own_zone() -> None:
    tokyo = replace(ROUND, zone="Asia/Tokyo", clock=time(23, 30), minutes=60)

    found = planned(at=tokyo, strategy=strategy((Channel.EMAIL, Timing.SAME_DAY)))

    assert only(found, Kind.THANK_YOU).due.deadline() == datetime(
        2026, 11, 21, tzinfo=ZoneInfo("Asia/Tokyo")
    )
