"""When an interview ends, also after midnight, and in the nights in which the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lib.domain.dates.due import at_local, is_skipped
from lib.domain.interviews import Interview, minutes_between
from lib.domain.validation import problems_with_interview

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (time(10), time(11), 60),
        (time(23, 30), time(0, 30), 60),
        (time(22), time(1, 15), 195),
        (time(23, 59), time(0), 1),
        (time(20), time(8), 720),
    ],
)
def test_what_goes_over_midnight_ends_the_next_day(start: time, end: time, minutes: int) -> None:
    assert minutes_between(start, end) == minutes


@pytest.mark.parametrize(("start", "end"), [(time(10), time(10)), (time(11), time(10))])
def test_what_ends_before_it_starts_is_refused(start: time, end: time) -> None:
    one = Interview(
        id="i",
        job_id="j",
        day=date(2026, 12, 1),
        clock=start,
        zone=NEW_YORK,
        minutes=minutes_between(start, end),
    )

    assert list(problems_with_interview(one)) == ["It ends before it starts. Check the two times."]


def test_an_interview_over_midnight_ends_on_the_next_day() -> None:
    one = Interview(
        id="i", job_id="j", day=date(2026, 12, 1), clock=time(23, 30), zone=NEW_YORK, minutes=60
    )

    assert one.ends_at() == datetime(2026, 12, 2, 5, 30, tzinfo=UTC)
    assert one.ended_on() == date(2026, 12, 2)
    assert list(problems_with_interview(one)) == []


@pytest.mark.parametrize(
    ("day", "clock", "zone"),
    [
        (date(2027, 3, 14), time(2, 30), NEW_YORK),
        (date(2027, 3, 14), time(2), NEW_YORK),
        (date(2027, 3, 28), time(2, 59), "Europe/Berlin"),
        (date(2027, 3, 28), time(1, 30), "Europe/London"),
        (date(2026, 10, 4), time(2, 15), "Australia/Lord_Howe"),
        (date(2011, 12, 30), time(10), "Pacific/Apia"),
    ],
)
def test_a_time_that_the_clocks_skip_is_refused(day: date, clock: time, zone: str) -> None:
    one = Interview(id="i", job_id="j", day=day, clock=clock, zone=zone)

    assert is_skipped(day, clock, zone)
    assert "no clock there shows this time" in " ".join(problems_with_interview(one))


@pytest.mark.parametrize(
    ("day", "clock", "zone"),
    [
        (date(2027, 3, 14), time(3), NEW_YORK),
        (date(2027, 3, 14), time(1, 59), NEW_YORK),
        (date(2026, 11, 1), time(1, 30), NEW_YORK),
        (date(2026, 10, 4), time(2, 30), "Australia/Lord_Howe"),
        (date(2026, 12, 1), time(2, 30), "Asia/Kathmandu"),
    ],
)
def test_any_other_time_is_one_and_the_same_on_every_page(
    day: date, clock: time, zone: str
) -> None:
    assert not is_skipped(day, clock, zone)
    shown = at_local(day, clock, zone).astimezone(ZoneInfo(zone))
    assert (shown.date(), shown.time()) == (day, clock)
    one = Interview(id="i", job_id="j", day=day, clock=clock, zone=zone)
    assert list(problems_with_interview(one)) == []
