"""The days that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from lib.words.text.days import days_named, read_days

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


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", date(2026, 12, 1), date(2026, 12, 1)),
        ("tomorrow", date(2026, 12, 2), date(2026, 12, 2)),
        ("the day after tomorrow", date(2026, 12, 3), date(2026, 12, 3)),
        ("in three days", date(2026, 12, 3), date(2026, 12, 5)),
        ("two weeks from now", date(2026, 12, 12), date(2026, 12, 18)),
        ("this week", date(2026, 11, 30), date(2026, 12, 6)),
        ("next week", date(2026, 12, 7), date(2026, 12, 13)),
        ("next month", date(2026, 12, 6), date(2027, 1, 31)),
    ],
)
def test_words_for_a_day_count_from_when_the_text_is_read(
    words: str, first: date, last: date
) -> None:
    (mention,) = read_days(f"I will write {words}.", NEAR, NEAR)

    assert mention.words == words
    assert mention.dates is not None
    assert (mention.dates[0], mention.dates[-1]) == (first, last)


@pytest.mark.parametrize("words", ["a week from Monday", "two weeks from Monday", "next Monday"])
def test_a_day_told_by_its_weekday_fits_any_such_day(words: str) -> None:
    (mention,) = read_days(f"I will write {words}.", NEAR, NEAR)

    assert mention.fits(date(2026, 12, 7))
    assert mention.fits(date(2026, 12, 14))
    assert not mention.fits(date(2026, 12, 8))
    assert not mention.is_full()


@pytest.mark.parametrize("words", ["12/7", "7/12", "12/7/26", "Monday, 12/7/2026", "7.12.2026"])
def test_a_day_in_figures_may_begin_with_the_day_or_the_month(words: str) -> None:
    (mention,) = read_days(f"I will call on {words}.", NEAR, NEAR)

    assert mention.fits(date(2026, 12, 7))
    assert mention.is_full()


def test_the_7th_is_that_day_of_any_month() -> None:
    (mention,) = read_days("I will call on the 7th.", NEAR, NEAR)

    assert mention.fits(date(2026, 12, 7))
    assert mention.fits(date(2027, 1, 7))
    assert not mention.fits(date(2026, 12, 8))


@pytest.mark.parametrize(
    "text", ["The desk is open 24/7.", "We split it 50/50.", "About 1/2 of them stayed."]
)
def test_a_stroke_between_figures_can_be_no_day(text: str) -> None:
    assert read_days(text, NEAR, NEAR) == []
