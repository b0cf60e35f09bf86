"""What follows when something is done twice, taken back, or changed once notes are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from lib.actions import debriefs, example, follow_ups, jobs, notes, settings
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Debrief, PromiseKind, SpokenPromise
from lib.domain.followups.followup import FollowUp, Kind, Punctuality, punctuality
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.people.interviewer_lines import read_lines
from lib.domain.profile import Profile
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import DANA, INTERVIEW, NOW, PRIYA, TOBIAS, ZONE, Panel
from tests.narrowing import not_none

SOON, LATER = NOW + timedelta(minutes=5), NOW + timedelta(days=1)
PASTE = "word " * 20_000


def note_of(panel: Panel, note: Note) -> Note:
    return panel.store.read().get(Note, note.id)


def checklist(panel: Panel) -> Debrief:
    return panel.store.read().get(Debrief, INTERVIEW.id)


def test_a_promise_added_later_is_the_one_that_the_note_makes(written: Panel) -> None:
    promise = SpokenPromise(id="late", kind=PromiseKind.MESSAGE, to_id=DANA.id, about="the plan")
    before = checklist(written)
    debriefs.write(
        written.store, replace(before, promises=(*before.promises, promise)), (), now=SOON
    )

    notes.mark_sent(written.store, written.note(DANA).id, now=LATER)

    assert written.follow_up(Kind.MESSAGE, DANA).promise is not None
    assert written.follow_up(Kind.CHECK_IN).promise is None


def test_a_day_named_in_a_sent_note_is_not_moved_without_asking(written: Panel) -> None:
    notes.mark_sent(written.store, written.note(DANA).id, now=SOON)
    told = written.follow_up(Kind.CHECK_IN)

    moved = replace(checklist(written), commitment=Commitment(what="decide", by=date(2026, 12, 8)))
    debriefs.write(written.store, moved, (), now=LATER)

    assert written.follow_up(Kind.CHECK_IN).due == told.due
    listed = debriefs.changes(written.store.read(), INTERVIEW.id, now=LATER)
    assert told.id in [change.record_id for change in listed]


def test_a_note_that_was_not_sent_after_all_promised_nothing(written: Panel) -> None:
    note = written.note(DANA)
    notes.mark_sent(written.store, note.id, now=SOON)

    notes.not_sent(written.store, note.id, now=LATER)

    assert written.follow_up(Kind.CHECK_IN).promise is None
    assert written.follow_up(Kind.THANK_YOU, DANA).is_open()


def test_taking_back_an_apology_leaves_the_done_call_done(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    apology = notes.write_for(
        written.store, call.id, NoteKind.APOLOGY, Channel.EMAIL, now=SOON
    ).record_id
    follow_ups.done(written.store, call.id, now=SOON)
    assert written.store.read().get(Note, apology).sent_at is None
    notes.mark_sent(written.store, apology, now=SOON)

    notes.not_sent(written.store, apology, now=LATER)

    assert not written.follow_up(Kind.CALL).is_open()


def test_a_thank_you_stays_done_while_another_note_of_it_is_sent(written: Panel) -> None:
    thanks = written.follow_up(Kind.THANK_YOU, TOBIAS)
    card = notes.write_for(
        written.store, thanks.id, NoteKind.THANK_YOU, Channel.CARD, now=SOON
    ).record_id
    mail = next(
        one for one in written.store.read().where(Note, follow_up_id=thanks.id) if one.id != card
    )
    notes.mark_sent(written.store, mail.id, now=SOON)
    notes.mark_sent(written.store, card, now=SOON)

    notes.not_sent(written.store, card, now=LATER)

    assert not written.follow_up(Kind.THANK_YOU, TOBIAS).is_open()


def test_doing_a_thing_twice_changes_nothing_the_second_time(written: Panel) -> None:
    note, call = written.note(DANA), written.follow_up(Kind.CALL)
    for moment in (SOON, LATER, NOW + timedelta(days=20)):
        notes.mark_sent(written.store, note.id, now=moment)
        follow_ups.done(written.store, call.id, now=moment)
        notes.accept(written.store, note.id, "cliche:synergy", now=moment)

    after, done = note_of(written, note), written.follow_up(Kind.CALL)

    assert (after.sent_at, done.done_at, after.accepted) == (SOON, SOON, ("cliche:synergy",))
    assert punctuality(not_none(done.promise), done, LATER) is Punctuality.KEPT
    assert [one.what for one in done.history] == ["Done"]


def test_who_is_taken_off_the_interview_keeps_the_note_that_was_written(written: Panel) -> None:
    before = written.note(TOBIAS)
    jobs.take_off_interview(written.store, INTERVIEW.id, TOBIAS.id, now=SOON)

    debriefs.write(written.store, checklist(written), (), now=LATER)

    assert note_of(written, before).text == before.text


def test_moved_material_is_announced_for_its_new_day(written: Panel) -> None:
    material = written.follow_up(Kind.MATERIAL)

    follow_ups.move(
        written.store, material.id, Due(date(2026, 11, 27), None, ZONE), told=True, now=SOON
    )

    note = written.note(TOBIAS)
    assert "Friday, November 27" in note.text.body
    assert notes.findings(written.store.read(), note) == ()


def test_a_name_given_later_is_under_every_note_and_edits_stay(panel: Panel) -> None:
    profile = panel.store.read().get(Profile, "profile")
    settings.save_profile(panel.store, replace(profile, name=""), now=NOW)
    panel.write()
    edited = panel.note(DANA)
    typed = Text(edited.text.subject, f"My own words.\n\n{edited.text.body}")
    notes.edit(panel.store, edited.id, typed, now=SOON)

    unnamed = panel.store.read().get(Profile, "profile")
    settings.save_profile(panel.store, replace(unnamed, name="Sam Ortega"), now=LATER)

    assert panel.note(TOBIAS).text.body.count("Sam Ortega") == 1
    after = panel.note(DANA)
    assert after.text.body.startswith("My own words.")
    assert "[your name]" not in after.text.body


def test_the_change_of_a_date_that_stands_already_is_none(written: Panel) -> None:
    check_in = written.follow_up(Kind.CHECK_IN)
    follow_ups.move(
        written.store, check_in.id, Due(date(2026, 12, 9), None, ZONE), told=False, now=SOON
    )

    moved = replace(checklist(written), commitment=Commitment(what="decide", by=date(2026, 12, 8)))
    debriefs.write(written.store, moved, (), now=LATER)

    assert debriefs.changes(written.store.read(), INTERVIEW.id, now=LATER) == ()


def test_a_paste_without_end_is_refused_everywhere_and_nothing_is_lost(written: Panel) -> None:
    store, note = written.store, written.note(DANA)

    attempts: tuple[Callable[[], object], ...] = (
        lambda: notes.edit(store, note.id, Text("Hello", PASTE), now=SOON),
        lambda: notes.take_text(store, note.id, Text("Hello", PASTE), now=SOON, by_app=False),
        lambda: notes.mark_sent(store, note.id, now=SOON, text=Text("Hello", PASTE)),
        lambda: debriefs.save(
            store, checklist(written), [replace(DANA, revision=1, name=PASTE)], now=SOON
        ),
        lambda: follow_ups.add(store, PASTE, Due(date(2026, 12, 1), None, ZONE), now=SOON),
        lambda: (
            jobs.add_interviewers(store, INTERVIEW.id, read_lines("Ada <a@b@c.example>"), now=SOON)
            or jobs.save_job(
                store, replace(written.job, link="http://x.example/" + PASTE), now=SOON
            )
        ),
    )
    for attempt in attempts:
        with pytest.raises(Refused):
            attempt()

    assert note_of(written, note) == note


@pytest.mark.parametrize("day", [date.max, date(1999, 12, 31), date(2101, 1, 1)])
def test_a_day_out_of_reach_is_refused_wherever_it_is_given(written: Panel, day: date) -> None:
    store, due = written.store, Due(day, time(10), ZONE)
    before = checklist(written)

    attempts: tuple[Callable[[], object], ...] = (
        lambda: debriefs.write(
            store, replace(before, commitment=Commitment(what="x", by=day)), (), now=SOON
        ),
        lambda: debriefs.write(store, replace(before, decision_on=day), (), now=SOON),
        lambda: follow_ups.move(store, written.follow_up(Kind.CALL).id, due, told=False, now=SOON),
        lambda: follow_ups.add(store, "Call the bank", due, now=SOON),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match=str(day.year)):
            attempt()


def test_example_people_whom_an_own_interview_met_stay_with_it(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    reader = store.read()
    own = Interview(
        id="own", job_id="example-harbor", day=date(2026, 11, 20), clock=time(9), zone=ZONE
    )
    jobs.add_interview(
        store, reader.get(Job, "example-harbor"), own, read_lines("Tobias Fehr"), now=SOON
    )

    example.remove(store, now=LATER)

    (met,) = store.read().get(Interview, "own").interviewer_ids
    assert store.read().find(Interviewer, met) is not None


def test_letting_go_of_what_is_done_leaves_it_done(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    follow_ups.done(written.store, call.id, now=SOON)

    follow_ups.close(written.store, call.id, now=LATER)

    assert written.store.read().get(FollowUp, call.id).closed_at is None
    assert PRIYA.id == call.interviewer_id


def test_what_bears_an_id_is_added_once_however_often_it_is_pressed(store: Store) -> None:
    job = Job(id="books", company="Lighthouse Books", role="Buyer")
    round_ = Interview(id="form", job_id="books", day=date(2026, 11, 20), clock=time(9), zone=ZONE)
    for _ in range(2):
        jobs.add_interview(store, job, round_, read_lines("Ada Byron\nGrace Moor"), now=SOON)
        follow_ups.add(
            store, "Call the bank", Due(date(2026, 12, 1), None, ZONE), now=SOON, id="dialog"
        )

    reader = store.read()

    assert len(reader.all(Interview)) == len(reader.all(FollowUp)) == 1
    assert sorted(one.name for one in reader.all(Interviewer)) == ["Ada Byron", "Grace Moor"]
