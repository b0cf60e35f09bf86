"""What date fields show is read back as the same, in either English."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.dates.spoken import field_words
from lib.domain.dates.typed_dates import examples, read_due
from lib.domain.dates.typed_day_lists import read_days
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English
from lib.domain.validation import FIRST_YEAR, LAST_YEAR

THURSDAY = date(2026, 11, 19)
OFF = Workdays(off=frozenset({date(2026, 11, 26)}))
ZONE = "America/New_York"


def due_of(words: str) -> Due | None:
    return read_due(words, today=THURSDAY, zone=ZONE, workdays=OFF)


STYLES = st.builds(DateStyle, st.sampled_from(English), st.booleans())
MINUTES = st.times().map(lambda at: time(at.hour, at.minute))


@given(
    today=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    day=st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)),
    clock=st.none() | MINUTES,
    style=STYLES,
)
def test_whatever_a_date_field_shows_is_read_back_as_the_same(
    today: date, day: date, clock: time | None, style: DateStyle
) -> None:
    due = Due(day, clock, ZONE)

    assert read_due(field_words(due, style), today=today, zone=ZONE, workdays=OFF) == due


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (DateStyle(), "Fri, Nov 27, 2026, 9:30 a.m."),
        (DateStyle(English.BRITISH), "Fri 27 Nov 2026, 9.30am"),
        (DateStyle(clock_24h=True), "Fri, Nov 27, 2026, 09:30"),
        (DateStyle(English.BRITISH, clock_24h=True), "Fri 27 Nov 2026, 09:30"),
    ],
)
def test_a_date_field_shows_the_date_as_the_person_writes_it(style: DateStyle, words: str) -> None:
    assert field_words(Due(date(2026, 11, 27), time(9, 30), ZONE), style) == words
    assert field_words(Due(date(2026, 11, 27), None, ZONE), style) == words.rpartition(", ")[0]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (DateStyle(), "Tue 10 a.m., Dec 3, in 3 days"),
        (DateStyle(English.BRITISH), "Tue 10am, 3 Dec, in 3 days"),
        (DateStyle(clock_24h=True), "Tue 10:00, Dec 3, in 3 days"),
    ],
)
def test_each_example_beside_a_date_field_can_be_typed(style: DateStyle, words: str) -> None:
    assert examples(style, with_time=True) == words
    assert all(due_of(one) for one in words.split(", "))


@pytest.mark.parametrize(
    "words",
    [
        *("Nov 27", "27 Nov", "Fri, Nov 27", "Fri 27 Nov", "Fri, 27 Nov", "November 27, 2026"),
        *("Friday, November 27", "Friday, Nov. 27, 2026", "Fri., Nov 27", "November 27th"),
    ],
)
def test_a_date_is_read_in_either_order(words: str) -> None:
    assert due_of(words) == Due(date(2026, 11, 27), None, ZONE)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("Fri, Nov 27, 2026, 9:30 a.m.", time(9, 30)),
        ("Nov 27, 9.30am", time(9, 30)),
        ("Nov 27 at 9.30am", time(9, 30)),
        ("27 Nov, 9.30 am", time(9, 30)),
        ("Fri, Nov 27, 2:30 p.m.", time(14, 30)),
        ("Fri 27 Nov 2.30pm", time(14, 30)),
        ("November 27, 2026 at 2 p.m.", time(14)),
        ("Nov 27 2pm", time(14)),
    ],
)
def test_a_time_is_read_in_either_english(words: str, clock: time) -> None:
    assert due_of(words) == Due(date(2026, 11, 27), clock, ZONE)


@pytest.mark.parametrize(
    ("words", "days", "unread"),
    [
        ("Thu, Dec 24, 2026; Thu, Dec 31, 2026", (24, 31), ()),
        ("Dec 24, 2026", (24,), ()),
        ("Dec 24, 2026, Dec 31, 2026", (24, 31), ()),
        ("Thu, Dec 24, 2026, Thu, Dec 31", (24, 31), ()),
        ("24 Dec 2026, 31 Dec 2026", (24, 31), ()),
        ("31 Dec, 24 Dec, 24 Dec", (24, 31), ()),
        ("24 Dec, Michaelmas", (24,), ("Michaelmas",)),
        ("Boxing Day, 2026; Dec 24", (24,), ("Boxing Day", "2026")),
        (" , ;,", (), ()),
        ("", (), ()),
    ],
)
def test_a_list_of_days_is_read_with_commas_inside_and_between_them(
    words: str, days: tuple[int, ...], unread: tuple[str, ...]
) -> None:
    found = read_days(words, today=THURSDAY, workdays=OFF)

    assert found.days == tuple(date(2026, 12, day) for day in days)
    assert found.unread == unread
