"""Promise 5: a damaged file is never opened as if whole; the last good state comes back."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from lib.domain.store_errors import CopyUnusable, Damaged
from lib.store.repository import Store
from tests.durability import rig
from tests.durability.rig import NOON, Mark
from tests.sizes import Count, Size

MARKS = 20


def harmed(content: bytes, chance: random.Random) -> bytes:
    """The content with one harm done to it; never the same as before."""
    damaged = content
    while damaged == content:
        damaged = maybe_harmed(content, chance)
    return damaged


def maybe_harmed(content: bytes, chance: random.Random) -> bytes:
    """The content cut, zeroed, changed, doubled, or with something put in."""
    start, end = sorted(chance.sample(range(len(content) + 1), 2))
    piece = content[start:end]
    return chance.choice(
        [
            content[:start],
            content[end:],
            content[:start] + b"\0" * len(piece) + content[end:],
            content[:start]
            + bytes([content[start] ^ 1 << chance.randrange(8)])
            + content[start + 1 :],
            content[:end] + piece + content[end:],
            content[:start] + chance.randbytes(len(piece)) + content[end:],
        ]
    )


def fill(store: Store, text: str, minutes: float) -> bytes:
    """Every mark bears this text; what the file is then."""
    with store.transaction(now=NOON + timedelta(minutes=minutes), did=f"Wrote {text}") as tx:
        for number in range(MARKS):
            found = tx.find(Mark, str(number))
            tx.put(
                Mark(id=str(number), text=text * number, revision=found.revision if found else 0)
            )
    content: bytes = store.file.read_bytes()
    return content


def shown(store: Store) -> list[str]:
    return [mark.text for mark in rig.open_store(store.folder).read().all(Mark)]


def said_to_be_damaged(store: Store) -> bool:
    try:
        rig.open_store(store.folder).read()
    except Damaged:
        return True
    return False


def texts(text: str) -> list[str]:
    return [text * number for number in range(MARKS)]


@pytest.fixture
def chance() -> random.Random:
    return random.Random(20261122)


@pytest.fixture
def whole(store: Store) -> bytes:
    return fill(store, "x", 0)


def test_every_damage_is_noticed_and_the_backup_comes_back(
    store: Store, whole: bytes, chance: random.Random, size: Size, figure: Count
) -> None:
    times, wrong = size(200, 1_000), 0

    for _ in range(times):
        store.file.write_bytes(harmed(whole, chance))
        wrong += shown(store) != texts("x") or store.file.read_bytes() != whole

    figure(5, "random damages, with a backup beside the file", times, wrong, "damages")
    assert wrong == 0
    assert len(store.home.set_aside()) == times


def test_without_a_backup_damage_is_said_and_never_shown_as_data(
    store: Store, whole: bytes, chance: random.Random, size: Size, figure: Count
) -> None:
    times, wrong = size(200, 1_000), 0
    for backup in (store.folder / "backups").iterdir():
        backup.unlink()

    for _ in range(times):
        damaged = harmed(whole, chance)
        store.file.write_bytes(damaged)
        wrong += not said_to_be_damaged(store) or store.file.read_bytes() != damaged

    figure(5, "random damages, without a backup", times, wrong, "damages")
    assert wrong == 0


def test_a_damaged_backup_is_passed_over_for_the_whole_one_before_it(
    store: Store, whole: bytes, chance: random.Random, size: Size, figure: Count
) -> None:
    times, wrong = size(100, 1_000), 0
    later = fill(store, "later ", 15)
    newest, older = [store.folder / copy.place for copy in store.copies()]

    for _ in range(times):
        store.file.write_bytes(harmed(later, chance))
        newest.write_bytes(harmed(later, chance))
        wrong += shown(store) != texts("x")

    figure(5, "random damages of the file and of the newest backup", times, wrong, "damages")
    assert wrong == 0
    assert older.read_bytes() == whole


def test_a_damaged_backup_is_never_opened_as_if_it_were_whole(
    store: Store, whole: bytes, chance: random.Random, size: Size, figure: Count
) -> None:
    times, wrong = size(200, 1_000), 0
    (copy,) = store.copies()

    for _ in range(times):
        (store.folder / copy.place).write_bytes(harmed(whole, chance))
        store.file.write_bytes(harmed(whole, chance))
        wrong += not said_to_be_damaged(store)
        with pytest.raises(CopyUnusable):
            store.look_into(copy)

    figure(5, "random damages of the file and of its only backup", times, wrong, "damages")
    assert wrong == 0
