"""Big actions can be taken back as long as small ones: their images lie in files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import UndoConflict
from lib.store.file import atomic
from lib.store.file.atomic import Stamp
from lib.store.history import Entry
from lib.store.repository import Store
from lib.store.undo_images import BIGGER_THAN
from tests.narrowing import not_none
from tests.store.samples import NOON, TABLES, Firm, firm, later

LONG = "x" * (2 * BIGGER_THAN)


def do(store: Store, did: str, *records: Record, merge: str = "") -> Entry:
    with store.transaction(now=NOON, did=did, merge=merge) as tx:
        for record in records:
            tx.put(record)
    return not_none(tx.entry)


def remove(store: Store, did: str, id: str) -> Entry:
    with store.transaction(now=NOON, did=did) as tx:
        tx.remove(Firm, id)
    return not_none(tx.entry)


def apart(store: Store) -> list[bytes]:
    return [path.read_bytes() for path in sorted((store.folder / "undo").glob("*"))]


@pytest.fixture
def removed(store: Store) -> tuple[Store, Entry]:
    """A store from which a long record was removed, and the entry of that."""
    do(store, "Added", Firm(id="long", name=LONG))
    return store, remove(store, "Removed", "long")


def test_the_file_does_not_carry_what_a_big_action_needs_to_be_taken_back(
    removed: tuple[Store, Entry],
) -> None:
    store, _ = removed

    assert store.home.size < BIGGER_THAN
    assert [LONG.encode() in content for content in apart(store)] == [True]
    assert (store.folder / "undo").stat().st_mode & 0o777 == 0o700


def test_a_big_action_can_be_taken_back_after_a_restart_and_forty_nine_others(
    removed: tuple[Store, Entry], folder: Path
) -> None:
    store, entry = removed
    for number in range(49):
        do(store, f"Added {number}", firm())

    Store(folder, tables=TABLES).undo(entry.id, now=later(1))

    assert store.read().get(Firm, "long").name == LONG


def test_its_file_goes_when_it_is_no_longer_among_the_last_fifty(
    removed: tuple[Store, Entry],
) -> None:
    store, _ = removed
    for number in range(49):
        do(store, f"Added {number}", firm())
    assert len(apart(store)) == 1

    do(store, "One more", firm())

    assert apart(store) == []


@pytest.mark.parametrize("damage", [None, b"", b"[]"])
def test_without_its_own_file_it_is_not_taken_back_and_nothing_else_is_hindered(
    removed: tuple[Store, Entry], damage: bytes | None
) -> None:
    store, entry = removed
    other = do(store, "Added", Firm(id="short", name="short"))
    (path,) = (store.folder / "undo").iterdir()
    path.unlink() if damage is None else path.write_bytes(damage)

    with pytest.raises(UndoConflict, match="missing or damaged"):
        store.undo(entry.id, now=later(1))
    store.undo(other.id, now=later(2))

    assert store.read().all(Firm) == ()


def test_edits_of_one_visit_stay_one_action_even_if_they_are_big(store: Store) -> None:
    do(store, "Added", Firm(id="long", name=LONG))
    for number in range(3):
        do(store, "", replace(store.read().get(Firm, "long"), remarks=str(number)), merge="visit")

    assert len(store.entries()) == 2
    assert len(apart(store)) == 1
    store.undo(store.entries()[0].id, now=later(1))
    assert store.read().get(Firm, "long").remarks == ""


def test_a_save_that_fails_takes_nothing_and_the_next_one_tidies_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(store, "Added", Firm(id="long", name=LONG))
    real = atomic.replace_file

    def fail(path: Path, content: bytes, **rest: Any) -> Stamp:
        if path == store.file:
            raise OSError(5, "Input/output error")
        return real(path, content, **rest)

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "replace_file", fail)
        with pytest.raises(Exception, match="Input/output error"):
            remove(store, "Removed", "long")

    assert store.read().get(Firm, "long").name == LONG
    do(store, "Added", firm())
    assert apart(store) == []


def test_what_a_killed_save_left_there_is_swept(removed: tuple[Store, Entry]) -> None:
    store, _ = removed
    (store.folder / "undo" / "somebody-else.json").write_bytes(b"[]")

    do(store, "Added", firm())

    assert len(apart(store)) == 1


def test_erasing_takes_it_along(removed: tuple[Store, Entry]) -> None:
    store, _ = removed

    place = Path(store.erase(now=later(1)))

    assert not (store.folder / "undo").exists()
    assert len(list((place / "undo").iterdir())) == 1
