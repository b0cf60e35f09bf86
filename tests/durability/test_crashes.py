"""Promise 2: a process that dies before any system call of any kind of save does no harm."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.durability import calls, rig, saves
from tests.durability.saves import KINDS, CopyOf, Kind, State, state_of
from tests.sizes import Count

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")


def _act(kind: Kind, folder: Path) -> None:
    kind.act(rig.open_store(folder))


def deaths(kind: Kind, prepared: Path, copy_of: CopyOf) -> Iterator[Path]:
    """The folders left by a child that died before its first system call, its second, …"""
    for on_call in count(1):
        folder = copy_of(prepared)
        deed = calls.died_before(on_call, partial(_act, kind, folder))
        code = rig.ended(rig.fork(deed))
        if code != calls.DIED:
            assert code == 0
            return
        yield folder


def is_harmed(folder: Path, allowed: list[State], *, rescues: bool) -> bool:
    """Whether neither the old nor the new state is found, or work does not go on from there."""
    return (
        state_of(folder) not in allowed
        or not saves.newest_can_be_taken_back(folder)
        or not next_save_works(folder)
        or list(folder.glob(".*.tmp")) != []
        or ((folder / "set-aside").exists() and not rescues)
    )


def next_save_works(folder: Path) -> bool:
    """Whether an ordinary save adds its mark and its entry, and changes nothing else."""
    records, entries = state_of(folder)
    saves.mark(rig.open_store(folder), "next", 400)
    after, entries_after = state_of(folder)
    marks = [one.id for one in after.pop("marks")]
    before = [*(one.id for one in records.pop("marks")), "next"]
    return (marks, after, entries_after) == (before, records, [("Marked next", False), *entries])


@pytest.mark.parametrize("name", KINDS)
def test_a_death_before_any_system_call_leaves_the_old_state_or_the_new_one(
    tmp_path: Path, copy_of: CopyOf, figure: Count, name: str
) -> None:
    kind, prepared = KINDS[name], tmp_path / "prepared" / "follow-through"
    prepared.parent.mkdir()
    kind.prepare(prepared)
    allowed = saves.before_and_after(kind, prepared, copy_of)

    left = list(deaths(kind, prepared, copy_of))
    harmed = [folder for folder in left if is_harmed(folder, allowed, rescues=kind.rescues)]

    figure(2, f"died before each system call of {name}", len(left), len(harmed), "crashes")
    assert len(left) > 5
    assert harmed == []
