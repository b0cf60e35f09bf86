"""The days and times that a note names: what I will do must be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.domain.debriefs import Request
from lib.domain.notes import NoteKind
from lib.words.checks.check import check
from lib.words.letters.compose import compose
from tests.words.briefs import brief
from tests.words.checks.test_check import TOBIAS, body, codes, findings, with_line
from tests.words.fault_briefs import brief_for
from tests.words.message_briefs import CALLED_OFF, message

WRONG_DAYS = [
    "Wednesday 2 December",
    "Monday 1 December",
    "December 3rd",
    "31 November",
    "12/8",
    "the 8th",
    "Wed.",
    "2026-12-02",
    "Tuesday, December 8",
    "Monday afternoon",
    "tomorrow",
    "2 Dec",
    "next Friday",
]
RIGHT_DAYS = [
    "Tuesday 1 December",
    "Tuesday, December 1",
    "Tues., Dec. 1",
    "December 1st",
    "12/1",
    "1/12",
    "the 1st",
    "Tuesday",
    "next Tuesday",
    "2026-12-01",
    "Tuesday the 1st",
]
WRONG_TIMES = [
    "9:00",
    "half past ten",
    "10 p.m.",
    "noon",
    "22:00",
    "eleven",
    "10:30 a.m.",
    "quarter to ten",
    "9 o'clock",
]
RIGHT_TIMES = (
    "ten",
    "10",
    "10:00",
    "10 a.m.",
    "10am",
    "ten o'clock",
    "10:00 in the morning",
    "10.00 a.m.",
)


@pytest.mark.parametrize("day", WRONG_DAYS)
def test_another_day_for_what_i_will_do_blocks(day: str) -> None:
    found = findings(body("Tuesday 1 December", day))

    assert any(
        one.blocks and one.code.startswith(("date_differs", "time_differs")) for one in found
    )


@pytest.mark.parametrize(
    "line",
    [
        "I have our call down for {day}.",
        "I've put our call in my calendar for {day}.",
        "I noted our call for {day}.",
        "I have marked my call for {day}.",
    ],
)
def test_a_call_that_i_wrote_down_is_one_that_i_will_make(line: str) -> None:
    wrong = codes(with_line(line.format(day="Monday, December 7")))

    assert "date_differs:Monday, December 7" in wrong
    assert codes(with_line(line.format(day="Tuesday, December 1"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "I understand that Tobias will be in touch by December 4.",
        "You said that Tobias will be in touch on Friday, December 4.",
        "Your office will be in touch by Friday, December 4.",
    ],
)
def test_what_others_will_do_is_no_promise_of_mine(line: str) -> None:
    decided = brief(others=(TOBIAS,), commitment=brief_for("Carla Mendes", "email").commitment)

    assert codes(with_line(line), decided) == []


@pytest.mark.parametrize("day", RIGHT_DAYS)
def test_the_right_day_may_be_written_in_any_way(day: str) -> None:
    assert codes(body("Tuesday 1 December", day)) == []


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_another_time_for_what_i_will_do_blocks(at: str) -> None:
    found = findings(body("December at ten.", f"December at {at}, if I may."))

    assert [one.blocks for one in found if one.code.startswith("time_differs")] == [True]


@pytest.mark.parametrize("at", RIGHT_TIMES)
def test_the_right_time_may_be_written_in_any_way(at: str) -> None:
    assert codes(body("December at ten.", f"December at {at}, if I may.")) == []


@pytest.mark.parametrize(
    "line",
    [
        "You mentioned that you decide by Friday, December 4, so I will call after that.",
        "I will call you on Tuesday, December 1, well before your meeting on December 4.",
        "As we said on Thursday, I will call.",
    ],
)
def test_a_known_day_of_something_else_may_stand_beside_a_promise(line: str) -> None:
    drawn = brief_for("Carla Mendes", "email")
    decided = brief(others=(TOBIAS,), commitment=drawn.commitment)

    assert codes(with_line(line), decided) == []


def test_the_year_is_taken_from_the_interviews_neighbourhood() -> None:
    assert codes(body("Tuesday 1 December", "Tuesday 1 December 2026")) == []
    later = body("Tuesday 1 December", "Tuesday 1 December 2027")
    assert "date_differs:Tuesday 1 December 2027" in codes(later)


def test_a_tomorrow_goes_by_the_day_on_which_the_note_is_due() -> None:
    text = body("on Tuesday 1 December at ten", "tomorrow at ten")

    assert codes(text, brief(others=(TOBIAS,), sent_on=date(2026, 11, 30))) == []
    assert codes(text, brief(others=(TOBIAS,), sent_on=date(2026, 11, 20))) == [
        "date_differs:tomorrow"
    ]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("next week", []),
        ("this week", []),
        ("on Monday, December 7", []),
        ("on Friday, December 25", ["date_differs:Friday, December 25"]),
    ],
)
def test_a_next_week_is_no_wrong_day_where_nobody_knows_when_the_message_goes_out(
    day: str, found: list[str]
) -> None:
    drawn = message(NoteKind.COORDINATOR, sent_on=None)
    text = compose(drawn)

    told = replace(text, body=text.body.replace("\n\nBest", f" I will check in {day}.\n\nBest"))

    assert [one.code for one in check(told, drawn)] == found


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("confirm Monday, January 11", []),
        ("the start on Monday, January 11", []),
        ("the start date", ["date_differs:Monday, January 11"]),
    ],
)
def test_a_call_may_be_about_a_day_and_is_not_on_it(what: str, found: list[str]) -> None:
    call = Request(id="r", what=what, due=CALLED_OFF)
    drawn = message(NoteKind.CALL, requests=(call,), sent_on=CALLED_OFF.day)
    script = compose(drawn)
    line = "I'm calling to confirm Monday, January 11."

    said = replace(script, body=script.body.replace("Say: ", f"Say: {line} "))

    assert [one.code for one in check(said, drawn)] == found
