"""The order in which follow-ups press, and what the employer owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.agenda import (
    Nearness,
    Owed,
    agenda,
    ended_without_debrief,
    nearness,
    next_interview,
    owed_to_me,
)
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.followups.reasons import parse_reason
from lib.domain.interviews import Interview

ZONE = "America/New_York"
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TODAY = date(2026, 11, 23)
PARTS = ("overdue", "today", "next_seven_days", "later", "hidden")
ROUND = Interview(id="i", job_id="j", day=date(2026, 11, 19), clock=time(10), zone=ZONE)
BY_FRIDAY = Commitment(what=" decide ", who_id="dana", by=date(2026, 11, 20))


def row(name: str, due: Due, **given: Any) -> FollowUp:
    return FollowUp(id=name, interview_id="i", who="Priya Raman", kind=Kind.CALL, due=due, **given)


def on(day: date, clock: time | None = None, zone: str = ZONE) -> Due:
    return Due(day, clock, zone)


def in_days(count: int) -> Due:
    return on(TODAY + timedelta(days=count))


def places(*rows: FollowUp, now: datetime = NOW, zone: str = ZONE) -> dict[str, str]:
    """The part of the agenda in which each row stands."""
    found = agenda(rows, now, zone)
    return {one.id: part for part in PARTS for one in getattr(found, part)}


@pytest.mark.parametrize(
    ("due", "part"),
    [
        (in_days(-1), "overdue"),
        (on(TODAY, time(9, 59)), "overdue"),
        (on(TODAY, time(10)), "today"),
        (in_days(0), "today"),
        (in_days(1), "next_seven_days"),
        (in_days(7), "next_seven_days"),
        (in_days(8), "later"),
    ],
)
def test_what_is_due_stands_under_the_time_left_for_it(due: Due, part: str) -> None:
    assert places(row("f", due)) == {"f": part}


def test_what_is_done_or_let_go_is_not_on_the_agenda() -> None:
    assert places(row("a", in_days(0), done_at=NOW), row("b", in_days(-3), closed_at=NOW)) == {}


def test_a_hidden_row_is_hidden_even_when_overdue_until_its_time_has_come() -> None:
    overdue = row("f", in_days(-1), hidden_until=NOW + timedelta(hours=1))

    assert places(overdue) == {"f": "hidden"}
    assert places(overdue, now=NOW + timedelta(hours=1)) == {"f": "overdue"}


def test_a_time_agreed_elsewhere_stands_on_the_day_it_is_here() -> None:
    tuesday_morning_in_tokyo = row("f", on(date(2026, 11, 24), time(9), "Asia/Tokyo"))
    still_monday_in_tokyo = NOW - timedelta(hours=1)

    here = places(tuesday_morning_in_tokyo, now=still_monday_in_tokyo)
    there = places(tuesday_morning_in_tokyo, now=still_monday_in_tokyo, zone="Asia/Tokyo")

    assert here == {"f": "today"}
    assert there == {"f": "next_seven_days"}


def test_a_day_that_is_over_where_it_was_agreed_is_overdue_though_it_lasts_here() -> None:
    monday_in_tokyo = row("f", on(TODAY, zone="Asia/Tokyo"))

    assert places(monday_in_tokyo, now=NOW - timedelta(minutes=1)) == {"f": "today"}
    assert places(monday_in_tokyo, now=NOW + timedelta(minutes=1)) == {"f": "overdue"}


def test_the_earliest_deadline_comes_first_and_a_promise_before_what_is_only_planned() -> None:
    noon, whole_day = on(TODAY, time(12)), in_days(0)
    promise = Promise(made_at=NOW, first=noon, agreed=noon)
    rows = [row("c", whole_day), row("a", noon), row("b", noon, promise=promise)]

    assert [one.id for one in agenda(rows, NOW, ZONE).today] == ["b", "a", "c"]


dues = st.builds(
    Due,
    st.integers(-20, 20).map(lambda count: TODAY + timedelta(days=count)),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from([ZONE, "Asia/Tokyo", "Pacific/Auckland"]),
)
moments = st.integers(-400, 400).map(lambda hours: NOW + timedelta(hours=hours))
rows = st.builds(
    row,
    st.uuids().map(str),
    dues,
    done_at=st.none() | moments,
    closed_at=st.none() | moments,
    hidden_until=st.none() | moments,
)


@given(
    given_rows=st.lists(rows, max_size=12), now=moments, zone=st.sampled_from([ZONE, "Asia/Tokyo"])
)
def test_each_open_follow_up_is_in_exactly_one_part_and_each_part_is_in_order(
    given_rows: list[FollowUp], now: datetime, zone: str
) -> None:
    found = agenda(given_rows, now, zone)

    listed = [one.id for part in PARTS for one in getattr(found, part)]
    assert sorted(listed) == sorted(one.id for one in given_rows if one.is_open())
    for part in PARTS:
        deadlines = [one.due.deadline() for one in getattr(found, part)]
        assert deadlines == sorted(deadlines)


def test_an_interview_that_is_over_waits_for_its_debrief_the_latest_first() -> None:
    earlier = replace(ROUND, id="earlier", day=date(2026, 11, 12))
    written = replace(ROUND, id="written", day=date(2026, 11, 13))
    ends_now = replace(ROUND, id="ends_now", day=TODAY, clock=time(9))
    going_on = replace(ROUND, id="going_on", day=TODAY, clock=time(9, 30))
    debriefs = [Debrief(id="written", written_at=NOW), Debrief(id="earlier")]

    found = ended_without_debrief([earlier, written, ROUND, going_on, ends_now], debriefs, NOW)

    assert [one.id for one in found] == ["ends_now", "i", "earlier"]


def test_the_next_interview_is_the_one_going_on_or_else_the_next_to_start() -> None:
    going_on = replace(ROUND, id="going_on", day=TODAY, clock=time(9, 30))
    tomorrow = replace(ROUND, id="tomorrow", day=date(2026, 11, 24))

    assert next_interview([tomorrow, going_on, ROUND], NOW) == going_on
    assert next_interview([tomorrow, ROUND], NOW) == tomorrow
    assert next_interview([ROUND], NOW) is None
    assert next_interview([going_on], going_on.ends_at()) is None


def owed(commitment: Commitment, *followups: FollowUp, now: datetime = NOW) -> tuple[Owed, ...]:
    return owed_to_me([Debrief(id="i", commitment=commitment)], [ROUND], followups, now)


CHECK_IN = replace(row("c", in_days(1)), kind=Kind.CHECK_IN)


def test_a_day_they_gave_stands_with_who_acts_and_when_i_check_in() -> None:
    (they,) = owed(BY_FRIDAY, CHECK_IN, row("call", in_days(3)))

    assert (they.what, they.who_id, they.by) == ("decide", "dana", date(2026, 11, 20))
    assert (they.interview_id, they.job_id, they.check_in_on) == ("i", "j", date(2026, 11, 24))
    assert they.passed


def test_their_day_has_passed_once_it_is_over_in_the_interviews_own_zone() -> None:
    still_friday_there = datetime(2026, 11, 21, 4, 59, tzinfo=UTC)

    assert not owed(BY_FRIDAY, now=still_friday_there)[0].passed
    assert owed(BY_FRIDAY, now=still_friday_there + timedelta(minutes=1))[0].passed


def test_a_commitment_without_words_is_the_next_step_and_one_without_a_day_is_none() -> None:
    (they,) = owed(Commitment(by=date(2026, 11, 27)))

    assert (they.what, they.check_in_on) == ("the next step", None)
    assert owed(Commitment(what="decide")) == ()


@pytest.mark.parametrize("over", [{"done_at": NOW}, {"closed_at": NOW}])
def test_once_i_have_checked_in_or_let_it_go_they_are_no_longer_waited_for(
    over: dict[str, Any],
) -> None:
    assert owed(BY_FRIDAY, replace(CHECK_IN, **over)) == ()


def test_what_they_owe_comes_by_its_day_and_only_from_interviews_that_are_known() -> None:
    later = replace(ROUND, id="later")
    debriefs = [
        Debrief(id="later", commitment=Commitment(by=date(2026, 12, 4))),
        Debrief(id="gone", commitment=BY_FRIDAY),
        Debrief(id="i", commitment=BY_FRIDAY),
    ]

    assert [one.interview_id for one in owed_to_me(debriefs, [ROUND, later], [], NOW)] == [
        "i",
        "later",
    ]


@pytest.mark.parametrize(
    ("moment", "near"),
    [
        ((2026, 11, 23, 23, 0), Nearness.FAR),
        ((2026, 11, 24, 0, 30), Nearness.SOON),
        ((2026, 11, 25, 16, 59), Nearness.SOON),
        ((2026, 11, 25, 17, 0), Nearness.FIRST),
        ((2026, 11, 26, 13, 57), Nearness.FIRST),
    ],
)
def test_an_interview_comes_nearer_by_the_calendar_of_the_persons_own_zone(
    moment: tuple[int, int, int, int, int], near: Nearness
) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    at_two = Interview(
        id="i", job_id="j", day=date(2026, 11, 26), clock=time(14), zone="Asia/Tokyo"
    )

    assert nearness(at_two, datetime(*moment, tzinfo=tokyo), "Asia/Tokyo") is near


def test_the_evening_before_is_that_of_the_person_not_of_the_interview() -> None:
    in_tokyo = Interview(
        id="i", job_id="j", day=date(2026, 11, 26), clock=time(9), zone="Asia/Tokyo"
    )
    here = ZoneInfo("America/New_York")

    # 9:00 in Tokyo is 19:00 on the day before in New York, whose evening before is the 24th.
    assert (
        nearness(in_tokyo, datetime(2026, 11, 24, 17, tzinfo=here), "America/New_York")
        is Nearness.FIRST
    )
    assert (
        nearness(in_tokyo, datetime(2026, 11, 24, 16, tzinfo=here), "America/New_York")
        is Nearness.SOON
    )


def test_a_planned_call_stands_for_the_check_in_where_there_is_none() -> None:
    told = Debrief(id="i", commitment=BY_FRIDAY)
    call = FollowUp(
        id="c",
        interview_id="i",
        kind=Kind.CALL,
        due=on(date(2026, 11, 30)),
        reason=parse_reason("call:i:dana"),
    )
    check_in = replace(
        call,
        id="k",
        kind=Kind.CHECK_IN,
        reason=parse_reason("check_in:i"),
        due=on(date(2026, 11, 23)),
    )

    (by_call,) = owed_to_me((told,), (ROUND,), (call,), NOW)
    (by_both,) = owed_to_me((told,), (ROUND,), (check_in, call), NOW)

    assert by_call.check_in_on == date(2026, 11, 30)
    assert by_both.check_in_on == date(2026, 11, 23)
    assert owed_to_me((told,), (ROUND,), (replace(call, done_at=NOW),), NOW) == ()
