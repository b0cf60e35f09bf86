"""What the checker asks of an ask, of a check-in, and of the messages after an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lib.domain.english import English, weekday_and_date
from lib.domain.notes import NoteKind, Text
from lib.words.brief import Brief
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.compose import compose
from tests.narrowing import not_none
from tests.words.message_briefs import ANSWER_BY, BY, CHECKED_IN, WHOLE, filled, message


def codes(text: Text, drawn: Brief, **other: Any) -> list[str]:
    return [one.code for one in check(text, drawn, **other)]


NO = """Dear Dana,

Thank you for telling me so quickly, and for the chance to talk about the Claims Data Analyst \
role. A score
that gives no reason, and adjusters who distrust it: that conversation on Thursday 19 November \
has changed how
I explain my own work. I would still like to work at Harbor & Vale. Should the person you chose \
not work out,
or something similar come up, please let me know, and good luck with the winter season until then.

Best regards,
Sam Ortega"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "Should the person you chose not work out,\nor something similar come up, please",
            "Please",
            "no_door",
        ),
        ("please let me know, and", "please reconsider, and", "argues:reconsider"),
        ("Dear Dana", "Dear Tobias", "other_reader_greeted"),
        ("Thursday 19 November", "Friday 20 November", "date_unknown:Friday 20 November"),
        (
            "Best regards",
            "Thanks again. I am grateful. Thank you.\n\nBest regards",
            "over_thanking",
        ),
    ],
)
def test_a_reply_to_a_no_is_found_wanting(old: str, new: str, code: str) -> None:
    drawn = message(NoteKind.GRACIOUS_REPLY)
    assert old in NO

    found = check(Text("Thank you for telling me", NO.replace(old, new)), drawn)

    assert code in [one.code for one in found]
    assert (state_of(found) is NoteState.BLOCKED) is (code == "other_reader_greeted")


@pytest.mark.parametrize(
    "door",
    [
        "I would be happy to hear from you again.",
        "If it doesn’t work out, call me.",
        "Please keep me in mind for another opening.",
        "My door stays open.",
    ],
)
def test_a_door_is_seen_in_whatever_words_and_thanking_again_is_none(door: str) -> None:
    drawn = message(NoteKind.GRACIOUS_REPLY)
    shut = NO.replace(
        "Should the person you chose not work out,\nor something similar come up, please", "Do"
    )

    with_door, thanked = (
        shut.replace("\n\nBest", f" {more}\n\nBest") for more in (door, "Thanks again.")
    )

    assert "no_door" not in codes(Text("Thank you for telling me", with_door), drawn)
    assert "no_door" in codes(Text("Thank you for telling me", thanked), drawn)


def test_a_reply_to_a_no_written_by_hand_passes() -> None:
    assert codes(Text("Thank you for telling me", NO), message(NoteKind.GRACIOUS_REPLY)) == []


def test_two_questions_in_a_check_in_are_warned_about() -> None:
    drawn = message(NoteKind.CHECK_IN)
    text = compose(drawn)

    asked = replace(text, body=text.body.replace("\n\nBest", " And who decides?\n\nBest"))

    assert "one_question" in codes(asked, drawn)


def test_thanks_for_an_offer_without_the_day_of_my_answer_are_warned_about() -> None:
    drawn = message(NoteKind.OFFER_THANKS)
    text = compose(drawn)

    vague = replace(
        text, body=text.body.replace(weekday_and_date(ANSWER_BY, English.AMERICAN), "next week")
    )

    assert codes(vague, drawn) == ["no_answer_day"]


def test_the_days_of_the_weeks_after_may_stand_in_a_message_and_others_may_not() -> None:
    drawn = message(NoteKind.WITHDRAWAL)
    text = compose(drawn)

    def with_day(day: date) -> Text:
        named = f" On {weekday_and_date(day, English.AMERICAN)} it was.\n\nBest"
        return replace(text, body=text.body.replace("\n\nBest", named))

    for day in (CHECKED_IN, WHOLE.heard_on, ANSWER_BY, not_none(WHOLE.missed).day, BY.by):
        assert codes(with_day(not_none(day)), drawn) == []
    assert codes(with_day(date(2026, 12, 24)), drawn) == ["date_unknown:Thursday, December 24"]


@pytest.mark.parametrize(
    ("emptied", "code"),
    [
        ({"about_me": ""}, "nothing_about_me"),
        ({"knows": "", "request": "Could you say a word for me?"}, "names_nobody"),
    ],
)
def test_an_ask_without_me_or_without_a_name_is_looked_at_again(
    emptied: dict[str, Any], code: str
) -> None:
    drawn = message(NoteKind.GOOD_WORD, filled=filled(**emptied))

    assert codes(compose(drawn), drawn) == [code]


def test_an_ask_for_a_job_that_it_does_not_name_is_looked_at_again() -> None:
    drawn = message(NoteKind.GOOD_WORD)
    bare = Text(
        "A question", "Hi Jo,\n\nCould you put in a word with Dana? She likes reason codes.\n\nSam"
    )

    assert "no_job" in codes(bare, drawn)


def test_what_was_typed_into_a_blank_of_the_message_counts_as_known() -> None:
    typed = message(
        NoteKind.WITHDRAWAL, filled=filled(reason="The work at Kestrel is closer to home.")
    )
    other = replace(typed, filled=())

    assert codes(compose(typed), typed) == []
    assert "name_unknown:Kestrel" in codes(compose(typed), other)
