"""Asking where things stand, once and once more, and closing the loop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.domain.debriefs import Commitment, Opening, Said
from lib.domain.english import English
from lib.domain.notes import Channel, NoteKind
from lib.words.brief import Weeks
from lib.words.checks.check import check
from lib.words.letters.compose import answers, compose
from lib.words.letters.openings import ABOUT
from lib.words.text.tokens import word_count
from tests.words.briefs import SENDER
from tests.words.message_briefs import (
    BY,
    CHECKED_IN,
    WHOLE,
    filled,
    in_every_tone,
    message,
    part,
    stands_in,
)

TOPIC = "adjusters who distrust a score without a reason"
LETTERS = (Channel.EMAIL, Channel.LINKEDIN)
LOOKS_BACK = {
    NoteKind.CHECK_IN: "why",
    NoteKind.CLOSE_LOOP: "look_back",
    NoteKind.GRACIOUS_REPLY: "specific",
    NoteKind.STAY_IN_TOUCH: "look_back",
    NoteKind.WITHDRAWAL: "specific",
}


@pytest.mark.parametrize("kind", [NoteKind.CHECK_IN, NoteKind.CHECK_IN_AGAIN])
@pytest.mark.parametrize("channel", LETTERS)
@pytest.mark.parametrize("commitment", [BY, Commitment()], ids=["a day", "no day"])
def test_a_check_in_asks_one_question(
    kind: NoteKind, channel: Channel, commitment: Commitment
) -> None:
    for drawn in in_every_tone(kind, channel, commitment=commitment):
        assert compose(drawn).body.count("?") == 1


def test_the_script_of_a_check_in_asks_its_one_question_after_the_opening() -> None:
    for drawn in in_every_tone(NoteKind.CHECK_IN, Channel.PHONE):
        text = compose(drawn)
        assert part(text, "Ask").count("?") == 1
        assert part(text, "Say").count("?") == 0


def test_a_second_question_that_was_typed_is_pointed_out() -> None:
    drawn = message(filled=filled(useful="Who decides?"))

    assert "one_question" in [one.code for one in check(compose(drawn), drawn)]


def test_a_check_in_holds_role_and_company_the_interviews_day_and_the_day_they_gave() -> None:
    for drawn in in_every_tone(NoteKind.CHECK_IN):
        text = compose(drawn)
        assert "Claims Data Analyst" in f"{text.subject} {text.body}"
        assert "November 19" in f"{text.subject} {text.body}" or drawn.sender.tone.value == "brief"
        assert "Friday, December 4" in text.body


def test_the_day_they_gave_is_the_one_that_stands_now() -> None:
    moved = replace(BY, by=date(2026, 12, 9))

    suggested = answers(message(commitment=moved))["their_day"]

    assert "Wednesday, December 9" in suggested
    assert "December 4" not in suggested


def test_where_they_gave_no_day_none_is_named_and_the_question_is_when() -> None:
    for none in (Commitment(), Commitment(what="they decide")):
        drawn = message(commitment=none)
        assert answers(drawn)["their_day"] == ""
        assert stands_in(
            NoteKind.CHECK_IN, answers(drawn)["question"], "suggest", "question_without_day"
        )
        assert "December" not in compose(drawn).body


@pytest.mark.parametrize(
    ("who_id", "slot"),
    [("", "their_day"), ("Dana Whitfield", "their_day"), ("Tobias Fehr", "another_gave_it")],
)
def test_who_did_not_give_the_day_is_not_told_that_they_did(who_id: str, slot: str) -> None:
    for drawn in in_every_tone(NoteKind.CHECK_IN, commitment=replace(BY, who_id=who_id)):
        assert stands_in(NoteKind.CHECK_IN, answers(drawn)["their_day"], "suggest", slot)
        other = "their_day" if slot == "another_gave_it" else "another_gave_it"
        assert not stands_in(NoteKind.CHECK_IN, answers(drawn)["their_day"], "suggest", other)


def test_what_the_worksheet_offers_first_is_offered_in_a_check_in() -> None:
    offers = ("the two-page reason-code sample", "two references")

    offered = answers(message(weeks=replace(WHOLE, offers=offers)))["useful"]

    assert offers[0] in offered
    assert offers[1] not in offered
    assert answers(message(weeks=Weeks()))["useful"] == ""


@pytest.mark.parametrize(("kind", "blank"), LOOKS_BACK.items())
@pytest.mark.parametrize("opening", Opening)
def test_a_message_looks_back_on_the_letters_topic_only_where_it_can_be_named_again(
    kind: NoteKind, blank: str, opening: Opening
) -> None:
    drawn = message(kind, said=Said(opening=opening, topic=TOPIC))

    assert (TOPIC in answers(drawn)[blank]) is (opening in ABOUT)
    assert (TOPIC in compose(drawn).body) is (opening in ABOUT)


@pytest.mark.parametrize(("kind", "blank"), LOOKS_BACK.items())
def test_without_a_topic_in_the_letter_no_message_looks_back(kind: NoteKind, blank: str) -> None:
    drawn = message(kind, said=Said(opening=Opening.OPEN_ABOUT, answer="I built reason codes."))

    assert answers(drawn)[blank] == ""
    assert "reason codes" not in compose(drawn).body


def test_a_word_that_the_sentence_ends_on_is_not_said_twice() -> None:
    drawn = message(said=Said(opening=Opening.THOUGHT_ABOUT, topic="about the night desk."))

    assert "about about" not in compose(drawn).body
    assert "the night desk" in compose(drawn).body


@pytest.mark.parametrize(
    ("english", "day"), [(English.AMERICAN, "on December 7"), (English.BRITISH, "on 7 December")]
)
def test_the_second_check_in_says_when_the_first_was(english: English, day: str) -> None:
    sender = replace(SENDER, english=english)
    for place in range(8):
        known = message(NoteKind.CHECK_IN_AGAIN, sender=sender, place=place)
        unknown = replace(known, weeks=Weeks())
        assert known.weeks.checked_in_on == CHECKED_IN
        assert day in compose(known).body
        assert "December" not in compose(unknown).body


@pytest.mark.parametrize("channel", LETTERS)
def test_the_second_check_in_is_shorter_than_the_first(channel: Channel) -> None:
    for first, again in zip(
        in_every_tone(NoteKind.CHECK_IN, channel),
        in_every_tone(NoteKind.CHECK_IN_AGAIN, channel),
        strict=True,
    ):
        assert word_count(compose(again).body) < word_count(compose(first).body)


def test_what_is_new_is_asked_for_in_a_second_check_in_and_nothing_is_made_up() -> None:
    assert answers(message(NoteKind.CHECK_IN_AGAIN))["news"] == ""


def test_closing_the_loop_asks_nothing_and_leaves_the_door_open() -> None:
    for drawn in in_every_tone(NoteKind.CLOSE_LOOP):
        body = compose(drawn).body
        assert "?" not in body
        assert stands_in(NoteKind.CLOSE_LOOP, body, "door")
        assert "November" in body


@pytest.mark.parametrize(
    ("typed", "has_wish"),
    [
        ("I hope we meet again.", False),
        ("Thank you again.", False),
        ("The new desk looks good.", True),
    ],
)
def test_a_last_line_of_ones_own_stands_in_the_place_of_a_wish(typed: str, has_wish: bool) -> None:
    for drawn in in_every_tone(NoteKind.CLOSE_LOOP, filled=filled(more=typed)):
        body = compose(drawn).body
        assert typed in body
        assert stands_in(NoteKind.CLOSE_LOOP, body, "wish") is has_wish
