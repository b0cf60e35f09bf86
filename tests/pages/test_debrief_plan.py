"""The strategy beside the checklist: what I meant to say, ask, offer and call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.dates.due import Due
from lib.domain.debriefs import Request
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.reasons import ReasonKind
from lib.domain.notes import Channel
from lib.domain.strategies import (
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
)
from tests.actions.conftest import DANA, INTERVIEW, PRIYA, TOBIAS, ZONE, Panel
from tests.pages.conftest import checklist, field, put
from tests.pages.screen import choose, opened, press, run, said, type_in, widget

WRITE = "debrief.write"
NEXT_MONDAY = date(2026, 11, 23)
SHEET = Strategy(
    id=INTERVIEW.id,
    goal="a second meeting with the team",
    closing="What happens next, and may I call you?",
    points=(
        PointToMake("explain scores to people", "40 agents use my codes"),
        PointToMake("", "no failures since"),
    ),
    questions=(Question("Who reads the reports?"), Question("What is hard here?", answered=True)),
    people=(
        PersonPlan(DANA.id, (Outreach(Channel.LINKEDIN, Timing.SAME_DAY),)),
        PersonPlan(TOBIAS.id, (Outreach(Channel.PHONE, Timing.A_WEEK),)),
        PersonPlan(PRIYA.id, ()),
    ),
    offers=(
        Offer("the reason code list", Timing.TWO_WORKDAYS),
        Offer("a reference", Timing.SAME_DAY),
    ),
)


@pytest.fixture
def prepared(panel: Panel) -> Panel:
    """The panel interview with a worksheet that was filled in before it."""
    put(panel.store, SHEET)
    return panel


def page() -> AppTest:
    return opened("debrief", interview=INTERVIEW.id)


def sheet(panel: Panel) -> Strategy:
    return panel.store.read().get(Strategy, INTERVIEW.id)


def calls(panel: Panel) -> list[FollowUp]:
    found = panel.store.read().where(FollowUp, interview_id=INTERVIEW.id)
    return [one for one in found if one.reason.kind is ReasonKind.PLANNED_CALL]


def test_the_plan_stands_beside_each_question(prepared: Panel) -> None:
    words = said(page())

    assert "Use from my worksheet: 40 agents use my codes" in words
    assert "Use from my worksheet: no failures since" in words
    assert "You wanted: a second meeting with the team" in words
    assert "You meant to ask: “What happens next, and may I call you?”" in words
    assert "You meant to offer: the reason code list" in words
    assert "Which of your questions were answered?" in words


def test_without_a_worksheet_nothing_of_it_is_shown(panel: Panel) -> None:
    words = said(page())

    assert "You meant" not in words
    assert "You wanted" not in words
    assert "Which of your questions" not in words


def test_the_ways_of_thanking_are_those_of_the_worksheet(prepared: Panel) -> None:
    at = page()

    assert widget(at, field("thanks", DANA.id)).value == [Channel.LINKEDIN]
    assert widget(at, field("thanks", TOBIAS.id)).value == []
    assert widget(at, field("thanks", PRIYA.id)).value == []


def test_an_offer_that_was_taken_becomes_a_request_with_its_day_by_one_press(
    prepared: Panel,
) -> None:
    at = press(page(), field("offer.take", 0))

    assert checklist(prepared.store).requests == (
        Request(
            id=f"{INTERVIEW.id}.0",
            what="the reason code list",
            for_id=DANA.id,
            due=Due(NEXT_MONDAY, None, ZONE),
        ),
    )
    assert widget(at, field("request.what", 0)).value == "the reason code list"
    assert not [one for one in at.button if one.key == field("offer.take", 0)]
    press(at, field("offer.take", 1))
    assert [one.what for one in checklist(prepared.store).requests] == [
        "the reason code list",
        "a reference",
    ]


def test_an_offer_goes_below_what_was_already_typed(prepared: Panel) -> None:
    at = page()
    widget(at, field("request.what", 0)).set_value("two references")
    press(at, field("offer.take", 0))

    assert [one.what for one in checklist(prepared.store).requests] == [
        "two references",
        "the reason code list",
    ]


def test_an_offer_taken_by_mistake_is_taken_back_by_undo(prepared: Panel) -> None:
    at = press(page(), field("offer.take", 0))
    assert "They want it: the reason code list" in said(at)

    next(one for one in at.button if one.label == "Undo").click()
    at = run(at)

    assert checklist(prepared.store).requests == ()
    assert widget(at, field("request.what", 0)).value == ""


def test_a_planned_call_is_proposed_with_its_day_and_planned_by_the_button(prepared: Panel) -> None:
    at = page()
    box = widget(at, field("call", TOBIAS.id))
    assert box.value is True
    assert "call Tobias Fehr Fri, Nov 27" in box.label

    press(at, WRITE)

    (call,) = calls(prepared)
    assert (call.who, call.due.day.isoformat(), call.promise) == ("Tobias Fehr", "2026-11-27", None)


def test_a_planned_call_can_be_left_out(prepared: Panel) -> None:
    at = choose(page(), field("call", TOBIAS.id), False)
    press(at, WRITE)

    assert checklist(prepared.store).left_out == (TOBIAS.id,)
    assert calls(prepared) == []


def test_what_was_agreed_with_that_person_takes_the_proposal_away(prepared: Panel) -> None:
    at = choose(page(), field("promise.to", 0), TOBIAS.id)

    assert not [one for one in at.checkbox if one.key == field("call", TOBIAS.id)]
    press(at, WRITE)
    assert calls(prepared) == []


def test_questions_are_ticked_off_on_the_worksheet(prepared: Panel) -> None:
    at = page()
    assert widget(at, field("answered", 1)).value is True

    choose(at, field("answered", 0), True)

    assert all(one.answered for one in sheet(prepared).questions)


def test_a_worksheet_changed_in_another_window_is_not_written_over(prepared: Panel) -> None:
    at = page()
    put(prepared.store, replace(SHEET, goal="another goal"))

    type_in(at, field("next_time"), "ask sooner")

    assert sheet(prepared).goal == "another goal"
    assert checklist(prepared.store).next_time == "ask sooner"
