"""What a save and a read cost, against the least that they could cost, in the same run.

`python -m bench.store [FOLDER]`: the floor of a save is to serialize, write, fsync, rename and
fsync the folder for the same bytes; the floor of a read is a dictionary of records by kind and id
behind a method. Promise 10 allows 2.0 for both.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import orjson

from lib.domain.records import Record
from lib.store.repository import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ROUNDS = 60
READS = 20_000
SIZES = (10_000, 100_000, 300_000, 1_000_000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Record):
    """About four hundred bytes, as an ordinary record has."""

    subject: str = ""
    body: str = ""


TABLES: dict[type[Record], str] = {Page: "pages"}


class Dictionary:
    """What a read is measured against."""

    def __init__(self, records: dict[type[Record], dict[str, Record]]) -> None:
        self._records = records

    def get(self, kind: type[Record], id: str) -> Record:
        """The record, as plainly as can be."""
        return self._records[kind][id]


def main(folder: Path) -> None:
    """Prints the table."""
    print(head("file"))
    for size in SIZES:
        print(save_row(folder / str(size), size))
    print(read_row(folder / "10000"))


def save_row(folder: Path, size: int) -> str:
    """One action that changes one record, in a file of about this many bytes."""
    store = filled(Store(folder, tables=TABLES), size)
    tree = orjson.loads(store.file.read_bytes())
    # Backups come every ten minutes of the clock that is handed in: here it stands still.
    numbers = count()
    floors, saves = interleaved(
        lambda: least(folder / "floor.json", tree), lambda: change(store, next(numbers))
    )
    return row(store.home.size, len(store.read().all(Page)), floors, saves)


def head(what: str) -> str:
    """The line above the rows, whose first column is that."""
    names = f"{what:>10} {'records':>8} {'floor ms':>9} {'save ms':>8} {'ratio':>6}"
    return f"{names}   (medians of {ROUNDS})"


def row(long: int, records: int, floors: list[float], saves: list[float]) -> str:
    """A line for one size: bytes, records, both medians, and how they stand to each other."""
    floor, save = median(floors), median(saves)
    return f"{long:>10,} {records:>8,} {floor * 1e3:>9.2f} {save * 1e3:>8.2f} {save / floor:>6.2f}"


def read_row(folder: Path) -> str:
    """A read by id, once its record has been decoded."""
    reader = Store(folder, tables=TABLES).read()
    ids = [page.id for page in reader.all(Page)]
    plain = Dictionary({Page: {page.id: page for page in reader.all(Page)}})
    floors, reads = interleaved(lambda: read(plain.get, ids), lambda: read(reader.get, ids))
    floor, mine = median(floors) / READS, median(reads) / READS
    figures = f"floor {floor * 1e9:.0f} ns, store {mine * 1e9:.0f} ns, ratio {mine / floor:.2f}"
    return f"read by id: {figures}"


def filled(store: Store, size: int) -> Store:
    """An empty store, filled with about so many bytes and a full history of small actions."""
    with store.transaction(now=NOON, did="Filled") as tx:
        for number in range(max(size // 620, 8)):
            tx.put(Page(id=f"{number:032x}", subject=f"Subject {number}", body="word " * 60))
    for number in range(50):
        change(store, number)
    return store


def change(store: Store, number: int) -> None:
    """One small action."""
    with store.transaction(now=NOON + timedelta(seconds=1), did=f"Changed {number}") as tx:
        page = tx.get(Page, f"{number % 8:032x}")
        tx.put(replace(page, subject=f"Subject {number}, again"))


def least(path: Path, tree: object) -> None:
    """The least that a safe save can do."""
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb", buffering=0) as file:
        file.write(orjson.dumps(tree))
        os.fsync(file.fileno())
    temporary.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def read(get: Callable[[type[Page], str], object], ids: list[str]) -> None:
    """Many reads by id."""
    for _ in range(READS // len(ids)):
        for id in ids:
            get(Page, id)


def interleaved(
    one: Callable[[], None], other: Callable[[], None]
) -> tuple[list[float], list[float]]:
    """The seconds that each took, turn by turn, so that both meet the same weather."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for act, times in zip((one, other), taken, strict=True):
            start = perf_counter()
            act()
            times.append(perf_counter() - start)
    return taken


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        main(Path(place))
