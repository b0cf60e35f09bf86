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
ABOUT = (Opening.OPEN_ABOUT, Opening.CARE_ABOUT, Opening.THOUGHT_ABOUT, Opening.TALKED_ABOUT)
"""The openings whose blank holds a subject, which can be named again weeks later."""
ENDS_ON = dict.fromkeys(ABOUT, "about") | {Opening.MENTIONED: "that"}
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


def opening_words(opening: Opening | OfferOpening, place: int = 0, *, formal: bool = False) -> str:
    """Returns the words around the blank, as the form shows them: "You mentioned that …"."""
    kind = "offer" if isinstance(opening, OfferOpening) else "opening"
    variants = variants_at(kind, "formal" if formal else "plain", opening.value)
    return _shown(variants[place % len(variants)])


def second_wordings(opening: Opening, first: Opening | None) -> Sequence[str]:
    """Returns the wordings of the second thing; "also" only after something mentioned or asked."""
    kind = "also" if first in SAID_OR_ASKED else "besides"
    return variants_at(kind, opening.value)


def second_words(opening: Opening, first: Opening | None) -> str:
    """Returns the words around the blank of the second thing, as the form shows them."""
    return _shown(second_wordings(opening, first)[0])


def _shown(wording_with_slot: str) -> str:
    words = wording_with_slot.replace("{talking_with}", "talking with")
    return words.replace("{x}.", "…").replace("{x}", "…")


def not_i_variants(register: str, opening: Opening | OfferOpening) -> Sequence[str]:
    """Returns further wordings of an opening, which do not begin with "I"."""
    found: Mapping[str, Sequence[str]] = wording.book("openings")["not_i"][register]
    return found.get(opening.value, ())


def variants_at(*path: str) -> Sequence[str]:
    """Returns the wordings at that place of the openings."""
    node: Any = wording.book("openings")
    for name in path:
        node = node[name]
    return [node] if isinstance(node, str) else list(node)
