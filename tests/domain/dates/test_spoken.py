"""Dates and times in the words in which people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates import spoken
from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, English

ZONE = "America/New_York"
TODAY = date(2026, 11, 23)
AMERICAN, BRITISH = DateStyle(), DateStyle(English.BRITISH)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def timed(moment: datetime) -> Due:
    return Due(moment.date(), moment.time(), "UTC")


@pytest.mark.parametrize(
    ("on", "american", "british"),
    [
        (date(2026, 11, 22), "yesterday", "yesterday"),
        (TODAY, "today", "today"),
        (date(2026, 11, 24), "tomorrow", "tomorrow"),
        (date(2026, 11, 27), "Fri, Nov 27", "Fri 27 Nov"),
        (date(2026, 11, 2), "Mon, Nov 2", "Mon 2 Nov"),
        (date(2027, 1, 5), "Tue, Jan 5, 2027", "Tue 5 Jan 2027"),
        (date(2025, 12, 31), "Wed, Dec 31, 2025", "Wed 31 Dec 2025"),
    ],
)
def test_a_day_is_near_by_name_and_says_its_year_only_where_it_is_another(
    on: date, american: str, british: str
) -> None:
    assert spoken.day(on, TODAY, English.AMERICAN) == american
    assert spoken.day(on, TODAY, English.BRITISH) == british


def test_tomorrow_is_tomorrow_over_new_year() -> None:
    assert spoken.day(date(2027, 1, 1), date(2026, 12, 31), English.AMERICAN) == "tomorrow"


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (AMERICAN, "Mon, Nov 23, 2026, 10:42 a.m."),
        (BRITISH, "Mon 23 Nov 2026, 10.42am"),
        (DateStyle(clock_24h=True), "Mon, Nov 23, 2026, 10:42"),
        (DateStyle(English.BRITISH, clock_24h=True), "Mon 23 Nov 2026, 10:42"),
    ],
)
def test_a_moment_leaves_nothing_out(style: DateStyle, words: str) -> None:
    assert spoken.moment(NOW + 42 * MINUTE, ZONE, style) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (Due(TODAY, time(10), ZONE), "today 10:00"),
        (Due(TODAY, None, ZONE), "by end of today"),
        (Due(date(2026, 11, 24), None, ZONE), "by end of tomorrow"),
        (Due(date(2026, 11, 27), None, ZONE), "Fri, Nov 27"),
        (Due(date(2026, 11, 27), time(9, 30), ZONE), "Fri, Nov 27, 09:30"),
        (Due(date(2026, 11, 22), None, ZONE), "yesterday"),
        (Due(date(2026, 11, 22), time(17, 30), ZONE), "yesterday 17:30"),
    ],
)
def test_a_due_date_is_told_with_its_time_or_by_the_end_of_its_day(when: Due, words: str) -> None:
    assert spoken.due(when, NOW, ZONE, DateStyle(clock_24h=True)) == words


def test_a_time_agreed_elsewhere_is_told_by_the_calendar_here() -> None:
    nine_in_tokyo = Due(date(2026, 11, 24), time(9), "Asia/Tokyo")

    assert spoken.due(nine_in_tokyo, NOW, ZONE, AMERICAN) == "today 7 p.m."
    assert spoken.due(nine_in_tokyo, NOW, "Asia/Tokyo", AMERICAN) == "today 9 a.m."


@pytest.mark.parametrize(
    ("style", "words"),
    [(AMERICAN, "Fri, Nov 27, 9:30 a.m."), (BRITISH, "Fri 27 Nov, 9.30am")],
)
def test_a_due_time_is_told_in_the_english_of_its_person(style: DateStyle, words: str) -> None:
    assert spoken.due(Due(date(2026, 11, 27), time(9, 30), ZONE), NOW, ZONE, style) == words


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
def test_the_distance_to_a_time_is_in_minutes_then_hours_then_days(
    away: timedelta, words: str
) -> None:
    assert spoken.distance(timed(NOW + away), NOW) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(-2, "2 days late"), (-1, "1 day late"), (0, "today"), (1, "in 1 day"), (3, "in 3 days")],
)
def test_the_distance_to_a_day_counts_whole_days(count: int, words: str) -> None:
    whole_day = Due(TODAY + timedelta(days=count), None, ZONE)

    assert spoken.distance(whole_day, NOW) == words


def test_the_distance_to_a_day_goes_by_the_calendar_where_it_was_agreed() -> None:
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
def test_what_happened_is_told_by_how_long_ago_and_a_clock_gone_wrong_says_just_now(
    passed: timedelta, words: str
) -> None:
    assert spoken.ago(NOW - passed, NOW) == words


dues = st.builds(
    Due,
    st.integers(-30, 30).map(lambda count: TODAY + timedelta(days=count)),
    st.none() | st.times(),
    st.sampled_from([ZONE, "Asia/Tokyo", "UTC"]),
)


@given(when=dues, seconds=st.integers(-90_000, 90_000))
def test_late_is_said_exactly_of_what_is_past_its_deadline(when: Due, seconds: int) -> None:
    now = NOW + timedelta(seconds=seconds)

    late = spoken.distance(when, now).endswith("late")

    assert late == (when.deadline() <= now if when.clock is None else when.deadline() < now)


@pytest.mark.parametrize(
    ("days", "clock", "words"),
    [
        (0, None, "by end of today"),
        (1, None, "by end of tomorrow"),
        (-1, None, "by yesterday"),
        (0, time(18), "by today 6 p.m."),
    ],
)
def test_a_deadline_says_by_once(days: int, clock: time | None, words: str) -> None:
    when = Due(TODAY + timedelta(days=days), clock, ZONE)

    assert spoken.deadline(when, NOW, ZONE, AMERICAN) == words
