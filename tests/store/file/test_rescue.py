from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import CannotRead, Damaged, Vanished
from lib.domain.store_news import Rescued
from lib.store.repository import Store
from tests.narrowing import of_kind
from tests.store.samples import NOON, TABLES, Firm, firm, later


def save(store: Store, *records: Record, now: datetime = NOON) -> list[Any]:
    with store.transaction(now=now, did="Saved") as tx:
        return [tx.put(record) for record in records]


@pytest.fixture
def backed_up(store: Store) -> Store:
    """A store with one backup, of Harbor, and one save after it, of Vale."""
    save(store, firm("Harbor"))
    save(store, firm("Vale"), now=later(5))
    return store


def names(store: Store) -> list[str]:
    return [one.name for one in store.read().all(Firm)]


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"_header":', b"\0" * 4096])
def test_a_damaged_file_is_set_aside_and_the_newest_backup_opened_with_a_sentence(
    backed_up: Store, folder: Path, damage: bytes
) -> None:
    backed_up.file.write_bytes(damage)
    store = Store(folder, tables=TABLES)

    assert names(store) == ["Harbor"]
    assert (folder / "set-aside" / "follow-through-1.json").read_bytes() == damage
    sentence = of_kind(Rescued, store.notice).sentence(str)
    assert "The backup of 2026-11-22 12:00:00+00:00 was opened instead" in sentence
    assert "what was saved from then until" in sentence
    assert "follow-through-1.json" in sentence
    assert store.home.set_aside() == (str(folder / "set-aside" / "follow-through-1.json"),)


def test_a_notice_that_was_heard_is_not_given_again(backed_up: Store) -> None:
    backed_up.file.write_bytes(b"damage")
    backed_up.read()

    backed_up.dismiss_notice()

    assert backed_up.notice is None


def test_work_goes_on_from_the_backup(backed_up: Store, folder: Path) -> None:
    backed_up.file.write_bytes(b"damage")
    store = Store(folder, tables=TABLES)
    (harbor,) = store.read().all(Firm)

    save(store, replace(harbor, name="Harbor & Vale"), now=later(20))

    assert names(Store(folder, tables=TABLES)) == ["Harbor & Vale"]


def test_a_window_that_is_open_when_it_happens_notices_it_too(backed_up: Store) -> None:
    backed_up.file.write_bytes(b"damage")

    assert names(backed_up) == ["Harbor"]
    assert "damaged file was kept" in of_kind(Rescued, backed_up.notice).sentence(str)


def test_damage_found_by_a_save_is_dealt_with_first(backed_up: Store) -> None:
    backed_up.file.write_bytes(b"damage")

    save(backed_up, firm("Third"), now=later(6))

    assert names(backed_up) == ["Harbor", "Third"]


def test_a_missing_file_where_backups_are_is_damage_and_not_a_new_start(
    backed_up: Store, folder: Path
) -> None:
    backed_up.file.unlink()
    store = Store(folder, tables=TABLES)

    assert names(store) == ["Harbor"]
    sentence = of_kind(Rescued, store.notice).sentence(lambda moment: f"{moment:%H:%M} here")
    assert "the file is missing. The backup of 12:00 here was opened" in sentence
    assert "what was saved after that may be missing" in sentence
    assert "kept as" not in sentence


def test_every_damaged_file_is_kept(backed_up: Store, folder: Path) -> None:
    for damage in (b"first", b"second"):
        backed_up.file.write_bytes(damage)
        assert names(backed_up) == ["Harbor"]

    assert sorted(path.read_bytes() for path in (folder / "set-aside").iterdir()) == [
        b"first",
        b"second",
    ]


def test_the_window_that_comes_second_finds_all_well(
    backed_up: Store, other: Store, folder: Path
) -> None:
    backed_up.file.write_bytes(b"damage")
    assert names(backed_up) == names(other) == ["Harbor"]

    assert other.notice is None
    assert len(list((folder / "set-aside").iterdir())) == 1


def test_a_window_that_waited_for_the_other_to_put_things_right_does_nothing_more(
    backed_up: Store, other: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up.file.write_bytes(b"damage")
    lock = other.home.lock
    real = lock.held

    def after_the_other() -> Any:
        names(backed_up)
        return real()

    monkeypatch.setattr(lock, "held", after_the_other)

    assert names(other) == ["Harbor"]
    assert other.notice is None
    assert len(list((folder / "set-aside").iterdir())) == 1


def test_without_a_good_backup_nothing_is_touched_and_nothing_new_is_started(
    backed_up: Store, folder: Path
) -> None:
    backed_up.file.write_bytes(b"damage")
    for backup in (folder / "backups").iterdir():
        backup.write_bytes(b"damage too")
    store = Store(folder, tables=TABLES)

    with pytest.raises(Damaged, match="cannot be opened") as caught:
        store.read()
    with pytest.raises(Damaged):
        save(store, firm())

    assert "left as it is" in caught.value.sentence
    assert store.file.read_bytes() == b"damage"


def test_a_file_that_vanishes_with_its_backups_is_not_taken_for_a_new_start(
    backed_up: Store, folder: Path
) -> None:
    backed_up.file.unlink()
    for backup in (folder / "backups").iterdir():
        backup.unlink()

    assert names(backed_up) == ["Harbor", "Vale"]
    assert isinstance(backed_up.trouble, Vanished)
    with pytest.raises(Vanished, match="not at"):
        save(backed_up, firm())

    assert not backed_up.file.exists()


def test_a_disk_that_cannot_be_read_is_not_taken_for_damage(
    backed_up: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lib.store.file import atomic

    def fail(path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(atomic, "read_file", fail)

    with pytest.raises(CannotRead, match="Input/output"):
        Store(folder, tables=TABLES).read()

    assert not (folder / "set-aside").exists()
