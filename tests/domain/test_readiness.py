"""How ready a worksheet is: the figure, and what is missing in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.readiness import QUESTIONS, Part, readiness
from lib.domain.strategies import Offer, PersonPlan, PointToMake, Question, Strategy, Worry

FULL = Strategy(
    id="i",
    goal="a second meeting",
    closing="What happens next, and may I call on Friday?",
    points=(PointToMake("explain", "40 agents"), PointToMake("test", "no failures since")),
    questions=(Question("Who decides?"), Question("What is hard here?")),
    people_settled=True,
    offers=(Offer("sample"),),
    worries=(Worry("no insurance", "I learn fast"),),
    advocates="Noor",
    if_silent="one e-mail",
)
EMPTY: dict[Part, dict[str, Any]] = {
    Part.GOAL: {"goal": " "},
    Part.CLOSING: {"closing": ""},
    Part.POINTS: {"points": ()},
    Part.QUESTIONS: {"questions": ()},
    Part.PEOPLE: {"people_settled": False},
    Part.OFFERS: {"offers": ()},
    Part.WORRIES: {"worries": ()},
    Part.ADVOCATES: {"advocates": ""},
    Part.SILENCE: {"if_silent": "\n"},
}


def test_an_empty_sheet_is_not_ready_at_all_and_misses_everything() -> None:
    found = readiness(Strategy(id="i"))

    assert (found.percent, found.missing) == (0, tuple(Part))


def test_a_full_sheet_is_ready_and_misses_nothing() -> None:
    found = readiness(FULL)

    assert (found.percent, found.missing, found.missing_words()) == (100, (), "")


@pytest.mark.parametrize("part", Part)
def test_each_part_left_out_is_named_and_lowers_the_figure_by_its_weight(part: Part) -> None:
    found = readiness(replace(FULL, **EMPTY[part]))

    assert found.missing == (part,)
    assert found.missing_words() == QUESTIONS[part].name
    assert found.percent == 100 - QUESTIONS[part].weight


def test_every_part_has_a_weight_a_name_and_a_share_and_the_weights_make_a_hundred() -> None:
    assert list(QUESTIONS) == list(Part)
    assert sum(one.weight for one in QUESTIONS.values()) == 100


def test_what_is_missing_is_named_in_the_order_of_the_sheet() -> None:
    found = readiness(replace(FULL, closing="", worries=(), goal=""))

    assert found.missing_words() == "what you want next, closing question, worries"
    assert found.missing_words(1) == "what you want next and 2 more"
    assert found.missing_words(3) == found.missing_words()


@pytest.mark.parametrize(
    ("points", "percent"),
    [
        ((PointToMake("explain", ""),), 85),
        ((PointToMake("explain", "40 agents"),), 90),
        ((PointToMake("explain", "40 agents"), PointToMake("test", "")), 95),
        ((PointToMake("a", ""), PointToMake("explain", "40 agents"), PointToMake("b", "c")), 100),
    ],
)
def test_a_point_counts_half_without_what_shows_it_and_two_are_enough(
    points: tuple[PointToMake, ...], percent: int
) -> None:
    assert readiness(replace(FULL, points=points)).percent == percent


def test_a_worry_without_an_answer_is_half_the_work() -> None:
    found = readiness(replace(FULL, worries=(Worry("no insurance"),)))

    assert (found.percent, found.missing) == (95, (Part.WORRIES,))


def test_choosing_for_one_person_settles_who_hears_from_me() -> None:
    assert (
        readiness(replace(FULL, people_settled=False, people=(PersonPlan("dana"),))).percent == 100
    )


texts = st.sampled_from(["", " ", "words"])


@given(
    st.builds(
        Strategy,
        id=st.just("i"),
        goal=texts,
        closing=texts,
        advocates=texts,
        if_silent=texts,
        points=st.lists(st.builds(PointToMake, texts, texts), max_size=4).map(tuple),
        questions=st.lists(st.builds(Question, texts), max_size=4).map(tuple),
        offers=st.lists(st.builds(Offer, texts), max_size=3).map(tuple),
        worries=st.lists(st.builds(Worry, texts, texts), max_size=3).map(tuple),
        people_settled=st.booleans(),
    )
)
def test_the_figure_stays_between_nothing_and_all_and_all_means_that_nothing_is_missing(
    strategy: Strategy,
) -> None:
    found = readiness(strategy)

    assert 0 <= found.percent <= 100
    assert (found.percent == 100) is (found.missing == ())
