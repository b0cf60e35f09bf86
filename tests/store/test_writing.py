"""On a full disk what was just done goes before old copies, and removing something still works."""

from __future__ import annotations

import errno
import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import Full
from lib.domain.store_news import GaveUp
from lib.store.file import atomic
from lib.store.file.atomic import Stamp
from lib.store.history import Entry
from lib.store.repository import Store
from lib.store.writing import SPARED
from tests.narrowing import not_none, of_kind
from tests.store.samples import NOON, TABLES, Firm, firm

Usage = namedtuple("Usage", "free")


class Disk:
    """Refuses to write the file as long as more than so many bytes lie in the folder."""

    def __init__(self, folder: Path, room: int, number: int = errno.ENOSPC) -> None:
        self.folder = folder
        self.room = room
        self.number = number
        self.real = atomic._write_new

    def used(self) -> int:
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    def write(self, path: Path, content: bytes) -> Stamp:
        if self.used() + len(content) > self.room:
            raise OSError(self.number, "No room")
        return self.real(path, content)


def save(store: Store, *records: Record, minutes: int = 0, did: str = "Saved") -> Entry:
    with store.transaction(now=NOON + timedelta(minutes=minutes), did=did) as tx:
        for record in records:
            tx.put(record)
    return not_none(tx.entry)


@pytest.fixture
def aged(store: Store) -> Store:
    """A store with eight backups and some actions to take back."""
    for number in range(8):
        save(
            store, Firm(id=str(number), name="x" * 500), minutes=11 * number, did=f"Added {number}"
        )
    assert len(store.copies()) == 8
    return store


@pytest.fixture
def full(aged: Store, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The same on a disk where not one more byte fits."""
    disk = Disk(aged.folder, 0)
    disk.room = disk.used()
    monkeypatch.setattr(atomic, "_write_new", disk.write)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(disk.room - disk.used()))
    return disk


def names(store: Store) -> set[str]:
    return {one.id for one in Store(store.folder, tables=TABLES).read().all(Firm)}


def test_the_oldest_copies_make_room_for_what_was_just_written(aged: Store, full: Disk) -> None:
    save(aged, Firm(id="new", name="words"), minutes=80)

    assert "new" in names(aged)
    assert 0 < 8 - len(aged.copies()) <= 8 - SPARED
    assert aged.copies()[-1].at > NOON
    assert "oldest backup" in of_kind(GaveUp, aged.notice).sentence(str)


def test_the_newest_three_copies_stay_whatever_happens(aged: Store, full: Disk) -> None:
    full.room = 0

    with pytest.raises(Full):
        save(aged, Firm(id="new", name="words" * 9_000), minutes=80)

    assert len(aged.copies()) >= SPARED
    assert "new" not in names(aged)


def test_copies_are_not_given_up_where_that_would_not_help(
    aged: Store, full: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(-(10**6)))

    with pytest.raises(Full):
        save(aged, Firm(id="new", name="words"), minutes=80)

    assert len(aged.copies()) == 8


def test_a_limit_on_the_files_size_costs_no_copies(aged: Store, full: Disk) -> None:
    full.number = errno.EFBIG

    with pytest.raises(Full):
        save(aged, Firm(id="new", name="words"), minutes=80)

    assert len(aged.copies()) == 8


def limited(store: Store, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """No file may be longer than this."""
    real = atomic._write_new

    def write(path: Path, content: bytes) -> Stamp:
        if len(content) > most:
            raise OSError(errno.EFBIG, "File too large")
        return real(path, content)

    monkeypatch.setattr(atomic, "_write_new", write)


def test_removing_works_where_there_is_no_room_to_keep_what_was_done_before(
    aged: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited(aged, monkeypatch, aged.home.size - 100)

    with aged.transaction(now=NOON, did="Removed") as tx:
        tx.remove(Firm, "3")

    assert "3" not in names(aged)
    assert [entry.did for entry in aged.entries()] == ["Removed"]
    assert "what could be taken back made room" in of_kind(GaveUp, aged.notice).sentence(str)
    aged.undo(not_none(tx.entry).id, now=NOON)
    assert "3" in names(aged)


def test_removing_works_where_there_is_no_room_to_take_it_back(
    aged: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with aged.transaction(now=NOON, did="Forgot") as tx:
        tx.put(firm())
    limited(aged, monkeypatch, len(aged.file.read_bytes()) // 2)

    with aged.transaction(now=NOON, did="Removed") as tx:
        for number in range(1, 8):
            tx.remove(Firm, str(number))

    assert "3" not in names(aged)
    assert aged.entries() == ()


def test_what_makes_the_data_longer_is_refused_and_forgets_nothing(
    aged: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = aged.entries()
    limited(aged, monkeypatch, aged.home.size)

    with pytest.raises(Full):
        save(aged, Firm(id="new", name="words" * 100))

    assert aged.entries() == before
    assert "new" not in names(aged)


def test_documents_stay_in_the_order_of_their_numbers_whatever_comes_back_when(
    store: Store,
) -> None:
    save(store, *(Firm(id=str(number), name="x") for number in range(6)))
    with store.transaction(now=NOON, did="Removed") as tx:
        for number in ("5", "4", "1"):
            tx.remove(Firm, number)
    store.undo(not_none(tx.entry).id, now=NOON)
    assert [one.id for one in store.read().all(Firm)] == list("012345")
    store.erase(now=NOON)
    save(store, Firm(id="3", name="x"))
    store.go_back_to(store.copies()[-1], now=NOON)

    assert {one.id for one in store.read().all(Firm)} == set("012345")
    rows = store.home.load().tree["firms"]
    assert list(rows) == sorted(rows, key=int)
