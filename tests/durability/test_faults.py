"""Promise 4: whatever the system refuses, the old state stands, on disk and in memory."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lib.domain.store_errors import DiskFailure, Full, ReadOnly, StoreError
from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import NOON, ROOT, Mark
from tests.narrowing import of_kind
from tests.sizes import Count

NAMED = {errno.ENOSPC: Full, errno.EDQUOT: Full, errno.EIO: DiskFailure, errno.EROFS: ReadOnly}


@pytest.fixture
def store(store: Store) -> Store:
    with store.transaction(now=NOON, did="Began") as tx:
        tx.put(Mark(id="old"))
    return store


def save(store: Store, id: str) -> None:
    with store.transaction(now=NOON, did="Marked") as tx:
        tx.put(Mark(id=id))


def found(store: Store) -> tuple[Any, ...]:
    """What is on the disk, and what the store says is there."""
    return store.file.read_bytes(), store.read().all(Mark), store.entries()


def refusing(
    number: int, on_call: int, real: Callable[..., Any], path: str = ""
) -> Callable[..., Any]:
    """A system call that fails with this error the nth time, for paths ending so."""
    calls = []

    def call(*args: Any, **named: Any) -> Any:
        if str(args[0]).endswith(path):
            calls.append(args)
            if len(calls) == on_call:
                raise OSError(number, os.strerror(number))
        return real(*args, **named)

    return call


STEPS = {
    "making the temporary file": (os, "open", 1, ".tmp"),
    "writing it": (os, "write", 1, ""),
    "bringing it to the disk": (os, "fsync", 1, ""),
    "the swap": (Path, "replace", 1, ".tmp"),
    "bringing the swap to the disk": (os, "fsync", 2, ""),
}


@pytest.mark.parametrize("number", NAMED, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize("step", STEPS)
def test_a_save_that_fails_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, figure: Count, step: str, number: int
) -> None:
    owner, call, on_call, path = STEPS[step]
    before = found(store)

    with monkeypatch.context() as patch:
        patch.setattr(owner, call, refusing(number, on_call, getattr(owner, call), path))
        with pytest.raises(NAMED[number]) as caught:
            save(store, "new")

    figure(
        4, "saves that the system refused at one of their steps", 1, found(store) != before, "saves"
    )
    sentence = of_kind(StoreError, caught.value).sentence
    assert sentence.startswith("Not saved")
    assert "safe" in sentence or "left as it was" in sentence
    assert found(store) == before
    assert [path.name for path in store.folder.glob(".*.tmp")] == []


@pytest.mark.parametrize("step", STEPS)
def test_after_a_failure_work_goes_on(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, figure: Count, step: str
) -> None:
    owner, call, on_call, path = STEPS[step]
    with monkeypatch.context() as patch:
        patch.setattr(owner, call, refusing(errno.ENOSPC, on_call, getattr(owner, call), path))
        with pytest.raises(Full):
            save(store, "new")

    save(store, "new")
    with store.transaction(now=NOON, did="Removed") as tx:
        tx.remove(Mark, "old")

    kept = [mark.id for mark in rig.open_store(folder).read().all(Mark)]
    figure(4, "a save and a removal after a refused save", 1, kept != ["new"], "times")
    assert kept == ["new"]


@pytest.mark.parametrize("step", STEPS)
def test_a_failing_undo_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, figure: Count, step: str
) -> None:
    owner, call, on_call, path = STEPS[step]
    (entry,) = store.entries()
    before = found(store)

    with monkeypatch.context() as patch:
        patch.setattr(owner, call, refusing(errno.EIO, on_call, getattr(owner, call), path))
        with pytest.raises(StoreError):
            store.undo(entry.id, now=NOON)

    figure(
        4, "undos that the system refused at one of their steps", 1, found(store) != before, "undos"
    )
    assert found(store) == before


def test_a_leftover_of_a_killed_save_is_swept_by_the_next_one(store: Store) -> None:
    leftover = store.folder / ".follow-through.json.0123456789abcdef.tmp"
    leftover.write_bytes(b"half a file")

    save(store, "new")

    assert not leftover.exists()


LIMITED = """
import resource, sys
from pathlib import Path
from tests.durability.rig import Mark, NOON, open_store
from lib.domain.store_errors import Full

store = open_store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
saved = 0
try:
    while saved < 200:
        with store.transaction(now=NOON, did="Mark") as tx:
            tx.put(Mark(id=str(saved), text="x" * 2_000))
        saved += 1
except Full:
    pass
assert 10 < saved < 60, saved
assert len(store.read().all(Mark)) == len(open_store(Path(sys.argv[1])).read().all(Mark)) == saved
with store.transaction(now=NOON, did="Note") as tx:
    tx.put(Mark(id="short"))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.transaction(now=NOON, did="Mark") as tx:
    tx.put(Mark(id="again", text="x" * 2_000))
print(saved, len(open_store(Path(sys.argv[1])).read().all(Mark)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_is_kept_whole_and_grows_again_once_it_may(
    folder: Path, figure: Count
) -> None:
    command = [sys.executable, "-c", LIMITED, str(folder)]

    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stderr == ""
    saved, kept = map(int, done.stdout.split())
    figure(
        4, "acknowledged by a quota that ended in the middle", saved + 2, saved + 2 - kept, "saves"
    )
    assert kept == saved + 2
