"""The data files of the frame: each slot has its wordings, and each fills in and ends well."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

import pytest

from lib.domain.debriefs import OfferOpening, Opening
from lib.domain.profile import Tone
from lib.words import wording
from lib.words.letter import facts_of
from lib.words.openings import ALSO_OPENINGS
from tests.words.briefs import brief

OPEN = {"at", "by", "list", "x"}
ALL_BUT_LISTED = 4
"""How many wordings a slot has at least, so that the readers of one interview get different ones."""
FEW = ("thank_you.soon", "thank_you.email.subject.short", "thank_you.phone.voicemail.number")
"""Slots that are filled in once an interview, or seldom."""
NO_SENTENCES = (".subject.",)


def every(name: str) -> Iterator[tuple[str, str]]:
    """Each wording of a file with the path of the list that it stands in."""

    def walk(node: object, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            yield from ((path, one) for one in node)
        elif isinstance(node, str):
            yield path, node

    return walk(dict(wording.book(name)), name)


FRAME, OPENINGS = list(every("thank_you")), list(every("openings"))
LISTS = sorted({path for path, _ in FRAME})


@pytest.mark.parametrize("path", LISTS)
def test_each_slot_has_four_or_five_wordings(path):
    texts = [text for at, text in FRAME if at == path]

    assert len(set(texts)) == len(texts) <= ALL_BUT_LISTED + 1
    assert len(texts) >= ALL_BUT_LISTED or path.startswith(FEW)


def test_every_tone_has_its_wordings():
    for slot in ("email.thanks", "email.nothing_said", "email.interest", "card.thanks", "card.close"):
        assert {f"thank_you.{slot}.{tone.value}" for tone in Tone} <= set(LISTS)


@pytest.mark.parametrize("register", ["plain", "formal"])
def test_every_opening_has_its_words(register):
    book = wording.book("openings")

    assert set(book["opening"][register]) == {one.value for one in Opening}
    assert set(book["offer"][register]) == {one.value for one in OfferOpening}
    assert set(book["also"]) == set(book["besides"]) == {one.value for one in ALSO_OPENINGS}


def test_only_known_places_are_left_open():
    known = OPEN | set(facts_of(brief()))
    for path, text in [*FRAME, *OPENINGS]:
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= known, path


def test_every_sentence_ends():
    for path, text in [*FRAME, *OPENINGS]:
        if not any(part in path for part in NO_SENTENCES):
            assert text.endswith((".", "?")), text


def test_nothing_formal_has_a_contraction():
    for path, text in [*FRAME, *OPENINGS]:
        if "formal" in path:
            assert not any(short in text for short in ("I'm", "I'd", "I'll", "I've", "n't", "that's")), text
