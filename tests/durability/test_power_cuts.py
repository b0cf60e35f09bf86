"""Promise 3, by replay: every state that a disk may be in after a cut during a save."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from lib.store.repository import Store
from tests.durability import calls, rig, saves
from tests.durability.calls import Call
from tests.durability.disk import CUTS, Cut, Disk
from tests.durability.saves import KINDS, Kind, State, state_of
from tests.sizes import Count, Size

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there, nothing brings a folder to the disk"
)

EVERY = 1_000_000
AS_IT_WAS = Cut("all", "there")


class Record(NamedTuple):
    """The system calls of two saves; each was acknowledged after so many of them."""

    calls: list[Call]
    acknowledged: list[int]
    states: list[State]
    """The state before them, after the first and after the second."""

    def allowed(self, made: int) -> list[State]:
        """What may be found after a cut: what was acknowledged last, or what was being saved."""
        done = sum(number <= made for number in self.acknowledged)
        return self.states[done : done + 2]


def recorded(kind: Kind, folder: Path) -> Record:
    """Does this kind of save in the prepared folder, then an ordinary one."""
    made: list[Call] = []
    acknowledged, states = [], [state_before(folder)]
    with calls.watched(after=lambda *call: made.append(Call(*call))):
        store = rig.open_store(folder)
        for act in (kind.act, the_next):
            act(store)
            acknowledged.append(len(made))
            states.append(state_of(folder))
    return Record(made[: acknowledged[-1]], acknowledged, states)


def state_before(folder: Path) -> State:
    """The state of a copy: a look at a damaged file would mend it."""
    copy = folder.parent.parent / "looked-at" / folder.name
    copy.parent.mkdir()
    if folder.exists():
        shutil.copytree(folder, copy)
    return state_of(copy)


def the_next(store: Store) -> None:
    """An ordinary save after the one that is looked at."""
    saves.mark(store, "next", 400)


def cuts(number_of_calls: int, at_most: int, chance: random.Random) -> Iterator[tuple[int, Cut]]:
    """After how many calls, and how: all, or so many of them, the end always among them."""
    every = list(product(range(number_of_calls + 1), CUTS))
    chosen = (
        every
        if len(every) <= at_most
        else chance.sample(every, at_most - 1) + every[-len(CUTS) :][:1]
    )
    yield from sorted(chosen, key=lambda one: one[0])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The disk that is cut off; the app's folder is made in it."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.mark.parametrize("name", KINDS)
def test_after_any_power_cut_what_was_acknowledged_is_there(
    tmp_path: Path, home: Path, size: Size, figure: Count, name: str
) -> None:
    kind, folder, chance = KINDS[name], home / "follow-through", random.Random(20261122)
    kind.prepare(folder)
    disk = Disk(home)
    record = recorded(kind, folder)

    harmed, done, made = [], 0, 0
    for number, cut in cuts(len(record.calls), size(8, EVERY), chance):
        while made < number:
            disk.replay(record.calls[made])
            made += 1
        place = tmp_path / "after" / str(done)
        place.parent.mkdir(exist_ok=True)
        disk.rebuild(place, cut, chance)
        done += 1
        found = state_of(place / folder.name)
        if found not in record.allowed(number) or not saves.newest_can_be_taken_back(
            place / folder.name
        ):
            harmed.append((number, cut))
        shutil.rmtree(place)

    figure(3, "power cuts replayed", done, len(harmed), "cuts")
    assert harmed == []


@pytest.mark.parametrize("name", KINDS)
def test_the_replay_knows_every_call_that_changed_the_disk(
    tmp_path: Path, home: Path, name: str
) -> None:
    kind, folder = KINDS[name], home / "follow-through"
    kind.prepare(folder)
    disk = Disk(home)

    for call in recorded(kind, folder).calls:
        disk.replay(call)
    disk.rebuild(tmp_path / "again", AS_IT_WAS, random.Random(1))

    assert contents(tmp_path / "again") == contents(home)


def contents(place: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    files = [path for path in place.rglob("*") if path.is_file()]
    return {str(path.relative_to(place)): path.read_bytes() for path in files}
