"""Promise 2 again, in a file of its own, so that the long form can run beside the other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.durability import kills
from tests.sizes import Count, Size

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")


def test_kills_while_writing_a_big_file_lose_nothing_acknowledged(
    folder: Path, size: Size, figure: Count
) -> None:
    times = size(5, 200)
    kills.fill(folder, size(1_000_000, 10_000_000))

    acknowledged, lost, not_whole = kills.killed(folder, times, longest=size(60, 600) / 1000)

    figure(2, f"killed while saving about {size(1, 10)} MB", times, not_whole, "kills")
    figure(2, f"acknowledged before, at about {size(1, 10)} MB", acknowledged, lost, "saves")
    assert acknowledged >= times
    assert (lost, not_whole) == (0, 0)
    assert not (folder / "set-aside").exists()
