"""The messages are in the English of their reader: order of dates, clock, and one full stop."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given

from lib.domain.due import Due
from lib.domain.english import English
from lib.domain.notes import NoteKind, Text
from lib.words import facts, parts
from lib.words.brief import Brief
from lib.words.check import check
from lib.words.compose import compose
from lib.words.named_days import days_named
from lib.words.sentences import split_sentences
from tests.words import briefs, contact_briefs, weeks_briefs
from tests.words.briefs import JOB, SENDER, brief
from tests.words.contact_briefs import to_contact
from tests.words.weeks_briefs import weeks_after

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
def test_the_english_of_the_job_counts_before_that_of_the_sender(sender, job, counts):
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
def test_a_day_and_time_are_written_in_each_english(english, clock_24h, words):
    due = Due(date(2026, 12, 7), time(9, 30), briefs.ZONE)

    assert facts.moment(due, english, clock_24h=clock_24h) == words


LETTERS = [
    *(weeks_after(*way, place=place) for way in weeks_briefs.WAYS for place in range(8)),
    *(
        to_contact(*way, told=told, place=place)
        for way in contact_briefs.WAYS
        for told in [
            None,
            contact_briefs.GoodWord(
                asked_on=contact_briefs.ASKED,
                agreed_on=contact_briefs.AGREED,
                spoke_on=contact_briefs.SPOKE,
            ),
        ]
        for place in range(8)
    ),
    *(
        brief(kind=kind)
        for kind in (NoteKind.COORDINATOR, NoteKind.COVER_LINE, NoteKind.APOLOGY, NoteKind.CALL)
    ),
]


@pytest.mark.parametrize("drawn", LETTERS, ids=lambda one: f"{one.kind}-{one.channel}-{one.place}")
def test_no_letter_mixes_the_two_englishes(drawn):
    american, in_british = compose(drawn).body, compose(british(drawn)).body

    assert not BRITISH_DATE.search(american)
    assert not re.search(r"\d(?:am|pm)\b", american)
    assert not AMERICAN_DATE.search(in_british)
    assert "a.m." not in in_british


@pytest.mark.parametrize("drawn", LETTERS, ids=lambda one: f"{one.kind}-{one.channel}-{one.place}")
def test_both_englishes_name_the_same_days_and_pass_the_checker(drawn):
    for each in (drawn, british(drawn)):
        text = compose(each)
        assert set(days_named(text.body, NEAR)) == set(days_named(compose(drawn).body, NEAR))
        assert not [one for one in check(text, each) if one.code.startswith("date_differs")]


ANY = (briefs.BRIEFS, briefs.CALLS, weeks_briefs.MESSAGES, contact_briefs.NOTES)


@pytest.mark.parametrize("drawn", ANY, ids=("notes", "calls", "weeks", "contacts"))
def test_no_message_has_two_full_stops_behind_a_time(drawn):
    @given(drawn)
    def holds(each: Brief) -> None:
        text = compose(each)
        assert not re.search(r"m\.\s*\.(?!\.)", f"{text.subject}\n{text.body}")

    holds()


@pytest.mark.parametrize(
    ("wording", "filled"),
    [
        ("I will call on {at}.", "I will call on Monday, December 7 at 9:30 a.m."),
        ("May I call on {at}? I will.", "May I call on Monday, December 7 at 9:30 a.m.? I will."),
        ("On {at} I will call.", "On Monday, December 7 at 9:30 a.m., I will call."),
        ("Thanks. On {on} we met.", "Thanks. On Monday, December 7, we met."),
        ("Since {on}, when we met, I wait.", "Since Monday, December 7, when we met, I wait."),
        ("We met on {on} in Boston.", "We met on Monday, December 7 in Boston."),
    ],
)
def test_a_wording_is_punctuated_as_american_english_asks(wording, filled):
    on, at = "Monday, December 7", "Monday, December 7 at 9:30 a.m."

    assert parts.fill(wording, brief(), on=on, at=at) == filled


def test_british_dates_take_no_comma():
    filled = parts.fill("On {at} I will call.", brief(), at="Monday 7 December at 9.30am")

    assert filled == "On Monday 7 December at 9.30am I will call."


def test_a_sentence_goes_on_after_a_time():
    body = "I will call on Monday, December 7 at 9:30 a.m. to ask. "
    body += "At 2 p.m. we met Dr. Roth. It was 9 a.m. Thanks!"

    assert split_sentences(body) == [
        "I will call on Monday, December 7 at 9:30 a.m. to ask.",
        "At 2 p.m. we met Dr. Roth.",
        "It was 9 a.m.",
        "Thanks!",
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("Monday, December 7", "Monday, December 7, 2026", "Mon., Dec. 7", "December 7th", "Dec 7"),
        *("Monday 7 December", "Monday, 7 December 2026", "Monday the 7th of December", "7 Dec"),
    ],
)
def test_a_day_is_recognised_in_either_order(words):
    assert days_named(f"I will call on {words} at 9:30 a.m.", NEAR) == (date(2026, 12, 7),)


@pytest.mark.parametrize("words", ["Tuesday, December 8", "Tuesday 8 December", "Monday, December 8"])
def test_a_wrong_day_is_found_in_either_order(words):
    text = Text("Reason codes", f"Dear Dana,\n\nI will call on {words} at ten.\n\nBest,\nSam")

    assert f"date_differs:{words}" in [one.code for one in check(text, brief())]


def test_the_checker_names_the_right_day_in_the_english_of_the_note():
    wrong = Text("The reason codes", "Dear Dana,\n\nI will call on Tuesday 8 December.\n\nBest,\nSam")

    found = {one.code: one.sentence for one in check(wrong, british(brief()))}

    assert found["date_differs:Tuesday 8 December"].endswith("here it is Tuesday 1 December.")
