"""The worksheet: who hears from me by default, and what a new round starts from."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.debriefs import Debrief, Request
from lib.domain.notes import THANKS_BY, Channel
from lib.domain.strategies import (
    ANYONE,
    EMAIL_WITHIN_A_DAY,
    TIMINGS,
    USUAL,
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
    Worry,
    carried_over,
)

CARD = (Outreach(Channel.CARD, Timing.NEXT_WORKDAY),)
FULL = Strategy(
    id="first",
    revision=4,
    goal="a second meeting",
    closing="What happens next, and may I call on Friday?",
    points=(PointToMake("explain scores", "40 agents use my codes"),),
    questions=(
        Question("Who decides?", answered=True, answer="Dana"),
        Question("What is hard here?"),
    ),
    people=(PersonPlan("dana", CARD),),
    people_settled=True,
    offers=(Offer("the  Sample"), Offer("a reference")),
    worries=(Worry("no insurance", "I learn fast"),),
    advocates="Noor",
    if_silent="one e-mail",
)


def test_without_a_plan_everyone_gets_an_e_mail_within_a_day() -> None:
    assert Strategy(id="i").outreach_to("dana") == EMAIL_WITHIN_A_DAY


def test_a_person_without_a_plan_of_their_own_gets_what_anyone_else_gets() -> None:
    strategy = Strategy(id="i", people=(PersonPlan("dana", ()), PersonPlan(ANYONE, CARD)))

    assert strategy.outreach_to("dana") == ()
    assert strategy.outreach_to("tobias") == CARD


def test_every_usual_timing_is_one_that_can_be_chosen() -> None:
    assert set(TIMINGS) == set(USUAL) == set(THANKS_BY)
    assert all(USUAL[channel] in TIMINGS[channel] for channel in THANKS_BY)


def test_a_new_round_starts_from_the_last_one_without_what_is_settled() -> None:
    told = Debrief(id="first", requests=(Request(id="r", what="The sample"),))

    copied = carried_over(FULL, told, "second", example=False)

    assert (copied.id, copied.revision, copied.goal, copied.people_settled) == (
        "second",
        0,
        "",
        False,
    )
    assert copied.questions == (Question("What is hard here?"),)
    assert copied.offers == (Offer("a reference"),)
    assert (copied.points, copied.closing, copied.people) == (
        FULL.points,
        FULL.closing,
        FULL.people,
    )
    assert (copied.worries, copied.advocates, copied.if_silent) == (
        FULL.worries,
        "Noor",
        "one e-mail",
    )


def test_without_a_checklist_all_offers_are_carried_over() -> None:
    assert carried_over(FULL, None, "second", example=True).offers == FULL.offers
    assert carried_over(FULL, None, "second", example=True).example


def test_a_sheet_is_blank_until_something_stands_on_it() -> None:
    assert Strategy(id="i", revision=3, example=True).is_blank()
    assert not replace(Strategy(id="i"), after_the_interview=7).is_blank()


@given(st.text(), st.text())
def test_a_row_counts_as_soon_as_one_of_its_fields_says_something(one: str, other: str) -> None:
    says = bool(one.strip() or other.strip())

    assert PointToMake(one, other).is_empty() is not says
    assert Worry(one, other).is_empty() is not says
    assert Question(one, answer=other).is_empty() is not says
    assert Offer(one).is_empty() is not bool(one.strip())
