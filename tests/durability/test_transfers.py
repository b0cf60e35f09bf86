"""Promise 6: a save is all or nothing, for whoever reads while others write."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import ROOT, Counter, Mark
from tests.sizes import Count, Size


def test_two_processes_move_amounts_and_the_sum_is_the_same_in_every_read(
    folder: Path, store: Store, size: Size, figure: Count
) -> None:
    rig.open_accounts(store)
    seconds = size(2, 60)
    tasks = ("transfer", "transfer", "watch")
    commands = [rig.command(folder, task, seconds) for task in tasks]

    running = [
        subprocess.Popen(one, cwd=ROOT, stdout=subprocess.PIPE, text=True) for one in commands
    ]
    said = [one.communicate(timeout=seconds + 60)[0].split() for one in running]

    transfers = int(said[0][0]) + int(said[1][0])
    wrong = sum(int(one[1]) for one in said)
    figure(
        6,
        f"two processes move amounts between accounts for {seconds} s",
        transfers,
        wrong,
        "transfers",
    )
    figure(6, "meanwhile a third one adds them all up", int(said[2][0]), int(said[2][1]), "reads")
    assert [one.returncode for one in running] == [0, 0, 0]
    assert transfers > 0
    assert wrong == 0
    assert rig.balanced(rig.open_store(folder).read())


def test_readers_see_each_action_whole_while_others_write(
    folder: Path, store: Store, size: Size, figure: Count
) -> None:
    each, reads, torn = size(25, 200), 0, 0

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(rig.write, store, str(writer), each) for writer in range(4)]
        while not all(one.done() for one in writing):
            reader = rig.open_store(folder).read()
            counter = reader.find(Counter, "all")
            torn += len(reader.all(Mark)) != (counter.count if counter else 0)
            reads += 1

    figure(6, "a reader looks on while four threads write", reads, torn, "reads")
    assert torn == 0
    assert [one.exception() for one in writing] == [None] * 4
