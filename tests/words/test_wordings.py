"""The data files of the letter and of phone calls: every wording fills in, ends, and stands there once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from lib.domain.debriefs import OfferOpening, Opening
from lib.domain.followups import Kind
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.openings import ALSO_OPENINGS
from lib.words.slips import find_slips

SLOTS = {
    "thank_you": {
        *("role", "company", "day", "talking_with", "meeting_with", "meet"),
        *("at", "by", "list", "name", "me", "phone"),
    },
    "openings": {"x", "talking_with"},
    "phone": {
        *("first", "full", "role", "company", "article", "weekday"),
        *("me", "phone", "about", "topic", "by", "why"),
    },
    "letters": {"first", "role", "company", "article", "day", "names", "positions", "what", "by", "weekday"},
}
LEAST = {"thank_you": 4, "phone": 8}
FEW = {
    "thank_you.email.subject.short",
    "thank_you.phone.voicemail.number",
    *(f"thank_you.soon.{which}" for which in ("plain", "formal")),
}
"""What one reader of an interview gets: a long role, my number, what I send without a day."""
NO_SENTENCES = ("thank_you.email.subject", "phone.why", "openings.link", "letters")
FILLED = {
    "role": "Analyst", "company": "Harbor & Vale", "day": "Thursday", "talking_with": "talking with",
    "meeting_with": "meeting with", "meet": "meet", "at": "Tuesday, December 1", "by": "Friday, December 4",
    "list": "my references", "name": "Dana", "me": "Sam Ortega", "phone": "+1 555 0100",
    "x": "help with the night dock",
}  # fmt: skip


def every(name: str) -> Iterator[tuple[str, str]]:
    """Yields each wording of a file with the path of the list that it stands in."""

    def walk(node: object, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            yield from ((path, one) for one in node)
        elif isinstance(node, str):
            yield path, node

    return walk(dict(wording.book(name)), name)


WORDINGS = [one for name in SLOTS for one in every(name)]
LISTS = sorted({path for path, _ in WORDINGS})
OF_THE_LETTER = [(path, text) for path, text in WORDINGS if path.startswith(("thank_you.", "openings."))]


def texts_of(path: str) -> list[str]:
    return [text for at, text in WORDINGS if at == path]


@pytest.mark.parametrize("path", LISTS)
def test_no_wording_stands_twice_in_its_list(path):
    assert len(set(texts_of(path))) == len(texts_of(path))


@pytest.mark.parametrize("name", LEAST)
def test_each_list_has_enough_wordings_for_the_readers_of_one_interview(name):
    few = {path for path in LISTS if path.startswith(f"{name}.") and len(texts_of(path)) < LEAST[name]}

    assert few <= FEW


def test_no_list_of_the_letter_has_more_than_five():
    assert {path for path, _ in OF_THE_LETTER if len(texts_of(path)) > 5} == set()


def test_every_opening_has_its_wordings_in_both_registers():
    for register in ("plain", "formal"):
        assert {f"openings.opening.{register}.{one.value}" for one in Opening} <= set(LISTS)
        assert {f"openings.offer.{register}.{one.value}" for one in OfferOpening} <= set(LISTS)
    for second in ("also", "besides"):
        assert {f"openings.{second}.{one.value}" for one in ALSO_OPENINGS} <= set(LISTS)


def test_every_tone_and_every_next_contact_has_its_wordings():
    for part in ("email.thanks", "email.nothing_said", "card.thanks", "card.close", "linkedin.thanks"):
        assert {f"thank_you.{part}.{tone.value}" for tone in Tone} <= set(LISTS)
    for kind in (Kind.CALL, Kind.MESSAGE):
        for which in ("agreed", "planned"):
            ways = {f"thank_you.contact.{kind.value}.{which}.{register}" for register in ("plain", "formal")}
            assert ways <= set(LISTS)


@pytest.mark.parametrize("name", SLOTS)
def test_only_known_slots_are_left_open(name):
    for path, text in every(name):
        assert {slot for _, slot, _, _ in Formatter().parse(text) if slot is not None} <= SLOTS[name], path


def test_every_sentence_ends():
    for path, text in WORDINGS:
        if not path.startswith(NO_SENTENCES):
            assert text.endswith((".", "?")), path


def test_formal_wordings_have_no_contractions():
    for path, text in OF_THE_LETTER:
        if path.endswith(".formal") or ".formal." in path:
            assert not re.search(r"\b(?:I|you|it|that|there)'(?:d|ll|ve|m|s|re)\b|n't\b", text), path


@pytest.mark.parametrize(("path", "text"), OF_THE_LETTER, ids=lambda one: str(one)[:60])
def test_no_wording_of_the_letter_has_a_slip(path, text):
    filled = text.format_map(FILLED)

    assert find_slips(filled, part=path.startswith((*NO_SENTENCES, "thank_you.phone"))) == ()


@pytest.mark.parametrize(("path", "text"), OF_THE_LETTER, ids=lambda one: str(one)[:60])
def test_a_wording_has_a_slot_once(path, text):
    slots = [slot for _, slot, _, _ in Formatter().parse(text) if slot]

    assert len(set(slots)) == len(slots)
