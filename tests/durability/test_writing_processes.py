"""Promise 1 for processes, in a file of its own: its long form runs beside the threads'."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.durability import rig
from tests.durability.rig import ROOT, WRITERS
from tests.sizes import Count


def saved_by_processes(folder: Path | str, each: int) -> int:
    """How many of the eight processes ended well."""
    commands = [rig.command(folder, "write", writer, each) for writer in range(WRITERS)]
    writers = [subprocess.Popen(one, cwd=ROOT) for one in commands]
    return sum(writer.wait(600) == 0 for writer in writers)


def test_eight_processes_lose_nothing(folders: Iterator[Path], each: int, figure: Count) -> None:
    well = saves = missing = 0

    for folder in folders:
        well += saved_by_processes(folder, each) == WRITERS
        missing += rig.lost(folder, each)
        saves += WRITERS * each

    figure(1, "eight processes save", saves, missing, "saves")
    assert (well, missing) == (saves / WRITERS / each, 0)
