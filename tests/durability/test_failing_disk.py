"""Promise 4: a disk on which nothing works from some system call on, for every kind of save."""

from __future__ import annotations

import errno
import os
from itertools import count
from pathlib import Path

import pytest

from lib.domain.store_errors import StoreError
from lib.store.repository import Store
from tests.durability import calls, saves
from tests.durability.rig import TABLES
from tests.durability.saves import KINDS, CopyOf, Kind, State, state_of
from tests.sizes import Count

FAILS = {
    "nothing works": tuple(name for name in calls.NAMES if name != "close"),
    "nothing can be written": ("write", "fsync"),
}


def calls_made(
    kind: Kind, folder: Path, from_call: int, number: int, names: tuple[str, ...]
) -> int:
    """How many calls with these names there were while each failed from this one on.

    Nothing but a StoreError may come of it.
    """
    made = 0

    def refuse(name: str, _: object) -> None:
        nonlocal made
        made += name in names
        if made >= from_call and name in names:
            raise OSError(number, os.strerror(number))

    # Impatient: a lock that cannot be made is tried again and again.
    store = Store(folder, tables=TABLES, patience=0.02)
    try:
        with calls.watched(refuse):
            kind.act(store)
    except StoreError:
        pass
    return made


def is_harmed(folder: Path, allowed: list[State]) -> bool:
    return state_of(folder) not in allowed or not saves.newest_can_be_taken_back(folder)


@pytest.mark.parametrize("fails", FAILS)
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC], ids=["I/O errors", "no room"])
@pytest.mark.parametrize("name", KINDS)
def test_a_disk_that_fails_from_any_call_on_leaves_the_old_state_or_the_new_one(
    tmp_path: Path, copy_of: CopyOf, figure: Count, name: str, number: int, fails: str
) -> None:
    kind, prepared = KINDS[name], tmp_path / "prepared" / "follow-through"
    prepared.parent.mkdir()
    kind.prepare(prepared)
    allowed = saves.before_and_after(kind, prepared, copy_of)

    harmed: list[tuple[int, OSError | None]] = []
    for from_call in count(1):
        folder = copy_of(prepared)
        try:
            if calls_made(kind, folder, from_call, number, FAILS[fails]) < from_call:
                break
            harmed += [(from_call, None)] if is_harmed(folder, allowed) else []
        except OSError as unnamed:
            harmed.append((from_call, unnamed))

    what = f"a disk on which {fails} from any step of a save on"
    figure(4, what, from_call - 1, len(harmed), "failures")
    assert harmed == []
