"""Asking somebody for a good word: lining them up, each step with its day, and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.actions import asks, contacts, follow_ups, history, jobs, notes
from lib.actions.ask_steps import NotTheNextStep, TooEarly
from lib.actions.asks import OutOfOrder, StillToCome
from lib.actions.contacts import NobodyThere
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.people.asks import Ask, Step, ask_id
from lib.domain.people.contacts import Acquaintance, Contact
from lib.domain.store_errors import UndoConflict
from lib.domain.strategies import PointToMake, Strategy
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, JOB, NOW, ZONE, Panel, last_did

NOOR = Contact(id="noor", name="Noor Haddad", email="noor@example.org", company="Harbor & Vale")
ID = ask_id(JOB.id, NOOR.id)
MINE = PointToMake(
    "I build reason codes", "I built reason codes at Linden, and 40 agents use them now."
)
BEFORE = NOW - timedelta(days=3)
LATER = NOW + timedelta(days=1)
WEEK = NOW + timedelta(days=8)


@pytest.fixture
def knowing(written: Panel) -> Panel:
    """The panel that was written down, and somebody whom the person knows."""
    with written.store.transaction(now=BEFORE, did="") as tx:
        tx.put(NOOR)
        tx.put(Strategy(id=INTERVIEW.id, points=(MINE,)))
    return written


@pytest.fixture
def lined_up(knowing: Panel) -> Store:
    asks.line_up(knowing.store, JOB.id, NOOR.id, now=NOW)
    return knowing.store


def the_ask(store: Store) -> Ask:
    return store.read().get(Ask, ID)


def due(store: Store) -> dict[Kind, FollowUp]:
    return {one.kind: one for one in store.read().where(FollowUp, ask_id=ID)}


def test_lining_somebody_up_plans_the_ask_for_the_working_day_after_the_interview(
    lined_up: Store,
) -> None:
    assert last_did(lined_up) == "Lined up Noor Haddad for Harbor & Vale"
    assert the_ask(lined_up).step is Step.IDEA
    assert due(lined_up)[Kind.GOOD_WORD].due.day == date(2026, 11, 20)


def test_nobody_is_lined_up_twice_for_one_job(lined_up: Store) -> None:
    done = asks.line_up(lined_up, JOB.id, NOOR.id, now=LATER)

    assert done.did == ""
    assert len(lined_up.read().all(Ask)) == 1


def test_somebody_of_the_address_book_becomes_a_contact_by_being_lined_up(knowing: Panel) -> None:
    store = knowing.store
    with store.book.transaction(now=BEFORE, did="Brought in") as tx:
        tx.put(Acquaintance(id="omar", name="Omar Lind", company="Harbor and Vale, Inc."))

    for _ in range(2):
        asks.line_up(store, JOB.id, "omar", now=NOW)

    (omar,) = (one for one in store.read().all(Contact) if one.name == "Omar Lind")
    assert omar.listed_id == "omar"
    assert [one.contact_id for one in store.read().all(Ask)] == [omar.id]


def test_somebody_who_is_nowhere_is_refused(knowing: Panel) -> None:
    with pytest.raises(NobodyThere):
        asks.line_up(knowing.store, JOB.id, "nobody", now=NOW)


def test_before_the_first_interview_somebody_is_lined_up_and_nobody_asked(knowing: Panel) -> None:
    store = knowing.store
    asks.line_up(store, JOB.id, NOOR.id, now=BEFORE)

    with pytest.raises(TooEarly, match="first interview at Harbor & Vale is still to come"):
        asks.take_step(store, ID, Step.ASKED, now=BEFORE)
    with pytest.raises(TooEarly):
        asks.write(store, ID, NoteKind.GOOD_WORD, now=BEFORE)

    assert the_ask(store).step is Step.IDEA
    assert due(store)[Kind.GOOD_WORD].due.day == date(2026, 11, 20)


def test_asking_on_a_day_before_the_first_interview_is_refused_too(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)

    with pytest.raises(TooEarly):
        asks.redate(lined_up, ID, Step.ASKED, date(2026, 11, 18), now=LATER, zone=ZONE)


def test_asked_brings_a_reminder_after_a_week(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)

    assert last_did(lined_up) == "Asked Noor Haddad for a good word at Harbor & Vale"
    assert due(lined_up)[Kind.GOOD_WORD].done_at == LATER
    assert due(lined_up)[Kind.GOOD_WORD_AGAIN].due.day == date(2026, 11, 27)


def test_a_step_can_be_dated_on_an_earlier_day_and_not_on_a_later_one(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=WEEK)

    asks.redate(lined_up, ID, Step.ASKED, date(2026, 11, 20), now=WEEK, zone=ZONE)

    assert due(lined_up)[Kind.GOOD_WORD_AGAIN].due.day == date(2026, 11, 27)
    with pytest.raises(StillToCome):
        asks.redate(lined_up, ID, Step.ASKED, date(2026, 11, 29), now=WEEK, zone=ZONE)


def test_the_day_of_a_step_can_be_mended(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=WEEK)

    asks.redate(lined_up, ID, Step.ASKED, date(2026, 11, 23), now=WEEK, zone=ZONE)

    assert due(lined_up)[Kind.GOOD_WORD_AGAIN].due.day == date(2026, 11, 30)


def test_all_the_way_to_thanks(lined_up: Store) -> None:
    for step in (Step.ASKED, Step.AGREED, Step.DONE, Step.THANKED):
        asks.take_step(lined_up, ID, step, now=LATER)

    assert the_ask(lined_up).step is Step.THANKED
    assert not any(one.is_open() for one in due(lined_up).values())
    assert due(lined_up)[Kind.CONTACT_THANKS].done_at == LATER


def test_declined_leaves_nothing_to_do(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.DECLINED, now=LATER)

    assert not any(one.is_open() for one in due(lined_up).values())


def test_a_step_that_another_window_overtook_is_refused(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.DECLINED, now=LATER)

    with pytest.raises(NotTheNextStep, match="stands at “declined”"):
        asks.take_step(lined_up, ID, Step.DONE, now=LATER)


def test_somebody_who_changes_their_mind_twice_is_taken_back_one_step_at_a_time(
    lined_up: Store,
) -> None:
    for step in (Step.ASKED, Step.DECLINED, Step.AGREED, Step.DECLINED):
        asks.take_step(lined_up, ID, step, now=LATER)

    asks.take_step_back(lined_up, ID, now=WEEK)

    assert [one.step for one in the_ask(lined_up).steps] == [
        Step.IDEA, Step.ASKED, Step.DECLINED, Step.AGREED,
    ]  # fmt: skip


def test_who_declined_and_then_agreed_is_reminded_after_all(lined_up: Store) -> None:
    for step in (Step.ASKED, Step.DECLINED, Step.AGREED):
        asks.take_step(lined_up, ID, step, now=LATER)

    assert due(lined_up)[Kind.GOOD_WORD_AGAIN].is_open()


def test_a_reminder_that_was_let_go_by_hand_stays_so(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    follow_ups.close(lined_up, due(lined_up)[Kind.GOOD_WORD_AGAIN].id, now=LATER)

    asks.take_step(lined_up, ID, Step.AGREED, now=WEEK)

    assert not due(lined_up)[Kind.GOOD_WORD_AGAIN].is_open()


def test_a_step_cannot_be_dated_before_the_one_that_it_followed(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.AGREED, now=WEEK)

    with pytest.raises(OutOfOrder):
        asks.redate(lined_up, ID, Step.AGREED, date(2026, 11, 19), now=WEEK, zone=ZONE)


def test_an_ask_under_way_goes_on_when_its_only_interview_is_moved(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    later_on = replace(INTERVIEW, day=date(2026, 12, 10), revision=_revision(lined_up))
    jobs.save_interview(lined_up, later_on, (), now=LATER)

    asks.take_step(lined_up, ID, Step.DONE, now=LATER)

    assert the_ask(lined_up).step is Step.DONE


def test_the_first_message_cannot_be_unsent_once_more_has_happened(lined_up: Store) -> None:
    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER).record_id
    notes.mark_sent(lined_up, note_id, now=LATER)
    asks.take_step(lined_up, ID, Step.AGREED, now=LATER)

    with pytest.raises(NotTheNextStep):
        notes.not_sent(lined_up, note_id, now=WEEK)

    assert the_ask(lined_up).step is Step.AGREED
    assert lined_up.read().get(Note, note_id).sent_at == LATER


def test_thanks_that_somebody_wrote_on_are_not_lost_by_a_step_back(lined_up: Store) -> None:
    for step in (Step.ASKED, Step.DONE):
        asks.take_step(lined_up, ID, step, now=LATER)
    note_id = asks.write(lined_up, ID, NoteKind.CONTACT_THANKS, now=LATER).record_id
    notes.edit(lined_up, note_id, Text("Thank you", "Dear Noor, you are a star."), now=LATER)

    asks.take_step_back(lined_up, ID, now=WEEK)

    assert lined_up.read().get(Note, note_id).text.body == "Dear Noor, you are a star."


def test_a_note_that_nobody_touched_follows_a_new_name_and_a_new_day(lined_up: Store) -> None:
    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER).record_id
    renamed = replace(lined_up.read().get(Contact, NOOR.id), name="Nora Haddad")

    contacts.save(lined_up, renamed, now=LATER)

    note = lined_up.read().get(Note, note_id)
    assert "Nora" in note.text.body.splitlines()[0]
    assert notes.findings(lined_up.read(), note) == ()


def test_a_reminder_follows_the_answer_that_they_agreed(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD_AGAIN, now=LATER).record_id
    before = lined_up.read().get(Note, note_id).text

    asks.take_step(lined_up, ID, Step.AGREED, now=LATER)

    assert lined_up.read().get(Note, note_id).text != before


def test_the_twin_of_a_contact_in_the_address_book_is_not_asked_a_second_time(
    lined_up: Store,
) -> None:
    with lined_up.book.transaction(now=NOW, did="Brought in") as tx:
        tx.put(Acquaintance(id="noor-book", name="Noor Haddad", email=NOOR.email))

    asks.line_up(lined_up, JOB.id, "noor-book", now=LATER)

    assert [one.contact_id for one in lined_up.read().all(Ask)] == [NOOR.id]
    assert len(lined_up.read().all(Contact)) == 1


def test_every_step_can_be_undone(lined_up: Store) -> None:
    before = the_ask(lined_up), due(lined_up)
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)

    history.undo(lined_up, lined_up.entries(1)[0].id, now=LATER)

    assert the_ask(lined_up).steps == before[0].steps
    assert due(lined_up).keys() == before[1].keys()


def test_a_step_taken_by_mistake_can_be_taken_back_later(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.DONE, now=LATER)

    asks.take_step_back(lined_up, ID, now=WEEK)

    assert the_ask(lined_up).step is Step.ASKED
    assert Kind.CONTACT_THANKS not in due(lined_up)
    assert last_did(lined_up) == "Noor Haddad: back to “asked”"


def test_doing_the_follow_up_takes_the_step(lined_up: Store) -> None:
    follow_ups.done(lined_up, due(lined_up)[Kind.GOOD_WORD].id, now=LATER)

    assert the_ask(lined_up).step is Step.ASKED
    assert due(lined_up)[Kind.GOOD_WORD_AGAIN].is_open()


def test_opening_the_follow_up_again_takes_the_step_back(lined_up: Store) -> None:
    follow_ups.done(lined_up, due(lined_up)[Kind.GOOD_WORD].id, now=LATER)

    follow_ups.reopen(lined_up, due(lined_up)[Kind.GOOD_WORD].id, now=LATER)

    assert the_ask(lined_up).step is Step.IDEA
    assert Kind.GOOD_WORD_AGAIN not in due(lined_up)


def test_a_reminder_goes_out_once_and_changes_no_step(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)

    follow_ups.done(lined_up, due(lined_up)[Kind.GOOD_WORD_AGAIN].id, now=WEEK)
    asks.take_step(lined_up, ID, Step.AGREED, now=WEEK)

    assert the_ask(lined_up).step is Step.AGREED
    assert not due(lined_up)[Kind.GOOD_WORD_AGAIN].is_open()


def test_a_chosen_day_stays_when_the_interview_moves_and_a_planned_one_follows(
    lined_up: Store,
) -> None:
    friday = replace(INTERVIEW, day=date(2026, 11, 20), revision=_revision(lined_up))

    jobs.save_interview(lined_up, friday, (), now=LATER)
    moved = due(lined_up)[Kind.GOOD_WORD].due.day
    follow_ups.move(
        lined_up,
        due(lined_up)[Kind.GOOD_WORD].id,
        replace(due(lined_up)[Kind.GOOD_WORD].due, day=date(2026, 12, 3)),
        told=False,
        now=LATER,
    )
    back = replace(INTERVIEW, revision=_revision(lined_up))
    jobs.save_interview(lined_up, back, (), now=LATER)

    assert moved == date(2026, 11, 23)
    assert due(lined_up)[Kind.GOOD_WORD].due.day == date(2026, 12, 3)


def _revision(store: Store) -> int:
    return store.read().get(Interview, INTERVIEW.id).revision


def test_taking_somebody_off_the_list_takes_what_was_due_along(lined_up: Store) -> None:
    asks.drop(lined_up, ID, now=LATER)

    assert lined_up.read().all(Ask) == ()
    assert due(lined_up) == {}
    assert lined_up.read().find(Contact, NOOR.id) is not None


def test_deleting_the_job_takes_its_asks_along_and_leaves_the_contact(lined_up: Store) -> None:
    jobs.delete_job(lined_up, JOB.id, now=LATER)

    assert lined_up.read().all(Ask) == ()
    assert lined_up.read().all(FollowUp) == ()
    assert lined_up.read().find(Contact, NOOR.id) is not None


def test_an_ask_is_written_once_in_the_channel_by_which_they_can_be_reached(
    lined_up: Store,
) -> None:
    first = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER)
    again = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER)

    note = lined_up.read().get(Note, first.record_id)
    assert (first.record_id, again.did) == (again.record_id, "")
    assert (note.channel, note.contact_id, note.interview_id) == (Channel.EMAIL, NOOR.id, "")
    assert "Noor" in note.text.body.splitlines()[0]
    assert notes.findings(lined_up.read(), note) == ()


def test_a_reminder_before_anybody_was_asked_is_refused(lined_up: Store) -> None:
    with pytest.raises(NotTheNextStep):
        asks.write(lined_up, ID, NoteKind.GOOD_WORD_AGAIN, now=LATER)


def test_sending_the_ask_takes_the_step_and_not_sent_takes_it_back(lined_up: Store) -> None:
    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER).record_id

    notes.mark_sent(lined_up, note_id, now=LATER)
    sent = the_ask(lined_up).step
    notes.not_sent(lined_up, note_id, now=LATER)

    assert (sent, the_ask(lined_up).step) == (Step.ASKED, Step.IDEA)


def test_taking_the_step_counts_what_was_written_as_sent(lined_up: Store) -> None:
    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER).record_id

    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)

    assert lined_up.read().get(Note, note_id).sent_at == LATER


def test_thanks_are_written_once_they_have_spoken(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.DONE, now=WEEK)
    asks.save(lined_up, replace(the_ask(lined_up), did="called Dana on Monday"), now=WEEK)

    note_id = asks.write(lined_up, ID, NoteKind.CONTACT_THANKS, now=WEEK).record_id
    notes.mark_sent(lined_up, note_id, now=WEEK)

    assert the_ask(lined_up).step is Step.THANKED
    assert "Dana" in lined_up.read().get(Note, note_id).text.body


def test_what_came_of_an_ask_reaches_the_thanks_that_nobody_touched(lined_up: Store) -> None:
    asks.take_step(lined_up, ID, Step.ASKED, now=LATER)
    asks.take_step(lined_up, ID, Step.DONE, now=WEEK)
    note_id = asks.write(lined_up, ID, NoteKind.CONTACT_THANKS, now=WEEK).record_id
    result = "They have invited me to a second round."

    asks.save(lined_up, replace(the_ask(lined_up), came_of_it=result), now=WEEK)

    assert result in lined_up.read().get(Note, note_id).text.body


def test_what_an_earlier_version_noted_about_an_ask_stands_beside_its_blank_and_in_no_message(
    lined_up: Store,
) -> None:
    asks.save(
        lined_up, replace(the_ask(lined_up), trait="staying calm when the queue grows"), now=LATER
    )

    note_id = asks.write(lined_up, ID, NoteKind.GOOD_WORD, now=LATER).record_id

    note = lined_up.read().get(Note, note_id)
    noted = {one.name: one.noted for one in notes.blanks(lined_up.read(), note)}
    assert noted["about_me"] == "staying calm when the queue grows"
    assert "calm" not in note.text.body


def test_the_interview_cannot_be_undone_away_from_under_an_ask(store: Store) -> None:
    done = jobs.add_interview(store, JOB, INTERVIEW, (), now=NOW)
    added = store.entries(1)[0].id
    with store.transaction(now=NOW, did="") as tx:
        tx.put(NOOR)
    asks.line_up(store, JOB.id, NOOR.id, now=NOW)

    with pytest.raises(UndoConflict):
        history.undo(store, added, now=LATER)

    assert store.read().get(Interview, done.record_id)
