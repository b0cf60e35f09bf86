"""What the durability tests work with: one kind of record, and a program that writes in a process of its own.

`python -m tests.durability.rig FOLDER write NAME COUNT` puts COUNT marks, one save each.
`python -m tests.durability.rig FOLDER kills COUNT BYTES` lets children write and kills each at a random
moment; it prints one JSON object with what it found.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from lib.domain.records import Record, new_id
from lib.store.header import unseal
from lib.store.repository import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_LINE = 33


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark(Record):
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counter(Record):
    count: int = 0


TABLES: dict[type[Record], str] = {Mark: "marks", Counter: "counters"}


def open_store(folder: Path) -> Store:
    """A store of its own, as another process would have it; patient, as the machine may be busy."""
    return Store(folder, tables=TABLES, patience=60)


def write(store: Store, name: str, count: int) -> None:
    """Puts so many marks, one save each, and raises a counter that all writers share."""
    for number in range(count):
        with store.transaction(now=NOON, did=f"Mark {number}") as tx:
            tx.put(Mark(id=f"{name}-{number}"))
            counter = tx.find(Counter, "all") or Counter(id="all")
            tx.put(replace(counter, count=counter.count + 1))


def write_until_killed(folder: Path, tell: int) -> None:
    """Puts, changes and removes marks for ever; tells the id of each one once it is acknowledged."""
    store = open_store(folder)
    for number in range(1_000_000):
        with store.transaction(now=NOON, did="Mark") as tx:
            mark = tx.put(Mark(id=new_id(), text="x" * (number % 50)))
        os.write(tell, f"{mark.id}\n".encode())
        with store.transaction(now=NOON, did="Fleeting") as tx:
            tx.put(Mark(id=f"fleeting-{os.getpid()}-{number}"))
            tx.remove(Mark, f"fleeting-{os.getpid()}-{number - 1}")


def kill_one(folder: Path, wait: float) -> set[str]:
    """Lets a child write and kills it so many seconds after its first save; the ids it had acknowledged."""
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        write_until_killed(folder, tell)
    os.close(tell)
    select.select([listen], [], [], 10)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(listen, "rb") as heard:
        return {line[:-1].decode() for line in heard.readlines() if len(line) == _LINE}


def kills(folder: Path, count: int, size: int) -> dict[str, int]:
    """How many children were killed, saves acknowledged and lost, files not whole, at about `size` bytes."""
    with open_store(folder).transaction(now=NOON, did="Filled") as tx:
        for number in range(size // 1_200):
            tx.put(Mark(id=f"filler-{number}", text="x" * 1_000))
    acknowledged: set[str] = set()
    found = {"killed": count, "lost": 0, "not_whole": 0}
    for _ in range(count):
        acknowledged |= kill_one(folder, random.uniform(0, 0.03))
        found["not_whole"] += not _whole(folder)
        found["lost"] += len(acknowledged - {mark.id for mark in open_store(folder).read().all(Mark)})
    return {**found, "acknowledged": len(acknowledged)}


def _whole(folder: Path) -> bool:
    try:
        unseal(open_store(folder).file.read_bytes())
    except Exception:
        return False
    return True


def main(folder: str, what: str, *rest: str) -> None:
    """The two things that this program does."""
    if what == "write":
        write(open_store(Path(folder)), rest[0], int(rest[1]))
    else:
        run: Callable[..., dict[str, int]] = kills
        sys.stdout.write(json.dumps(run(Path(folder), int(rest[0]), int(rest[1]))))


if __name__ == "__main__":
    main(*sys.argv[1:])
