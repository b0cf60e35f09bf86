"""The moment at which a day or a time is over, in the zone in which it was agreed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due, at_local

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
TUESDAY = date(2026, 11, 24)
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("due", "deadline"),
    [
        (Due(TUESDAY), datetime(2026, 11, 25, tzinfo=UTC)),
        (Due(TUESDAY, None, NEW_YORK), datetime(2026, 11, 25, 5, tzinfo=UTC)),
        (Due(TUESDAY, None, TOKYO), datetime(2026, 11, 24, 15, tzinfo=UTC)),
    ],
)
def test_a_day_lasts_until_midnight_in_its_own_zone(due: Due, deadline: datetime) -> None:
    assert due.deadline() == deadline


@pytest.mark.parametrize(
    ("due", "deadline"),
    [
        (Due(TUESDAY, time(10), NEW_YORK), datetime(2026, 11, 24, 15, tzinfo=UTC)),
        (Due(TUESDAY, time(9), TOKYO), datetime(2026, 11, 24, tzinfo=UTC)),
        (Due(date(2026, 7, 1), time(10), NEW_YORK), datetime(2026, 7, 1, 14, tzinfo=UTC)),
    ],
)
def test_a_time_is_what_the_clock_on_the_wall_there_shows(due: Due, deadline: datetime) -> None:
    assert due.deadline() == deadline


def test_midnight_is_a_time_and_not_a_whole_day() -> None:
    assert Due(TUESDAY, time(0)).deadline() == datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (TUESDAY, 24)])
def test_a_day_is_as_long_as_its_clocks_make_it(day: date, hours: int) -> None:
    began = at_local(day, time(0), NEW_YORK)

    assert Due(day, None, NEW_YORK).deadline() - began == timedelta(hours=hours)


def test_a_day_without_a_midnight_of_its_own_still_ends() -> None:
    clocks_go_forward_at_midnight = Due(date(2024, 4, 25), None, "Africa/Cairo")

    assert clocks_go_forward_at_midnight.deadline() == datetime(2024, 4, 25, 22, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_read_as_if_they_had_not() -> None:
    assert at_local(SPRING, time(2, 30), NEW_YORK) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    assert at_local(AUTUMN, time(1, 30), NEW_YORK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_a_moment_becomes_the_day_and_the_minute_that_it_is_there() -> None:
    moment = datetime(2026, 11, 24, 3, 59, 58, 7, tzinfo=UTC)

    assert Due.at(moment, NEW_YORK) == Due(date(2026, 11, 23), time(22, 59), NEW_YORK)
    assert Due.at(moment, TOKYO) == Due(TUESDAY, time(12, 59), TOKYO)


def test_a_zone_that_nobody_knows_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        Due(TUESDAY, None, "Mars/Base").deadline()


zones = st.sampled_from(
    [NEW_YORK, TOKYO, "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]
)
minutes = st.integers(0, 1_500_000).map(
    lambda count: datetime(2025, 1, 1, tzinfo=UTC) + count * timedelta(0, 60)
)


def comes_twice(moment: datetime, zone: str) -> bool:
    return bool(moment.astimezone(ZoneInfo(zone)).fold)


@given(moment=minutes, zone=zones)
def test_a_moment_put_down_as_due_is_due_at_that_moment(moment: datetime, zone: str) -> None:
    deadline = Due.at(moment, zone).deadline()

    assert deadline == moment or comes_twice(moment, zone)
    assert deadline <= moment


@given(moment=minutes, zone=zones)
def test_a_day_ends_when_the_calendar_there_shows_the_next_one(moment: datetime, zone: str) -> None:
    day = moment.astimezone(ZoneInfo(zone)).date()

    assert Due(day, None, zone).deadline() > moment
    assert Due(day - timedelta(days=1), None, zone).deadline() <= moment
