"""The data files for notes to contacts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from string import Formatter

import pytest

from lib.domain.english import English
from lib.domain.profile import Tone
from lib.words.brief import GoodWord, Tie
from lib.words.check import check
from lib.words.compose import compose
from lib.words.traits import Frame
from tests.words.briefs import SENDER
from tests.words.contact_briefs import AGREED, ASKED, DANA, SPOKE, TOBIAS, WAYS, to_contact
from tests.words.test_wordings import every

BOOKS = ("good_word", "good_word_again", "contact_thanks")
WORDINGS = [one for name in BOOKS for one in every(name)]
LISTS = sorted({path for path, _ in WORDINGS})
PLACES = {
    *("first", "role", "company", "day", "at", "me", "x"),
    *("decider", "whole", "who", "known", "how"),
    *("word", "there", "asked", "agreed"),
    *("did", "Did", "with", "when"),
}
IN_A_MESSAGE = [one for one in WORDINGS if ".subject" not in one[0]]


@pytest.mark.parametrize("path", LISTS)
def test_each_list_has_six_wordings_so_that_five_who_are_asked_get_five(path):
    texts = [text for at, text in WORDINGS if at == path]

    assert len(set(texts)) == len(texts) == 6


def test_every_tone_and_every_frame_has_its_wordings():
    for part in ("good_word.opening", "good_word.out", "good_word_again.out", "contact_thanks.close"):
        assert {f"{part}.{tone.value}" for tone in Tone} <= set(LISTS)
    assert {f"contact_thanks.{part}.{tone.value}" for part in ("did", "plain") for tone in Tone} <= set(LISTS)
    assert {path for path in LISTS if path.startswith("good_word.trait.")} == {
        f"good_word.trait.{frame.value}" for frame in Frame
    }


def test_only_known_places_are_left_open_and_every_sentence_ends():
    for path, text in WORDINGS:
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= PLACES, path
    assert [text for _, text in IN_A_MESSAGE if not text.endswith((".", "?"))] == []


def test_sentences_to_contacts_seldom_begin_with_i():
    assert [text for _, text in WORDINGS if text.startswith(("I ", "I'"))] == [
        "I hope all is well with you in any case.",
        "I hope that all is well with you and yours.",
    ]


ENGLISHES = tuple(English)
TOLD = [
    GoodWord(),
    GoodWord(knows=DANA, decides=DANA, trait="staying calm when the queue grows"),
    GoodWord(
        how="worked together at Nord",
        knows=DANA,
        knows_how="friends",
        decides=TOBIAS,
        trait="someone patient",
        asked_on=ASKED,
        agreed_on=AGREED,
        spoke_on=SPOKE,
        did="wrote to Dana on Monday",
        came_of_it="second interview on Thursday",
    ),
    GoodWord(tie=Tie.WORKS_THERE, decides=TOBIAS, asked_on=ASKED),
    GoodWord(tie=Tie.WORKED_THERE, trait="meticulous", spoke_on=SPOKE, came_of_it="nothing yet"),
]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize(("kind", "channel"), WAYS)
def test_no_frame_of_a_note_to_a_contact_has_a_finding(kind, channel, told):
    for tone, place in product(Tone, range(6)):
        sender = replace(SENDER, tone=tone, english=ENGLISHES[place % 2])
        drawn = to_contact(kind, channel, told=told, sender=sender, place=place)
        text = compose(drawn)
        assert [one.sentence for one in check(text, drawn)] == [], text.body
