"""Writers on a hosted store who go on whatever happens to the server, and their saves."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lib.domain.records import new_id
from lib.domain.store_errors import StoreError
from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import NOON, Counter, Mark


@dataclass
class Writer:
    """Puts marks, one save each with a counter, until it is told to stop."""

    store: Store
    acknowledged: set[str] = field(default_factory=set)
    refused: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    def write(self) -> None:
        """What its thread does."""
        while not self.stopping.is_set():
            mark = Mark(id=new_id(), text="x" * random.randint(0, 500))
            try:
                save(self.store, mark)
            except StoreError:
                self.refused += 1
                self.stopping.wait(0.05)
            else:
                self.acknowledged.add(mark.id)


def save(store: Store, mark: Mark) -> None:
    """One save of two records."""
    with store.transaction(now=NOON, did=f"Mark {mark.id}") as tx:
        tx.put(mark)
        counter = tx.find(Counter, "all") or Counter(id="all")
        tx.put(replace(counter, count=counter.count + 1))


def written_through(url: str, happenings: list[Callable[[], None]], seconds: float) -> Writer:
    """A writer who wrote before, during and after all of these, each after a random time."""
    writer = Writer(rig.open_store(url))
    thread = threading.Thread(target=writer.write)
    thread.start()
    try:
        for happens in happenings:
            time.sleep(random.uniform(0, seconds))
            happens()
        enough = len(writer.acknowledged) + 3
        until = time.monotonic() + 60
        while len(writer.acknowledged) < enough and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        writer.stopping.set()
        thread.join()
    return writer


def lost(url: str, acknowledged: set[str]) -> int:
    """How many of these marks are not there."""
    return len(acknowledged - {mark.id for mark in rig.open_store(url).read().all(Mark)})


def is_whole(url: str) -> bool:
    """Whether what was saved was saved whole: as many marks as the counter says."""
    reader = rig.open_store(url).read()
    counter = reader.find(Counter, "all")
    return len(reader.all(Mark)) == (counter.count if counter else 0)
