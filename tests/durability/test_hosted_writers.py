"""Promises 1, 6 and 7 for a hosted store: the same as for the file, on a real PostgreSQL."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from lib.domain.store_errors import Stale
from tests.durability import rig
from tests.durability.rig import NOON, ROOT, WRITERS, Counter, Mark
from tests.durability.test_writers import troubles_of_threads
from tests.durability.test_writing_processes import saved_by_processes
from tests.narrowing import of_kind
from tests.sizes import Count, Size


@pytest.fixture
def each(size: Size) -> int:
    """How many saves each writer makes."""
    return size(10, 200)


@pytest.mark.parametrize("shared", [True, False], ids=["one object", "separate objects"])
def test_eight_threads_on_a_hosted_store_lose_nothing(
    database: str, each: int, figure: Count, shared: bool
) -> None:
    troubles = troubles_of_threads(database, each, shared=shared)
    missing = rig.lost(database, each)

    what = f"hosted: eight threads save through {'one object' if shared else 'separate objects'}"
    figure(1, what, WRITERS * each, missing, "saves")
    assert (troubles, missing) == ([], 0)


def test_eight_processes_on_a_hosted_store_lose_nothing(
    database: str, each: int, figure: Count
) -> None:
    well = saved_by_processes(database, each)
    missing = rig.lost(database, each)

    figure(1, "hosted: eight processes save", WRITERS * each, missing, "saves")
    assert (well, missing) == (WRITERS, 0)


def test_every_edit_on_an_old_copy_of_a_hosted_store_is_refused(
    database: str, size: Size, figure: Count
) -> None:
    store, other, edits = rig.open_store(database), rig.open_store(database), size(25, 100)
    with store.transaction(now=NOON, did="Begin") as tx:
        seen = tx.put(Counter(id="all"))

    refused = 0
    for number in range(1, edits + 1):
        with other.transaction(now=NOON, did="Theirs") as tx:
            tx.put(Counter(id="all", count=number, revision=number))
        try:
            with store.transaction(now=NOON, did="Mine") as tx:
                tx.put(Counter(id="all", count=-1, revision=seen.revision))
        except Stale as stale:
            refused += (
                of_kind(Counter, stale.mine).count,
                of_kind(Counter, stale.theirs).count,
            ) == (
                -1,
                number,
            )

    figure(7, "hosted: a save from an old copy, at the store", edits, edits - refused, "edits")
    assert refused == edits
    assert store.read().get(Counter, "all").count == edits


def test_two_processes_move_amounts_in_a_hosted_store_and_the_sum_stays(
    database: str, size: Size, figure: Count
) -> None:
    rig.open_accounts(rig.open_store(database))
    seconds = size(2, 60)
    commands = [rig.command(database, task, seconds) for task in ("transfer", "transfer", "watch")]

    running = [
        subprocess.Popen(one, cwd=ROOT, stdout=subprocess.PIPE, text=True) for one in commands
    ]
    said = [one.communicate(timeout=seconds + 60)[0].split() for one in running]

    transfers, wrong = int(said[0][0]) + int(said[1][0]), sum(int(one[1]) for one in said)
    figure(6, "hosted: two processes move amounts between accounts", transfers, wrong, "transfers")
    figure(
        6,
        "hosted: meanwhile a third one adds them all up",
        int(said[2][0]),
        int(said[2][1]),
        "reads",
    )
    assert [one.returncode for one in running] == [0, 0, 0]
    assert transfers > 0
    assert wrong == 0


def test_readers_see_each_action_on_a_hosted_store_whole(
    database: str, size: Size, figure: Count
) -> None:
    store, each, reads, torn = rig.open_store(database), size(10, 100), 0, 0

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(rig.write, store, str(writer), each) for writer in range(4)]
        while not all(one.done() for one in writing):
            reader = rig.open_store(database).read()
            counter = reader.find(Counter, "all")
            torn += len(reader.all(Mark)) != (counter.count if counter else 0)
            reads += 1

    figure(6, "hosted: a reader looks on while four threads write", reads, torn, "reads")
    assert torn == 0
    assert [one.exception() for one in writing] == [None] * 4
