"""Example data: loaded around today, never twice, and removed without anything of one's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from lib.actions import debriefs, example, follow_ups, history, jobs, notes, settings
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.agenda import agenda, ended_without_debrief, next_interview
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.interviewer_lines import ReadLine
from lib.domain.profile import Profile
from lib.store.repository import Store
from tests.actions.conftest import JOB, KINDS, NOW, ZONE, Panel, content, last_did
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(minutes=10)
MOMENTS = (
    NOW,
    datetime(2026, 11, 21, 3, 59, tzinfo=UTC),
    datetime(2026, 11, 22, 15, tzinfo=UTC),
    datetime(2026, 3, 8, 7, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
)
ZONES = (ZONE, "UTC", "Pacific/Kiritimati", "Asia/Kolkata", "Pacific/Pago_Pago")
SECOND_TALK = Interview(
    id="interview-own", job_id="example-harbor", day=date(2026, 12, 3), clock=time(9, 30), zone=ZONE
)
OWN_JOB = Job(id="job-own", company="Lindqvist Looms", role="Weaver")
OWN_TALK = Interview(
    id="talk-own", job_id=OWN_JOB.id, day=date(2026, 11, 18), clock=time(9), zone=ZONE
)


def test_loading_makes_three_jobs_in_one_entry_and_all_of_it_is_marked(store: Store) -> None:
    entries = len(store.entries())

    done = example.load(store, ZONE, now=NOW)

    reader = store.read()
    made = [one for kind in KINDS if kind is not Profile for one in reader.all(kind)]
    assert done.did == last_did(store) == "Loaded example data"
    assert len(store.entries()) == entries + 1
    assert {one.company for one in reader.all(Job)} == {
        "Harbor & Vale",
        "Nørgaard Bakehouse",
        "Tiller Health",
    }
    assert len(reader.all(Note)) == 4
    assert all(one.example for one in made)


def test_loading_is_taken_back_in_one_go(store: Store) -> None:
    before = content(store)
    example.load(store, ZONE, now=NOW)

    history.undo(store, store.entries(1)[0].id, now=SOON)

    assert content(store) == before


def test_whether_it_is_loaded_is_seen_from_the_jobs(store: Store) -> None:
    before = example.is_loaded(store.read().all(Job))

    example.load(store, ZONE, now=NOW)

    assert (before, example.is_loaded(store.read().all(Job))) == (False, True)


def test_jobs_of_my_own_are_no_example_data(panel: Panel) -> None:
    assert not example.is_loaded(panel.store.read().all(Job))


def test_loading_twice_doubles_nothing(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    before = content(store)

    example.load(store, ZONE, now=SOON)

    assert content(store).keys() == before.keys()


def test_loading_another_day_moves_the_interviews_along_and_doubles_nothing(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    before = content(store)

    example.load(store, ZONE, now=NOW + timedelta(days=3))

    assert content(store).keys() == before.keys()
    assert store.read().get(Interview, "example-harbor-final").day == date(2026, 11, 22)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("now", MOMENTS, ids=lambda moment: f"{moment:%Y-%m-%dT%H%M}")
def test_whenever_it_is_loaded_each_page_has_something_to_show(
    store: Store, now: datetime, zone: str
) -> None:
    example.load(store, zone, now=now)

    reader = store.read()
    rows = agenda(reader.all(FollowUp), now, zone)
    ended = ended_without_debrief(reader.all(Interview), reader.all(Debrief), now)
    following = next_interview(reader.all(Interview), now)
    due_today = [one.what for one in rows.today if one.kind is Kind.MATERIAL]
    assert [one.id for one in ended] == ["example-harbor-final"]
    assert not_none(following).id == "example-norgaard-first"
    assert not_none(following).day > now.astimezone(ZoneInfo(zone)).date()
    assert due_today == ["Send: the owner board template"]
    assert rows.next_seven_days


@pytest.mark.parametrize("now", MOMENTS, ids=lambda moment: f"{moment:%Y-%m-%dT%H%M}")
def test_whenever_it_is_loaded_every_example_note_is_ready(store: Store, now: datetime) -> None:
    settings.save_profile(store, replace(store.read().get(Profile, "profile"), zone="UTC"), now=now)
    example.load(store, "UTC", now=now)

    reader = store.read()

    for note in reader.all(Note):
        assert notes.findings(reader, note) == ()


def test_removing_takes_all_example_data_away_and_leaves_the_rest_as_it_was(written: Panel) -> None:
    before = content(written.store)
    example.load(written.store, ZONE, now=NOW)

    done = example.remove(written.store, now=SOON)

    assert done.did == last_did(written.store) == "Removed the example data"
    assert content(written.store) == before


def test_removing_is_taken_back_whole(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    before = content(store)
    example.remove(store, now=SOON)

    history.undo(store, store.entries(1)[0].id, now=LATER)

    assert content(store) == before


def test_removing_where_nothing_is_loaded_changes_nothing(panel: Panel) -> None:
    before, entries = content(panel.store), panel.store.entries()

    example.remove(panel.store, now=SOON)

    assert content(panel.store) == before
    assert panel.store.entries() == entries


def test_what_was_done_with_the_examples_goes_with_them(store: Store) -> None:
    before = content(store)
    example.load(store, ZONE, now=NOW)
    debriefs.write(store, Debrief(id="example-harbor-final"), (), now=NOW)
    follow_ups.done(store, store.read().all(FollowUp)[0].id, now=SOON)
    note = store.read().all(Note)[0]
    notes.edit(store, note.id, replace(note.text, subject="Mine"), now=SOON, visit="a")

    example.remove(store, now=LATER)

    assert content(store) == before


def test_a_job_of_my_own_stays_with_everything_entered_beside_the_examples(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    before = content(store)
    jobs.add_interview(store, OWN_JOB, OWN_TALK, [ReadLine(name="Ada Lindqvist")], now=NOW)
    debriefs.write(store, Debrief(id=OWN_TALK.id), (), now=NOW)
    follow_ups.add(store, "Thank my referee", Due(date(2026, 11, 30), None, ZONE), now=NOW)
    mine = {key: one for key, one in content(store).items() if key not in before}

    example.remove(store, now=SOON)

    left = content(store)
    left.pop("Profile profile")
    assert left == mine
    assert Counter(type(one) for one in mine.values()) == {
        Job: 1,
        Interview: 1,
        Interviewer: 1,
        Debrief: 1,
        FollowUp: 3,
        Note: 1,
    }


def test_an_interview_of_my_own_keeps_the_example_job_that_it_belongs_to(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    harbor = store.read().get(Job, "example-harbor")
    jobs.add_interview(store, harbor, SECOND_TALK, [ReadLine(name="Ada Lindqvist")], now=NOW)

    example.remove(store, now=SOON)

    reader = store.read()
    assert [one.id for one in reader.all(Job)] == ["example-harbor"]
    assert [one.id for one in reader.all(Interview)] == [SECOND_TALK.id]
    assert [one.name for one in reader.all(Interviewer)] == ["Ada Lindqvist"]


def test_a_job_of_my_own_stays_even_if_nothing_hangs_on_it(store: Store) -> None:
    jobs.add_interview(store, OWN_JOB, OWN_TALK, (), now=NOW)
    jobs.delete_interview(store, OWN_TALK.id, now=NOW)
    example.load(store, ZONE, now=NOW)

    example.remove(store, now=SOON)

    assert [one.id for one in store.read().all(Job)] == [OWN_JOB.id]


def test_a_job_with_the_name_of_an_example_is_mine_all_the_same(panel: Panel) -> None:
    example.load(panel.store, ZONE, now=NOW)

    example.remove(panel.store, now=SOON)

    assert [one.id for one in panel.store.read().all(Job)] == [JOB.id]
