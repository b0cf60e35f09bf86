"""How the form shows the beginnings of a letter's sentences."""

from __future__ import annotations

import pytest

from lib.domain.debriefs import OfferOpening, Opening
from lib.words.letters.openings import opening_words, second_words


@pytest.mark.parametrize(
    ("opening", "plain", "formal"),
    [
        (Opening.MENTIONED, "You mentioned that …", "You mentioned that …"),
        (
            Opening.TALKED_ABOUT,
            "I enjoyed talking with you about …",
            "I enjoyed our conversation about …",
        ),
        (
            Opening.ASKED_SINCE,
            "You asked …, and I've thought about it since.",
            "You asked …, and I have thought about it since.",
        ),
        (OfferOpening.GLAD_TO, "I'd be glad to …", "I would be glad to …"),
        (
            OfferOpening.ENJOY_WORKING,
            "I'd enjoy working on this with you.",
            "I would enjoy working on this with you.",
        ),
    ],
)
def test_an_opening_is_shown_with_dots_for_its_blank(
    opening: Opening | OfferOpening, plain: str, formal: str
) -> None:
    assert opening_words(opening) == plain
    assert opening_words(opening, formal=True) == formal


def test_the_next_reader_of_one_interview_is_shown_another_wording() -> None:
    shown = [opening_words(OfferOpening.GLAD_TO, place) for place in range(3)]

    assert shown == ["I'd be glad to …", "I'd be happy to …", "I'd be glad to …"]


@pytest.mark.parametrize("opening", [*Opening, *OfferOpening])
@pytest.mark.parametrize("formal", [True, False])
def test_no_opening_is_shown_with_a_slot(opening: Opening | OfferOpening, formal: bool) -> None:
    for place in range(4):
        assert "{" not in opening_words(opening, place, formal=formal)


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        (None, "You mentioned that …"),
        (Opening.TALKED_ABOUT, "You mentioned that …"),
        (Opening.MENTIONED, "You also mentioned that …"),
        (Opening.ASKED, "You also mentioned that …"),
    ],
)
def test_the_second_thing_is_shown_with_also_only_after_what_was_said_or_asked(
    first: Opening | None, shown: str
) -> None:
    assert second_words(Opening.MENTIONED, first) == shown
