"""Dates and times in the words in which people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain import spoken
from lib.domain.due import Due

ZONE = "America/New_York"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def timed(moment: datetime) -> Due:
    return Due(moment.date(), moment.time(), "UTC")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 11, 22), "yesterday"),
        (TODAY, "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 27), "Fri 27 Nov"),
        (date(2026, 11, 2), "Mon 2 Nov"),
        (date(2027, 1, 5), "Tue 5 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_day_is_near_by_name_and_says_its_year_only_where_it_is_another(on, words):
    assert spoken.day(on, TODAY) == words


def test_tomorrow_is_tomorrow_over_new_year():
    assert spoken.day(date(2027, 1, 1), date(2026, 12, 31)) == "tomorrow"


def test_a_long_day_leaves_nothing_out():
    assert spoken.long_day(date(2026, 11, 2)) == "Monday 2 November 2026"


@pytest.mark.parametrize(
    ("at", "words", "words_24h"),
    [
        (time(0), "12 am", "00:00"),
        (time(0, 5), "12:05 am", "00:05"),
        (time(9), "9 am", "09:00"),
        (time(11, 59), "11:59 am", "11:59"),
        (time(12), "12 pm", "12:00"),
        (time(14, 30), "2:30 pm", "14:30"),
        (time(23, 1), "11:01 pm", "23:01"),
    ],
)
def test_a_clock_is_told_as_the_person_likes_it(at, words, words_24h):
    assert spoken.clock(at, clock_24h=False) == words
    assert spoken.clock(at, clock_24h=True) == words_24h


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Due(TODAY, time(10), ZONE), "today 10:00"),
        (Due(TODAY, None, ZONE), "by end of today"),
        (Due(date(2026, 11, 24), None, ZONE), "by end of tomorrow"),
        (Due(date(2026, 11, 27), None, ZONE), "Fri 27 Nov"),
        (Due(date(2026, 11, 22), None, ZONE), "yesterday"),
        (Due(date(2026, 11, 22), time(17, 30), ZONE), "yesterday 17:30"),
    ],
)
def test_a_due_date_is_told_with_its_time_or_by_the_end_of_its_day(when, words):
    assert spoken.due(when, NOW, ZONE, clock_24h=True) == words


def test_a_time_agreed_elsewhere_is_told_by_the_calendar_here():
    nine_in_tokyo = Due(date(2026, 11, 24), time(9), "Asia/Tokyo")

    assert spoken.due(nine_in_tokyo, NOW, ZONE, clock_24h=False) == "today 7 pm"
    assert spoken.due(nine_in_tokyo, NOW, "Asia/Tokyo", clock_24h=False) == "today 9 am"


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (timedelta(0), "in 1 min"),
        (timedelta(seconds=20), "in 1 min"),
        (40 * MINUTE, "in 40 min"),
        (59 * MINUTE, "in 59 min"),
        (HOUR, "in 1 h"),
        (2 * HOUR + 10 * MINUTE, "in 2 h"),
        (35 * HOUR, "in 35 h"),
        (36 * HOUR, "in 2 days"),
        (3 * DAY, "in 3 days"),
        (-40 * MINUTE, "40 min late"),
        (-2 * HOUR, "2 h late"),
        (-3 * DAY, "3 days late"),
    ],
)
def test_the_distance_to_a_time_is_in_minutes_then_hours_then_days(away, words):
    assert spoken.distance(timed(NOW + away), NOW) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(-2, "2 days late"), (-1, "1 day late"), (0, "today"), (1, "in 1 day"), (3, "in 3 days")],
)
def test_the_distance_to_a_day_counts_whole_days(count, words):
    whole_day = Due(TODAY + timedelta(days=count), None, ZONE)

    assert spoken.distance(whole_day, NOW) == words


def test_the_distance_to_a_day_goes_by_the_calendar_where_it_was_agreed():
    monday = Due(TODAY, None, "Asia/Tokyo")

    assert spoken.distance(monday, NOW - MINUTE) == "today"
    assert spoken.distance(monday, NOW) == "1 day late"


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(0), "just now"),
        (timedelta(seconds=59), "just now"),
        (MINUTE, "1 min ago"),
        (40 * MINUTE, "40 min ago"),
        (2 * HOUR, "2 h ago"),
        (3 * DAY, "3 days ago"),
        (-5 * MINUTE, "just now"),
    ],
)
def test_what_happened_is_told_by_how_long_ago_and_a_clock_gone_wrong_says_just_now(passed, words):
    assert spoken.ago(NOW - passed, NOW) == words


dues = st.builds(
    Due,
    st.integers(-30, 30).map(lambda count: TODAY + timedelta(days=count)),
    st.none() | st.times(),
    st.sampled_from([ZONE, "Asia/Tokyo", "UTC"]),
)


@given(when=dues, seconds=st.integers(-90_000, 90_000))
def test_late_is_said_exactly_of_what_is_past_its_deadline(when, seconds):
    now = NOW + timedelta(seconds=seconds)

    late = spoken.distance(when, now).endswith("late")

    assert late == (when.deadline() <= now if when.clock is None else when.deadline() < now)


@pytest.mark.parametrize("clock_24h", [True, False])
def test_no_two_minutes_of_a_day_are_told_alike(clock_24h):
    minutes = [time(hour, minute) for hour in range(24) for minute in range(60)]

    assert len({spoken.clock(at, clock_24h=clock_24h) for at in minutes}) == 24 * 60
