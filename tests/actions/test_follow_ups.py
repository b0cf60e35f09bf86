"""One follow-up: done, opened again, hidden, moved, let go, or added by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from lib.actions import follow_ups, history, notes
from lib.actions.follow_ups import Addressee, NothingToDo, NotYet
from lib.domain.dates.due import Due
from lib.domain.followups.followup import FollowUp, Kind, Punctuality, State, punctuality, tally
from lib.domain.notes import Note
from lib.domain.store_errors import Missing
from lib.store.repository import Store
from tests.actions.conftest import (
    ASKED,
    DANA,
    INTERVIEW,
    JOB,
    NOW,
    SPOKEN,
    ZONE,
    Panel,
    content,
    last_did,
)
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
FRIDAY = Due(date(2026, 11, 27), time(10), ZONE)
MONDAY = Due(date(2026, 11, 30), None, ZONE)
IN_TIME = not_none(SPOKEN.due).deadline() - timedelta(minutes=1)
TOO_LATE = not_none(SPOKEN.due).deadline() + timedelta(minutes=1)


def read(panel: Panel, follow_up: FollowUp) -> FollowUp:
    return panel.store.read().get(FollowUp, follow_up.id)


def undo(panel: Panel) -> None:
    history.undo(panel.store, panel.store.entries(1)[0].id, now=LATER)


def test_done_marks_the_row_and_its_unsent_note_at_that_moment(written: Panel) -> None:
    earlier = NOW + timedelta(minutes=1)
    follow_up = written.follow_up(Kind.THANK_YOU, DANA)

    done = follow_ups.done(written.store, follow_up.id, at=earlier, now=SOON)

    assert done.did == last_did(written.store) == "Done: Thank-you e-mail, Dana Whitfield"
    assert read(written, follow_up).done_at == written.note(DANA).sent_at == earlier
    assert [(one.at, one.what) for one in read(written, follow_up).history] == [(SOON, "Done")]


def test_done_without_a_moment_means_now(written: Panel) -> None:
    follow_up = written.follow_up(Kind.CALL)

    follow_ups.done(written.store, follow_up.id, now=SOON)

    assert read(written, follow_up).done_at == SOON


def test_done_leaves_the_moment_of_a_note_that_was_sent_before(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(DANA).id, now=NOW)

    follow_ups.done(written.store, written.follow_up(Kind.THANK_YOU, DANA).id, now=SOON)

    assert written.note(DANA).sent_at == NOW


def test_done_leaves_the_notes_of_other_follow_ups_unsent(written: Panel) -> None:
    follow_ups.done(written.store, written.follow_up(Kind.THANK_YOU, DANA).id, now=SOON)

    assert [one.sent_at for one in written.store.read().all(Note)].count(None) == 4


def test_a_moment_to_come_is_refused_and_nothing_is_changed(written: Panel) -> None:
    before = content(written.store)

    with pytest.raises(NotYet, match="still to come"):
        follow_ups.done(written.store, written.follow_up(Kind.CALL).id, at=LATER, now=SOON)

    assert content(written.store) == before


def test_done_takes_a_row_back_that_was_let_go_or_hidden(written: Panel) -> None:
    let_go, hidden = written.follow_up(Kind.CALL), written.follow_up(Kind.CARD)
    follow_ups.close(written.store, let_go.id, now=NOW)
    follow_ups.later(written.store, hidden.id, NOW + timedelta(days=1), now=NOW)

    for follow_up in (let_go, hidden):
        follow_ups.done(written.store, follow_up.id, now=SOON)

    assert read(written, let_go).state(SOON) is State.DONE
    assert read(written, let_go).closed_at is None
    assert read(written, hidden).hidden_until is None


@pytest.mark.parametrize(
    ("moment", "turned_out"),
    [
        (IN_TIME, Punctuality.KEPT),
        (TOO_LATE, Punctuality.KEPT),
        (TOO_LATE + timedelta(minutes=15), Punctuality.LATE),
        (TOO_LATE + timedelta(days=7), Punctuality.MISSED),
    ],
)
def test_a_promise_is_judged_by_the_moment_at_which_it_was_done(
    written: Panel, moment: datetime, turned_out: Punctuality
) -> None:
    call = written.follow_up(Kind.CALL)

    follow_ups.done(written.store, call.id, at=moment, now=moment + timedelta(days=30))

    after = read(written, call)
    assert punctuality(not_none(after.promise), after, moment + timedelta(days=30)) is turned_out


def test_a_row_that_is_gone_says_so(store: Store) -> None:
    with pytest.raises(Missing, match="not there any more"):
        follow_ups.done(store, "gone", now=NOW)


@pytest.mark.parametrize("ending", [follow_ups.done, follow_ups.close])
def test_opening_again_leaves_a_line_and_neither_done_nor_let_go(
    written: Panel, ending: Callable[..., Any]
) -> None:
    follow_up = written.follow_up(Kind.CALL)
    ending(written.store, follow_up.id, now=NOW)

    done = follow_ups.reopen(written.store, follow_up.id, now=SOON)

    after = read(written, follow_up)
    assert (
        done.did == last_did(written.store) == "Open again: Call, about the start date, Priya Raman"
    )
    assert after.is_open()
    assert after.history[-1].what == "Taken up again"
    assert len(after.history) == 2
    assert (after.due, after.promise) == (follow_up.due, follow_up.promise)


def test_opening_again_marks_its_note_as_not_sent(written: Panel) -> None:
    follow_up = written.follow_up(Kind.THANK_YOU, DANA)
    follow_ups.done(written.store, follow_up.id, now=NOW)

    follow_ups.reopen(written.store, follow_up.id, now=SOON)

    assert written.note(DANA).sent_at is None


def test_later_hides_the_row_until_then_and_moves_no_date(written: Panel) -> None:
    card, until = written.follow_up(Kind.CARD), NOW + timedelta(days=1)

    done = follow_ups.later(written.store, card.id, until, now=NOW)

    after = read(written, card)
    assert done.did == "Hidden for now: Handwritten card, Dana Whitfield"
    assert after.due == card.due
    assert after.is_hidden(NOW)
    assert not after.is_hidden(until)


def test_a_hidden_row_still_follows_the_checklist(written: Panel) -> None:
    card = written.follow_up(Kind.CARD)

    follow_ups.later(written.store, card.id, NOW + timedelta(days=1), now=NOW)

    after = read(written, card)
    assert (after.history, after.overruled) == ((), False)


def test_moving_a_planned_date_leaves_a_line_and_no_promise(written: Panel) -> None:
    card = written.follow_up(Kind.CARD)

    done = follow_ups.move(written.store, card.id, MONDAY, told=False, now=SOON)

    after = read(written, card)
    assert done.did == last_did(written.store) == "Moved: Handwritten card, Dana Whitfield"
    assert (after.due, after.planned, after.promise) == (MONDAY, card.due, None)
    assert after.overruled
    assert [one.what for one in after.history] == ["Moved from Fri, Nov 20 to Mon, Nov 30"]


def test_moving_a_hidden_row_shows_it_again(written: Panel) -> None:
    card = written.follow_up(Kind.CARD)
    follow_ups.later(written.store, card.id, NOW + timedelta(days=9), now=NOW)

    follow_ups.move(written.store, card.id, MONDAY, told=False, now=SOON)

    assert not read(written, card).is_hidden(SOON)


def test_a_promise_moved_without_a_word_is_still_judged_by_the_agreed_date(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    follow_ups.move(written.store, call.id, FRIDAY, told=False, now=IN_TIME)

    after = read(written, call)
    assert (after.due, not_none(after.promise).first, not_none(after.promise).agreed) == (
        FRIDAY,
        SPOKEN.due,
        SPOKEN.due,
    )
    assert (
        after.history[-1].what
        == "Moved from Wed, Nov 25, 10 a.m. to Fri, Nov 27, 10 a.m., not told yet"
    )


def test_a_promise_counts_for_the_new_date_once_they_were_told_in_time(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    follow_ups.move(written.store, call.id, FRIDAY, told=True, now=IN_TIME)

    after = read(written, call)
    assert (after.due, not_none(after.promise).first, not_none(after.promise).agreed) == (
        FRIDAY,
        SPOKEN.due,
        FRIDAY,
    )
    assert (
        after.history[-1].what
        == "Moved from Wed, Nov 25, 10 a.m. to Fri, Nov 27, 10 a.m., and they were told"
    )


def test_telling_them_after_the_date_has_passed_does_not_mend_the_promise(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    follow_ups.move(written.store, call.id, FRIDAY, told=True, now=TOO_LATE)

    assert read(written, call).due == FRIDAY
    assert not_none(read(written, call).promise).agreed == SPOKEN.due


def test_the_first_promise_stays_on_record_through_many_moves(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    for days in range(1, 6):
        due = Due(date(2026, 11, 27) + timedelta(days=days), None, ZONE)
        follow_ups.move(written.store, call.id, due, told=True, now=NOW)

    after = read(written, call)
    assert not_none(after.promise).first == SPOKEN.due
    assert not_none(after.promise).agreed == after.due == Due(date(2026, 12, 2), None, ZONE)
    assert len(after.history) == 5


def test_a_promise_let_go_undone_counts_as_missed(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)

    done = follow_ups.close(written.store, call.id, now=SOON)

    after = read(written, call)
    assert done.did == "Let go: Call, about the start date, Priya Raman"
    assert after.state(SOON) is State.CLOSED
    assert punctuality(not_none(after.promise), after, SOON) is Punctuality.MISSED


def test_letting_a_planned_row_go_costs_no_promise(written: Panel) -> None:
    follow_ups.close(written.store, written.follow_up(Kind.CARD).id, now=SOON)

    assert tally(written.store.read().all(FollowUp), SOON).counted == 0


def test_letting_a_row_go_leaves_its_note_unsent(written: Panel) -> None:
    follow_ups.close(written.store, written.follow_up(Kind.THANK_YOU, DANA).id, now=SOON)

    assert written.note(DANA).sent_at is None


def test_a_row_without_a_person_is_named_by_what_it_is(written: Panel) -> None:
    done = follow_ups.done(written.store, written.follow_up(Kind.PREPARE).id, now=SOON)

    assert done.did == f"Done: Prepare: {ASKED.what}"


@pytest.mark.parametrize(
    "change",
    [
        lambda store, id: follow_ups.done(store, id, now=SOON),
        lambda store, id: follow_ups.close(store, id, now=SOON),
        lambda store, id: follow_ups.later(store, id, NOW + timedelta(days=1), now=SOON),
        lambda store, id: follow_ups.move(store, id, FRIDAY, told=True, now=SOON),
    ],
    ids=["done", "let go", "hidden", "moved"],
)
def test_each_change_is_one_entry_and_is_taken_back_whole(
    written: Panel, change: Callable[..., Any]
) -> None:
    before, entries = content(written.store), len(written.store.entries())

    change(written.store, written.follow_up(Kind.THANK_YOU, DANA).id)

    changed = content(written.store) != before
    count = len(written.store.entries())
    undo(written)

    assert (changed, count) == (True, entries + 1)
    assert content(written.store) == before


def test_opening_again_is_taken_back_whole(written: Panel) -> None:
    follow_ups.done(written.store, written.follow_up(Kind.THANK_YOU, DANA).id, now=NOW)
    before = content(written.store)
    follow_ups.reopen(written.store, written.follow_up(Kind.THANK_YOU, DANA).id, now=SOON)

    undo(written)

    assert content(written.store) == before


def test_a_follow_up_of_my_own_takes_the_name_of_its_person(panel: Panel) -> None:
    done = follow_ups.add(
        panel.store,
        "  Send the article  ",
        FRIDAY,
        Addressee(job_id=JOB.id, interviewer_id=DANA.id),
        now=NOW,
    )

    added = panel.store.read().get(FollowUp, done.record_id)
    assert done.did == last_did(panel.store) == "Added: Send the article"
    assert (added.what, added.who, added.kind) == ("Send the article", "Dana Whitfield", Kind.OTHER)
    assert (added.job_id, added.interviewer_id) == (JOB.id, DANA.id)
    assert (added.due, added.promise, added.example) == (FRIDAY, None, False)


def test_a_follow_up_of_my_own_needs_neither_a_job_nor_a_known_person(store: Store) -> None:
    done = follow_ups.add(
        store, "Thank my referee", MONDAY, Addressee(name=" Ada Lindqvist "), now=NOW
    )

    added = store.read().get(FollowUp, done.record_id)
    assert (added.who, added.job_id, added.interviewer_id) == ("Ada Lindqvist", "", "")


def test_the_same_words_added_twice_are_two_follow_ups(store: Store) -> None:
    first = follow_ups.add(store, "Thank my referee", MONDAY, now=NOW)
    second = follow_ups.add(store, "Thank my referee", MONDAY, now=NOW)

    assert {one.id for one in store.read().all(FollowUp)} == {first.record_id, second.record_id}
    assert first.record_id != second.record_id


@pytest.mark.parametrize("what", ["", "   ", "\n\t"])
def test_a_follow_up_without_a_word_is_refused(store: Store, what: str) -> None:
    with pytest.raises(NothingToDo, match="nothing was added"):
        follow_ups.add(store, what, MONDAY, now=NOW)

    assert store.read().all(FollowUp) == ()


def test_a_follow_up_of_my_own_is_taken_back(panel: Panel) -> None:
    before = content(panel.store)
    follow_ups.add(panel.store, "Send the article", FRIDAY, Addressee(job_id=JOB.id), now=NOW)

    undo(panel)

    assert content(panel.store) == before


def test_writing_from_the_checklist_leaves_a_follow_up_of_my_own_alone(panel: Panel) -> None:
    done = follow_ups.add(
        panel.store, "Send the article", FRIDAY, Addressee(job_id=JOB.id), now=NOW
    )
    before = panel.store.read().get(FollowUp, done.record_id)

    panel.write()

    assert panel.store.read().get(FollowUp, done.record_id) == before
    assert len(panel.store.read().where(FollowUp, interview_id=INTERVIEW.id)) == 8
