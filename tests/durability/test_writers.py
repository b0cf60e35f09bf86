"""Promise 1: every writer's acknowledged save is kept. The quick form."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.domain.store_errors import Stale
from tests.durability import rig
from tests.durability.rig import NOON, Counter, Mark

ROOT = Path(__file__).parents[2]
WRITERS, EACH = 8, 25


def assert_all_kept(folder: Path, writers: int) -> None:
    reader = rig.open_store(folder).read()
    expected = {f"{writer}-{number}" for writer in range(writers) for number in range(EACH)}
    assert {mark.id for mark in reader.all(Mark)} == expected
    assert reader.get(Counter, "all").count == writers * EACH
    assert reader.get(Counter, "all").revision == writers * EACH


@pytest.mark.parametrize("shared", [True, False], ids=["one object", "separate objects"])
def test_eight_threads_lose_nothing(folder, store, shared):
    def run(writer: int) -> None:
        rig.write(store if shared else rig.open_store(folder), str(writer), EACH)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(run, range(WRITERS)))

    assert_all_kept(folder, WRITERS)


def test_several_processes_lose_nothing(folder):
    command = [sys.executable, "-m", "tests.durability.rig", str(folder), "write"]
    writers = [subprocess.Popen([*command, str(one), str(EACH)], cwd=ROOT) for one in range(4)]

    codes = [writer.wait(60) for writer in writers]

    assert codes == [0] * 4
    assert_all_kept(folder, 4)


def test_readers_see_each_action_whole_while_others_write(folder, store):
    def run(writer: int) -> None:
        rig.write(store, str(writer), EACH)

    torn = []
    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(run, writer) for writer in range(4)]
        while not all(one.done() for one in writing):
            reader = rig.open_store(folder).read()
            counter = reader.find(Counter, "all")
            if len(reader.all(Mark)) != (counter.count if counter else 0):
                torn.append(counter)

    assert torn == []
    assert [one.exception() for one in writing] == [None] * 4


def test_a_hundred_edits_on_old_copies_are_all_refused(folder, store):
    other = rig.open_store(folder)
    with store.transaction(now=NOON, did="Begin") as tx:
        seen = tx.put(Counter(id="all"))

    refused = 0
    for number in range(1, 101):
        with other.transaction(now=NOON, did="Theirs") as tx:
            tx.put(Counter(id="all", count=number, revision=number))
        try:
            with store.transaction(now=NOON, did="Mine") as tx:
                tx.put(Counter(id="all", count=-1, revision=seen.revision))
        except Stale as stale:
            refused += (stale.mine.count, stale.theirs.count) == (-1, number)

    assert refused == 100
    assert store.read().get(Counter, "all").count == 100
