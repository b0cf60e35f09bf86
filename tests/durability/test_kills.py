"""Promise 2: a killed app loses nothing acknowledged and leaves a whole file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.durability import kills
from tests.sizes import Count, Size

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")


def test_kills_while_writing_lose_nothing_acknowledged(
    folder: Path, size: Size, figure: Count
) -> None:
    times = size(30, 1_000)
    kills.fill(folder, size(100_000, 1_000_000))

    acknowledged, lost, not_whole = kills.killed(folder, times, longest=size(30, 60) / 1000)

    figure(2, f"killed while saving about {size(100, 1_000):,} KB", times, not_whole, "kills")
    figure(2, f"acknowledged before, at about {size(100, 1_000):,} KB", acknowledged, lost, "saves")
    assert acknowledged >= times
    assert (lost, not_whole) == (0, 0)
    assert not (folder / "set-aside").exists()
