"""Promises 1 and 7: every acknowledged save is kept; none overwrites what it has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lib.domain.store_errors import Stale
from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import NOON, WRITERS, Counter
from tests.narrowing import of_kind
from tests.sizes import Count


def troubles_of_threads(folder: Path | str, each: int, *, shared: bool) -> list[BaseException]:
    """What the eight threads ended with, where one did not end well."""
    store = rig.open_store(folder)

    def run(writer: int) -> None:
        rig.write(store if shared else rig.open_store(folder), str(writer), each)

    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(run, writer) for writer in range(WRITERS)]
    return [trouble for one in writing if (trouble := one.exception())]


@pytest.mark.parametrize("shared", [True, False], ids=["one object", "separate objects"])
def test_eight_threads_lose_nothing(
    folders: Iterator[Path], each: int, figure: Count, shared: bool
) -> None:
    what = f"eight threads save through {'one object' if shared else 'separate objects'}"
    troubles: list[BaseException] = []
    saves = missing = 0

    for folder in folders:
        troubles += troubles_of_threads(folder, each, shared=shared)
        missing += rig.lost(folder, each)
        saves += WRITERS * each

    figure(1, what, saves, missing, "saves")
    assert (troubles, missing) == ([], 0)


def test_every_edit_on_an_old_copy_is_refused_with_both_versions(
    folder: Path, store: Store, figure: Count
) -> None:
    other, edits = rig.open_store(folder), 100
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

    figure(7, "a save from an old copy, at the store", edits, edits - refused, "edits")
    assert refused == edits
    assert store.read().get(Counter, "all").count == edits
