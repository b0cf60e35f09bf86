"""Which days are working days, and how they are counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.workdays import Workdays

USUAL = Workdays()
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
WITH_MONDAY_OFF = Workdays(off=frozenset({MONDAY}))


@pytest.mark.parametrize(
    ("day", "works"), [(FRIDAY, True), (SATURDAY, False), (SUNDAY, False), (MONDAY, True)]
)
def test_people_work_from_monday_to_friday(day: date, works: bool) -> None:
    assert USUAL.is_one(day) is works


def test_a_day_off_is_no_working_day() -> None:
    assert not WITH_MONDAY_OFF.is_one(MONDAY)
    assert WITH_MONDAY_OFF.is_one(MONDAY + timedelta(days=7))


def test_a_week_may_be_another_one() -> None:
    sunday_to_thursday = Workdays(weekdays=(6, 0, 1, 2, 3))

    assert sunday_to_thursday.after(THURSDAY, 1) == SUNDAY
    assert sunday_to_thursday.before(SUNDAY) == THURSDAY


def test_a_week_without_working_days_counts_as_the_usual_one() -> None:
    assert Workdays(weekdays=()).after(FRIDAY, 1) == MONDAY


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (THURSDAY, 1, FRIDAY),
        (FRIDAY, 1, date(2026, 11, 24)),
        (SATURDAY, 1, date(2026, 11, 24)),
        (MONDAY, 1, date(2026, 11, 24)),
        (THURSDAY, 5, date(2026, 11, 27)),
    ],
)
def test_counting_on_begins_the_day_after_and_leaves_out_what_is_off(
    day: date, count: int, expected: date
) -> None:
    assert WITH_MONDAY_OFF.after(day, count) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (FRIDAY, 1, THURSDAY),
        (SUNDAY, 1, FRIDAY),
        (date(2026, 11, 24), 1, FRIDAY),
        (date(2026, 11, 24), 2, THURSDAY),
    ],
)
def test_counting_back_begins_the_day_before(day: date, count: int, expected: date) -> None:
    assert WITH_MONDAY_OFF.before(day, count) == expected


def test_a_day_on_which_people_work_stays_and_another_becomes_the_next_one() -> None:
    assert USUAL.on_or_after(FRIDAY) == FRIDAY
    assert USUAL.on_or_after(SATURDAY) == MONDAY
    assert WITH_MONDAY_OFF.on_or_after(SATURDAY) == date(2026, 11, 24)


def test_days_off_in_a_row_are_skipped_over_the_year() -> None:
    between_the_years = frozenset(date(2026, 12, 24) + timedelta(days=count) for count in range(11))

    assert Workdays(off=between_the_years).after(date(2026, 12, 23), 1) == date(2027, 1, 4)


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
calendars = st.builds(
    Workdays,
    weekdays=st.lists(st.integers(0, 6), unique=True, max_size=7).map(tuple),
    off=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=30),
)
counts = st.integers(1, 15)


@given(workdays=calendars, day=days, count=counts)
def test_that_many_working_days_lie_after_a_day_up_to_the_one_counted(
    workdays: Workdays, day: date, count: int
) -> None:
    last = workdays.after(day, count)

    passed = [day + timedelta(days=one + 1) for one in range((last - day).days)]
    assert sum(map(workdays.is_one, passed)) == count
    assert workdays.is_one(last)


@given(workdays=calendars, day=days, count=counts)
def test_from_a_working_day_there_and_back_is_where_one_started(
    workdays: Workdays, day: date, count: int
) -> None:
    start = workdays.on_or_after(day)

    assert workdays.before(workdays.after(start, count), count) == start
    assert workdays.after(workdays.before(start, count), count) == start


@given(workdays=calendars, day=days, one=counts, more=counts)
def test_counting_in_two_steps_is_counting_in_one(
    workdays: Workdays, day: date, one: int, more: int
) -> None:
    assert workdays.after(workdays.after(day, one), more) == workdays.after(day, one + more)
