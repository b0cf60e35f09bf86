"""Children that write until they are killed or the disk is cut off, at a random moment."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path

from lib.domain.records import new_id
from lib.store.document import NotWhole, unseal
from tests.durability import rig
from tests.durability.rig import NOON, Mark

_LINE = 33
_FIRST_SAVE = 30  # seconds to wait for it: the machine may be busy


def fill(folder: Path | str, size: int) -> None:
    """Makes the file about so many bytes big."""
    with rig.open_store(folder).transaction(now=NOON, did="Filled") as tx:
        for number in range(size // 1_200):
            tx.put(Mark(id=f"filler-{number}", text="x" * 1_000))


def write_until_killed(folder: Path | str, tell: int) -> None:
    """Puts, changes and removes marks for ever; tells the id of each that is acknowledged."""
    store = rig.open_store(folder)
    for number in range(1_000_000):
        with store.transaction(now=NOON, did="Mark") as tx:
            mark = tx.put(Mark(id=new_id(), text="x" * (number % 50)))
        os.write(tell, f"{mark.id}\n".encode())
        with store.transaction(now=NOON, did="Fleeting") as tx:
            tx.put(Mark(id=f"fleeting-{os.getpid()}-{number}"))
            tx.remove(Mark, f"fleeting-{os.getpid()}-{number - 1}")


def acknowledged_until(stop: Callable[[], None], folder: Path | str, longest: float) -> set[str]:
    """Lets a child write, calls `stop` at a random moment after its first save, kills the child.

    The ids that it had acknowledged.
    """
    listen, tell = os.pipe()
    child = rig.fork(lambda: write_until_killed(folder, tell))
    os.close(tell)
    try:
        select.select([listen], [], [], _FIRST_SAVE)
        time.sleep(random.uniform(0, longest))
        stop()
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(listen, "rb") as heard:
            lines = heard.readlines()
    return {line[:-1].decode() for line in lines if len(line) == _LINE}


def killed(folder: Path, times: int, longest: float) -> tuple[int, int, int]:
    """How many saves were acknowledged and lost by so many kills, and files not whole."""
    acknowledged: set[str] = set()
    lost: set[str] = set()
    not_whole = 0
    for _ in range(times):
        acknowledged |= acknowledged_until(lambda: None, folder, longest)
        not_whole += not is_whole(folder)
        lost |= missing(folder, acknowledged)
    return len(acknowledged), len(lost), not_whole


def is_whole(folder: Path) -> bool:
    """Whether the file itself, before any backup stands in, is as it was saved."""
    try:
        unseal((folder / "follow-through.json").read_bytes())
    except (NotWhole, OSError):
        return False
    return True


def missing(folder: Path | str, ids: set[str]) -> set[str]:
    """Which of these marks are not in the file any more."""
    return ids - {mark.id for mark in rig.open_store(folder).read().all(Mark)}
