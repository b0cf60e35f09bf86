"""Promise 5: a damaged file is never opened as if it were whole, and the last good state comes back."""

from __future__ import annotations

import random

import pytest

from lib.domain.store_errors import Damaged
from tests.durability import rig
from tests.durability.rig import NOON, Mark


def harmed(content: bytes, chance: random.Random) -> bytes:
    """The content with one harm done to it: cut, zeroed, changed, doubled, or something put in."""
    start, end = sorted(chance.sample(range(len(content) + 1), 2))
    piece = content[start:end]
    return chance.choice(
        [
            content[:start],
            content[end:],
            content[:start] + b"\0" * len(piece) + content[end:],
            content[:start] + bytes([content[start] ^ 1 << chance.randrange(8)]) + content[start + 1 :],
            content[:end] + piece + content[end:],
            content[:start] + chance.randbytes(len(piece)) + content[end:],
        ]
    )


@pytest.fixture
def whole(store) -> bytes:
    with store.transaction(now=NOON, did="Began") as tx:
        for number in range(20):
            tx.put(Mark(id=str(number), text="x" * number))
    content: bytes = store.file.read_bytes()
    return content


def test_two_hundred_damages_are_all_noticed_and_the_backup_comes_back(store, whole):
    chance = random.Random(20261122)
    silent = 0

    for _ in range(200):
        damaged = harmed(whole, chance)
        store.file.write_bytes(damaged)
        marks = rig.open_store(store.folder).read().all(Mark)
        silent += damaged != whole and store.file.read_bytes() != whole
        assert len(marks) == 20

    assert silent == 0


def test_without_a_backup_damage_is_said_and_never_shown_as_data(store, whole):
    chance = random.Random(42)
    for backup in (store.folder / "backups").iterdir():
        backup.unlink()

    for _ in range(100):
        damaged = harmed(whole, chance)
        if damaged == whole:
            continue
        store.file.write_bytes(damaged)
        with pytest.raises(Damaged):
            rig.open_store(store.folder).read()
        assert store.file.read_bytes() == damaged
