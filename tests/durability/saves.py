"""Every kind of save that the store makes: how its folder is prepared, and what is done there.

What a save does is told by `state_of` before and after it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from lib.domain.jobs import Job
from lib.domain.store_errors import UndoConflict
from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import NOON, TABLES, Mark

FORMAT_1 = rig.ROOT / "tests" / "store" / "files" / "format-1.json"
LATER = NOON + timedelta(hours=5)
"""After all that is prepared, and more than ten minutes after."""

CopyOf = Callable[[Path], Path]
State = tuple[dict[str, tuple[Any, ...]], list[tuple[str, bool]]]


def state_of(folder: Path) -> State:
    """All records by table, and the undo history, as a process that just began finds them."""
    store = rig.open_store(folder)
    reader = store.read()
    records = {name: reader.all(kind) for kind, name in TABLES.items()}
    return records, [(entry.did, entry.undone_at is not None) for entry in store.entries()]


def mark(store: Store, id: str, minutes: float = 0, text: str = "") -> None:
    """One ordinary save, so many minutes after noon."""
    with store.transaction(now=NOON + timedelta(minutes=minutes), did=f"Marked {id}") as tx:
        tx.put(Mark(id=id, text=text))


def many(store: Store, minutes: float) -> None:
    """One save of so much that undoing it takes tens of thousands of bytes."""
    with store.transaction(now=NOON + timedelta(minutes=minutes), did="Changed many") as tx:
        for number in range(30):
            found = tx.find(Mark, f"many-{number}") or Mark(id=f"many-{number}")
            tx.put(replace(found, text=f"{minutes}" * 500))


def removed(store: Store, id: str) -> None:
    """One mark goes."""
    with store.transaction(now=NOON + timedelta(minutes=5), did=f"Removed {id}") as tx:
        tx.remove(Mark, id)


def newest_can_be_taken_back(folder: Path) -> bool:
    """Whether the newest entry can be undone; true if there is no entry."""
    store = rig.open_store(folder)
    try:
        for entry in store.entries(1):
            store.undo(entry.id, now=LATER)
    except UndoConflict:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of save; `act` is done by a store just opened in the prepared folder."""

    prepare: Callable[[Path], None]
    act: Callable[[Store], object]
    rescues: bool = False


def nothing(folder: Path) -> None:
    """Not even the folder."""


def three(folder: Path) -> None:
    """Three small saves within a few minutes, and one backup."""
    store = rig.open_store(folder)
    for number in range(3):
        mark(store, str(number), number)


def big(folder: Path) -> None:
    """Three small saves and two big ones."""
    three(folder)
    store = rig.open_store(folder)
    many(store, 3)
    many(store, 4)


def twelve_backups(folder: Path) -> None:
    """As many backups as are kept, all of one day."""
    store = rig.open_store(folder)
    for number in range(12):
        mark(store, str(number), number * 11)


def torn(folder: Path) -> None:
    """A file that something cut in half."""
    three(folder)
    file = rig.open_store(folder).file
    file.write_bytes(file.read_bytes()[:-100])


def of_format_1(folder: Path) -> None:
    """A file as an earlier version wrote it."""
    folder.mkdir(mode=0o700)
    shutil.copy(FORMAT_1, folder / "follow-through.json")


def gone_back(store: Store) -> None:
    """Everything is as it was in the oldest backup, which holds one mark of three."""
    store.go_back_to(store.copies()[-1], now=LATER)


def renamed(store: Store) -> None:
    """One of the jobs in it is changed."""
    with store.transaction(now=LATER, did="Renamed") as tx:
        tx.put(replace(tx.all(Job)[0], company="Another name"))


def undone(store: Store) -> None:
    """The newest entry is taken back."""
    store.undo(store.entries()[0].id, now=LATER)


KINDS = {
    "the first save ever": Kind(nothing, lambda store: mark(store, "first")),
    "an ordinary save": Kind(three, lambda store: mark(store, "3", 4)),
    "a save of nothing but a removal": Kind(three, lambda store: removed(store, "1")),
    "a save that makes a backup": Kind(three, lambda store: mark(store, "3", 15)),
    "a save that prunes the backups": Kind(twelve_backups, lambda store: mark(store, "12", 140)),
    "a save of much at once": Kind(big, lambda store: many(store, 5)),
    "an undo": Kind(three, undone),
    "an undo of much at once": Kind(big, undone),
    "going back to a backup": Kind(three, gone_back),
    "erasing everything": Kind(three, lambda store: store.erase(now=LATER)),
    "opening a backup for a damaged file": Kind(torn, lambda store: store.read(), rescues=True),
    "the first save in a newer format": Kind(of_format_1, renamed),
}


def before_and_after(kind: Kind, prepared: Path, copy_of: CopyOf) -> list[State]:
    """What may be found when it was cut short: the old state, or the new one."""
    old, new = copy_of(prepared), copy_of(prepared)
    kind.act(rig.open_store(new))
    return [state_of(old), state_of(new)]
