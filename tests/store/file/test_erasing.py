from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import Damaged
from lib.store.repository import Store
from tests.store.samples import NOON, TABLES, Firm, firm, later


def save(store: Store, *records: Record, now: datetime = NOON) -> list[Any]:
    with store.transaction(now=now, did="Saved") as tx:
        return [tx.put(record) for record in records]


def test_after_erasing_there_is_nothing_and_nothing_to_take_back(
    store: Store, other: Store
) -> None:
    save(store, firm("Harbor"))
    assert len(other.read().all(Firm)) == 1

    store.erase(now=later(1))

    for each in (store, other):
        assert each.read().all(Firm) == ()
        assert each.entries() == ()
    assert b"Harbor" not in store.file.read_bytes()


def test_a_last_copy_is_kept_with_the_backups(store: Store) -> None:
    save(store, firm("Harbor"))
    before = store.file.read_bytes()

    place = Path(store.erase(now=later(1)))

    assert place == store.folder / "last-copies" / "2026-11-22T12-01-00Z"
    assert (place / "follow-through.json").read_bytes() == before
    assert len(list((place / "backups").iterdir())) == 1
    assert not (store.folder / "backups").exists()


def test_an_empty_file_after_erasing_is_not_taken_for_damage(store: Store, folder: Path) -> None:
    save(store, firm("Harbor"))
    store.erase(now=later(1))

    again = Store(folder, tables=TABLES)

    assert again.read().all(Firm) == ()
    assert again.notice is None


def test_one_can_begin_anew_at_once(store: Store) -> None:
    save(store, firm("Harbor"))
    store.erase(now=later(1))

    save(store, firm("Vale"), now=later(2))

    assert [one.name for one in store.read().all(Firm)] == ["Vale"]
    assert [entry.did for entry in store.entries()] == ["Saved"]


def test_erasing_an_empty_store_is_no_mistake(store: Store) -> None:
    place = Path(store.erase(now=NOON))

    assert list(place.iterdir()) == []
    assert store.read().all(Firm) == ()


def test_a_damaged_file_without_backup_can_be_erased_and_is_kept(
    store: Store, folder: Path
) -> None:
    store.file.write_bytes(b"damage")
    with pytest.raises(Damaged):
        store.read()

    place = Path(store.erase(now=NOON))

    assert (place / "follow-through.json").read_bytes() == b"damage"
    assert store.read().all(Firm) == ()


def test_files_that_were_set_aside_go_with_it(store: Store, folder: Path) -> None:
    save(store, firm("Harbor"))
    store.file.write_bytes(b"damage")
    store.read()

    place = Path(store.erase(now=later(1)))

    assert (place / "set-aside" / "follow-through-1.json").read_bytes() == b"damage"
    assert not (folder / "set-aside").exists()
    assert store.notice is None


def test_last_copies_go_after_thirty_days_and_two_of_one_second_do_not_meet(store: Store) -> None:
    first, second = Path(store.erase(now=NOON)), Path(store.erase(now=NOON))
    theirs = store.folder / "last-copies" / "mine"
    theirs.mkdir()

    third = Path(store.erase(now=NOON + timedelta(days=30)))
    assert first.exists()
    assert second.exists()

    fourth = Path(store.erase(now=NOON + timedelta(days=30, seconds=1)))
    assert not first.exists()
    assert not second.exists()
    assert third.exists()
    assert fourth.exists()
    assert theirs.exists()


def test_a_last_copy_goes_in_time_even_if_nothing_is_erased_again(store: Store) -> None:
    place = Path(store.erase(now=NOON))

    save(store, firm(), now=NOON + timedelta(days=31))

    assert not place.exists()
