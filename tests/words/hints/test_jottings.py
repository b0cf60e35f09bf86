"""What somebody writes down for themselves gets a hint; what they would say does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lib.domain.debriefs import Blank, OfferOpening, Opening, Said
from lib.words.hints.hints import hint_for, sentence_hint

JOTTED = [
    (Blank.TOPIC, Opening.MENTIONED, "backlog is killing them"),
    (Blank.TOPIC, Opening.MENTIONED, "boss left last month, no backfill"),
    (Blank.TOPIC, Opening.TALKED_ABOUT, "month end = 9 days, they want 5"),
    (Blank.TOPIC, Opening.ASKED, "visa? not an issue"),
    (Blank.TOPIC, Opening.THOUGHT_ABOUT, "ask about the shift plan"),
    (Blank.ANSWER, Opening.MENTIONED, "she's new, started in sept"),
    (Blank.ANSWER, Opening.MENTIONED, "nice lady, short answers"),
    (Blank.ANSWER, Opening.ASKED, "7 yrs w/ the forklift, dont mention 2016"),
    (Blank.OFFER, Opening.MENTIONED, "my excel sheet + the guide"),
    (Blank.THANKS, Opening.MENTIONED, "staying late 4 me"),
]
SAID = [
    (Blank.TOPIC, Opening.MENTIONED, "the backlog in claims has doubled since March"),
    (Blank.TOPIC, Opening.TALKED_ABOUT, "how nights, weekends and holidays are shared out"),
    (Blank.TOPIC, Opening.THOUGHT_ABOUT, "your question, “Who owns the data?”"),
    (Blank.TOPIC, Opening.TALKED_ABOUT, "the move from C++ to Rust, and what it cost"),
    (
        Blank.ANSWER,
        Opening.MENTIONED,
        "Nothing clever: I would count them and begin with the oldest.",
    ),
    (Blank.ANSWER, Opening.MENTIONED, "Jan Fox taught me that. He asks for a reason each time."),
    (Blank.ANSWER, Opening.ASKED, "I have worked nights vs. days for three years each."),
    (Blank.OFFER, Opening.MENTIONED, "show you the plan that I used at Dalton"),
    (Blank.THANKS, Opening.MENTIONED, "showing me the dock and the cold store"),
]


def codes(blank: Blank, opening: Opening, text: str) -> set[str]:
    rest = Said(
        opening=opening,
        topic="the backlog in claims",
        answer="I have done this for three years.",
        offer_opening=OfferOpening.GLAD_TO,
    )
    changes: dict[str, Any] = {blank.value: text}
    said = replace(rest, **changes)
    hint = hint_for(blank, said, opening)
    return {hint.code} if hint else set()


@pytest.mark.parametrize(("blank", "opening", "text"), JOTTED)
def test_a_jotting_gets_a_hint(blank: Blank, opening: Opening, text: str) -> None:
    assert codes(blank, opening, text)


@pytest.mark.parametrize(("blank", "opening", "text"), SAID)
def test_what_one_would_say_to_the_reader_is_no_jotting(
    blank: Blank, opening: Opening, text: str
) -> None:
    assert "jotted" not in codes(blank, opening, text)


@pytest.mark.parametrize("text", ["The manager is new = opportunity.", "Pain point: onboarding"])
def test_sentences_of_ones_own_are_looked_at_as_well(text: str) -> None:
    hint = sentence_hint(text)

    assert hint is not None
    assert hint.code in {"jotted", "fragment"}
