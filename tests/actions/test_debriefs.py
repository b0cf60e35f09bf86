"""Writing from the checklist: all in one go, never twice, and never over what a person did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.actions import debriefs, follow_ups, history, notes
from lib.actions.debriefs import Change
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, Opening, PersonDebrief, Said
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import (
    ASKED,
    DANA,
    DEBRIEF,
    INTERVIEW,
    NOW,
    PRIYA,
    SPOKEN,
    TOBIAS,
    ZONE,
    Panel,
    content,
    last_did,
)
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
MONDAY = Due(date(2026, 11, 30), None, ZONE)
MINE = Text("A subject of my own", "Dear Dana,\n\nthese are words of my own.\n\nSam")
ANOTHER_THING = Said(
    opening=Opening.MENTIONED,
    topic="the claims backlog grows by forty files each week",
    answer="I sorted ours by age and halved it in a month.",
)


def kept(panel: Panel) -> Debrief:
    return panel.store.read().get(Debrief, INTERVIEW.id)


def with_sheet(debrief: Debrief, sheet: PersonDebrief) -> Debrief:
    """The checklist with that sheet in the place of the one about the same person."""
    sheets = (
        sheet if one.interviewer_id == sheet.interviewer_id else one for one in debrief.people
    )
    return replace(debrief, people=tuple(sheets))


def with_another_point(debrief: Debrief, person: Interviewer) -> Debrief:
    return with_sheet(debrief, replace(debrief.about(person.id), said=ANOTHER_THING))


def rewrite(panel: Panel, debrief: Debrief) -> None:
    debriefs.write(panel.store, debrief, (), now=SOON)


def listed(panel: Panel) -> tuple[Change, ...]:
    return debriefs.changes(panel.store.read(), INTERVIEW.id, now=SOON)


def dues(panel: Panel) -> dict[str, Due]:
    return {one.id: one.due for one in panel.store.read().all(FollowUp)}


def texts(panel: Panel) -> dict[str, Text]:
    return {one.id: one.text for one in panel.store.read().all(Note)}


def test_saving_keeps_the_checklist_and_the_names_and_writes_nothing(panel: Panel) -> None:
    named = replace(panel.people[1], name="Tobias Fehr-Lind")

    done = debriefs.save(panel.store, panel.debrief, [named], now=NOW, visit="a")

    assert done.did == ""
    assert kept(panel).people == DEBRIEF.people
    assert kept(panel).written_at is None
    assert panel.store.read().get(Interviewer, TOBIAS.id).name == "Tobias Fehr-Lind"
    assert panel.store.read().all(Note) == ()
    assert panel.store.read().all(FollowUp) == ()


def test_all_saves_of_one_visit_are_taken_back_together(panel: Panel) -> None:
    before = content(panel.store)
    for words in ("less", "less talk", "less talk, more questions"):
        standing = panel.store.read().find(Debrief, INTERVIEW.id) or panel.debrief
        debriefs.save(panel.store, replace(standing, next_time=words), (), now=NOW, visit="a")

    history.undo(panel.store, panel.store.entries(1)[0].id, now=SOON)

    assert content(panel.store) == before


def test_saves_of_two_visits_are_taken_back_one_by_one(panel: Panel) -> None:
    debriefs.save(panel.store, replace(panel.debrief, next_time="first"), (), now=NOW, visit="a")
    debriefs.save(panel.store, replace(kept(panel), next_time="second"), (), now=SOON, visit="b")

    history.undo(panel.store, panel.store.entries(1)[0].id, now=LATER)

    assert kept(panel).next_time == "first"


def test_writing_makes_every_note_and_follow_up_in_one_transaction(panel: Panel) -> None:
    entries = len(panel.store.entries())

    done = debriefs.write(panel.store, panel.debrief, (), now=NOW)

    reader = panel.store.read()
    assert len(panel.store.entries()) == entries + 1
    assert (
        done.did == last_did(panel.store) == "Wrote 5 notes and planned 8 dates for Harbor & Vale"
    )
    assert done.record_id == INTERVIEW.id
    assert Counter(one.kind for one in reader.all(FollowUp)) == {
        Kind.THANK_YOU: 3,
        Kind.CARD: 1,
        Kind.MATERIAL: 1,
        Kind.PREPARE: 1,
        Kind.CALL: 1,
        Kind.CHECK_IN: 1,
    }
    assert Counter((one.kind, one.channel) for one in reader.all(Note)) == {
        (NoteKind.THANK_YOU, Channel.EMAIL): 3,
        (NoteKind.THANK_YOU, Channel.CARD): 1,
        (NoteKind.COVER_LINE, Channel.EMAIL): 1,
    }


def test_writing_remembers_when_notes_were_first_written(panel: Panel) -> None:
    panel.write(NOW)
    panel.write(SOON)

    assert kept(panel).written_at == NOW


def test_each_note_belongs_to_its_reader_and_to_a_follow_up_of_the_same_job(written: Panel) -> None:
    reader = written.store.read()

    for note in reader.all(Note):
        follow_up = reader.get(FollowUp, note.follow_up_id)

        assert (note.job_id, note.interview_id) == (written.job.id, INTERVIEW.id)
        assert note.interviewer_id == follow_up.interviewer_id
        assert note.text == note.written
        assert not note.is_edited()


def test_each_person_reads_their_own_point_and_nobody_elses(written: Panel) -> None:
    points = {one.interviewer_id: one.said.topic for one in DEBRIEF.people}

    for person in (DANA, TOBIAS, PRIYA):
        body = written.note(person).text.body

        assert {id for id, raised in points.items() if raised in body} == {person.id}


def test_every_note_from_a_filled_checklist_is_ready_as_it_stands(written: Panel) -> None:
    reader = written.store.read()

    assert [notes.findings(reader, note) for note in reader.all(Note)] == [()] * 5


def test_what_was_told_a_day_is_a_promise_and_what_the_rules_gave_is_not(written: Panel) -> None:
    promised = {one.kind for one in written.store.read().all(FollowUp) if one.promise}

    assert promised == {Kind.MATERIAL, Kind.CALL}
    assert not_none(written.follow_up(Kind.MATERIAL).promise).first == ASKED.due
    assert not_none(written.follow_up(Kind.CALL).promise).made_at == INTERVIEW.ends_at()


def test_the_check_in_is_on_the_working_day_after_the_one_they_gave(written: Panel) -> None:
    assert written.follow_up(Kind.CHECK_IN).due == Due(date(2026, 12, 2), None, ZONE)


def test_names_given_with_the_checklist_stand_in_the_notes_at_once(panel: Panel) -> None:
    named = replace(panel.people[0], name="Danielle Whitfield")

    debriefs.write(panel.store, panel.debrief, [named], now=NOW)

    assert panel.note(DANA).text.body.startswith("Dear Danielle,")
    assert panel.follow_up(Kind.CARD).who == "Danielle Whitfield"


def test_an_empty_checklist_still_gives_a_thank_you_to_each_and_one_check_in(panel: Panel) -> None:
    done = debriefs.write(panel.store, Debrief(id=INTERVIEW.id), (), now=NOW)

    kinds = Counter(one.kind for one in panel.store.read().all(FollowUp))
    assert kinds == {Kind.THANK_YOU: 3, Kind.CHECK_IN: 1}
    assert done.did == "Wrote 3 notes and planned 4 dates for Harbor & Vale"


def test_who_was_not_there_gets_no_note(panel: Panel) -> None:
    absent = with_sheet(panel.debrief, PersonDebrief(interviewer_id=TOBIAS.id, was_there=False))

    debriefs.write(panel.store, absent, (), now=NOW)

    thanked = [one for one in panel.store.read().all(Note) if one.kind is NoteKind.THANK_YOU]
    assert {one.interviewer_id for one in thanked} == {DANA.id, PRIYA.id}


def test_one_letter_asks_for_the_names_that_are_missing(panel: Panel) -> None:
    unnamed = replace(panel.people[1], name="")

    debriefs.write(panel.store, panel.debrief, [unnamed], now=NOW)

    (letter,) = [one for one in panel.store.read().all(Note) if one.kind is NoteKind.COORDINATOR]
    assert letter.interviewer_id == PRIYA.id
    assert "Lead Data Engineer" in letter.text.body
    assert panel.follow_up(Kind.ASK_NAME).what == "Ask for the name of the Lead Data Engineer"


def test_a_text_that_is_far_too_long_is_refused_and_nothing_is_kept(panel: Panel) -> None:
    before = content(panel.store)
    sheet = PersonDebrief(interviewer_id=DANA.id, said=Said(topic="x" * 100_000))

    for action in (debriefs.save, debriefs.write):
        with pytest.raises(Refused, match="100,000 characters"):
            action(panel.store, with_sheet(panel.debrief, sheet), (), now=NOW)

    assert content(panel.store) == before


def test_writing_twice_changes_nothing_and_leaves_no_entry(written: Panel) -> None:
    before, entries = content(written.store), written.store.entries()

    done = debriefs.write(written.store, kept(written), (), now=SOON)

    assert content(written.store) == before
    assert written.store.entries() == entries
    assert done.did == "Notes and follow-ups for Harbor & Vale are up to date"


@pytest.mark.parametrize("hours", [1, 24, 100, 1000])
def test_writing_again_days_later_neither_doubles_nor_moves_anything(
    written: Panel, hours: int
) -> None:
    before = content(written.store)

    debriefs.write(written.store, kept(written), (), now=NOW + timedelta(hours=hours))

    assert content(written.store) == before


def test_writing_after_an_edit_of_the_checklist_doubles_nothing(written: Panel) -> None:
    ids = dues(written).keys(), texts(written).keys()

    rewrite(written, with_another_point(kept(written), DANA))

    assert (dues(written).keys(), texts(written).keys()) == ids


def test_a_note_nobody_touched_is_brought_up_to_date_and_its_old_text_kept(written: Panel) -> None:
    before = written.note(DANA)

    rewrite(written, with_another_point(kept(written), DANA))

    after = written.note(DANA)
    assert ANOTHER_THING.topic in after.text.body
    assert after.text == after.written
    assert [(one.at, one.text) for one in after.versions] == [(SOON, before.text)]
    assert listed(written) == ()


def test_notes_to_the_others_stay_as_they_were_when_one_point_changes(written: Panel) -> None:
    before = texts(written)

    rewrite(written, with_another_point(kept(written), TOBIAS))

    changed = {id for id, text in texts(written).items() if text != before[id]}
    assert changed == {written.note(TOBIAS).id}


def test_a_date_nobody_touched_follows_the_checklist(written: Panel) -> None:
    rewrite(written, replace(kept(written), commitment=Commitment(by=date(2026, 12, 8))))

    assert written.follow_up(Kind.CHECK_IN).due == Due(date(2026, 12, 9), None, ZONE)
    assert written.follow_up(Kind.CHECK_IN).planned == Due(date(2026, 12, 9), None, ZONE)
    assert listed(written) == ()


def test_a_promised_time_that_was_taken_down_wrongly_is_mended_by_the_checklist(
    written: Panel,
) -> None:
    eleven = replace(SPOKEN, due=Due(date(2026, 11, 25), time(11), ZONE))

    rewrite(written, replace(kept(written), promises=(eleven,)))

    call = written.follow_up(Kind.CALL)
    assert call.due == not_none(call.promise).agreed == eleven.due


def test_what_is_new_on_the_checklist_is_added_and_said(written: Panel) -> None:
    both = replace(kept(written).about(TOBIAS.id), thanks=(Channel.EMAIL, Channel.CARD))

    done = debriefs.write(written.store, with_sheet(kept(written), both), (), now=SOON)

    assert done.did == "Wrote 1 note and planned 1 date for Harbor & Vale"
    assert written.note(TOBIAS, Kind.CARD).channel is Channel.CARD


def test_a_name_learned_later_changes_the_row_and_the_untouched_note(written: Panel) -> None:
    named = replace(written.store.read().get(Interviewer, TOBIAS.id), name="Tobias Ferrand")

    debriefs.write(written.store, kept(written), [named], now=SOON)

    assert written.follow_up(Kind.MATERIAL).who == "Tobias Ferrand"
    assert written.follow_up(Kind.MATERIAL).due == ASKED.due


def test_an_edited_note_is_never_overwritten_but_listed_with_the_new_text(written: Panel) -> None:
    note = written.note(DANA)
    notes.edit(written.store, note.id, MINE, now=NOW, visit="a")

    rewrite(written, with_another_point(kept(written), DANA))

    (change,) = listed(written)
    assert written.note(DANA).text == MINE
    assert (change.record_id, change.planned) == (note.id, None)
    assert ANOTHER_THING.topic in not_none(change.text).body


def test_an_edited_note_is_not_listed_while_the_checklist_says_the_same(written: Panel) -> None:
    notes.edit(written.store, written.note(DANA).id, MINE, now=NOW, visit="a")

    rewrite(written, kept(written))

    assert listed(written) == ()


def test_a_sent_note_is_neither_rewritten_nor_listed(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(DANA).id, now=NOW)
    before = written.note(DANA)

    rewrite(written, with_another_point(kept(written), DANA))

    assert written.note(DANA) == before
    assert listed(written) == ()


def test_a_note_whose_follow_up_was_let_go_stays_as_it_is(written: Panel) -> None:
    follow_ups.close(written.store, written.follow_up(Kind.CARD).id, now=NOW)
    before = written.note(DANA, Kind.CARD)

    rewrite(written, with_another_point(kept(written), DANA))

    assert written.note(DANA, Kind.CARD) == before


def test_a_moved_date_is_never_overwritten_but_listed_with_the_planned_one(written: Panel) -> None:
    check_in = written.follow_up(Kind.CHECK_IN)
    follow_ups.move(written.store, check_in.id, MONDAY, told=False, now=NOW)

    rewrite(written, replace(kept(written), commitment=Commitment(by=date(2026, 12, 8))))

    (change,) = listed(written)
    assert written.follow_up(Kind.CHECK_IN).due == MONDAY
    assert (change.record_id, change.text) == (check_in.id, None)
    assert not_none(change.planned).due == Due(date(2026, 12, 9), None, ZONE)


def test_a_moved_date_is_not_listed_while_the_checklist_says_the_same(written: Panel) -> None:
    follow_ups.move(written.store, written.follow_up(Kind.CARD).id, MONDAY, told=False, now=NOW)

    rewrite(written, kept(written))

    assert written.follow_up(Kind.CARD).due == MONDAY
    assert listed(written) == ()


@pytest.mark.parametrize("ending", [follow_ups.done, follow_ups.close])
def test_what_is_done_or_let_go_stays_so_whatever_the_checklist_says(
    written: Panel, ending: Callable[..., Any]
) -> None:
    id = written.follow_up(Kind.CHECK_IN).id
    ending(written.store, id, now=NOW)
    before = written.store.read().get(FollowUp, id)

    rewrite(written, replace(kept(written), commitment=Commitment(by=date(2026, 12, 8))))

    assert written.store.read().get(FollowUp, id) == before
    assert listed(written) == ()


def test_what_no_longer_follows_from_the_checklist_stays_and_is_listed(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    rewrite(written, replace(kept(written), promises=()))

    assert written.follow_up(Kind.CALL) == call
    assert listed(written) == (Change(call.id),)


def test_nothing_is_listed_before_anything_was_written(panel: Panel) -> None:
    debriefs.save(panel.store, panel.debrief, (), now=NOW)

    assert listed(panel) == ()


def test_a_saved_checklist_lists_what_writing_would_meet(written: Panel) -> None:
    notes.edit(written.store, written.note(DANA).id, MINE, now=NOW, visit="a")

    debriefs.save(written.store, with_another_point(kept(written), DANA), (), now=SOON, visit="a")

    assert [one.record_id for one in listed(written)] == [written.note(DANA).id]


def test_taking_a_new_wording_keeps_my_own_among_the_versions(written: Panel) -> None:
    notes.edit(written.store, written.note(DANA).id, MINE, now=NOW, visit="a")
    rewrite(written, with_another_point(kept(written), DANA))
    (change,) = listed(written)

    done = debriefs.answer_change(written.store, change, take=True, now=LATER)

    note = written.note(DANA)
    assert done.did == last_did(written.store) == "Took over the change"
    assert note.text == note.written == change.text
    assert (note.versions[-1].at, note.versions[-1].text) == (LATER, MINE)
    assert listed(written) == ()


def declined_wording(panel: Panel) -> None:
    """Returns an edited note whose newer wording from the checklist was declined."""
    notes.edit(panel.store, panel.note(DANA).id, MINE, now=NOW, visit="a")
    rewrite(panel, with_another_point(kept(panel), DANA))
    (change,) = listed(panel)
    debriefs.answer_change(panel.store, change, take=False, now=LATER)


def test_keeping_my_wording_lists_it_no_more(written: Panel) -> None:
    declined_wording(written)

    rewrite(written, kept(written))

    assert last_did(written.store) == "Kept it as it was"
    assert written.note(DANA).text == MINE
    assert listed(written) == ()


def test_a_wording_that_was_declined_is_followed_by_the_next_one(written: Panel) -> None:
    declined_wording(written)
    third = Said(opening=Opening.MENTIONED, topic="half of the files arrive without photographs")

    rewrite(written, with_sheet(kept(written), PersonDebrief(interviewer_id=DANA.id, said=third)))

    (change,) = [one for one in listed(written) if one.text]
    assert change.record_id == written.note(DANA).id
    assert third.topic in not_none(change.text).body


def moved_check_in(panel: Panel) -> Change:
    """Returns the change listed when a check-in was moved by hand and the checklist differs."""
    follow_ups.move(panel.store, panel.follow_up(Kind.CHECK_IN).id, MONDAY, told=False, now=NOW)
    rewrite(panel, replace(kept(panel), commitment=Commitment(by=date(2026, 12, 8))))
    (change,) = listed(panel)
    return change


def test_taking_a_planned_date_moves_the_row_and_lists_it_no_more(written: Panel) -> None:
    change = moved_check_in(written)

    debriefs.answer_change(written.store, change, take=True, now=LATER)

    check_in = written.follow_up(Kind.CHECK_IN)
    assert check_in.due == check_in.planned == not_none(change.planned).due
    assert not check_in.overruled
    assert listed(written) == ()


def test_keeping_my_date_lists_it_no_more(written: Panel) -> None:
    change = moved_check_in(written)

    debriefs.answer_change(written.store, change, take=False, now=LATER)
    rewrite(written, kept(written))

    assert written.follow_up(Kind.CHECK_IN).due == MONDAY
    assert listed(written) == ()


def test_taking_what_no_longer_follows_closes_it(written: Panel) -> None:
    rewrite(written, replace(kept(written), promises=()))

    debriefs.answer_change(
        written.store, Change(written.follow_up(Kind.CALL).id), take=True, now=LATER
    )

    assert written.follow_up(Kind.CALL).closed_at == LATER
    assert listed(written) == ()


def test_keeping_what_no_longer_follows_leaves_it_open_and_lists_it_no_more(written: Panel) -> None:
    rewrite(written, replace(kept(written), promises=()))

    debriefs.answer_change(
        written.store, Change(written.follow_up(Kind.CALL).id), take=False, now=LATER
    )
    rewrite(written, kept(written))

    assert written.follow_up(Kind.CALL).is_open()
    assert listed(written) == ()


@pytest.mark.parametrize("take", [True, False])
def test_an_answer_is_taken_back_in_one_go_and_is_listed_again(written: Panel, take: bool) -> None:
    change = moved_check_in(written)
    before = content(written.store)
    debriefs.answer_change(written.store, change, take=take, now=LATER)

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before
    assert [one.record_id for one in listed(written)] == [change.record_id]


def test_undo_takes_back_everything_that_writing_made(panel: Panel) -> None:
    before = content(panel.store)
    panel.write()

    done = history.undo(panel.store, panel.store.entries(1)[0].id, now=SOON)

    assert content(panel.store) == before
    assert done.did == "Took back: Wrote 5 notes and planned 8 dates for Harbor & Vale"


def test_undo_of_the_undo_brings_everything_that_was_written_back(written: Panel) -> None:
    before = content(written.store)
    for moment in (SOON, LATER):
        history.undo(written.store, written.store.entries(1)[0].id, now=moment)

    assert content(written.store) == before


def test_undo_of_writing_again_leaves_what_the_first_writing_made(written: Panel) -> None:
    before = content(written.store)
    rewrite(written, with_another_point(kept(written), DANA))

    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    assert content(written.store) == before


def test_what_was_written_is_still_there_for_a_new_reader_of_the_file(
    written: Panel, tmp_path: Path
) -> None:
    again = Store(tmp_path)

    assert content(again) == content(written.store)


@pytest.mark.parametrize("take", [True, False])
def test_a_listed_change_is_answered_once_however_often_it_is_pressed(
    written: Panel, take: bool
) -> None:
    notes.edit(written.store, written.note(DANA).id, MINE, now=NOW, visit="a")
    rewrite(written, with_another_point(kept(written), DANA))
    (change,) = listed(written)

    debriefs.answer_change(written.store, change, take=take, now=LATER)
    entries = len(written.store.entries())
    debriefs.answer_change(written.store, change, take=take, now=LATER + timedelta(seconds=9))

    assert len(written.store.entries()) == entries
