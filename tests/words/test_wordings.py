"""The data files: every wording must differ from every other, fill in, and begin well."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from string import Formatter

import pytest

from lib.domain.profile import Tone
from lib.words import wording
from lib.words.capture import words_in
from lib.words.check import check
from lib.words.compose import compose
from lib.words.shapes import Shape
from tests.words import read_aloud

PLACES = {"other", "x", "what", "by", "at", "names", "positions", "me", "phone", "why", "about", "topic"} | {
    "first", "full", "role", "company", "article", "day", "weekday",
}  # fmt: skip
MAY_BEGIN_WITH_I = ("contact", "card.close", "linkedin.close", "linkedin.invitation")
NO_SENTENCES = ("subject", "phone.why")
SHOWN = ("doing", "do", "mine", "thing")


def every(name: str) -> Iterator[tuple[str, str]]:
    """Each wording of a file with the path of the list that it stands in."""

    def walk(node: object, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{path}.{key}")
        elif isinstance(node, list):
            yield from ((path, one) for one in node)

    return walk(dict(wording.book(name)), name)


WORDINGS = [
    one for name in ("points", "thank_you", "card", "fit", "linkedin", "phone") for one in every(name)
]
LISTS = sorted({path for path, _ in WORDINGS})


def shared(*paths: str) -> dict[tuple[str, ...], set[str]]:
    """Every five words in a row that several wordings of those lists have; a weekday is a word, too."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in (text for at, text in WORDINGS if at in paths):
        for run in re.split(r"\{\w+\}", text.replace("{weekday}", "Thursday")):
            words = words_in(run.casefold())
            for i in range(len(words) - 4):
                owners[tuple(words[i : i + 5])].add(text)
    return {run: who for run, who in owners.items() if len(who) > 1}


@pytest.mark.parametrize("path", LISTS)
def test_no_two_wordings_of_a_list_share_five_words_in_a_row(path):
    assert shared(path) == {}


@pytest.mark.parametrize("last", ["opening.{}", "voicemail.{}.phone", "voicemail.{}.plain"])
def test_a_long_form_and_a_short_one_of_two_scripts_do_not_sound_alike(last):
    assert shared(*(f"phone.{last.format(size)}" for size in ("full", "short"))) == {}


@pytest.mark.parametrize("path", LISTS)
def test_each_list_has_enough_wordings_for_seven_people(path):
    texts = [text for at, text in WORDINGS if at == path]

    assert len(set(texts)) == len(texts) >= 8


def test_every_shape_and_every_tone_has_its_wordings():
    shapes = {path for path in LISTS if path.startswith("points.")}

    assert shapes == {
        f"points.{shape.value}.{turn}"
        for shape in Shape
        if shape is not Shape.ANSWER
        for turn in ("first", "second")
    }
    assert {path for path in LISTS if path.startswith("phone.raised.")} == {
        f"phone.raised.{shape}" for shape in ("said", "about", "asked", "line", "quoted")
    }
    assert {path for path in LISTS if path.startswith("phone.mine.")} == {f"phone.mine.{s}" for s in SHOWN}
    assert set(wording.book("fit")["shown"]) == set(SHOWN)
    for tone in Tone:
        assert {f"linkedin.{part}.{tone.value}" for part in ("thanks", "close")} <= set(LISTS)
        assert {f"linkedin.invitation.thanks.{tone.value}", f"phone.thanks.{tone.value}"} <= set(LISTS)
        assert {f"thank_you.thanks.{tone.value}", f"thank_you.close.{tone.value}"} <= set(LISTS)
        assert {f"card.thanks.{tone.value}", f"card.close.{tone.value}"} <= set(LISTS)


def test_only_known_places_are_left_open():
    for path, text in [*WORDINGS, *every("letters")]:
        assert {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= PLACES, path


def test_sentences_seldom_begin_with_i():
    first_person = [(path, text) for path, text in WORDINGS if text.startswith(("I ", "I'"))]

    assert [one for one in first_person if not any(part in one[0] for part in MAY_BEGIN_WITH_I)] == []


def test_every_sentence_ends():
    for path, text in WORDINGS:
        if not any(part in path for part in NO_SENTENCES):
            assert text.endswith((".", "?", "”")), text


def test_the_notes_that_were_read_aloud_are_the_ones_that_are_written():
    assert read_aloud.page() == read_aloud.GOLDEN.read_text(encoding="utf-8"), (
        "Some notes read differently: `python -m tests.words.read_aloud` writes them anew; read them."
    )


def test_there_are_sixty_captures_and_more_and_each_gives_a_ready_note():
    drafted = list(read_aloud.drafted())

    assert len(drafted) >= 60
    for capture, drawn in drafted:
        assert not any(one.blocks() for one in check(compose(drawn), drawn)), capture["raised"]
