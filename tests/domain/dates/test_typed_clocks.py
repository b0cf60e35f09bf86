"""Typed days with a time, in whatever order; what is not clear is not guessed."""

from __future__ import annotations

from datetime import date, time

import pytest

from lib.domain.dates.typed_dates import read_due
from lib.domain.dates.workdays import Workdays
from lib.domain.english import English

MONDAY = date(2026, 11, 30)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 12, day) for day in (1, 2, 3, 4))


def read(words: str, english: English | None = English.AMERICAN) -> tuple[date, time | None] | None:
    due = read_due(words, today=MONDAY, zone="UTC", workdays=Workdays(), english=english)
    return (due.day, due.clock) if due else None


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("wed 10", WEDNESDAY, time(10)),
        ("weds 10", WEDNESDAY, time(10)),
        ("tomorrow 10", TUESDAY, time(10)),
        ("tue 3", TUESDAY, time(15)),
        ("15:30 friday", FRIDAY, time(15, 30)),
        ("10am Tuesday", TUESDAY, time(10)),
        ("at 9:15 on thurs", THURSDAY, time(9, 15)),
        ("3 Dec at 10 o\u2019clock", THURSDAY, time(10)),
        ("10 o'clock friday", FRIDAY, time(10)),
        ("friday at half past nine", FRIDAY, time(9, 30)),
        ("quarter to five wed", WEDNESDAY, time(16, 45)),
        ("fri at quarter past one", FRIDAY, time(13, 15)),
        ("twelve p.m. tuesday", TUESDAY, time(12)),
        ("tuesday eleven am", TUESDAY, time(11)),
        ("noon friday", FRIDAY, time(12)),
        ("tue 5.30pm", TUESDAY, time(17, 30)),
        ("tue 17h30", TUESDAY, time(17, 30)),
        ("the 3rd at 4", THURSDAY, time(16)),
        ("fri 18", date(2026, 12, 18), None),
        ("Friday week", date(2026, 12, 11), None),
    ],
)
def test_a_day_and_its_time_are_read_in_whatever_order(
    words: str, day: date, clock: time | None
) -> None:
    assert read(words) == (day, clock)


@pytest.mark.parametrize(
    "words",
    [
        "tonight at 12",
        "tomorrow at midnight",
        "thurs 3",
        "wed 2",
        "weds 10ish",
        "fri 26",
        "9 to 5 friday",
        "dec 3 10",
        "friday at half nine",
        "2/30",
        "13/13",
        "sometime friday",
    ],
)
def test_what_might_mean_another_day_or_hour_is_asked_about(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last Friday", date(2026, 11, 27)),
        ("last monday", date(2026, 11, 23)),
        ("past tuesday", date(2026, 11, 24)),
        ("this past tuesday", date(2026, 11, 24)),
        ("friday last week", date(2026, 11, 27)),
        ("last fri at 3", date(2026, 11, 27)),
    ],
)
def test_last_friday_is_the_one_that_has_been(words: str, day: date) -> None:
    found = read(words)

    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    ("words", "american", "british"),
    [
        ("12/1", TUESDAY, date(2027, 1, 12)),
        ("1/12", date(2027, 1, 12), TUESDAY),
        ("12/1/2026", TUESDAY, date(2026, 1, 12)),
        ("11/27", date(2026, 11, 27), date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27), date(2026, 11, 27)),
        ("12/12", date(2026, 12, 12), date(2026, 12, 12)),
    ],
)
def test_two_numbers_with_a_stroke_are_in_the_order_of_the_persons_english(
    words: str, american: date, british: date
) -> None:
    assert read(words, English.AMERICAN) == (american, None)
    assert read(words, English.BRITISH) == (british, None)


def test_without_an_english_only_one_possible_order_counts() -> None:
    assert read("12/1", None) is None
    assert read("11/27", None) == (date(2026, 11, 27), None)
    assert read("12/12 at 3", None) == (date(2026, 12, 12), time(15))
