"""The reply to a no, staying in touch, thanks for an offer, and stepping back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from lib.domain.debriefs import Said
from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Tone
from lib.words.brief import Brief, Weeks
from lib.words.checks.check import check
from lib.words.checks.finding import NoteState, state_of
from lib.words.letters.after_answers import NO_DAY, NO_NEWS
from lib.words.letters.compose import answers, compose, fields
from tests.words.briefs import SENDER
from tests.words.message_briefs import (
    ANSWER_BY,
    WHOLE,
    filled,
    in_every_tone,
    message,
    part,
    stands_in,
)

REPLY, IN_TOUCH = NoteKind.GRACIOUS_REPLY, NoteKind.STAY_IN_TOUCH
OFFER, STEP_BACK = NoteKind.OFFER_THANKS, NoteKind.WITHDRAWAL


def codes(drawn: Brief) -> list[str]:
    return [one.code for one in check(compose(drawn), drawn)]


def offered(tone: Tone, english: English = English.AMERICAN) -> tuple[str, ...]:
    """The questions for feedback that a tap puts into the reply."""
    drawn = message(REPLY, sender=replace(SENDER, tone=tone, english=english))
    return next(one.offers for one in fields(drawn) if one.name == "feedback")


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.LINKEDIN])
@pytest.mark.parametrize("tone", Tone)
def test_a_question_for_feedback_argues_with_nothing(tone: Tone, channel: Channel) -> None:
    assert len(offered(tone)) >= 2
    for question in offered(tone):
        for place in range(8):
            sender = replace(SENDER, tone=tone)
            drawn = message(
                REPLY, channel, sender=sender, place=place, filled=filled(feedback=question)
            )
            assert not [
                code for code in codes(drawn) if code.startswith(("argues", "no_door", "pressure"))
            ]
            assert question.replace("'", "’") in compose(drawn).body


def test_no_question_for_feedback_stands_in_a_reply_by_itself() -> None:
    for drawn in in_every_tone(REPLY):
        assert answers(drawn)["feedback"] == ""
        assert "?" not in compose(drawn).body


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.LINKEDIN])
def test_a_reply_leaves_the_door_open_for_this_job_and_for_others(channel: Channel) -> None:
    for drawn in in_every_tone(REPLY, channel):
        body = compose(drawn).body
        assert stands_in(REPLY, body, "door")
        assert re.search(r"another|one like it", body)
        assert "no_door" not in codes(drawn)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("calling me yourself.", ", and for calling me yourself."),
        ("For calling me yourself", ", and for calling me yourself."),
        ("", ""),
    ],
)
def test_what_i_thank_for_besides_stands_in_the_thanks(typed: str, held: str) -> None:
    for drawn in in_every_tone(REPLY, filled=filled(thanks_for=typed)):
        body = compose(drawn).body
        assert held in body
        assert ("and for" in body) is bool(held)
        assert "for for" not in body.casefold()


@pytest.mark.parametrize(
    ("typed", "has_wish"), [("I hope we meet again.", False), ("Please say hello to Tobias.", True)]
)
def test_a_last_line_of_ones_own_stands_in_the_place_of_the_wish(
    typed: str, has_wish: bool
) -> None:
    for drawn in in_every_tone(REPLY, filled=filled(more=typed)):
        assert stands_in(REPLY, compose(drawn).body, "wish") is has_wish


def test_without_news_a_note_to_stay_in_touch_has_a_gap_that_blocks() -> None:
    for turn in (1, 2):
        drawn = message(IN_TOUCH, weeks=Weeks(turn=turn))
        assert NO_NEWS in compose(drawn).body
        assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED


@pytest.mark.parametrize("turn", [1, 2])
def test_news_that_were_typed_stand_in_a_note_to_stay_in_touch(turn: int) -> None:
    drawn = message(
        IN_TOUCH, weeks=Weeks(turn=turn), filled=filled(news="we moved to paperless charts")
    )

    assert "We moved to paperless charts." in compose(drawn).body
    assert state_of(check(compose(drawn), drawn)) is not NoteState.BLOCKED


def test_the_second_note_to_stay_in_touch_looks_back_on_nothing_and_repeats_no_news() -> None:
    first, second = (message(IN_TOUCH, weeks=replace(WHOLE, turn=turn)) for turn in (1, 2))

    assert answers(first)["look_back"] != ""
    assert answers(second) == {"look_back": "", "news": "", "about_them": ""}
    assert stands_in(IN_TOUCH, compose(first).body, "first")
    assert stands_in(IN_TOUCH, compose(second).body, "second")


def test_what_was_noted_as_news_stands_beside_its_blank() -> None:
    drawn = message(IN_TOUCH, weeks=Weeks(news="SQL course"))

    assert [one.noted for one in fields(drawn) if one.name == "news"] == ["SQL course"]
    assert "SQL" not in compose(drawn).body


def test_a_note_to_stay_in_touch_asks_nothing() -> None:
    for drawn in in_every_tone(IN_TOUCH):
        assert "?" not in compose(drawn).body


@pytest.mark.parametrize(
    ("english", "day"),
    [(English.AMERICAN, "Friday, December 18"), (English.BRITISH, "Friday 18 December")],
)
@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.PHONE])
def test_thanks_for_an_offer_say_by_which_day_i_answer(
    english: English, day: str, channel: Channel
) -> None:
    for place in range(8):
        drawn = message(OFFER, channel, sender=replace(SENDER, english=english), place=place)
        assert drawn.weeks.answer_by == ANSWER_BY
        assert day in answers(drawn)["answer"]
        assert day in compose(drawn).body


def test_where_that_day_is_not_known_a_gap_blocks() -> None:
    drawn = message(OFFER, weeks=Weeks())

    assert NO_DAY in compose(drawn).body
    assert state_of(check(compose(drawn), drawn)) is NoteState.BLOCKED


def test_without_the_day_of_my_answer_the_thanks_are_looked_at_again() -> None:
    assert "no_answer_day" in codes(message(OFFER, filled=filled(answer="")))
    assert "no_answer_day" in codes(message(OFFER, filled=filled(answer="I'll answer next week.")))


def test_the_script_of_thanks_asks_my_question_else_for_the_details() -> None:
    typed = message(OFFER, Channel.PHONE, filled=filled(question="Could I start in February?"))

    assert part(compose(typed), "Ask") == "Could I start in February?"
    assert stands_in(OFFER, part(compose(message(OFFER, Channel.PHONE)), "Ask"), "phone", "ask")


@pytest.mark.parametrize("took_another", [True, False])
def test_i_step_back_with_another_offer_as_the_reason_only_if_i_took_one(
    took_another: bool,
) -> None:
    for drawn in in_every_tone(STEP_BACK, weeks=Weeks(took_another=took_another)):
        assert bool(answers(drawn)["reason"]) is took_another
        assert stands_in(STEP_BACK, compose(drawn).body, "suggest", "reason") is took_another


def test_stepping_back_is_said_in_plain_words_and_asks_nothing() -> None:
    for drawn in in_every_tone(STEP_BACK, said=Said()):
        body = compose(drawn).body
        assert stands_in(STEP_BACK, body, "word")
        assert "?" not in body


@pytest.mark.parametrize(
    ("sent_on", "wishes"),
    [
        (date(2026, 12, 31), False),
        (date(2027, 1, 2), True),
        (date(2027, 1, 15), True),
        (date(2027, 1, 16), False),
        (None, False),
    ],
)
def test_a_note_in_the_first_days_of_january_wishes_a_happy_new_year(
    sent_on: date | None, wishes: bool
) -> None:
    for drawn in in_every_tone(IN_TOUCH, sent_on=sent_on):
        assert stands_in(IN_TOUCH, compose(drawn).body, "new_year") is wishes
