"""The record of promises: each word of docs/progress.md, and the laws behind the figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle
from lib.domain.followups import changes
from lib.domain.followups.followup import FollowUp, Kind, Promise, Punctuality, tally
from lib.domain.progress.punctuality import (
    Month,
    PromiseRecord,
    Tendency,
    months,
    record,
    trend,
    turned,
)

ZONE, TOKYO = "America/New_York", "Asia/Tokyo"
NOW = datetime(2026, 11, 20, 17, tzinfo=UTC)
TODAY = date(2026, 11, 20)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def promised(
    day: date, done: timedelta | None = -HOUR, *, kind: Kind = Kind.CALL, **given: Any
) -> FollowUp:
    """A promise for that day, done so long after its deadline; not done if that is None."""
    due = Due(day, given.pop("clock", None), given.pop("zone", ZONE))
    done_at = due.deadline() + done if done is not None else None
    id = given.pop("id", f"{day.isoformat()}.{kind}")
    return FollowUp(
        id=id,
        kind=kind,
        due=due,
        promise=Promise(made_at=NOW, first=due, agreed=due),
        done_at=done_at,
        **given,
    )


def outcome_of(follow_up: FollowUp, now: datetime = NOW) -> Punctuality:
    (one,) = turned([follow_up], now)
    return one.outcome


def judged(*followups: FollowUp) -> PromiseRecord:
    return record(followups, now=NOW, today=TODAY)


def month(first: date, kept: int, late: int = 0, missed: int = 0) -> Month:
    return Month(first, kept, late, missed)


def test_kept_is_done_before_the_day_ends_in_its_zone_or_a_quarter_hour_late() -> None:
    a_day, at_ten = (
        promised(date(2026, 11, 10), -HOUR),
        promised(date(2026, 11, 10), clock=time(10)),
    )

    assert outcome_of(a_day) is Punctuality.KEPT
    assert outcome_of(replace(at_ten, done_at=at_ten.due.deadline() + HOUR / 4)) is Punctuality.KEPT


def test_late_is_done_or_still_open_less_than_seven_days_after_it_was_due() -> None:
    assert outcome_of(promised(date(2026, 11, 10), HOUR)) is Punctuality.LATE
    assert outcome_of(promised(date(2026, 11, 18), None)) is Punctuality.LATE


def test_missed_is_let_go_undone_or_seven_days_late() -> None:
    let_go = replace(promised(date(2026, 12, 10), None), closed_at=NOW)

    assert outcome_of(let_go) is Punctuality.MISSED
    assert outcome_of(promised(date(2026, 11, 10), None)) is Punctuality.MISSED


def test_pending_is_open_and_not_due_yet_and_is_not_counted() -> None:
    (one,) = turned([promised(date(2026, 11, 24), None)], NOW)

    assert one.outcome is Punctuality.PENDING
    assert not one.is_counted()


def test_moved_before_it_was_due_and_told_is_judged_by_the_new_date_and_said_to_be_moved() -> None:
    before_due = datetime(2026, 11, 9, 12, tzinfo=UTC)
    moved = changes.move(
        promised(date(2026, 11, 10), None),
        Due(date(2026, 11, 12), None, ZONE),
        DateStyle(),
        told=True,
        now=before_due,
    )
    done = replace(moved, done_at=datetime(2026, 11, 12, 15, tzinfo=UTC))

    (one,) = turned([done], NOW)

    assert (one.outcome, one.moved) == (Punctuality.KEPT, True)
    assert (one.first.day, one.agreed.day) == (date(2026, 11, 10), date(2026, 11, 12))


@pytest.mark.parametrize(
    ("told", "moved_on"), [(False, 9), (True, 12)], ids=["not told", "too late"]
)
def test_moved_without_telling_them_or_after_it_was_due_changes_nothing(
    told: bool, moved_on: int
) -> None:
    moved = changes.move(
        promised(date(2026, 11, 10), None),
        Due(date(2026, 11, 14), None, ZONE),
        DateStyle(),
        told=told,
        now=datetime(2026, 11, moved_on, 12, tzinfo=UTC),
    )
    done = replace(moved, done_at=datetime(2026, 11, 13, 15, tzinfo=UTC))

    (one,) = turned([done], NOW)

    assert (one.outcome, one.moved) == (Punctuality.LATE, False)


def test_planned_only_is_no_promise() -> None:
    planned = replace(promised(date(2026, 11, 10)), promise=None)

    assert judged(planned).promises == ()


def test_a_promise_belongs_to_the_month_in_which_it_was_kept_else_to_that_of_its_day() -> None:
    ahead = promised(date(2026, 11, 3), -10 * DAY)
    late = promised(date(2026, 10, 30), 5 * DAY, kind=Kind.MATERIAL)

    by_month = {one.first: one for one in judged(ahead, late).months}

    assert by_month[OCTOBER] == month(OCTOBER, 1, 1)
    assert by_month[NOVEMBER].counted == 0


def test_what_is_late_in_a_zone_that_is_a_month_ahead_belongs_to_the_present_month() -> None:
    now = datetime(2026, 12, 1, 1, tzinfo=UTC)
    late = promised(date(2026, 12, 1), None, clock=time(8), zone=TOKYO)

    found = months(turned([late], now), date(2026, 11, 30))

    assert found[-1] == month(NOVEMBER, 0, 1)


def test_the_record_looks_back_six_months_over_the_turn_of_a_year() -> None:
    firsts = [one.first for one in months([], date(2027, 2, 15))]

    assert firsts == [
        *(date(2026, number, 1) for number in (9, 10, 11, 12)), date(2027, 1, 1), date(2027, 2, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "last", "words"),
    [
        ((6, 3), (9, 1), "Better than in October: 9 of 10 after 6 of 9"),
        ((9, 1), (4, 2), "Not as good as in October: 4 of 6 after 9 of 10"),
        ((9, 1), (8, 1), "Much as in October: 8 of 9 after 9 of 10"),
        ((3, 0), (9, 1), ""),
        ((9, 1), (3, 0), ""),
    ],
)
def test_the_trend_compares_two_months_of_at_least_four_promises(
    before: tuple[int, ...], last: tuple[int, ...], words: str
) -> None:
    assert trend([month(OCTOBER, *before), month(NOVEMBER, *last)]) == words


def test_a_month_that_has_only_begun_leaves_the_word_to_the_two_before_it() -> None:
    september = month(date(2026, 9, 1), 2, 2)

    words = trend([september, month(OCTOBER, 9, 1), month(NOVEMBER, 1)])

    assert words == "October was better than September: 9 of 10 after 2 of 4"


def test_a_run_ends_with_a_late_one_and_the_last_one_is_still_on() -> None:
    lates = (1, 6)
    days = []
    for day in range(1, 9):
        days.append(promised(date(2026, 11, day), HOUR if day in lates else -HOUR))

    found = judged(*days)

    assert (found.longest, found.running) == (4, 2)


def test_what_is_still_to_come_ends_no_run() -> None:
    found = judged(promised(date(2026, 11, 10)), promised(date(2026, 11, 24), None))

    assert (found.longest, found.running) == (1, 1)


def test_what_tends_to_be_late_is_said_from_three_late_ones_on() -> None:
    late = [promised(date(2026, 11, day), HOUR) for day in (2, 9, 16)]
    kept = [promised(date(2026, 11, day), kind=Kind.MATERIAL) for day in (3, 4, 5, 11)]

    assert judged(*late, *kept).late_kind == (Kind.CALL, Tendency(3, 3))
    assert judged(*late, *kept).late_weekday == (0, Tendency(3, 3))
    assert judged(*late[:2], *kept).late_kind is None


def test_what_is_late_less_often_than_the_rest_does_not_tend_to_be_late() -> None:
    calls = []
    for day in range(1, 16):
        calls.append(promised(date(2026, 11, day), HOUR if day < 4 else -HOUR))
    others = [promised(date(2026, 11, day), HOUR, kind=Kind.MESSAGE) for day in (2, 3)]

    found = judged(*calls, *others)

    assert found.late_kind is None, "3 of 15 calls, and 5 of 17 at large"


def test_with_no_promise_there_is_nothing_to_say() -> None:
    found = judged()

    assert (found.tally.counted, found.trend, found.longest, found.running) == (0, "", 0, 0)
    assert (found.late_kind, found.late_weekday) == (None, None)
    assert month(OCTOBER, 0).share() == Fraction(0)


offsets = st.integers(-40 * 24, 40 * 24).map(lambda hours: NOW + hours * HOUR)
promises = st.builds(
    lambda day, clock, zone, kind, done, closed, agreed: replace(
        promised(date(2026, 11, 1) + day * DAY, None, kind=kind, clock=clock, zone=zone),
        promise=Promise(
            made_at=NOW,
            first=Due(date(2026, 11, 1) + day * DAY, clock, zone),
            agreed=Due(date(2026, 11, 1) + (day + agreed) * DAY, clock, zone),
        ),
        done_at=done,
        closed_at=closed,
    ),
    st.integers(-60, 60),
    st.none() | st.just(time(10)),
    st.sampled_from([ZONE, TOKYO]),
    st.sampled_from([Kind.CALL, Kind.MATERIAL, Kind.MESSAGE]),
    st.none() | offsets,
    st.none() | offsets,
    st.integers(0, 3),
)
many = st.lists(promises, max_size=25)


@given(many)
def test_every_promise_is_in_exactly_one_state_and_those_that_count_are_the_tally(
    followups: list[FollowUp],
) -> None:
    found = judged(*followups)
    outcomes = [one.outcome for one in found.promises]

    counted = [
        outcomes.count(one) for one in (Punctuality.KEPT, Punctuality.LATE, Punctuality.MISSED)
    ]

    assert len(outcomes) == len(followups)
    assert sum(counted) + outcomes.count(Punctuality.PENDING) == len(followups)
    assert found.tally == tally(tuple(followups), NOW)
    assert (sum(counted), counted[0]) == (found.tally.counted, found.tally.kept)


@given(many)
def test_no_run_is_longer_than_what_was_kept_and_the_months_hold_no_more_than_was_counted(
    followups: list[FollowUp],
) -> None:
    found = judged(*followups)

    assert 0 <= found.running <= found.longest <= found.tally.kept
    assert sum(one.counted for one in found.months) <= found.tally.counted
    assert len(found.months) == 6
    assert all(0 <= one.share() <= 1 for one in found.months)


@given(many)
def test_a_tendency_rests_on_three_late_ones_and_never_on_more_than_there_are(
    followups: list[FollowUp],
) -> None:
    found = judged(*followups)

    for _, (late, of) in filter(None, (found.late_kind, found.late_weekday)):
        assert 3 <= late <= of <= found.tally.counted
        assert Fraction(late, of) >= 1 - Fraction(found.tally.kept, found.tally.counted)
