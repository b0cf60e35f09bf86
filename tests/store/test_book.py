"""The address book: a store of its own below the other, whose size no other save pays for."""

from __future__ import annotations

from pathlib import Path

import pytest

from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance
from lib.domain.store_errors import Vanished
from lib.store.repository import Store
from tests.store.samples import NOON, later

NOOR = Acquaintance(id="noor", name="Noor Haddad", company="Harbor & Vale")


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder)


def bring_in(store: Store, *people: Acquaintance) -> None:
    with store.book.transaction(now=NOON, did="Brought in") as tx:
        for person in people:
            tx.put(person)


def test_people_lie_in_a_file_of_their_own(store: Store) -> None:
    bring_in(store, NOOR)

    assert store.book.file == store.folder / "address-book" / "address-book.json"
    assert not store.file.exists()
    assert [one.name for one in Store(store.folder).book.read().all(Acquaintance)] == [
        "Noor Haddad"
    ]


def test_no_other_save_touches_it(store: Store) -> None:
    bring_in(store, NOOR)
    before = store.book.file.stat().st_mtime_ns

    with store.transaction(now=later(1), did="Added") as tx:
        tx.put(Job(id="j", company="Tiller", role="Planner"))

    assert store.book.file.stat().st_mtime_ns == before
    assert [entry.did for entry in store.entries()] == ["Added"]


def test_thousands_that_were_brought_in_can_be_taken_back_in_one_go(store: Store) -> None:
    bring_in(store, NOOR)
    many = [Acquaintance(id=f"id-{number}", name=f"Person {number}") for number in range(3_000)]
    bring_in(store, *many)

    store.book.undo(store.book.entries(1)[0].id, now=later(2))

    assert store.book.read().all(Acquaintance) == (store.book.read().get(Acquaintance, "noor"),)


def test_what_takes_an_import_back_lies_in_a_file_of_its_own(store: Store) -> None:
    bring_in(
        store, *(Acquaintance(id=f"id-{number}", name=f"Person {number}") for number in range(300))
    )

    assert len(list((store.book.folder / "undo").iterdir())) == 1


def test_a_folder_that_was_taken_away_is_not_made_anew_for_it(store: Store, tmp_path: Path) -> None:
    store.folder.rename(tmp_path / "elsewhere")

    with pytest.raises(Vanished):
        _ = store.book

    assert not store.folder.exists()
