"""Calendar files that are brought in again and again: what changed, what is gone, what is back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from lib.actions import calendar_files, copies, employer_contact, follow_ups, jobs
from lib.actions import history as undo_actions
from lib.actions.follow_ups import Addressee
from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.english import English
from lib.domain.errors import FollowThroughError
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.given_out import KEPT_AFTER, GivenOut
from lib.domain.interviews import Interview, Interviewer
from lib.domain.profile import PROFILE_ID, Profile
from lib.domain.store_errors import ReadOnly
from lib.store.history import KEPT
from lib.store.opening import open_store
from lib.store.repository import Store
from tests.actions.conftest import INTERVIEW, JOB, NOW, PRIYA, ZONE, Panel
from tests.formats.calendar.calendar_checkers import (
    ical_js_complaints,
    libical_complaints,
    vobject_complaints,
)
from tests.tools import IcalJs

DAY = timedelta(days=1)
Events = dict[str, Any]


def file_at(store: Store, at: datetime, english: English = English.AMERICAN) -> bytes:
    return calendar_files.whole_file(store, english, now=at)


def events_of(file: bytes) -> Events:
    return {str(one["UID"]): one for one in Calendar.from_ical(file).walk("VEVENT")}


def events_at(store: Store, at: datetime) -> Events:
    return events_of(file_at(store, at))


def uid_of(record: FollowUp | Interview) -> str:
    kind = "followup" if isinstance(record, FollowUp) else "interview"
    return f"{kind}-{record.id}@follow-through"


def let_go(panel: Panel) -> str:
    one = panel.follow_up(Kind.CALL)
    follow_ups.close(panel.store, one.id, now=NOW + DAY)
    return uid_of(one)


def interview_deleted(panel: Panel) -> str:
    jobs.delete_interview(panel.store, INTERVIEW.id, now=NOW + DAY)
    return uid_of(INTERVIEW)


def job_deleted(panel: Panel) -> str:
    jobs.delete_job(panel.store, JOB.id, now=NOW + DAY)
    return uid_of(INTERVIEW)


def job_archived(panel: Panel) -> str:
    jobs.archive_job(panel.store, JOB.id, now=NOW + DAY)
    return uid_of(INTERVIEW)


GONE = (let_go, interview_deleted, job_deleted, job_archived)


@pytest.mark.parametrize("take_out", GONE)
def test_what_is_gone_is_canceled_in_the_next_file_and_comes_back_confirmed(
    written: Panel, take_out: Callable[[Panel], str]
) -> None:
    before = events_at(written.store, NOW)
    uid = take_out(written)
    gone = events_at(written.store, NOW + DAY)[uid]
    undo_actions.undo(written.store, written.store.entries(1)[0].id, now=NOW + 2 * DAY)
    back = events_at(written.store, NOW + 2 * DAY)[uid]

    assert gone["STATUS"] == "CANCELLED"
    assert gone["DTSTART"].to_ical() == before[uid]["DTSTART"].to_ical()
    assert not gone.walk("VALARM")
    assert back["STATUS"] == "CONFIRMED"
    assert before[uid]["SEQUENCE"] < gone["SEQUENCE"] < back["SEQUENCE"]
    assert before[uid]["LAST-MODIFIED"].dt < gone["LAST-MODIFIED"].dt < back["LAST-MODIFIED"].dt


def test_an_addition_that_is_taken_back_is_canceled(written: Panel) -> None:
    to = Addressee(job_id=JOB.id)
    due = Due(date(2026, 12, 4), None, ZONE)
    follow_ups.add(written.store, "Send the book", due, to, now=NOW)
    added = events_at(written.store, NOW).keys()
    undo_actions.undo(written.store, written.store.entries(1)[0].id, now=NOW + DAY)

    found = events_at(written.store, NOW + DAY)

    assert [one for one in added if found[one]["STATUS"] == "CANCELLED"]
    assert not [one for one in found.values() if "book" in one["SUMMARY"]]


def day_moved(store: Store) -> str:
    event = JobEvent(
        id="e",
        job_id=JOB.id,
        at=NOW + timedelta(hours=1),
        kind=EventKind.MOVED_DATE,
        by=date(2026, 12, 9),
    )
    employer_contact.log_contact(store, event, now=NOW + DAY)
    return f"commitment-{INTERVIEW.id}@follow-through"


def phone_changed(store: Store) -> str:
    person = replace(store.read().get(Interviewer, PRIYA.id), phone="+1 555 0142")
    jobs.save_interview(store, store.read().get(Interview, INTERVIEW.id), [person], now=NOW + DAY)
    calls = store.read().where(FollowUp, interviewer_id=PRIYA.id, kind=Kind.CALL)
    return uid_of(calls[0])


def name_changed(store: Store) -> str:
    person = replace(store.read().get(Interviewer, PRIYA.id), name="Priya Nair")
    jobs.save_interview(store, store.read().get(Interview, INTERVIEW.id), [person], now=NOW + DAY)
    return uid_of(INTERVIEW)


def place_changed(store: Store) -> str:
    moved = replace(store.read().get(Interview, INTERVIEW.id), place="9 Mill Lane")
    jobs.save_interview(store, moved, [], now=NOW + DAY)
    return uid_of(INTERVIEW)


def done(store: Store) -> str:
    one = store.read().where(FollowUp, kind=Kind.CALL)[0]
    follow_ups.done(store, one.id, now=NOW + DAY)
    return uid_of(one)


@pytest.mark.parametrize("change", [day_moved, phone_changed, name_changed, place_changed, done])
def test_whatever_an_entry_shows_newly_raises_its_numbers_and_leaves_the_others_alone(
    written: Panel, change: Callable[[Store], str]
) -> None:
    before = events_at(written.store, NOW)
    uid = change(written.store)
    after = events_at(written.store, NOW + DAY)

    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid]["LAST-MODIFIED"].dt == NOW + DAY
    same = [one for one in before if _shown(after[one]) == _shown(before[one])]
    assert same
    assert all(after[one] == before[one] for one in same)


def test_another_english_raises_only_what_it_rewrites(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    follow_ups.move(written.store, call.id, Due(date(2026, 12, 3), None, ZONE), told=True, now=NOW)
    before = events_of(file_at(written.store, NOW))
    after = events_of(file_at(written.store, NOW + DAY, English.BRITISH))

    risen = [one for one in before if after[one]["SEQUENCE"] > before[one]["SEQUENCE"]]
    assert risen == [one for one in before if _shown(after[one]) != _shown(before[one])] != []


def test_the_same_data_give_the_same_bytes_however_often_the_file_is_taken(
    written: Panel,
) -> None:
    first = file_at(written.store, NOW)
    let_go(written)
    second = file_at(written.store, NOW + DAY)

    assert file_at(written.store, NOW + 2 * DAY) == second != first


def test_a_single_file_counts_as_given_out_and_says_the_same_as_the_whole(written: Panel) -> None:
    call = written.follow_up(Kind.CALL)
    on_page = calendar_files.on_calendar(written.store.read(), English.AMERICAN, NOW)
    entry = next(one for one in on_page if one.record_id == call.id)

    single = events_of(calendar_files.single_file(written.store, entry, now=NOW))
    follow_ups.close(written.store, call.id, now=NOW + DAY)
    whole = events_at(written.store, NOW + DAY)

    assert whole[entry.uid]["STATUS"] == "CANCELLED"
    assert whole[entry.uid]["SEQUENCE"] > single[entry.uid]["SEQUENCE"]


def test_giving_out_leaves_the_list_of_what_can_be_undone_as_it_is(written: Panel) -> None:
    for n in range(KEPT):
        with written.store.transaction(now=NOW, did=f"Step {n}") as tx:
            tx.put(replace(tx.get(Profile, PROFILE_ID), name=f"Sam {n}"))
    before = written.store.entries()

    file_at(written.store, NOW)

    assert written.store.entries() == before
    assert len(before) == KEPT
    assert written.store.read().all(GivenOut)


def test_a_file_in_between_hinders_no_undo(written: Panel) -> None:
    jobs.delete_job(written.store, JOB.id, now=NOW)
    entry = written.store.entries(1)[0]
    file_at(written.store, NOW + DAY)

    undo_actions.undo(written.store, entry.id, now=NOW + DAY)

    assert written.store.read().find(Interview, INTERVIEW.id)


def test_a_canceled_entry_leaves_the_files_once_no_old_copy_can_ring(written: Panel) -> None:
    file_at(written.store, NOW)
    uid = let_go(written)
    start = events_at(written.store, NOW + DAY)[uid]["DTSTART"].dt
    long_after = start + KEPT_AFTER + 2 * DAY

    assert uid in events_at(written.store, long_after - 4 * DAY)
    assert uid not in events_at(written.store, long_after)
    assert not written.store.read().find(GivenOut, uid)


def test_going_back_to_a_backup_never_lets_a_number_fall(written: Panel, tmp_path: Path) -> None:
    taken = copies.take_along(written.store, now=NOW)
    before = events_at(written.store, NOW)
    uid = place_changed(written.store)
    moved = events_at(written.store, NOW + DAY)[uid]

    copies.bring_in(written.store, taken, replace=True, now=NOW + 2 * DAY)
    here = events_at(written.store, NOW + 2 * DAY)[uid]
    elsewhere = open_store(tmp_path / "elsewhere")
    copies.bring_in(elsewhere, taken, replace=True, now=NOW + 3 * DAY)
    there = events_at(elsewhere, NOW + 3 * DAY)[uid]

    assert here["LOCATION"] == there["LOCATION"] == before[uid]["LOCATION"]
    assert before[uid]["SEQUENCE"] < moved["SEQUENCE"] < here["SEQUENCE"] < there["SEQUENCE"]


def test_going_back_can_be_taken_back_though_a_file_was_given_out_since(written: Panel) -> None:
    taken = copies.take_along(written.store, now=NOW)
    file_at(written.store, NOW)
    place_changed(written.store)
    copies.bring_in(written.store, taken, replace=True, now=NOW + 2 * DAY)
    entry = written.store.entries(1)[0]
    file_at(written.store, NOW + 2 * DAY)

    undo_actions.undo(written.store, entry.id, now=NOW + 3 * DAY)

    assert written.store.read().get(Interview, INTERVIEW.id).place == "9 Mill Lane"


def test_a_file_is_given_even_if_nothing_can_be_saved(
    written: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = events_at(written.store, NOW)
    uid = let_go(written)

    def refuse(*_: object) -> None:
        raise ReadOnly(written.store.folder)

    with monkeypatch.context() as broken:
        broken.setattr("lib.store.known_document.write", refuse)
        unsaved = events_at(written.store, NOW + DAY)[uid]
    saved = events_at(written.store, NOW + 2 * DAY)[uid]

    assert before[uid]["SEQUENCE"] < unsaved["SEQUENCE"] < saved["SEQUENCE"]
    assert unsaved["STATUS"] == saved["STATUS"] == "CANCELLED"


def test_a_clock_that_was_set_back_never_lets_a_number_fall(written: Panel) -> None:
    ahead = events_at(written.store, NOW + 400 * DAY)
    uid = let_go(written)

    assert events_at(written.store, NOW + DAY)[uid]["SEQUENCE"] > ahead[uid]["SEQUENCE"]


STEPS: dict[str, Callable[[Store, FollowUp, datetime], object]] = {
    "let go": lambda store, one, at: follow_ups.close(store, one.id, now=at),
    "reopen": lambda store, one, at: follow_ups.reopen(store, one.id, now=at),
    "undo": lambda store, _, at: undo_actions.undo(store, store.entries(1)[0].id, now=at),
    "nothing": lambda *_: None,
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=6))
def test_a_number_rises_exactly_when_the_entry_changes(
    tmp_path_factory: pytest.TempPathFactory, written: Panel, steps: list[str]
) -> None:
    store = open_store(tmp_path_factory.mktemp("calendar"))
    copies.bring_in(store, copies.take_along(written.store, now=NOW), replace=True, now=NOW)
    call, at = written.follow_up(Kind.CALL), NOW + DAY
    before = events_at(store, at)
    for step in steps:
        at += timedelta(minutes=1)
        with suppress(FollowThroughError):
            STEPS[step](store, call, at)
        after = events_at(store, at)
        assert before.keys() <= after.keys()
        for uid, was in before.items():
            rises = after[uid]["SEQUENCE"] > was["SEQUENCE"]
            assert rises == (_shown(after[uid]) != _shown(was))
            assert rises or after[uid] == was
        before = after


def test_other_programs_take_a_file_with_cancellations(
    written: Panel, tmp_path: Path, ical_checker: str, ical_js: IcalJs
) -> None:
    file_at(written.store, NOW)
    job_deleted(written)
    file = tmp_path / "canceled.ics"
    file.write_bytes(file_at(written.store, NOW + DAY))

    assert libical_complaints(ical_checker, file) == []
    assert ical_js_complaints(ical_js, file) == []


def test_vobject_takes_a_file_with_cancellations(written: Panel, tmp_path: Path) -> None:
    file_at(written.store, NOW)
    job_deleted(written)
    file = tmp_path / "canceled.ics"
    file.write_bytes(file_at(written.store, NOW + DAY))

    assert vobject_complaints(file) == []


def _shown(event: Any) -> bytes:
    """Everything in the event but its number and the moments of the change."""
    hidden = (b"SEQUENCE", b"DTSTAMP", b"LAST-MODIFIED")
    lines = event.to_ical().split(b"\r\n")
    return b"\n".join(line for line in lines if not line.startswith(hidden))
