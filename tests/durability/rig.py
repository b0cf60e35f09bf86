"""Two kinds of record for the durability tests, and a program for a process of its own.

`python -m tests.durability.rig FOLDER write NAME COUNT` puts COUNT marks, one save each. `python -m
tests.durability.rig FOLDER transfer SECONDS` moves amounts between accounts, and `python -m
tests.durability.rig FOLDER watch SECONDS` only adds them up; each prints how often, and how often
the sum was wrong.
"""

from __future__ import annotations

import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from lib.domain.records import Record
from lib.store.repository import Reader, Store
from lib.store.tables import TABLES as REAL
from tests.databases import hosted_store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
WRITERS = 8
ACCOUNTS, EACH_HOLDS = 10, 1_000_000
"""So much that no account falls below nothing: no record of the app has such a number."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark(Record):
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counter(Record):
    count: int = 0


TABLES: dict[type[Record], str] = {**REAL, Mark: "marks", Counter: "counters"}


def open_store(place: Path | str) -> Store:
    """A store of its own, as another process would have it; patient, as the machine may be busy.

    `place` is a folder, or the address of a database.
    """
    if isinstance(place, Path):
        return Store(place, tables=TABLES, patience=60)
    return hosted_store(place, TABLES)


def command(place: Path | str, *words: object) -> list[str]:
    """What runs this program."""
    return [sys.executable, "-m", "tests.durability.rig", str(place), *map(str, words)]


def fork(act: Callable[[], object]) -> int:
    """The id of a child that does this and ends, with 1 if it could not."""
    child = os.fork()
    if child:
        return child
    try:
        act()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        # The child must never come back into the test runner that it is a copy of.
        os._exit(1)


def ended(child: int) -> int:
    """The exit code of a child once it has ended; negative if it was killed by a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def write(store: Store, name: str, count: int) -> None:
    """Puts so many marks, one save each, and raises a counter that all writers share."""
    for number in range(count):
        with store.transaction(now=NOON, did=f"Mark {number}") as tx:
            tx.put(Mark(id=f"{name}-{number}"))
            counter = tx.find(Counter, "all") or Counter(id="all")
            tx.put(replace(counter, count=counter.count + 1))


def lost(folder: Path | str, each: int) -> int:
    """How many of the saves of all writers are not there; the counter must agree with the marks."""
    reader = open_store(folder).read()
    expected = {f"{writer}-{number}" for writer in range(WRITERS) for number in range(each)}
    missing = expected - {mark.id for mark in reader.all(Mark)}
    counter = reader.get(Counter, "all")
    return max(len(missing), WRITERS * each - counter.count, WRITERS * each - counter.revision)


def open_accounts(store: Store) -> None:
    """All accounts, with the same amount in each."""
    with store.transaction(now=NOON, did="Opened the accounts") as tx:
        for number in range(ACCOUNTS):
            tx.put(Counter(id=f"account-{number}", count=EACH_HOLDS))


def transfer(place: Path | str, seconds: float) -> tuple[int, int]:
    """Moves amounts between accounts; how often, and how often the sum was wrong."""
    store, done, wrong = open_store(place), 0, 0
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        giver, taker = random.sample(range(ACCOUNTS), 2)
        with store.transaction(now=NOON, did="Transfer") as tx:
            wrong += not balanced(tx)
            _move(tx.get(Counter, f"account-{giver}"), -7, tx.put)
            _move(tx.get(Counter, f"account-{taker}"), 7, tx.put)
        wrong += not balanced(store.read())
        done += 1
    return done, wrong


def _move(account: Counter, amount: int, put: Callable[[Counter], object]) -> None:
    put(replace(account, count=account.count + amount))


def watch(place: Path | str, seconds: float) -> tuple[int, int]:
    """Only reads, every other time with a new store; how often, and how often the sum was wrong."""
    store, done, wrong = open_store(place), 0, 0
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        reader = (store if done % 2 else open_store(place)).read()
        wrong += not balanced(reader)
        done += 1
    return done, wrong


def balanced(reader: Reader) -> bool:
    """Whether nothing came or went."""
    return sum(account.count for account in reader.all(Counter)) == ACCOUNTS * EACH_HOLDS


def main(place: str, what: str, *rest: str) -> None:
    """The three things that this program does."""
    there = place if "://" in place else Path(place)
    if what == "write":
        write(open_store(there), rest[0], int(rest[1]))
        return
    does = {"transfer": transfer, "watch": watch}[what]
    sys.stdout.write("{} {}".format(*does(there, float(rest[0]))))


if __name__ == "__main__":
    main(*sys.argv[1:])
