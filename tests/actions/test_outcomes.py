"""What was done of a worksheet: each thing that was planned, as it turned out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lib.actions import follow_ups, notes
from lib.actions.outcomes import Came, Outcome, outcomes
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel
from lib.domain.readiness import Part
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
)
from tests.actions.conftest import ASKED, DANA, DEBRIEF, INTERVIEW, NOW, PRIYA, TOBIAS, Panel
from tests.narrowing import not_none

SHEET = Strategy(
    id=INTERVIEW.id,
    closing="What happens next, and may I call?",
    points=(
        PointToMake("explain a score with its reason", "the reason codes I built"),
        PointToMake("speak Portuguese with the Lisbon office", ""),
        PointToMake(),
    ),
    questions=(
        Question("Who decides?", True, "Dana"),
        Question("What is hard?"),
        Question(answer="lost"),
    ),
    people=(
        PersonPlan(DANA.id, (*EMAIL_WITHIN_A_DAY, Outreach(Channel.LINKEDIN, Timing.SAME_DAY))),
        PersonPlan(TOBIAS.id, (Outreach(Channel.PHONE, Timing.A_WEEK),)),
        PersonPlan(ANYONE, EMAIL_WITHIN_A_DAY),
    ),
    offers=(Offer(ASKED.what.upper()), Offer("a reference"), Offer()),
    if_silent="one e-mail to Priya",
)


@pytest.fixture
def prepared(panel: Panel) -> Panel:
    """The panel interview with a worksheet, not written down yet."""
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(SHEET)
    return panel


def of(panel: Panel, part: Part) -> list[Outcome]:
    return [one for one in outcomes(panel.store.read(), INTERVIEW) if one.part is part]


def test_nothing_came_of_it_before_it_is_written_down(prepared: Panel) -> None:
    assert outcomes(prepared.store.read(), INTERVIEW) == ()


def test_the_closing_question_was_asked_where_a_next_step_was_named(prepared: Panel) -> None:
    prepared.write()

    (one,) = of(prepared, Part.CLOSING)

    said = DEBRIEF.commitment
    assert (one.came, one.how, one.due) == (
        Came.DONE,
        f"next step: {said.what}",
        Due(not_none(said.by), None, INTERVIEW.zone),
    )


def test_without_a_next_step_the_closing_question_led_nowhere(panel: Panel) -> None:
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(SHEET)
        tx.put(replace(DEBRIEF, commitment=Commitment()))
    panel.write()

    (one,) = of(panel, Part.CLOSING)

    assert (one.came, one.how) == (Came.NOT, "no next step was named")


def test_a_point_is_open_while_it_stands_in_drafts_and_done_once_one_was_sent(
    prepared: Panel,
) -> None:
    prepared.write()
    drafted, _ = of(prepared, Part.POINTS)
    note = prepared.note(DANA)

    notes.mark_sent(prepared.store, note.id, now=NOW)

    sent, _ = of(prepared, Part.POINTS)
    assert drafted.came is Came.OPEN
    assert DANA.name in drafted.how
    assert (sent.came, sent.how) == (Came.DONE, f"in the note to {DANA.name}")


def test_a_point_that_no_note_tells_is_said_to_be_in_none(panel: Panel) -> None:
    panel.write()
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(SHEET)

    _, untold = of(panel, Part.POINTS)

    assert (untold.came, untold.how) == (Came.NOT, "in none of the notes")


def test_questions_are_done_with_their_answers(prepared: Panel) -> None:
    prepared.write()

    assert [(one.what, one.came, one.how) for one in of(prepared, Part.QUESTIONS)] == [
        ("Who decides?", Came.DONE, "Dana"),
        ("What is hard?", Came.NOT, "not answered yet"),
    ]


def test_each_way_to_each_person_is_open_done_let_go_or_left_out(prepared: Panel) -> None:
    prepared.write()
    follow_ups.done(prepared.store, prepared.follow_up(Kind.THANK_YOU, DANA).id, now=NOW)
    follow_ups.close(prepared.store, prepared.follow_up(Kind.CALL, TOBIAS).id, now=NOW)

    found = {one.what: (one.came, one.how) for one in of(prepared, Part.PEOPLE)}

    assert found == {
        f"Thank-you e-mail, {DANA.name}": (Came.DONE, ""),
        f"Thank-you on LinkedIn, {DANA.name}": (Came.NOT, "left out"),
        f"Call, {TOBIAS.name}": (Came.NOT, "let go"),
        f"Thank-you e-mail, {PRIYA.name}": (Came.OPEN, ""),
    }


def test_an_offer_that_was_taken_is_what_was_promised_for_it(prepared: Panel) -> None:
    prepared.write()

    taken, left = of(prepared, Part.OFFERS)

    assert (taken.came, taken.due) == (Came.OPEN, ASKED.due)
    assert (left.came, left.how) == (Came.NOT, "they did not ask for it")


def test_what_i_do_in_silence_is_the_check_in(prepared: Panel) -> None:
    prepared.write()

    (one,) = of(prepared, Part.SILENCE)

    assert (one.what, one.came) == ("one e-mail to Priya", Came.OPEN)
    assert one.due == prepared.follow_up(Kind.CHECK_IN).due


def test_what_the_reader_said_themselves_is_no_point_of_mine(panel: Panel) -> None:
    panel.write()
    theirs = PointToMake("adjusters distrust the score", "")
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(SHEET, points=(theirs,)))

    (one,) = of(panel, Part.POINTS)

    assert (one.came, one.how) == (Came.NOT, "in none of the notes")


def test_someone_without_a_name_waits_for_it(panel: Panel) -> None:
    nameless = replace(TOBIAS, name="")
    with panel.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(nameless, revision=tx.get(Interviewer, TOBIAS.id).revision))
        tx.put(replace(SHEET, people=()))
    panel.write()

    found = {one.what: (one.came, one.how) for one in of(panel, Part.PEOPLE)}

    assert found[f"Thank-you e-mail, {TOBIAS.position}"] == (Came.OPEN, "waits for the name")
