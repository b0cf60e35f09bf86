"""The worksheet before an interview: filled in, copied for a new round, looked back at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from lib.domain.debriefs import Commitment, Debrief
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.strategies import (
    ANYONE,
    EMAIL_WITHIN_A_DAY,
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
    Worry,
)
from lib.store.repository import Store
from lib.ui.core import session
from tests.actions.conftest import DANA, INTERVIEW, JOB, NOW, PRIYA, TOBIAS, Panel
from tests.pages.conftest import WRITTEN_DOWN, put
from tests.pages.screen import choose, links, opened, press, run, said, type_in, widget

COMING = replace(INTERVIEW, day=date(2026, 11, 21))
SHEET = Strategy(
    id=INTERVIEW.id,
    goal="a second meeting with the team",
    closing="What happens next, and may I call you the day after?",
    points=(PointToMake("explain scores to people", "40 agents use the reason codes I built"),),
    questions=(Question("Who reads the reports?"),),
    people=(
        PersonPlan(PRIYA.id, (Outreach(Channel.PHONE, Timing.TWO_AFTER_THEIR_DAY),)),
        PersonPlan(ANYONE, EMAIL_WITHIN_A_DAY),
    ),
    offers=(Offer("the reason code list", Timing.TWO_WORKDAYS), Offer("a reference")),
    worries=(Worry("I have never worked in insurance", "I learned hospital billing from zero"),),
    if_silent="one e-mail to Priya",
)


def key(field: str, *of: object) -> str:
    return ".".join(("strategy", field, INTERVIEW.id, *(str(one) for one in of)))


def page() -> AppTest:
    return opened("strategy", interview=INTERVIEW.id)


def kept(store: Store) -> Strategy:
    return store.read().find(Strategy, INTERVIEW.id) or Strategy(id=INTERVIEW.id)


@pytest.fixture
def coming(panel: Panel) -> Panel:
    """The panel interview, two days ahead."""
    put(panel.store, COMING)
    return panel


def test_without_an_interview_the_page_says_what_it_is_for(store: Store) -> None:
    at = opened("strategy")

    assert "Each interview has its own worksheet here; there is no interview yet." in said(at)
    assert ("Add the interview", "add=interview") in links(at)


def test_without_an_address_the_next_interview_is_open(coming: Panel) -> None:
    put(coming.store, replace(COMING, id="later", day=date(2026, 12, 5)))

    at = opened("strategy")

    words = said(at)
    assert (
        "Harbor & Vale, panel · Sat, Nov 21, 10 a.m. · with Dana Whitfield, Tobias Fehr, Priya "
        "Raman" in words
    )
    assert any("Sat, Dec 5, 10 a.m." in label for label, _ in links(at))


def test_an_empty_sheet_is_at_nothing_and_names_what_is_missing(coming: Panel) -> None:
    at = page()

    assert "Ready 0 %" in at.get("progress")[0].proto.text
    assert "closing question" in at.get("progress")[0].proto.text
    assert coming.store.read().all(Strategy) == ()


def test_what_is_typed_is_kept_and_raises_the_figure(coming: Panel) -> None:
    at = type_in(page(), key("closing"), "What is the next step, and may I call on Friday?")
    at = type_in(at, key("goal"), "a second meeting")

    assert (kept(coming.store).closing, kept(coming.store).goal) == (
        "What is the next step, and may I call on Friday?",
        "a second meeting",
    )
    assert "Ready 30 %" in at.get("progress")[0].proto.text
    assert "Saved noon" in said(at) or "Saved 12 p.m." in said(at)


def test_a_filled_row_gets_an_empty_one_below_it(coming: Panel) -> None:
    at = type_in(page(), key("point", 0), "explain scores to people")
    at = type_in(at, key("evidence", 0), "40 agents use my codes")

    assert widget(at, key("point", 1)).value == ""
    at = type_in(at, key("point", 1), "keep loads from breaking")
    assert [(one.point, one.evidence) for one in kept(coming.store).points] == [
        ("explain scores to people", "40 agents use my codes"),
        ("keep loads from breaking", ""),
    ]
    assert len({one.id for one in kept(coming.store).points}) == 2


def test_a_sentence_that_cannot_stand_in_a_letter_gets_a_hint(coming: Panel) -> None:
    at = type_in(page(), key("evidence", 0), "ran the Saturday shift for two years")

    assert "lightbulb" in said(at)
    at = type_in(at, key("evidence", 0), "I ran the Saturday shift for two years.")
    assert "lightbulb" not in said(at)


def test_questions_offers_and_worries_are_kept_in_their_rows(coming: Panel) -> None:
    at = type_in(page(), key("question", 0), "Who reads the reports?")
    at = type_in(at, key("offer", 0), "the sample")
    at = choose(at, key("offer.when", 0), Timing.A_WEEK)
    at = type_in(at, key("worry", 0), "no insurance")
    at = type_in(at, key("reply", 0), "I learn fast")

    sheet = kept(coming.store)
    assert sheet.questions == (Question("Who reads the reports?"),)
    assert sheet.offers == (Offer("the sample", Timing.A_WEEK),)
    assert sheet.worries == (Worry("no insurance", "I learn fast"),)
    assert "Monday, November 30, 2026" in said(at)


def test_everyone_gets_an_e_mail_until_something_else_is_chosen(coming: Panel) -> None:
    at = page()
    assert widget(at, key("channels", DANA.id)).value == [Channel.EMAIL]

    at = choose(at, key("channels", DANA.id), [Channel.CARD, Channel.EMAIL])

    assert kept(coming.store).outreach_to(DANA.id) == (
        Outreach(Channel.EMAIL, Timing.WITHIN_A_DAY),
        Outreach(Channel.CARD, Timing.NEXT_WORKDAY),
    )
    assert kept(coming.store).outreach_to(TOBIAS.id) == EMAIL_WITHIN_A_DAY
    assert "Handwritten card, Mon, Nov 23" in said(at)


def test_when_someone_hears_from_me_can_be_chosen_and_is_shown_as_a_day(coming: Panel) -> None:
    at = choose(page(), key("channels", PRIYA.id), [Channel.PHONE])
    at = choose(at, key("when", PRIYA.id, "phone"), Timing.A_WEEK)

    assert kept(coming.store).outreach_to(PRIYA.id) == (Outreach(Channel.PHONE, Timing.A_WEEK),)
    assert "Call, as planned, Mon, Nov 30" in said(at)


def test_a_person_can_be_left_out(coming: Panel) -> None:
    choose(page(), key("channels", TOBIAS.id), [])

    assert kept(coming.store).outreach_to(TOBIAS.id) == ()


def test_the_usual_plan_counts_once_it_is_said_to_be_mine(coming: Panel) -> None:
    at = page()
    assert "who hears from you" in at.get("progress")[0].proto.text

    at = choose(at, key("settled"), True)

    assert kept(coming.store).people_settled
    assert kept(coming.store).people == ()
    assert "who hears from you" not in at.get("progress")[0].proto.text


def test_how_long_to_wait_is_chosen_and_shown_as_a_day(coming: Panel) -> None:
    at = choose(page(), key("after_the_interview"), 7)

    assert kept(coming.store).after_the_interview == 7
    assert "that is Wednesday, December 2, 2026" in said(at)


def test_words_that_are_offered_are_taken_with_one_press_and_taken_back_by_undo(
    coming: Panel,
) -> None:
    at = type_in(page(), key("closing"), "My own words?")
    at = press(at, f"{key('closing')}.way.0")

    taken = kept(coming.store).closing
    assert taken not in ("", "My own words?")
    assert widget(at, key("closing")).value == taken
    assert "Took over the words" in said(at)
    undo = next(one for one in at.button if one.label == "Undo")
    undo.click()
    at = run(at)
    assert kept(coming.store).closing == "My own words?"
    assert widget(at, key("closing")).value == "My own words?"


def test_an_idea_for_what_i_want_keeps_what_was_typed_elsewhere(coming: Panel) -> None:
    at = page()
    widget(at, key("if_silent")).set_value("one e-mail")
    at = press(at, f"{key('goal')}.way.1")

    assert kept(coming.store).goal
    assert kept(coming.store).if_silent == "one e-mail"


def test_a_closing_question_that_pushes_is_answered_by_a_kind_remark(coming: Panel) -> None:
    at = type_in(page(), key("closing"), "So did I get the job?")

    assert any("offer" in one.value or "next step" in one.value for one in at.caption)


def test_a_text_that_is_too_long_is_refused_and_still_stands_there(coming: Panel) -> None:
    long = "x" * 5001
    at = type_in(page(), key("closing"), long)

    assert "has 5,001 characters" in said(at)
    assert widget(at, key("closing")).value == long
    assert kept(coming.store).closing == ""


def test_a_change_in_another_window_is_taken_over_where_nothing_was_typed(coming: Panel) -> None:
    put(coming.store, SHEET)
    at = page()
    put(coming.store, replace(SHEET, goal="another goal"))

    at = type_in(at, key("if_silent"), "a call")

    assert widget(at, key("goal")).value == "another goal"
    assert (kept(coming.store).goal, kept(coming.store).if_silent) == ("another goal", "a call")


def test_a_field_changed_in_both_windows_stands_there_twice(coming: Panel) -> None:
    put(coming.store, SHEET)
    at = page()
    put(coming.store, replace(SHEET, goal="theirs"))

    at = type_in(at, key("goal"), "mine")

    assert "This was changed in another window while you were typing here." in said(at)
    assert kept(coming.store).goal == "theirs"
    press(at, f"strategy.{INTERVIEW.id}.clash.{key('goal')}.Keep what is here")
    assert kept(coming.store).goal == "mine"


def test_a_new_round_starts_from_the_last_ones_sheet_and_says_so(panel: Panel) -> None:
    second = replace(INTERVIEW, id="second", day=INTERVIEW.day + timedelta(days=5))
    put(panel.store, SHEET, second)

    at = opened("strategy", interview="second")

    assert "Started from your plan for the panel; change what you like." in said(at)
    assert widget(at, "strategy.point.second.0").value == SHEET.points[0].point
    assert panel.store.read().find(Strategy, "second") is None
    at = type_in(at, "strategy.goal.second", "a day for the decision")
    assert "Started from your plan" not in said(at)
    second_points = panel.store.read().get(Strategy, "second").points
    copied = [one.point for one in second_points]
    assert copied == [one.point for one in SHEET.points]


def test_the_sheet_can_be_emptied_and_brought_back(coming: Panel) -> None:
    put(coming.store, SHEET)

    at = press(page(), "strategy.empty")

    assert kept(coming.store).is_blank()
    assert widget(at, key("closing")).value == ""
    next(one for one in at.button if one.label == "Undo").click()
    at = run(at)
    assert widget(at, key("closing")).value == SHEET.closing


def test_the_card_grows_beside_the_sheet(coming: Panel) -> None:
    at = type_in(page(), key("closing"), "What is the next step?")

    assert any("What is the next step?" in one.value.replace("\\", "") for one in at.markdown)


def test_before_the_interview_the_way_leads_to_the_card_and_after_it_to_the_checklist(
    coming: Panel,
) -> None:
    assert page().button(key="strategy.pocket").label == "Pocket card"

    put(coming.store, INTERVIEW)

    assert page().button(key="strategy.debrief").label == "Write it down"


def test_after_the_interview_it_shows_what_was_done_of_it(panel: Panel) -> None:
    answered = replace(SHEET, questions=(Question("Who reads the reports?", True, "the board"),))
    put(panel.store, answered)
    panel.write(NOW - timedelta(minutes=30))

    words = said(page())

    assert "What came of it:" in words
    assert "Closing question: What happens next" in words
    assert "done · next step: decide on the second round, by Tue, Dec 1" in words
    assert "Question: Who reads the reports?" in words
    assert "done · the board" in words
    assert "Offer: a reference" in words
    assert "not done · they did not ask for it" in words
    assert "Thank-you e-mail, Dana Whitfield" in words
    assert "In silence: one e-mail to Priya" in words


def test_what_was_sent_counts_as_done(panel: Panel) -> None:
    put(panel.store, SHEET)
    panel.write(NOW - timedelta(minutes=30))
    mine = panel.follow_up(Kind.THANK_YOU, DANA)
    put(panel.store, replace(panel.store.read().get(FollowUp, mine.id), done_at=NOW))

    assert "Thank-you e-mail, Dana Whitfield  \n:gray[done · today 12 p.m.]" in said(page())


def test_nothing_is_said_to_have_come_of_it_before_it_was_written_down(panel: Panel) -> None:
    put(panel.store, SHEET, replace(WRITTEN_DOWN, commitment=Commitment()))

    assert "What came of it" not in said(page())


def test_an_unanswered_question_can_be_ticked_with_its_answer_after_the_interview(
    panel: Panel,
) -> None:
    put(panel.store, SHEET)

    at = choose(page(), key("answered", 0), True)
    type_in(at, key("answer", 0), "the board")

    assert kept(panel.store).questions == (Question("Who reads the reports?", True, "the board"),)


def test_an_archived_jobs_sheet_is_reached_by_its_address_only(coming: Panel) -> None:
    put(coming.store, replace(coming.store.read().get(Job, JOB.id), archived_at=NOW))

    assert "there is no interview yet" in said(opened("strategy"))
    assert "Harbor & Vale, panel" in said(page())


def test_the_time_of_day_is_that_of_the_session(
    coming: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "now", lambda: COMING.ends_at() + timedelta(hours=1))

    assert page().button(key="strategy.debrief").label == "Write it down"
    assert coming.store.read().find(Debrief, INTERVIEW.id) is None
