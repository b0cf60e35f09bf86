"""Promise 4, on a disk that really is full to the last byte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lib.domain.store_errors import Full
from lib.store.repository import Store
from tests.durability import mounts, rig
from tests.durability.rig import NOON, Mark
from tests.sizes import Count

DISK, MARKS, BYTES = 4_000_000, 30, 4_000
REMOVALS = 5
FILLER = "somebody-elses-film"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with mounts.small_disk(tmp_path / "disk", DISK) as folder:
        yield folder


@pytest.fixture
def store(disk: Path) -> Store:
    """About 130 KB of data and as many backups as are kept, and not one byte free beside them."""
    store = rig.open_store(disk / "follow-through")
    with store.transaction(now=NOON, did="Filled") as tx:
        for number in range(MARKS):
            tx.put(Mark(id=f"old-{number}", text="x" * BYTES))
    for number in range(12):
        put(store, f"small-{number}", 11 * number)
    mounts.fill_up(disk / FILLER)
    return store


def put(store: Store, id: str, minutes: float, size: int = 0) -> None:
    with store.transaction(now=NOON + timedelta(minutes=minutes), did=f"Put {id}") as tx:
        tx.put(Mark(id=id, text="x" * size))


def remove(store: Store, id: str, minutes: float) -> None:
    with store.transaction(now=NOON + timedelta(minutes=minutes), did=f"Removed {id}") as tx:
        tx.remove(Mark, id)


def ids(store: Store) -> set[str]:
    return {mark.id for mark in store.read().all(Mark)}


def saved_until_full(store: Store, disk: Path) -> set[str]:
    """Saves on a disk that is full each time until one is refused; what was acknowledged."""
    saved = ids(store)
    for number in range(100):
        try:
            put(store, f"new-{number}", 1_000 + number)
        except Full:
            return saved
        saved.add(f"new-{number}")
        mounts.fill_up(disk / FILLER)
    pytest.fail("a full disk never refused a save")


def test_a_full_disk_refuses_a_save_and_loses_nothing(
    store: Store, disk: Path, figure: Count
) -> None:
    saved = saved_until_full(store, disk)

    on_disk, in_memory = ids(rig.open_store(store.folder)), ids(store)

    figure(
        4,
        "acknowledged when a disk was full to the last byte",
        len(saved),
        len(saved - on_disk),
        "saves",
    )
    assert on_disk == in_memory == saved
    assert list(store.folder.glob(".*.tmp")) == []


def test_removing_still_works_on_a_full_disk(store: Store, disk: Path, figure: Count) -> None:
    wrong = 0

    for number in range(REMOVALS):
        remove(store, f"old-{number}", 1_000 + number)
        wrong += f"old-{number}" in ids(rig.open_store(store.folder))
        mounts.fill_up(disk / FILLER)

    figure(4, "removals on a disk full to the last byte", REMOVALS, wrong, "removals")
    assert wrong == 0


def test_removing_still_works_where_even_a_small_save_was_refused(
    store: Store, disk: Path, figure: Count
) -> None:
    saved = saved_until_full(store, disk)

    try:
        remove(store, "old-0", 2_000)
        refused = False
    except Full:
        refused = True

    figure(4, "removals where even a small save was refused", 1, refused, "removals")
    assert not refused
    assert ids(rig.open_store(store.folder)) == ids(store) == saved - {"old-0"}


def test_a_save_for_which_no_room_could_be_made_gives_up_no_copy(
    store: Store, figure: Count
) -> None:
    before = store.copies()

    with pytest.raises(Full):
        put(store, "too big for this disk", 1_000, DISK)

    lost = len(before) - len(store.copies())
    figure(4, "copies beside a save that was too big for the disk", len(before), lost, "copies")
    assert lost == 0


def test_saving_goes_on_once_there_is_room(store: Store, disk: Path) -> None:
    saved = saved_until_full(store, disk)
    (disk / FILLER).unlink()

    put(store, "after", 2_000)

    assert ids(rig.open_store(store.folder)) == ids(store) == saved | {"after"}
