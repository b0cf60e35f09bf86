"""The messages are in the English of their reader: order of dates, clock, and one full stop."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis.strategies._internal.lazy import LazyStrategy

from lib.domain.dates.due import Due
from lib.domain.english import English
from lib.domain.notes import Text
from lib.words.brief import Brief
from lib.words.checks.check import check
from lib.words.letters.compose import compose
from lib.words.letters.frame_facts import date_words, moment
from lib.words.text.days import days_named
from tests.words import briefs, message_briefs
from tests.words.briefs import JOB, SENDER, brief
from tests.words.message_briefs import AGREED, KNOWN_WELL, SPOKE, WAYS, message

AMERICAN_DATE = re.compile(r"\b[A-Z][a-z]+day, [A-Z][a-z]+ \d")
BRITISH_DATE = re.compile(r"\b[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+")
NEAR = date(2026, 12, 1)


def british(drawn: Brief) -> Brief:
    return replace(drawn, sender=replace(drawn.sender, english=English.BRITISH))


@pytest.mark.parametrize(
    ("sender", "job", "counts"),
    [
        (None, None, English.AMERICAN),
        (English.BRITISH, None, English.BRITISH),
        (English.BRITISH, English.AMERICAN, English.AMERICAN),
    ],
)
def test_the_english_of_the_job_counts_before_that_of_the_sender(
    sender: English | None, job: English | None, counts: English
) -> None:
    drawn = brief(sender=replace(SENDER, english=sender), job=replace(JOB, english=job))

    assert drawn.english is counts


@pytest.mark.parametrize(
    ("english", "clock_24h", "words"),
    [
        (English.AMERICAN, False, "Monday, December 7 at 9:30 a.m."),
        (English.AMERICAN, True, "Monday, December 7 at 09:30"),
        (English.BRITISH, False, "Monday 7 December at 9.30am"),
        (English.BRITISH, True, "Monday 7 December at 09:30"),
    ],
)
def test_a_day_and_time_are_written_in_each_english(
    english: English, clock_24h: bool, words: str
) -> None:
    due = Due(date(2026, 12, 7), time(9, 30), briefs.ZONE)
    sender = replace(SENDER, english=english, clock_24h=clock_24h)

    assert moment(due, brief(sender=sender)) == words


@pytest.mark.parametrize(
    ("english", "words"), [(English.AMERICAN, "November 24"), (English.BRITISH, "24 November")]
)
def test_a_date_without_its_weekday_is_written_in_each_english(
    english: English, words: str
) -> None:
    assert date_words(date(2026, 11, 24), english) == words


AGREED_TO = replace(KNOWN_WELL, agreed_on=AGREED, spoke_on=SPOKE)
LETTERS = [
    *(message(*way, place=place) for way in WAYS for place in range(8)),
    *(
        message(kind, channel, good_word=AGREED_TO, place=place)
        for kind, channel in WAYS
        if kind.is_to_a_contact()
        for place in range(8)
    ),
]


@pytest.mark.parametrize("drawn", LETTERS, ids=lambda one: f"{one.kind}-{one.channel}-{one.place}")
def test_no_letter_mixes_the_two_englishes(drawn: Brief) -> None:
    american, in_british = compose(drawn).body, compose(british(drawn)).body

    assert not BRITISH_DATE.search(american)
    assert not re.search(r"\d(?:am|pm)\b", american)
    assert not AMERICAN_DATE.search(in_british)
    assert "a.m." not in in_british


@pytest.mark.parametrize("drawn", LETTERS, ids=lambda one: f"{one.kind}-{one.channel}-{one.place}")
def test_both_englishes_name_the_same_days_and_pass_the_checker(drawn: Brief) -> None:
    for each in (drawn, british(drawn)):
        text = compose(each)
        assert set(days_named(text.body, NEAR)) == set(days_named(compose(drawn).body, NEAR))
        assert not [one for one in check(text, each) if one.code.startswith("date_differs")]


ANY = (briefs.BRIEFS, message_briefs.messages())


@pytest.mark.parametrize("drawn", ANY, ids=("thank_yous", "messages"))
def test_no_message_has_two_full_stops_behind_a_time(drawn: LazyStrategy) -> None:
    @given(drawn)
    def holds(each: Brief) -> None:
        text = compose(each)
        assert not re.search(r"m\.\s*\.(?!\.)", f"{text.subject}\n{text.body}")

    holds()


@pytest.mark.parametrize(
    "words", ["Tuesday, December 8", "Tuesday 8 December", "Monday, December 8"]
)
def test_a_wrong_day_is_found_in_either_order(words: str) -> None:
    text = Text("Reason codes", f"Dear Dana,\n\nI will call on {words} at ten.\n\nBest,\nSam")

    assert f"date_differs:{words}" in [one.code for one in check(text, brief())]


def test_the_checker_names_the_right_day_in_the_english_of_the_note() -> None:
    wrong = Text(
        "The reason codes", "Dear Dana,\n\nI will call on Tuesday 8 December.\n\nBest,\nSam"
    )

    found = {one.code: one.sentence for one in check(wrong, british(brief()))}

    assert found["date_differs:Tuesday 8 December"].endswith("here it is Tuesday 1 December.")
