"""Older states and files brought in: how they differ, taking them over, and taking that back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.actions import copies, history, jobs, settings
from lib.actions.copies import Difference, Incomplete
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.contacts import Acquaintance
from lib.domain.store_errors import CopyUnusable
from lib.formats.contacts import files
from lib.formats.exchange import NotOurs
from lib.store.reading import Reader
from lib.store.repository import Store
from tests.actions.conftest import JOB, NOW, ZONE, Panel, content
from tests.narrowing import not_none

SOON = NOW + timedelta(minutes=20)
LATER = NOW + timedelta(minutes=40)
LIST = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Noor,Haddad,,,,,12 Mar 1204\n"
)


@pytest.fixture
def taken(written: Panel) -> tuple[Store, bytes]:
    """A store with everything that a panel interview makes, and that as a file."""
    return written.store, copies.take_along(written.store, now=NOW)


def edited(file: bytes, change: Callable[[Any], object]) -> bytes:
    """The file after somebody's own hand."""
    tree = json.loads(file)
    change(tree["tables"])
    return json.dumps(tree).encode()


def test_a_file_brought_into_an_empty_app_brings_everything(
    taken: tuple[Store, bytes], tmp_path: Path
) -> None:
    store, file = taken
    other = Store(tmp_path / "elsewhere")

    done = copies.bring_in(other, file, replace=False, now=SOON)

    assert content(other) == content(store)
    assert done.did.startswith("Brought in what was new:")


def test_what_another_programs_list_had_comes_back_with_ones_own_file(
    taken: tuple[Store, bytes],
) -> None:
    store, _ = taken
    (listed,) = files.read(LIST, "Connections.csv").people
    with store.book.transaction(now=SOON, did="Brought people in") as tx:
        tx.put(replace(listed.person, id="noor"))
    file = copies.take_along(store, now=SOON)

    brought = copies.look_into(store, file)

    assert brought.book is not None
    assert brought.book.get(Acquaintance, "noor").connected_on == date(1204, 3, 12)


def test_taking_along_erasing_and_bringing_in_gives_the_same(taken: tuple[Store, bytes]) -> None:
    store, file = taken
    before = content(store)
    store.erase(now=NOW)

    copies.bring_in(store, file, replace=True, now=SOON)

    assert content(store) == before


def test_bringing_in_can_be_taken_back_at_once(taken: tuple[Store, bytes]) -> None:
    store, file = taken
    jobs.delete_job(store, JOB.id, now=SOON)
    before = content(store)

    copies.bring_in(store, file, replace=False, now=LATER)
    history.undo(store, store.entries(1)[0].id, now=LATER)

    assert content(store) == before


def test_adding_what_is_new_leaves_what_is_here_as_it_is(taken: tuple[Store, bytes]) -> None:
    store, file = taken
    note = store.read().all(Note)[0]
    with store.transaction(now=SOON, did="Removed") as tx:
        tx.remove(Note, note.id)
        tx.put(Job(id="another", company="Tiller", role="Planner"))

    done = copies.bring_in(store, file, replace=False, now=LATER)

    assert done.did == "Brought in what was new: 1 record"
    assert store.read().find(Note, note.id) is not None
    assert store.read().find(Job, "another") is not None


def test_making_everything_as_in_the_file_takes_away_what_is_not_in_it(
    taken: tuple[Store, bytes],
) -> None:
    store, file = taken
    before = content(store)
    with store.transaction(now=SOON, did="Added") as tx:
        tx.put(Job(id="another", company="Tiller", role="Planner"))

    copies.bring_in(store, file, replace=True, now=LATER)

    assert content(store) == before


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (lambda tables: tables["jobs"].clear(), "job"),
        (lambda tables: tables["interviews"].clear(), "interview"),
    ],
)
def test_a_file_in_which_something_belongs_to_nothing_is_refused(
    taken: tuple[Store, bytes], tmp_path: Path, change: Callable[..., Any], missing: str
) -> None:
    other = Store(tmp_path / "elsewhere")

    with pytest.raises(Incomplete, match=f"belongs to a {missing} that is not there"):
        copies.bring_in(other, edited(taken[1], change), replace=False, now=SOON)

    assert content(other) == {}
    assert other.entries() == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            lambda tables: tables["jobs"][0].pop("company"),
            "one job: its company is missing",
        ),
        (lambda tables: tables["notes"][0].update(sent_at="yesterday"), "one note: "),
        (lambda tables: tables["jobs"].append(tables["jobs"][0]), "does not have the form"),
    ],
)
def test_a_file_that_somebody_spoilt_is_refused_and_nothing_changes(
    taken: tuple[Store, bytes], change: Callable[..., Any], why: str
) -> None:
    store, file = taken
    before = store.file.read_bytes()

    with pytest.raises(CopyUnusable, match=why):
        copies.bring_in(store, edited(file, change), replace=True, now=SOON)

    assert store.file.read_bytes() == before


def test_a_file_of_another_kind_is_refused(taken: tuple[Store, bytes]) -> None:
    with pytest.raises(NotOurs):
        copies.look_into(taken[0], b"First Name,Last Name\n")


def test_a_copy_of_the_apps_own_file_is_brought_in(written: Panel, tmp_path: Path) -> None:
    other = Store(tmp_path / "elsewhere")

    copies.bring_in(other, written.store.file.read_bytes(), replace=False, now=SOON)

    assert content(other) == content(written.store)


def test_a_copy_of_the_apps_own_file_in_which_a_letter_changed_is_refused(
    written: Panel, tmp_path: Path
) -> None:
    other = Store(tmp_path / "elsewhere")
    damaged = written.store.file.read_bytes().replace(b"Dana Whitfield", b"Dana Whitfielt", 1)

    with pytest.raises(CopyUnusable, match="its content does not match its checksum"):
        copies.bring_in(other, damaged, replace=False, now=SOON)

    assert content(other) == {}


def test_the_address_book_goes_along_and_comes_back(written: Panel, tmp_path: Path) -> None:
    store, other = written.store, Store(tmp_path / "elsewhere")
    with store.book.transaction(now=NOW, did="Brought in") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad", company="Harbor & Vale"))
    file = copies.take_along(store, now=NOW)

    done = copies.bring_in(other, file, replace=False, now=SOON)

    assert [one.name for one in other.book.read().all(Acquaintance)] == ["Noor Haddad"]
    assert done.did.endswith("Address book: brought in what was new: 1 record")


def test_one_undo_takes_both_files_back_and_one_more_brings_both_in_again(
    written: Panel, tmp_path: Path
) -> None:
    store, other = written.store, Store(tmp_path / "elsewhere")
    with store.book.transaction(now=NOW, did="Brought in") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))
    copies.bring_in(other, copies.take_along(store, now=NOW), replace=False, now=SOON)

    history.undo(other, other.entries(1)[0].id, now=LATER)
    gone = content(other), other.book.read().all(Acquaintance)
    history.undo(other, other.entries(1)[0].id, now=LATER)

    assert gone == ({}, ())
    assert content(other) == content(store)
    assert len(other.book.read().all(Acquaintance)) == 1


def test_a_copy_of_the_address_book_alone_changes_nothing_else(written: Panel) -> None:
    store = written.store
    with store.book.transaction(now=NOW, did="Brought in") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))
    file, before = store.book.file.read_bytes(), content(store)
    with store.book.transaction(now=NOW, did="Removed") as tx:
        tx.remove(Acquaintance, "noor")

    copies.bring_in(store, file, replace=True, now=SOON)

    assert content(store) == before
    assert len(store.book.read().all(Acquaintance)) == 1


def test_a_file_without_an_address_book_leaves_it_as_it_is(written: Panel) -> None:
    store = written.store
    with store.book.transaction(now=NOW, did="Brought in") as tx:
        tx.put(Acquaintance(id="noor", name="Noor Haddad"))

    copies.bring_in(store, store.file.read_bytes(), replace=True, now=SOON)

    assert len(store.book.read().all(Acquaintance)) == 1


def test_what_differs_is_counted_kind_by_kind(taken: tuple[Store, bytes]) -> None:
    store, file = taken
    there = copies.look_into(store, file).main
    assert copies.differences(not_none(there), store.read()) == ()
    with store.transaction(now=SOON, did="Changed") as tx:
        tx.remove(Note, tx.all(Note)[0].id)
        tx.put(Job(id="another", company="Tiller", role="Planner"))

    found = {
        one.kind: (one.only_there, one.only_here, one.changed)
        for one in _differing(not_none(there), store)
    }

    assert found == {Job: (0, 1, 0), Note: (1, 0, 0)}


def _differing(there: Reader, store: Store) -> tuple[Difference, ...]:
    return copies.differences(there, store.read())


def test_what_a_state_holds_is_said_in_words(taken: tuple[Store, bytes], tmp_path: Path) -> None:
    there = copies.look_into(*taken).main

    assert (
        copies.counted(not_none(there))
        == "1 job, 1 interview, 3 people, 1 checklist, 5 notes, 8 follow-ups"
    )
    assert copies.counted(Store(tmp_path / "new").read()) == "nothing yet"


def test_going_back_says_from_when_the_copy_is(taken: tuple[Store, bytes]) -> None:
    store, _ = taken
    jobs.archive_job(store, JOB.id, now=SOON)
    copy = store.copies()[0]
    jobs.delete_job(store, JOB.id, now=LATER)

    done = copies.go_back(store, copy, zone=ZONE, now=LATER)

    assert done.did == "Went back to the copy of Thu, Nov 19, 2026, 12:20 p.m."
    assert store.read().find(Job, JOB.id) is not None
    assert len(store.read().all(Interview)) == len(store.look_into(copy).all(Interview))


def test_going_back_to_what_stands_says_nothing(taken: tuple[Store, bytes]) -> None:
    store, _ = taken
    settings.erase(store, settings.ERASE_WORDS, now=SOON)
    erased = store.copies()[0]
    copies.go_back(store, erased, zone=ZONE, now=LATER)

    assert copies.go_back(store, erased, zone=ZONE, now=LATER).did == ""
