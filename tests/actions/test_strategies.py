"""The worksheet in the store: kept, copied for a new round, emptied, and used afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lib.actions import debriefs, history, jobs, notes, strategies
from lib.actions.briefs import brief_of
from lib.actions.worksheets import last_round, strategy_of
from lib.domain.debriefs import Debrief, Request
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.notes import Channel, Note
from lib.domain.records import Record
from lib.domain.strategies import (
    Offer,
    Outreach,
    PersonPlan,
    PointToMake,
    Question,
    Strategy,
    Timing,
)
from lib.domain.validation import LONGEST_FIELD, Refused
from lib.store.repository import Store
from tests.actions.conftest import (
    DANA,
    INTERVIEW,
    NOW,
    PRIYA,
    TOBIAS,
    Panel,
    bare,
    content,
    last_did,
)

SECOND = replace(INTERVIEW, id="interview-second", day=INTERVIEW.day + timedelta(days=9))
SHEET = Strategy(
    id=INTERVIEW.id,
    goal="a second meeting",
    closing="What happens next, and may I call on Friday?",
    points=(PointToMake("explain scores to people", "40 agents use the reason codes I built"),),
    questions=(Question("Who decides?"), Question("What is hard here?", answered=True)),
    people=(
        PersonPlan(PRIYA.id, (Outreach(Channel.PHONE, Timing.A_WEEK),)),
        PersonPlan(DANA.id, (Outreach(Channel.LINKEDIN, Timing.SAME_DAY),)),
    ),
    offers=(Offer("the reason code list"), Offer("a reference")),
)


def keep(store: Store, *records: Record) -> None:
    with store.transaction(now=NOW, did="") as tx:
        for record in records:
            tx.put(record)


def planned(panel: Panel, kind: Kind) -> list[FollowUp]:
    return [
        one
        for one in panel.store.read().where(FollowUp, interview_id=INTERVIEW.id)
        if one.kind is kind
    ]


def test_an_interview_without_a_worksheet_has_an_empty_one_that_is_not_kept(panel: Panel) -> None:
    reader = panel.store.read()

    assert strategy_of(reader, INTERVIEW) == Strategy(id=INTERVIEW.id)
    assert reader.all(Strategy) == ()


def test_saves_of_one_visit_are_silent_and_taken_back_together(panel: Panel) -> None:
    before = content(panel.store)

    for i, goal in enumerate(("a", "a second", "a second meeting")):
        standing = strategy_of(panel.store.read(), INTERVIEW)
        changed = replace(standing, goal=goal)
        done = strategies.save(panel.store, changed, now=NOW + timedelta(minutes=i), visit="today")
        assert (done.did, done.record_id) == ("", INTERVIEW.id)
    history.undo(panel.store, panel.store.entries(1)[0].id, now=NOW)

    assert content(panel.store) == before


def test_words_taken_over_have_a_sentence_and_an_undo_of_their_own(panel: Panel) -> None:
    strategies.save(panel.store, SHEET, now=NOW, visit="today")
    standing = strategy_of(panel.store.read(), INTERVIEW)

    strategies.save(
        panel.store, replace(standing, closing="Another?"), now=NOW, did="Took over: Another?"
    )

    assert last_did(panel.store) == "Took over: Another?"
    history.undo(panel.store, panel.store.entries(1)[0].id, now=NOW)
    assert strategy_of(panel.store.read(), INTERVIEW).closing == SHEET.closing


def test_a_text_that_is_too_long_is_refused_and_nothing_is_kept(panel: Panel) -> None:
    long = replace(SHEET, points=(PointToMake("p", "e" * (LONGEST_FIELD + 1)),))

    with pytest.raises(Refused, match="“Evidence” has 5,001 characters"):
        strategies.save(panel.store, long, now=NOW)

    assert panel.store.read().all(Strategy) == ()


def test_a_new_round_starts_from_a_copy_of_the_last_one_until_it_is_touched(panel: Panel) -> None:
    keep(panel.store, SHEET, SECOND)

    copied = strategy_of(panel.store.read(), SECOND)
    strategies.save(panel.store, replace(copied, goal="a day for the decision"), now=NOW)
    strategies.save(
        panel.store, replace(strategy_of(panel.store.read(), INTERVIEW), advocates="Noor"), now=NOW
    )

    assert (copied.points, copied.goal, copied.id) == (SHEET.points, "", SECOND.id)
    assert copied.questions == SHEET.questions[:1]
    kept = strategy_of(panel.store.read(), SECOND)
    assert (kept.goal, kept.points, kept.advocates) == ("a day for the decision", SHEET.points, "")


def test_what_was_asked_for_in_the_last_round_is_not_offered_again(panel: Panel) -> None:
    told = Debrief(id=INTERVIEW.id, requests=(Request(id="r", what="The reason code  list"),))
    keep(panel.store, SHEET, SECOND, told)

    assert strategy_of(panel.store.read(), SECOND).offers == (Offer("a reference"),)


def test_a_round_is_only_copied_from_an_earlier_one_of_the_same_job(panel: Panel) -> None:
    other = replace(SECOND, id="elsewhere", job_id="job-other")
    earlier = replace(SECOND, id="earlier", day=INTERVIEW.day - timedelta(days=3))
    keep(panel.store, SHEET, other, earlier)
    reader = panel.store.read()

    assert last_round(reader, other) is None
    assert last_round(reader, earlier) is None
    assert strategy_of(reader, earlier).is_blank()


def test_an_emptied_sheet_stays_empty_and_can_be_taken_back(panel: Panel) -> None:
    keep(panel.store, SHEET, SECOND)

    strategies.start_empty(panel.store, SECOND.id, now=NOW)

    assert strategy_of(panel.store.read(), SECOND).is_blank()
    history.undo(panel.store, panel.store.entries(1)[0].id, now=NOW)
    assert strategy_of(panel.store.read(), SECOND).points == SHEET.points


def test_deleting_a_round_takes_its_worksheet_along_and_leaves_the_copy_of_the_next_one(
    panel: Panel,
) -> None:
    keep(panel.store, SHEET, SECOND)
    copied = strategy_of(panel.store.read(), SECOND)
    before = content(panel.store)

    jobs.delete_interview(panel.store, INTERVIEW.id, now=NOW)

    reader = panel.store.read()
    assert reader.find(Strategy, INTERVIEW.id) is None
    assert bare(strategy_of(reader, SECOND)) == bare(copied)
    history.undo(panel.store, panel.store.entries(1)[0].id, now=NOW)
    assert content(panel.store) == before


def test_deleting_a_job_takes_all_its_worksheets_along(panel: Panel) -> None:
    keep(panel.store, SHEET, SECOND, replace(SHEET, id=SECOND.id))

    jobs.delete_job(panel.store, INTERVIEW.job_id, now=NOW)

    assert panel.store.read().all(Strategy) == ()


def test_the_notes_are_written_from_the_strategys_points(panel: Panel) -> None:
    keep(panel.store, SHEET)

    panel.write()

    note = panel.note(DANA)
    brief = brief_of(panel.store.read(), note)
    assert brief is not None
    assert brief.fit == SHEET.points


def test_a_planned_call_becomes_a_promise_once_the_note_that_names_it_is_sent(panel: Panel) -> None:
    sheet = replace(SHEET, people=(PersonPlan(DANA.id, (Outreach(Channel.PHONE, Timing.A_WEEK),)),))
    keep(panel.store, sheet)
    panel.write()
    note = panel.note(DANA)
    (call,) = [one for one in planned(panel, Kind.CALL) if one.interviewer_id == DANA.id]
    assert (call.promise, note.names_id) == (None, call.id)

    notes.mark_sent(panel.store, note.id, now=NOW)

    kept = panel.store.read().get(FollowUp, call.id)
    assert kept.promise is not None
    assert kept.promise.first == call.due


def test_what_was_agreed_in_the_room_counts_more_than_the_planned_call(panel: Panel) -> None:
    keep(panel.store, SHEET)

    panel.write()

    calls = [one for one in planned(panel, Kind.CALL) if one.interviewer_id == PRIYA.id]
    assert [str(one.reason) for one in calls] == ["promise:spoken"]


def test_the_checklist_keeps_which_questions_were_answered(panel: Panel) -> None:
    keep(panel.store, SHEET)
    standing = strategy_of(panel.store.read(), INTERVIEW)
    ticked = replace(
        standing, questions=(replace(SHEET.questions[0], answered=True), SHEET.questions[1])
    )

    debriefs.save(panel.store, panel.debrief, (), ticked, now=NOW)

    assert all(one.answered for one in strategy_of(panel.store.read(), INTERVIEW).questions)


def test_writing_a_round_down_does_not_make_its_copied_worksheet_its_own(panel: Panel) -> None:
    keep(panel.store, SHEET, SECOND)
    copied = strategy_of(panel.store.read(), SECOND)

    debriefs.save(panel.store, Debrief(id=SECOND.id), (), copied, now=NOW)

    assert panel.store.read().find(Strategy, SECOND.id) is None


def test_a_thank_you_on_linkedin_and_one_by_phone_get_their_own_words(panel: Panel) -> None:
    people = tuple(
        replace(one, thanks=(Channel.LINKEDIN, Channel.PHONE))
        if one.interviewer_id == DANA.id
        else one
        for one in panel.debrief.people
    )

    debriefs.write(panel.store, replace(panel.debrief, people=people), (), now=NOW)

    written = panel.store.read().where(Note, interviewer_id=DANA.id)
    assert {one.channel for one in written} == {Channel.LINKEDIN, Channel.PHONE}
    assert all(one.text.subject == "" and one.text.body for one in written)


def test_only_the_note_to_whom_the_check_in_goes_names_its_day(panel: Panel) -> None:
    panel.write()

    reader = panel.store.read()
    check_in = panel.follow_up(Kind.CHECK_IN)
    briefs = {who.id: brief_of(reader, panel.note(who)) for who in (DANA, TOBIAS)}
    assert check_in.interviewer_id == DANA.id
    assert [one.next_contact is not None for one in briefs.values() if one] == [True, False]
    assert "December 2" in panel.note(DANA).text.body
    assert "December 2" not in panel.note(TOBIAS).text.body
