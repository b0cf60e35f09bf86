"""How a job turned out: recorded in one press, its message written, and nothing closed silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.actions import answers, follow_ups, history, jobs, notes
from lib.actions.answers import NoAnswerYet
from lib.domain.answers import Answer
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import DANA, JOB, NOW, PRIYA, TOBIAS, Panel, last_did

NEWS = NOW + timedelta(days=14)
"""Thursday, December 3, noon in New York."""
LATER = NEWS + timedelta(hours=2)


def of_kind(store: Store, kind: Kind) -> list[FollowUp]:
    return [one for one in store.read().where(FollowUp, job_id=JOB.id) if one.kind is kind]


def note_of(store: Store, follow_up: FollowUp) -> Note:
    (note,) = store.read().where(Note, follow_up_id=follow_up.id)
    return note


def the_answer(store: Store) -> Answer:
    return store.read().get(Answer, JOB.id)


@pytest.fixture
def refused_me(written: Panel) -> Store:
    """The panel's job after a no."""
    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=NEWS)
    return written.store


def test_a_no_brings_a_gracious_reply_within_a_day_already_written(refused_me: Store) -> None:
    (reply,) = of_kind(refused_me, Kind.GRACIOUS_REPLY)

    note = note_of(refused_me, reply)
    assert last_did(refused_me) == "Not selected at Harbor & Vale; the message is written"
    assert refused_me.read().get(Job, JOB.id).status is JobStatus.NOT_SELECTED
    assert reply.due.deadline() == NEWS + timedelta(hours=24)
    assert (reply.who, note.kind, note.interview_id) == (PRIYA.name, NoteKind.GRACIOUS_REPLY, "")
    assert [one.code for one in notes.findings(refused_me.read(), note)] == ["no_specific"]


def test_pressing_it_twice_changes_nothing(refused_me: Store) -> None:
    entries = len(refused_me.entries())

    done = answers.record(refused_me, JOB.id, JobStatus.NOT_SELECTED, now=LATER)

    assert done.did == ""
    assert len(refused_me.entries()) == entries


def test_a_wrong_press_is_undone_with_all_that_followed(written: Panel) -> None:
    before = written.store.read().all(FollowUp), written.store.read().all(Note)

    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=NEWS)
    history.undo(written.store, written.store.entries(1)[0].id, now=LATER)

    reader = written.store.read()
    assert reader.get(Job, JOB.id).status is JobStatus.INTERVIEWING
    assert len(reader.all(FollowUp)) == len(before[0])
    assert len(reader.all(Note)) == len(before[1])
    assert reader.all(Answer) == ()


def test_another_answer_takes_the_reply_of_the_first_away(refused_me: Store) -> None:
    answers.record(refused_me, JOB.id, JobStatus.OFFER, now=LATER)

    assert of_kind(refused_me, Kind.GRACIOUS_REPLY) == []
    assert len(of_kind(refused_me, Kind.OFFER_THANKS)) == 1


def test_a_reply_that_somebody_wrote_on_stays(refused_me: Store) -> None:
    (reply,) = of_kind(refused_me, Kind.GRACIOUS_REPLY)
    note = note_of(refused_me, reply)
    notes.edit(refused_me, note.id, replace(note.text, body="Dear Priya,\n\nthank you."), now=LATER)

    answers.record(refused_me, JOB.id, JobStatus.SILENT, now=LATER)

    assert note_of(refused_me, reply).text.body == "Dear Priya,\n\nthank you."


def test_still_running_takes_the_answer_back(refused_me: Store) -> None:
    answers.record(refused_me, JOB.id, JobStatus.INTERVIEWING, now=LATER)

    assert refused_me.read().all(Answer) == ()
    assert of_kind(refused_me, Kind.GRACIOUS_REPLY) == []


def test_the_reply_goes_to_whoever_told_me(refused_me: Store) -> None:
    answers.save(refused_me, replace(the_answer(refused_me), from_id=DANA.id), now=LATER)

    assert [one.who for one in of_kind(refused_me, Kind.GRACIOUS_REPLY)] == [DANA.name]


def test_an_address_that_takes_no_answer_is_passed_over(written: Panel) -> None:
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(replace(tx.get(Interviewer, PRIYA.id), email="no-reply@harborvale.example"))

    answers.record(written.store, JOB.id, JobStatus.NOT_SELECTED, now=NEWS)

    assert [one.who for one in of_kind(written.store, Kind.GRACIOUS_REPLY)] == [DANA.name]


def test_news_from_nobodys_address_goes_to_somebody_else(refused_me: Store) -> None:
    told = replace(the_answer(refused_me), from_id=PRIYA.id, no_reply=True)

    answers.save(refused_me, told, now=LATER)

    assert [one.interviewer_id for one in of_kind(refused_me, Kind.GRACIOUS_REPLY)] == [PRIYA.id]


def test_each_of_them_can_get_a_reply_of_their_own_and_none_two(refused_me: Store) -> None:
    for _ in range(2):
        for person in (DANA, TOBIAS, PRIYA):
            answers.reply_to(refused_me, JOB.id, person.id, now=LATER)

    replies = of_kind(refused_me, Kind.GRACIOUS_REPLY)
    texts = {note_of(refused_me, one).text.body for one in replies}
    assert sorted(one.who for one in replies) == sorted([DANA.name, TOBIAS.name, PRIYA.name])
    assert len(texts) == 3
    found = {
        one.who: notes.findings(refused_me.read(), note_of(refused_me, one)) for one in replies
    }
    assert {one.code for each in found.values() for one in each} == {"no_specific"}


def test_staying_in_touch_sets_a_day_in_five_weeks_and_one_in_three_months(
    refused_me: Store,
) -> None:
    answers.stay_in_touch(refused_me, JOB.id, yes=True, now=LATER)

    assert [one.due.day for one in of_kind(refused_me, Kind.STAY_IN_TOUCH)] == [
        date(2027, 1, 7), date(2027, 3, 3),
    ]  # fmt: skip


def test_letting_it_rest_takes_both_days_away(refused_me: Store) -> None:
    answers.stay_in_touch(refused_me, JOB.id, yes=True, now=LATER)

    answers.stay_in_touch(refused_me, JOB.id, yes=False, now=LATER)

    assert of_kind(refused_me, Kind.STAY_IN_TOUCH) == []
    assert the_answer(refused_me).stay_in_touch is False


def test_news_that_an_earlier_version_kept_stands_beside_its_blank_and_in_no_message(
    refused_me: Store,
) -> None:
    answers.stay_in_touch(refused_me, JOB.id, yes=True, now=LATER)
    first = of_kind(refused_me, Kind.STAY_IN_TOUCH)[0]
    notes.write_for(refused_me, first.id, NoteKind.STAY_IN_TOUCH, Channel.EMAIL, now=LATER)

    news = "I have finished the SQL course."
    answers.save(refused_me, replace(the_answer(refused_me), news=news), now=LATER)

    note = note_of(refused_me, first)
    noted = {one.name: one.noted for one in notes.blanks(refused_me.read(), note)}
    assert noted["news"] == news
    assert "SQL course" not in note.text.body


def test_an_offer_is_thanked_for_and_its_day_becomes_a_promise_once_the_thanks_are_sent(
    written: Panel,
) -> None:
    store = written.store
    answers.record(store, JOB.id, JobStatus.OFFER, now=NEWS)
    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 10)), now=LATER)
    (thanks,) = of_kind(store, Kind.OFFER_THANKS)
    note = note_of(store, thanks)
    assert "Thursday, December 10" in note.text.body

    notes.mark_sent(store, note.id, now=LATER)

    (answer_it,) = of_kind(store, Kind.ANSWER_OFFER)
    assert answer_it.promise is not None
    assert answer_it.due.day == date(2026, 12, 10)


def test_a_day_that_they_were_told_stays_until_the_person_says_whether_they_know_the_new_one(
    written: Panel,
) -> None:
    store = written.store
    answers.record(store, JOB.id, JobStatus.OFFER, now=NEWS)
    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 10)), now=LATER)
    notes.mark_sent(store, note_of(store, of_kind(store, Kind.OFFER_THANKS)[0]).id, now=LATER)

    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 14)), now=LATER)

    (promised,) = of_kind(store, Kind.ANSWER_OFFER)
    assert promised.due.day == date(2026, 12, 10)
    assert promised.promise is not None
    assert promised.promise.agreed.day == date(2026, 12, 10)

    new_day = replace(promised.due, day=date(2026, 12, 14))
    follow_ups.move(store, promised.id, new_day, told=True, now=LATER)

    (moved,) = of_kind(store, Kind.ANSWER_OFFER)
    assert moved.promise is not None
    assert (moved.due.day, moved.promise.agreed.day) == (date(2026, 12, 14), date(2026, 12, 14))
    assert "and they were told" in moved.history[-1].what


def test_a_day_that_nobody_was_told_follows_the_one_that_i_choose(written: Panel) -> None:
    store = written.store
    answers.record(store, JOB.id, JobStatus.OFFER, now=NEWS)
    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 10)), now=LATER)

    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 14)), now=LATER)

    (planned,) = of_kind(store, Kind.ANSWER_OFFER)
    assert planned.due.day == date(2026, 12, 14)


def test_stepping_back_has_its_message(written: Panel) -> None:
    answers.record(written.store, JOB.id, JobStatus.WITHDRAWN, now=NEWS)

    (step_back,) = of_kind(written.store, Kind.WITHDRAWAL)
    assert notes.findings(written.store.read(), note_of(written.store, step_back)) == ()


def test_silence_closes_the_loop_once(written: Panel) -> None:
    answers.record(written.store, JOB.id, JobStatus.SILENT, now=NEWS)

    (loop,) = of_kind(written.store, Kind.CLOSE_LOOP)
    assert note_of(written.store, loop).kind is NoteKind.CLOSE_LOOP
    assert loop not in answers.senseless(written.store.read(), JOB.id)


def test_what_makes_no_sense_any_more_is_listed_and_stays_open_until_it_is_let_go(
    refused_me: Store,
) -> None:
    listed = answers.senseless(refused_me.read(), JOB.id)
    assert Kind.CHECK_IN in {one.kind for one in listed}
    assert Kind.GRACIOUS_REPLY not in {one.kind for one in listed}
    assert all(one.is_open() for one in listed)

    answers.let_go(refused_me, JOB.id, [one.id for one in listed], now=LATER)

    assert answers.senseless(refused_me.read(), JOB.id) == ()
    assert last_did(refused_me) == f"Let {len(listed)} follow-ups go"


def test_with_an_offer_on_the_table_only_asking_how_things_stand_makes_no_sense(
    written: Panel,
) -> None:
    answers.record(written.store, JOB.id, JobStatus.OFFER, now=NEWS)

    assert {one.kind for one in answers.senseless(written.store.read(), JOB.id)} == {Kind.CHECK_IN}


def test_the_promised_answer_to_an_offer_is_given_by_accepting_it(written: Panel) -> None:
    store = written.store
    answers.record(store, JOB.id, JobStatus.OFFER, now=NEWS)
    answers.save(store, replace(the_answer(store), answer_by=date(2026, 12, 10)), now=LATER)
    notes.mark_sent(store, note_of(store, of_kind(store, Kind.OFFER_THANKS)[0]).id, now=LATER)

    answers.record(store, JOB.id, JobStatus.ACCEPTED, now=LATER)

    (answer_it,) = of_kind(store, Kind.ANSWER_OFFER)
    assert answer_it.promise is not None
    assert answer_it.done_at == LATER


def test_a_reply_that_went_out_is_followed_by_no_second_one_of_its_own(refused_me: Store) -> None:
    notes.mark_sent(
        refused_me, note_of(refused_me, of_kind(refused_me, Kind.GRACIOUS_REPLY)[0]).id, now=LATER
    )

    answers.save(refused_me, replace(the_answer(refused_me), from_id=DANA.id), now=LATER)

    assert len(of_kind(refused_me, Kind.GRACIOUS_REPLY)) == 1


def test_a_done_reply_is_not_written_anew(refused_me: Store) -> None:
    (reply,) = of_kind(refused_me, Kind.GRACIOUS_REPLY)
    follow_ups.done(refused_me, reply.id, now=LATER)

    answers.save(refused_me, replace(the_answer(refused_me), learned="Bring figures."), now=LATER)

    assert len(of_kind(refused_me, Kind.GRACIOUS_REPLY)) == 1


def test_what_was_learned_may_not_be_endless(refused_me: Store) -> None:
    with pytest.raises(Refused):
        answers.save(refused_me, replace(the_answer(refused_me), learned="x" * 6_000), now=LATER)


def test_an_answer_that_another_window_took_back_is_missed(refused_me: Store) -> None:
    answers.record(refused_me, JOB.id, JobStatus.INTERVIEWING, now=LATER)

    with pytest.raises(NoAnswerYet):
        answers.stay_in_touch(refused_me, JOB.id, yes=True, now=LATER)


def test_a_no_without_any_interview_has_a_reply_to_write_later(store: Store) -> None:
    with store.transaction(now=NOW, did="") as tx:
        tx.put(JOB)

    answers.record(store, JOB.id, JobStatus.NOT_SELECTED, now=NEWS)

    (reply,) = of_kind(store, Kind.GRACIOUS_REPLY)
    assert store.read().where(Note, follow_up_id=reply.id) == ()


def test_deleting_the_job_takes_its_answer_along(refused_me: Store) -> None:
    jobs.delete_job(refused_me, JOB.id, now=LATER)

    assert refused_me.read().all(Answer) == ()
