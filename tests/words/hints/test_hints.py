"""The line under a blank: when it says something, and what a tap changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.words.hints.hints import hint_for, sentence_hint, thing_hint
from tests.narrowing import of_kind
from tests.words import briefs

ABOUT, THAT, ASKED = Opening.THOUGHT_ABOUT, Opening.MENTIONED, Opening.ASKED
ANSWERED = Said(answer="At Dalton we gave every ticket one owner, and it stopped.")


def code(blank: Blank, opening: Opening = ABOUT, **typed: Any) -> str:
    """The code of the hint for that blank; "" if there is none."""
    hint = hint_for(blank, replace(ANSWERED, **typed), opening)
    return hint.code if hint else ""


@pytest.mark.parametrize(
    ("opening", "topic", "found"),
    [
        (ABOUT, "turnover on the night dock", ""),
        (ABOUT, "how new people settle in", ""),
        (ABOUT, "the program you had to close in March", ""),
        (ABOUT, "people who can explain a trade-off", ""),
        (ABOUT, "labs are running late", "clause_after_about"),
        (ABOUT, "the crews don't stay", "clause_after_about"),
        (ABOUT, "nobody has time for it", "clause_after_about"),
        (THAT, "the labs run late", ""),
        (THAT, "half of the grantees never send the report", ""),
        (THAT, "the first 90 days", "no_clause"),
        (THAT, "turnover on the night dock", "no_clause"),
        (ASKED, "how I would calm an angry caller", ""),
        (ASKED, "about Saturdays", ""),
        (ASKED, "whether I could start in May", ""),
        (ASKED, "do you mind Saturdays", "direct_question"),
        (ASKED, "how do you calm a caller", "direct_question"),
        (ASKED, "Saturdays", "asked_about"),
        (ASKED, "the labs are late", "statement_asked"),
        (ASKED, "about the gap in my resume", "reopens_doubt"),
        (ASKED, "why I left Linden", "reopens_doubt"),
        (THAT, "they're moving to Austin in the fall", "third_person"),
        (THAT, "that they want somebody by spring", "third_person"),
        (ABOUT, "about they had no time", "third_person"),
        (THAT, "the drivers leave as soon as they can", ""),
        (THAT, "forklift licenses lapse because nobody tracks them", "blames"),
        (THAT, "the reports are late, since no one owns them", "blames"),
        (THAT, "forklift licenses lapse because they are hard to track", ""),
    ],
)
def test_the_first_blank_is_held_against_its_opening(
    opening: Opening, topic: str, found: str
) -> None:
    assert code(Blank.TOPIC, opening, topic=topic) == found


@pytest.mark.parametrize(
    ("offer", "found"),
    [
        ("share it with you", ""),
        ("walk you through it", ""),
        ("to bring it along", ""),
        ("my tracker", "offer_without_verb"),
        ("sharing my sheets", "offer_without_verb"),
        ("shared it", "offer_without_verb"),
        ("I can share it", "offer_without_verb"),
    ],
)
def test_an_offer_begins_with_a_verb(offer: str, found: str) -> None:
    assert code(Blank.OFFER, offer=offer) == found


@pytest.mark.parametrize(
    ("blank", "typed", "found"),
    [
        (Blank.ANSWER, "", "unanswered"),
        (Blank.ANSWER, "I made one.", "short_answer"),
        (Blank.ANSWER, "Ring the landlord the same day and tell the tenant.", "verb_first"),
        (Blank.ANSWER, "got ours from 48 to 22 by letting crews pick their leads", "no_subject"),
        (Blank.ANSWER, "I ran it for years and then the whole team left because", "breaks_off"),
        (Blank.ANSWER, "We gave every ticket one owner. " * 10, ""),
        (Blank.ANSWER, "We gave every ticket one owner. " * 11, "long_answer"),
        (Blank.RESULT, "turnover fell to 22%", ""),
        (Blank.RESULT, "over two years", "no_clause"),
        (Blank.THANKS, "showing me the dock", ""),
        (Blank.THANKS, "your patience with my questions", ""),
        (Blank.THANKS, "you showed me the dock", "thanks_shape"),
    ],
)
def test_the_other_blanks_have_hints_of_their_own(blank: Blank, typed: str, found: str) -> None:
    said = {"topic": "the night dock", blank.value: typed}

    assert code(blank, THAT, **said) == found


@pytest.mark.parametrize(
    "text",
    [
        "what she worries about",
        "how he runs the floor",
        "the office in Austin and what she thinks of it",
        "moving to Leeds and how he feels about it",
        "the plant at Merrow that he built",
    ],
)
def test_the_reader_is_spoken_to(text: str) -> None:
    assert code(Blank.TOPIC, topic=text) == "third_person"


@pytest.mark.parametrize(
    "text",
    [
        "how Dana's son got his first job",
        "the nurse and how she coped",
        "what Renee did when she left",
    ],
)
def test_somebody_else_may_be_spoken_of(text: str) -> None:
    assert code(Blank.TOPIC, topic=text) == ""


def test_a_tap_chooses_the_opening_that_fits() -> None:
    said = replace(ANSWERED, opening=ABOUT, topic="labs are running late")

    hint = hint_for(Blank.TOPIC, said, ABOUT)

    assert hint is not None
    assert hint.mended == replace(said, opening=Opening.MENTIONED)


def test_a_tap_mends_the_words_where_that_is_certain() -> None:
    said = replace(ANSWERED, opening=ASKED, topic="Saturdays")

    hint = hint_for(Blank.TOPIC, said, ASKED)

    assert hint is not None
    assert hint.mended is not None
    assert of_kind(Said, hint.mended).topic == "about Saturdays"


def test_the_same_sentence_for_two_readers_is_pointed_out() -> None:
    hint = hint_for(Blank.ANSWER, ANSWERED, THAT, [("Carla Mendes", ANSWERED.answer)])

    assert hint is not None
    assert "Carla Mendes gets the same sentence" in hint.advice


def test_an_answer_of_its_own_for_each_reader_is_left_alone() -> None:
    told = [("Carla Mendes", "We cut turnover by half."), ("Dwayne Porter", "")]

    assert hint_for(Blank.ANSWER, ANSWERED, THAT, told) is None


def test_a_tap_leaves_out_the_blame_and_keeps_what_happens() -> None:
    said = replace(ANSWERED, topic="licenses lapse because nobody tracks them")

    hint = hint_for(Blank.TOPIC, said, THAT)

    assert hint is not None
    assert hint.label == "Leave out “because nobody tracks them”"
    assert of_kind(Said, hint.mended).topic == "licenses lapse"


def test_a_second_thing_without_an_answer_says_that_it_waits_for_one() -> None:
    assert code(Blank.ALSO_ANSWER, also_topic="the new system is late") == "also_unanswered"
    assert code(Blank.ALSO_ANSWER) == ""


@pytest.mark.parametrize(
    ("opening", "offer", "opens", "found"),
    [
        (THAT, "", None, "unanswered"),
        (THAT, "take the Monday shift", None, ""),
        (THAT, "", OfferOpening.ENJOY_WORKING, ""),
        (ASKED, "", None, "no_answer"),
        (ASKED, "show you how", None, "no_answer"),
    ],
)
def test_an_offer_answers_a_concern_and_no_question(
    opening: Opening, offer: str, opens: OfferOpening | None, found: str
) -> None:
    said: dict[str, Any] = {
        "answer": "",
        "topic": "the Monday shift is hard to fill",
        "offer": offer,
    }

    hint = hint_for(Blank.ANSWER, replace(ANSWERED, **said, offer_opening=opens), opening)

    assert (hint.code if hint else "") == found


@pytest.mark.parametrize(
    ("topic", "answer", "offer", "found"),
    [
        ("turnover on the night dock", "", "work on the night dock with you", "said_twice"),
        (
            "turnover on the night dock",
            "We cut ours by half.",
            "work on the night dock with you",
            "",
        ),
        ("turnover on the night dock", "", "try the same with your crews", ""),
        ("the first reading hour", "", "lead a reading hour in May", "said_twice"),
        ("Saturday mornings", "", "take two Saturday mornings a month", "said_twice"),
    ],
)
def test_words_that_stand_in_the_blank_right_before_are_heard_twice(
    topic: str, answer: str, offer: str, found: str
) -> None:
    said: dict[str, Any] = {"topic": topic, "answer": answer, "offer": offer}

    assert code(Blank.OFFER, **said) == found


@pytest.mark.parametrize(
    ("close", "found"),
    [
        ("I'd like to hear how the first week of peak goes.", ""),
        ("hope to see the new dock soon", ""),
        ("Worked there for years.", "no_subject"),
        ("The new dock at Kade.", "fragment"),
        ("Would love to come back!", "no_subject"),
    ],
)
def test_a_last_line_is_a_whole_sentence(close: str, found: str) -> None:
    assert code(Blank.CLOSE, close=close) == found


@pytest.mark.parametrize(
    ("blank", "typed"),
    [
        (Blank.TOPIC, "the new desk. people like it"),
        (Blank.THANKS, "showing me the dock. it was cold"),
        (Blank.OFFER, "show you the sheet. will bring it along"),
    ],
)
def test_a_blank_within_a_sentence_need_not_be_whole_sentences(blank: Blank, typed: str) -> None:
    typed_into: dict[str, Any] = {blank.value: typed}

    assert code(blank, **typed_into) == ""


def test_an_offer_without_a_blank_needs_no_verb() -> None:
    assert code(Blank.OFFER, offer="my tracker", offer_opening=OfferOpening.ENJOY_WORKING) == ""


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        ("my two references", ""),
        ("the two-page sample", ""),
        ("copies of both certificates", ""),
        ("two-page sample", "thing_bare"),
        ("send my references", "thing_as_verb"),
        ("3 references", ""),
        (" ", ""),
        ("my certs and my references", "shorthand"),
        ("the the two-page sample", "doubled_word"),
    ],
)
def test_what_i_send_is_a_thing_with_its_article(thing: str, found: str) -> None:
    hint = thing_hint(thing)

    assert (hint.code if hint else "") == found


def test_a_sentence_of_the_worksheet_gets_the_same_hints() -> None:
    hint = sentence_hint("ran the Saturday shift for two years")

    assert hint is not None
    assert sentence_hint("I ran the Saturday shift for two years.") is None
    assert sentence_hint("") is None


@settings(max_examples=300, deadline=None)
@given(briefs.WILD_SAID)
def test_nothing_that_can_be_typed_stops_a_hint(said: Said) -> None:
    for blank in Blank:
        hint = hint_for(blank, said, said.opening or ABOUT)
        assert hint is None or (hint.code and hint.advice)
