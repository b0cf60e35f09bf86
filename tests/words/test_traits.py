"""What a word about me should be about, read from scraps."""

from __future__ import annotations

import pytest

from lib.domain.strategies import PointToMake
from lib.words import compose, fit, traits
from lib.words.compose import trait_sentence
from lib.words.traits import Frame


@pytest.mark.parametrize(
    ("scrap", "frame", "words"),
    [
        ("staying calm when the queue grows", Frame.QUALITY, "staying calm when the queue grows"),
        ("people who explain things simply", Frame.SOMEONE, "people who explain things simply"),
        ("she said they need someone patient", Frame.SOMEONE, "someone patient"),
        ("Dana wants someone who writes things down", Frame.SOMEONE, "someone who writes things down"),
        ("STAYS CALM UNDER PRESSURE", Frame.SOMEONE, "someone who stays calm under pressure"),
        ("honest w/ numbers", Frame.SOMEONE, "someone honest with numbers"),
        ("explain scores to people", Frame.SOMEONE, "someone who can explain scores to people"),
        ("always on time", Frame.SOMEONE, "someone who is always on time"),
        ("never late", Frame.SOMEONE, "someone who is never late"),
        ("values clear writing", Frame.QUALITY, "clear writing"),
        ("they are looking for reliability", Frame.QUALITY, "reliability"),
        ("not panicking", Frame.QUALITY, "not panicking"),
        ("honesty", Frame.QUALITY, "honesty"),
        ("they need a steady hand", Frame.LINE, "a steady hand"),
        ("works well under pressure", Frame.SOMEONE, "someone who works well under pressure"),
        ("quick learner", Frame.SOMEONE, "a quick learner"),
        ("kept asking about teamwork", Frame.QUALITY, "teamwork"),
        ("meticulous", Frame.WORD, "meticulous"),
        ("clear head, good memory", Frame.LINE, "clear head, good memory"),
        ("I sorted 11k records by hand once", Frame.LINE, "I sorted 11k records by hand once"),
        ("my calm at night", Frame.LINE, "my calm at night"),
        ("never missed a shift", Frame.LINE, "I never missed a shift"),
        ("teach my juniors", Frame.LINE, "I can teach my juniors"),
    ],
)
def test_a_trait_is_read_for_the_sentence_that_it_can_stand_in(scrap, frame, words):
    assert traits.read(scrap, keep=("Dana Whitfield",)) == (frame, words)


@pytest.mark.parametrize(
    "scrap",
    [
        "", "?", "can you stay calm?", "we lose people", "wants me to meet the plant manager next",
        "how people write to patients", "cares about people", "someone who keeps her calm",
        "you need to like mess", "yes, fine", " ".join(["endless"] * 17), "[trait]",
    ],
)  # fmt: skip
def test_what_is_not_surely_about_me_is_left_out(scrap):
    assert traits.read(scrap) is None


def test_what_becomes_of_a_trait_is_shown_while_it_is_typed():
    assert trait_sentence("she said they need someone patient") == (
        "In the interview it came out that they want someone patient, and I believe that describes me."
    )
    assert trait_sentence("the") == compose.TOO_LITTLE
    assert trait_sentence("we lose people") == compose.NOT_ABOUT_ME
    assert trait_sentence(" ".join(["endless"] * 17)) == compose.TRAIT_TOO_LONG


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("explain scores to people", "I can explain scores to people"),
        ("teaching new nurses", "teaching new nurses"),
        ("good w/ angry customers", "I am good with angry customers"),
        ("show her team the board", ""),
        ("", ""),
    ],
)
def test_a_point_of_the_strategy_is_told_to_a_contact_if_it_speaks_of_nobody_else(point, said):
    assert traits.point(fit.said(PointToMake(point))) == said
