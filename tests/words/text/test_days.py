"""The days that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from lib.words.text.days import days_named

NEAR = date(2026, 12, 1)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Monday, December 7",
            "Monday, December 7, 2026",
            "Mon., Dec. 7",
            "December 7th",
            "Dec 7",
        ),
        *("Monday 7 December", "Monday, 7 December 2026", "Monday the 7th of December", "7 Dec"),
    ],
)
def test_a_day_is_recognised_in_either_order(words: str) -> None:
    assert days_named(f"I will call on {words} at 9:30 a.m.", NEAR) == (date(2026, 12, 7),)


@pytest.mark.parametrize("words", ["Tuesday, December 7", "February 30", "2026-02-30", "Monday"])
def test_what_is_no_day_or_has_another_weekday_is_passed_over(words: str) -> None:
    assert days_named(f"I will call on {words}.", NEAR) == ()
