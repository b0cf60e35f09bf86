"""Records that cannot be read: they cost only themselves, and are never lost."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from lib.actions import copies, example, history, moving, settings, unread
from lib.domain.debriefs import Debrief
from lib.domain.errors import FollowThroughError
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.contacts import Acquaintance
from lib.domain.profile import Profile
from lib.domain.records import Record
from lib.domain.set_aside import SetAside
from lib.store.reading import Reader
from lib.store.repository import Store
from lib.store.table_view import View
from lib.store.tables import TABLES
from tests.actions.conftest import NOW, ZONE, Panel, last_did
from tests.sizes import Count
from tests.unreadable import SPOILT, spoil, spoil_field, spoilt_fields, tables

pytestmark = pytest.mark.durability

NO_STATUS = {"id": "bad", "company": "Quay", "role": "Cook", "status": "sleeping"}


def everything(store: Store) -> list[tuple[str, str]]:
    """Returns the words of every row that cannot be read, and why."""
    return [(row.words, row.why) for row in unread.found(store).rows]


@pytest.fixture
def spoilt(written: Panel) -> Store:
    """The panel interview with notes, and a second job whose status no version knows."""
    spoil(written.store, "jobs", "2", NO_STATUS)
    return written.store


def kinds_with_rows(store: Store) -> list[tuple[type[Record], dict[str, Any]]]:
    tree = tables(store)
    return [(kind, tree[name]) for kind, name in TABLES.items() if tree.get(name)]


def test_each_field_of_each_kind_of_record_costs_that_record_alone(
    store: Store, figure: Count
) -> None:
    example.load(store, ZONE, now=NOW)
    tried = left_out = 0

    for kind, rows in kinds_with_rows(store):
        number, row = next(reversed(rows.items()))
        for spoilt_row in spoilt_fields(row):
            view = View(kind, {**rows, number: spoilt_row})
            others = [one.id for one in view.all() if one.id != row["id"]]
            assert len(others) >= len(rows) - 1
            assert len(view.all()) + len(view.unread) == len(rows)
            assert all(one.raw == spoilt_row and one.why for one in view.unread)
            tried, left_out = tried + 1, left_out + len(view.unread)

    figure(15, "a field of a record was spoilt", tried, 0, "fields")
    assert tried > 500
    assert left_out > 300


def test_every_type_of_value_can_be_spoilt(store: Store) -> None:
    example.load(store, ZONE, now=NOW)
    found = {
        type(value)
        for _, rows in kinds_with_rows(store)
        for row in rows.values()
        for value in row.values()
    }

    assert found <= SPOILT.keys()


def test_what_cannot_be_read_is_named_with_the_reason(spoilt: Store) -> None:
    assert everything(spoilt) == [("a job (Quay)", "its status cannot be “sleeping”")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (
            {**NO_STATUS, "status": "interviewing", "company": None},
            "its company is missing",
        ),
        ({"company": "Quay", "role": "Cook"}, "it has no id"),
        ({"id": "bad", "role": "Cook"}, "its company is missing"),
        ("Quay", "it has no id"),
    ],
)
def test_a_job_that_cannot_be_read_says_what_is_wrong(written: Panel, row: Any, why: str) -> None:
    spoil(written.store, "jobs", "2", row)

    assert [row.why for row in unread.found(written.store).rows] == [why]
    assert [job.company for job in written.store.read().all(Job)] == ["Harbor & Vale"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"zone": "Mars/Olympus"}, "the time zone “Mars/Olympus” is not possible"),
        ({"day": "soon"}, "its day cannot be “soon”"),
        ({"day": "9999-12-31"}, "the day 9999-12-31 is not possible"),
        ({"minutes": 10**9}, "the number 1000000000 is not possible"),
    ],
)
def test_an_interview_that_would_stop_a_page_is_left_out(
    written: Panel, fields: dict[str, Any], why: str
) -> None:
    spoil_field(written.store, "interviews", "1", **fields)

    assert [row.why for row in unread.found(written.store).rows] == [why]
    assert written.store.read().all(Interview) == ()


def test_what_belongs_to_a_job_that_cannot_be_read_is_not_shown_and_comes_back_with_it(
    written: Panel,
) -> None:
    store = written.store
    job = tables(store)["jobs"]["1"]
    before = {kind: store.read().all(kind) for kind in (Interview, Interviewer, Note, FollowUp)}
    spoil_field(store, "jobs", "1", status="sleeping")

    reader = store.read()
    hidden = {kind: reader.all(kind) for kind in before}
    assert set(hidden.values()) == {()}
    assert reader.find(Debrief, written.interview.id) is None
    assert unread.found(store).hidden > 10

    spoil(store, "jobs", "1", job)
    assert {kind: store.read().all(kind) for kind in before} == before


def test_a_person_who_cannot_be_read_hides_neither_interview_nor_notes(written: Panel) -> None:
    before = written.store.read()
    spoil_field(written.store, "interviewers", "1", name=None)

    reader = written.store.read()

    assert len(reader.all(Interviewer)) == 2
    assert reader.all(Interview) == before.all(Interview)
    assert reader.all(Note) == before.all(Note) != ()
    assert unread.found(written.store).hidden == 0


def test_a_profile_that_cannot_be_read_is_kept_beside_the_new_one(written: Panel) -> None:
    store = written.store
    (number,) = tables(store)["profile"]
    spoil_field(store, "profile", number, tone="loud")
    spoilt_row = tables(store)["profile"][number]

    settings.save_profile(store, Profile(name="Sam Ortega", zone=ZONE), now=NOW)

    assert store.read().get(Profile, "profile").name == "Sam Ortega"
    assert tables(store)["profile"][number] == spoilt_row


def test_deleting_one_can_be_taken_back(spoilt: Store) -> None:
    (row,) = unread.found(spoilt).rows

    unread.delete(spoilt, row, now=NOW)
    assert last_did(spoilt) == "Deleted a job (Quay)"
    assert everything(spoilt) == []
    assert "2" not in tables(spoilt)["jobs"]

    history.undo(spoilt, spoilt.entries()[0].id, now=NOW)
    assert tables(spoilt)["jobs"]["2"] == NO_STATUS


def test_one_that_is_kept_aside_can_be_put_back_as_it_was(spoilt: Store) -> None:
    (row,) = unread.found(spoilt).rows

    unread.keep_aside(spoilt, row, now=NOW)
    assert everything(spoilt) == []
    (aside,) = unread.set_aside(spoilt)
    assert (aside.words, aside.why) == (row.words, row.why)

    unread.put_back(spoilt, aside, now=NOW)
    assert NO_STATUS in tables(spoilt)["jobs"].values()
    assert unread.set_aside(spoilt) == ()
    assert everything(spoilt) == [(row.words, row.why)]


def test_keeping_aside_and_deleting_what_was_kept_can_be_taken_back(spoilt: Store) -> None:
    (row,) = unread.found(spoilt).rows
    unread.keep_aside(spoilt, row, now=NOW)
    unread.delete_aside(spoilt, unread.set_aside(spoilt)[0], now=NOW)
    assert spoilt.read().all(SetAside) == ()

    history.undo(spoilt, spoilt.entries()[0].id, now=NOW)
    assert len(spoilt.read().all(SetAside)) == 1
    history.undo(spoilt, spoilt.entries()[2].id, now=NOW)
    assert spoilt.read().all(SetAside) == ()
    assert tables(spoilt)["jobs"]["2"] == NO_STATUS


def test_one_that_changed_in_another_window_is_not_deleted(spoilt: Store) -> None:
    (row,) = unread.found(spoilt).rows
    spoil(spoilt, "jobs", "2", {**NO_STATUS, "company": "Dock"})

    with pytest.raises(FollowThroughError):
        unread.delete(spoilt, row, now=NOW)

    assert everything(spoilt) == [("a job (Dock)", "its status cannot be “sleeping”")]


def test_everything_that_is_saved_as_a_file_is_taken_back_with_what_cannot_be_read(
    spoilt: Store, tmp_path: Any
) -> None:
    spoil_field(spoilt, "interviewers", "1", name=None)
    file = copies.take_along(spoilt, now=NOW)
    other = Store(tmp_path / "other")

    copies.bring_in(other, file, replace=True, now=NOW)

    assert sorted(everything(other)) == sorted(everything(spoilt))
    assert {kind: other.read().all(kind) for kind in (Job, Interview, Note)}.keys()
    assert same(other.read(), spoilt.read())
    copies.bring_in(other, file, replace=False, now=NOW)
    assert len(everything(other)) == len(everything(spoilt))


def test_what_belongs_to_one_that_cannot_be_read_goes_along_with_it(
    written: Panel, tmp_path: Any
) -> None:
    notes = written.store.read().all(Note)
    spoil_field(written.store, "jobs", "1", status="sleeping")
    other = Store(tmp_path / "other")

    moving.take_to(written.store, other, now=NOW)

    assert unread.found(other).hidden == unread.found(written.store).hidden > 10
    job = {**next(iter(tables(other)["jobs"].values())), "status": "interviewing"}
    spoil(other, "jobs", "1", job)
    assert [note.text for note in other.read().all(Note)] == [note.text for note in notes]


def same(one: Reader, other: Reader) -> bool:
    return all(bare(one, kind) == bare(other, kind) for kind in one.kinds)


def bare(reader: Reader, kind: type[Record]) -> list[Record]:
    found = [dataclasses.replace(one, revision=0, changed_at=None) for one in reader.all(kind)]
    return sorted(found, key=lambda one: one.id)


def test_somebody_in_the_address_book_who_cannot_be_read_is_named_once_it_was_opened(
    store: Store,
) -> None:
    with store.book.transaction(now=NOW, did="Imported") as tx:
        tx.put(Acquaintance(id="a", name="Tomas Reyes"))
    spoil(store.book, "acquaintances", "2", {"id": "b", "name": "Ines Duarte", "labels": 7})
    assert [one.name for one in store.book.read().all(Acquaintance)] == ["Tomas Reyes"]

    (row,) = unread.found(store).rows
    assert row.words == "a person in the address book (Ines Duarte)"

    unread.keep_aside(store, row, now=NOW)
    assert [one.words for one in unread.set_aside(store)] == [row.words]
    unread.put_back(store, unread.set_aside(store)[0], now=NOW)
    store.book.read().all(Acquaintance)
    assert [one.words for one in unread.found(store).rows] == [row.words]
