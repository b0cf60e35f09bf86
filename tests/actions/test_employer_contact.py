"""Silence and what breaks it: check-ins that follow each other, and the clock that starts anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.actions import answers, debriefs, employer_contact, follow_ups, history, jobs, notes
from lib.domain.answers import EventKind, JobEvent
from lib.domain.followups.agenda import owed_to_me
from lib.domain.followups.followup import FollowUp, Kind, Promise
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.validation import Refused
from lib.store.repository import Store
from tests.actions.conftest import (
    DANA,
    DEBRIEF,
    INTERVIEW,
    JOB,
    NOW,
    PRIYA,
    TOBIAS,
    Panel,
    last_did,
)
from tests.narrowing import not_none

ASKED = datetime(2026, 12, 2, 15, tzinfo=UTC)
"""The Wednesday after the day on which they wanted to decide."""


def event(kind: EventKind = EventKind.WROTE, **fields: Any) -> JobEvent:
    given_ = {
        "id": "e",
        "job_id": JOB.id,
        "at": ASKED,
        "kind": kind,
        "words": "Still deciding",
        **fields,
    }
    return JobEvent(**given_)


FIRST, AGAIN, LOOP = ReasonKind.CHECK_IN, ReasonKind.CHECK_IN_AGAIN, ReasonKind.CLOSE_LOOP


def check_ins(store: Store) -> dict[ReasonKind, FollowUp]:
    """What asks how things stand, by the kind of its reason."""
    return {
        one.reason.kind: one
        for one in store.read().where(FollowUp, job_id=JOB.id)
        if one.reason.kind in (FIRST, AGAIN, LOOP)
    }


def done(store: Store, which: ReasonKind, at: datetime) -> None:
    follow_ups.done(store, check_ins(store)[which].id, now=at)


def test_a_first_check_in_without_an_answer_is_followed_by_a_second_a_week_later(
    written: Panel,
) -> None:
    done(written.store, FIRST, ASKED)

    again = check_ins(written.store)[AGAIN]
    assert (again.due.day, again.kind, again.what) == (
        date(2026, 12, 9),
        Kind.CHECK_IN,
        "Check in once more",
    )
    assert (again.interviewer_id, again.is_open()) == (
        check_ins(written.store)[FIRST].interviewer_id,
        True,
    )


def test_after_the_second_the_loop_is_closed_and_there_is_never_a_third(written: Panel) -> None:
    done(written.store, FIRST, ASKED)
    done(written.store, AGAIN, ASKED + timedelta(days=7))
    loop = check_ins(written.store)[LOOP]
    before = len(written.store.read().where(FollowUp, job_id=JOB.id))

    done(written.store, LOOP, ASKED + timedelta(days=14))

    assert (loop.kind, loop.due.day) == (Kind.CLOSE_LOOP, date(2026, 12, 16))
    assert len(written.store.read().where(FollowUp, job_id=JOB.id)) == before


def test_a_check_in_opened_again_takes_the_second_away(written: Panel) -> None:
    done(written.store, FIRST, ASKED)

    follow_ups.reopen(written.store, check_ins(written.store)[FIRST].id, now=ASKED)

    assert AGAIN not in check_ins(written.store)


def test_they_wrote_back_and_the_open_check_in_moves_in_one_action(written: Panel) -> None:
    answered = employer_contact.log_contact(written.store, event(), now=ASKED)

    first = check_ins(written.store)[FIRST]
    assert first.due.day == date(2026, 12, 9)
    assert answered.did == last_did(written.store)
    assert answered.did.startswith("Harbor & Vale wrote back; check in")
    assert first.history[-1].what.startswith("They were in touch: moved from")


def test_a_date_they_moved_counts_from_then_on(written: Panel) -> None:
    employer_contact.log_contact(
        written.store, event(EventKind.MOVED_DATE, by=date(2026, 12, 11)), now=ASKED
    )

    reader = written.store.read()
    (row,) = owed_to_me(
        [written.debrief], [INTERVIEW], reader.all(FollowUp), ASKED, reader.all(JobEvent)
    )
    assert check_ins(written.store)[FIRST].due.day == date(2026, 12, 14)
    assert row.by == date(2026, 12, 11)


def test_after_an_answer_to_the_first_check_in_the_second_is_let_go_and_a_new_one_planned(
    written: Panel,
) -> None:
    done(written.store, FIRST, ASKED)
    later = ASKED + timedelta(days=2)

    employer_contact.log_contact(written.store, event(at=later), now=later)

    assert not check_ins(written.store)[AGAIN].is_open()
    opened = [
        one
        for one in written.store.read().where(FollowUp, job_id=JOB.id)
        if one.reason == Reason(FIRST, "e")
    ]
    assert [(one.due.day, one.is_open()) for one in opened] == [(date(2026, 12, 11), True)]


def test_it_is_logged_once_however_often_it_is_pressed(written: Panel) -> None:
    employer_contact.log_contact(written.store, event(), now=ASKED)
    entries = len(written.store.entries())

    employer_contact.log_contact(written.store, event(), now=ASKED)

    assert len(written.store.read().all(JobEvent)) == 1
    assert len(written.store.entries()) == entries


def test_one_undo_takes_the_line_and_the_move_back(written: Panel) -> None:
    before = check_ins(written.store)[FIRST].due

    employer_contact.log_contact(written.store, event(), now=ASKED)
    history.undo(written.store, written.store.entries(1)[0].id, now=ASKED)

    assert written.store.read().all(JobEvent) == ()
    assert check_ins(written.store)[FIRST].due == before


def test_a_line_of_ones_own_moves_nothing(written: Panel) -> None:
    before = check_ins(written.store)[FIRST]

    employer_contact.log_contact(written.store, event(EventKind.OWN), now=ASKED)

    assert check_ins(written.store)[FIRST] == before
    assert last_did(written.store) == "Added a line to the history of Harbor & Vale"


@pytest.mark.parametrize(
    "wrong",
    [
        event(EventKind.OWN, words=" "),
        event(at=ASKED + timedelta(minutes=1)),
        event(words="x" * 6_000),
    ],
)
def test_a_line_that_says_nothing_or_is_still_to_come_is_refused(
    written: Panel, wrong: JobEvent
) -> None:
    with pytest.raises(Refused):
        employer_contact.log_contact(written.store, wrong, now=ASKED)

    assert written.store.read().all(JobEvent) == ()


def test_a_line_can_be_taken_out_again(written: Panel) -> None:
    employer_contact.log_contact(written.store, event(), now=ASKED)

    employer_contact.remove_contact(written.store, "e", now=ASKED)

    assert written.store.read().all(JobEvent) == ()


def test_a_further_round_makes_an_earlier_check_in_superfluous(written: Panel) -> None:
    following = replace(INTERVIEW, id="second", day=date(2026, 12, 7), interviewer_ids=(DANA.id,))

    jobs.add_interview(written.store, JOB, following, (), now=NOW)

    assert not check_ins(written.store)[FIRST].is_open()


def test_what_was_heard_since_is_not_listed_as_a_change_of_the_checklist(written: Panel) -> None:
    employer_contact.log_contact(written.store, event(), now=ASKED)
    done(written.store, FIRST, ASKED + timedelta(days=7))

    assert debriefs.changes(written.store.read(), INTERVIEW.id, now=ASKED) == ()


def test_a_job_that_is_decided_is_asked_about_no_more(panel: Panel) -> None:
    panel.write()
    jobs.delete_interview(panel.store, INTERVIEW.id, now=NOW)

    employer_contact.log_contact(panel.store, event(), now=ASKED)

    assert check_ins(panel.store) == {}
    assert panel.store.read().all(Interview) == ()


STEPS = st.lists(
    st.sampled_from(["done first", "done again", "done loop", "heard", "moved"]), max_size=8
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_whatever_happens_there_is_never_a_third_check_in_nor_two_open_ones(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    panel = _fresh(tmp_path_factory.mktemp("store"))
    at = ASKED
    for number, step in enumerate(steps):
        at += timedelta(days=3)
        _take(panel.store, step, number, at)

        asking = [
            one
            for one in panel.store.read().where(FollowUp, job_id=JOB.id)
            if one.kind is Kind.CHECK_IN
        ]
        rounds: dict[str, int] = {}
        for one in asking:
            since = one.reason.of
            rounds[since] = rounds.get(since, 0) + 1
        assert all(count <= 2 for count in rounds.values())
        assert sum(one.is_open() for one in asking) <= 1


def _fresh(folder: Path) -> Panel:
    store = Store(folder)
    with store.transaction(now=NOW, did="") as tx:
        for record in (JOB, DANA, TOBIAS, PRIYA, INTERVIEW):
            tx.put(record)
    panel = Panel(store, JOB, INTERVIEW, (DANA, TOBIAS, PRIYA), DEBRIEF)
    panel.write()
    return panel


def _take(store: Store, step: str, number: int, at: datetime) -> None:
    verb, _, which = step.partition(" ")
    if verb == "done":
        begin = {"first": FIRST, "again": AGAIN, "loop": LOOP}[which]
        open_ones = [
            one
            for one in store.read().where(FollowUp, job_id=JOB.id)
            if one.reason.kind is begin and one.is_open()
        ]
        for one in open_ones[:1]:
            follow_ups.done(store, one.id, now=at)
        return
    by = date(2026, 12, 24) if verb == "moved" else None
    kind = EventKind.MOVED_DATE if verb == "moved" else EventKind.WROTE
    employer_contact.log_contact(store, event(kind, id=f"e{number}", at=at, by=by), now=at)


def test_a_second_check_in_that_was_written_already_stays_when_the_first_is_opened_again(
    written: Panel,
) -> None:
    done(written.store, FIRST, ASKED)
    again = check_ins(written.store)[AGAIN]
    notes.write_for(written.store, again.id, NoteKind.CHECK_IN_AGAIN, Channel.EMAIL, now=ASKED)

    follow_ups.reopen(written.store, check_ins(written.store)[FIRST].id, now=ASKED)

    assert AGAIN in check_ins(written.store)


def test_a_check_in_that_was_written_and_not_sent_follows_the_day_they_moved_it_to(
    written: Panel,
) -> None:
    first = check_ins(written.store)[FIRST]
    note_id = notes.write_for(
        written.store, first.id, NoteKind.CHECK_IN, Channel.EMAIL, now=ASKED
    ).record_id

    employer_contact.log_contact(
        written.store, event(EventKind.MOVED_DATE, by=date(2026, 12, 11)), now=ASKED
    )

    note = written.store.read().get(Note, note_id)
    assert "Friday, December 11" in note.text.body
    assert notes.findings(written.store.read(), note) == ()


EARLY = datetime(2026, 11, 20, 15, tzinfo=UTC)


def test_a_word_in_between_keeps_the_day_that_they_gave(written: Panel) -> None:
    employer_contact.log_contact(written.store, event(at=EARLY), now=EARLY)

    assert check_ins(written.store)[FIRST].due.day == date(2026, 12, 2)


def test_a_day_they_moved_stays_when_they_write_again_or_an_older_call_is_added_late(
    written: Panel,
) -> None:
    moved_at = EARLY + timedelta(days=4)
    employer_contact.log_contact(
        written.store,
        event(EventKind.MOVED_DATE, id="m", at=moved_at, by=date(2026, 12, 18)),
        now=moved_at,
    )

    employer_contact.log_contact(
        written.store,
        event(id="w", at=moved_at + timedelta(days=1)),
        now=moved_at + timedelta(days=1),
    )
    employer_contact.log_contact(
        written.store, event(id="old", at=EARLY), now=moved_at + timedelta(days=1)
    )

    assert check_ins(written.store)[FIRST].due.day == date(2026, 12, 21)


def test_news_from_before_a_check_in_closes_nothing_that_followed_it(written: Panel) -> None:
    done(written.store, FIRST, ASKED)

    employer_contact.log_contact(written.store, event(at=EARLY), now=ASKED + timedelta(days=1))

    assert check_ins(written.store)[AGAIN].is_open()


def test_while_a_further_round_is_to_come_there_is_nothing_to_ask(written: Panel) -> None:
    following = replace(INTERVIEW, id="second", day=date(2026, 12, 1), interviewer_ids=(DANA.id,))
    jobs.add_interview(written.store, JOB, following, (), now=EARLY)

    employer_contact.log_contact(written.store, event(at=EARLY), now=EARLY)

    assert not any(one.is_open() for one in check_ins(written.store).values())


def test_a_checklist_written_after_they_were_in_touch_plans_no_second_first_check_in(
    panel: Panel,
) -> None:
    employer_contact.log_contact(panel.store, event(at=EARLY), now=EARLY)

    debriefs.write(panel.store, panel.debrief, (), now=EARLY + timedelta(days=1))

    opened = [
        one
        for one in panel.store.read().all(FollowUp)
        if one.kind is Kind.CHECK_IN and one.is_open()
    ]
    assert len(opened) == 1


def test_a_promised_check_in_that_was_late_already_stays_late(written: Panel) -> None:
    first = check_ins(written.store)[FIRST]
    late = first.due.deadline() + timedelta(days=2)
    with written.store.transaction(now=NOW, did="") as tx:
        tx.put(
            replace(
                tx.get(FollowUp, first.id),
                promise=Promise(made_at=NOW, first=first.due, agreed=first.due),
            )
        )

    employer_contact.log_contact(written.store, event(at=late), now=late)

    assert not_none(check_ins(written.store)[FIRST].promise).agreed == first.due


def test_a_company_that_went_silent_and_writes_runs_again(written: Panel) -> None:
    answers.record(written.store, JOB.id, JobStatus.SILENT, now=ASKED)
    later = ASKED + timedelta(days=5)

    employer_contact.log_contact(written.store, event(at=later), now=later)

    reader = written.store.read()
    assert reader.get(Job, JOB.id).status is JobStatus.INTERVIEWING
    assert not any(one.kind is Kind.CLOSE_LOOP and one.is_open() for one in reader.all(FollowUp))


def test_a_new_check_in_goes_to_whoever_was_asked_before(written: Panel) -> None:
    who = check_ins(written.store)[FIRST].interviewer_id
    done(written.store, FIRST, ASKED)

    employer_contact.log_contact(
        written.store, event(at=ASKED + timedelta(days=2)), now=ASKED + timedelta(days=2)
    )

    (anew,) = [
        one for one in written.store.read().all(FollowUp) if one.reason == Reason(FIRST, "e")
    ]
    assert (anew.interviewer_id, anew.who) == (who, DANA.name)


def test_a_message_about_a_missed_call_is_not_the_call(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    note_id = notes.write_for(
        written.store, call.id, NoteKind.MISSED_CALL, Channel.EMAIL, now=ASKED
    ).record_id

    notes.mark_sent(written.store, note_id, now=ASKED)

    assert written.store.read().get(FollowUp, call.id).is_open()
