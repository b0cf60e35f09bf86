"""How the sentences with the blanks of a letter begin, for the form and the letter alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lib.domain.debriefs import OfferOpening, Opening
from lib.words import wording
from lib.words.brief import Brief

OPENINGS = (
    Opening.THOUGHT_ABOUT,
    Opening.OPEN_ABOUT,
    Opening.TALKED_ABOUT,
    Opening.CARE_ABOUT,
)
"""The first opening by the reader's place, so that notes of one interview begin differently."""
OFFER_OPENINGS = (OfferOpening.GLAD_TO, OfferOpening.CAN, OfferOpening.LIKE_TO)
ALSO_OPENINGS = (Opening.MENTIONED, Opening.ASKED, Opening.TALKED_ABOUT)
SAID_OR_ASKED = (Opening.MENTIONED, Opening.ASKED, Opening.ASKED_SINCE)
"""The openings after which "You also mentioned" follows."""
ENDS_ON = {
    Opening.OPEN_ABOUT: "about",
    Opening.CARE_ABOUT: "about",
    Opening.THOUGHT_ABOUT: "about",
    Opening.TALKED_ABOUT: "about",
    Opening.MENTIONED: "that",
}
"""The last word before the blank, which many people type once more."""


def default_opening(place: int) -> Opening:
    """Returns the opening that the form shows first for the reader at that place."""
    return OPENINGS[place % len(OPENINGS)]


def opening_of(brief: Brief) -> Opening:
    """Returns the opening that counts: the chosen one, else the place's."""
    return brief.said.opening or default_opening(brief.place)


def default_offer_opening(place: int) -> OfferOpening:
    """Returns the beginning of the offer that the form shows first for the reader at that place."""
    return OFFER_OPENINGS[place % len(OFFER_OPENINGS)]


def opening_words(opening: Opening, place: int = 0, *, formal: bool = False) -> str:
    """Returns the words around the blank, as the form shows them: "You mentioned that …"."""
    return _shown(_at_place("opening", opening.value, place, formal=formal))


def second_wordings(opening: Opening, first: Opening | None) -> Sequence[str]:
    """Returns the wordings of the second thing; "also" only after something mentioned or asked."""
    kind = "also" if first in SAID_OR_ASKED else "besides"
    return variants_at("openings", kind, opening.value)


def second_words(opening: Opening, first: Opening | None) -> str:
    """Returns the words around the blank of the second thing, as the form shows them."""
    return _shown(second_wordings(opening, first)[0])


def offer_words(opening: OfferOpening, place: int = 0, *, formal: bool = False) -> str:
    """Returns the words before the offer's blank: "I'd be glad to …"."""
    return _shown(_at_place("offer", opening.value, place, formal=formal))


def _at_place(kind: str, which: str, place: int, *, formal: bool) -> str:
    variants = variants_at("openings", kind, "formal" if formal else "plain", which)
    return variants[place % len(variants)]


def _shown(wording_with_slot: str) -> str:
    words = wording_with_slot.replace("{talking_with}", "talking with")
    return words.replace("{x}.", "…").replace("{x}", "…")


def not_i_variants(register: str, opening: Opening | OfferOpening) -> Sequence[str]:
    """Returns further wordings of an opening, which do not begin with "I"."""
    found: Mapping[str, Sequence[str]] = wording.book("openings")["not_i"][register]
    return found.get(opening.value, ())


def variants_at(book: str, *path: str) -> Sequence[str]:
    """Returns the wordings at that place of a data file."""
    node: Any = wording.book(book)
    for name in path:
        node = node[name]
    return [node] if isinstance(node, str) else list(node)
