"""American and British English: how each writes days and times, and which one is guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from lib.domain.english import (
    DateStyle,
    English,
    day_and_month,
    guess_english,
    long_date,
    short_date,
    short_day,
    weekday_and_date,
    with_stop,
)

AMERICAN, BRITISH = English.AMERICAN, English.BRITISH
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 12, 7)


@pytest.mark.parametrize(
    "tag", ["en-GB", "en-IE", "en-AU", "en-NZ", "en-ZA", "en-IN", "en-DE", "en-001"]
)
def test_a_browser_in_the_english_of_europe_or_the_commonwealth_is_british(tag: str) -> None:
    assert guess_english(tag) is BRITISH


@pytest.mark.parametrize(
    "tag", ["en-gb", "EN_GB", "en-Latn-GB", "en-GB-oxendict", "en-GB-u-hc-h12"]
)
def test_a_language_tag_is_read_in_whatever_form_it_comes(tag: str) -> None:
    assert guess_english(tag) is BRITISH


@pytest.mark.parametrize("tag", ["en-US", "en", "en-CA", "en-PH", "en-JP", "en-US-u-hc-h23"])
def test_any_other_english_is_american(tag: str) -> None:
    assert guess_english(tag) is AMERICAN


@pytest.mark.parametrize(
    "tag", ["de-DE", "fr-FR", "hi-IN", "cy-GB", "es-419", "", "C", "-", "x-en-GB", "漢"]
)
def test_another_language_or_none_is_american(tag: str) -> None:
    assert guess_english(tag) is AMERICAN


@pytest.mark.parametrize(
    ("write", "american", "british"),
    [
        (weekday_and_date, "Friday, November 27", "Friday 27 November"),
        (long_date, "Friday, November 27, 2026", "Friday 27 November 2026"),
        (short_day, "Fri, Nov 27", "Fri 27 Nov"),
        (short_date, "Fri, Nov 27, 2026", "Fri 27 Nov 2026"),
        (day_and_month, "Nov 27", "27 Nov"),
    ],
)
def test_each_english_writes_a_day_in_its_own_order(
    write: Callable[..., Any], american: str, british: str
) -> None:
    assert write(FRIDAY, AMERICAN) == american
    assert write(FRIDAY, BRITISH) == british


def test_a_day_below_ten_has_one_figure() -> None:
    assert weekday_and_date(MONDAY, AMERICAN) == "Monday, December 7"
    assert short_day(MONDAY, BRITISH) == "Mon 7 Dec"


@pytest.mark.parametrize(
    ("at", "american", "british", "in_24_hours"),
    [
        (time(0), "12 a.m.", "12am", "00:00"),
        (time(0, 5), "12:05 a.m.", "12.05am", "00:05"),
        (time(9), "9 a.m.", "9am", "09:00"),
        (time(11, 59), "11:59 a.m.", "11.59am", "11:59"),
        (time(12), "12 p.m.", "12pm", "12:00"),
        (time(14, 30), "2:30 p.m.", "2.30pm", "14:30"),
        (time(23, 1), "11:01 p.m.", "11.01pm", "23:01"),
    ],
)
def test_a_time_is_told_in_each_english_and_on_a_24_hour_clock(
    at: time, american: str, british: str, in_24_hours: str
) -> None:
    assert DateStyle(AMERICAN).clock(at) == american
    assert DateStyle(BRITISH).clock(at) == british
    for english in English:
        assert DateStyle(english, clock_24h=True).clock(at) == in_24_hours


@pytest.mark.parametrize("english", list(English))
@pytest.mark.parametrize("clock_24h", [True, False])
def test_no_two_minutes_of_a_day_are_told_alike(english: English, clock_24h: bool) -> None:
    minutes = [time(hour, minute) for hour in range(24) for minute in range(60)]

    assert len({DateStyle(english, clock_24h).clock(at) for at in minutes}) == 24 * 60


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        ("Saved today", "Saved today."),
        ("at 9:30 a.m.", "at 9:30 a.m."),
        ("at 9.30am", "at 9.30am."),
        ("a good word at Acme Inc.", "a good word at Acme Inc."),
        ("the company is Yahoo!", "the company is Yahoo!"),
        ("nobody was asked at Who?", "nobody was asked at Who?"),
        ("it is called Wait…", "it is called Wait…"),
        ("it goes to Dana Neil Jr.", "it goes to Dana Neil Jr."),
        ("", "."),
    ],
)
def test_a_sentence_ends_in_one_mark_whatever_name_it_ends_in(words: str, ended: str) -> None:
    assert with_stop(words) == ended
