"""Measures a big address book: its import, and every page with it beside the same page without it.

`python -m bench.network [FOLDER]`: 30,000 made-up connections in one file. The floor of the import
is to read the rows with the csv module, and to serialize, write and fsync the same bytes. A page's
floor is the same page on the same data with an empty address book, in the same run.
"""

from __future__ import annotations

import csv
import io
import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

import orjson
from streamlit.testing.v1 import AppTest

from lib.actions import bringing_in, example
from lib.formats.contacts import files
from lib.store.file.place import VARIABLE
from lib.store.opening import open_store
from lib.store.repository import Store

Given = TypeVar("Given")
PEOPLE = 30_000
COMPANIES = 6_000
ROUNDS = 7
NOW = datetime.now(UTC) - timedelta(hours=1)
ROOT = Path(__file__).resolve().parents[1]
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("today", {}),
    ("interviews", {}),
    ("strategy", {"interview": "example-norgaard-first"}),
    ("debrief", {"interview": "example-tiller-first"}),
    ("notes", {}),
    ("calendar", {}),
    ("settings", {}),
    ("network", {"job": "example-tiller"}),
    ("network", {"view": "people"}),
    ("network", {"contact": "example-noor"}),
)


def main(folder: Path) -> None:
    """Prints what bringing in costs, and each page."""
    content = connections()
    print(f"{PEOPLE:,} people at {COMPANIES:,} companies, {len(content):,} bytes")
    small, big = filled(folder / "small"), filled(folder / "big")
    print(bringing_in_row(big, content, folder / "floor.json"))
    print(bringing_in_row(big, content, folder / "floor.json"))
    print(f"{'page':<34} {'empty ms':>9} {'full ms':>8} {'ratio':>6}   (medians of {ROUNDS}, warm)")
    for page, address in PAGES:
        print(page_row(small.folder, big.folder, page, address))


def connections() -> bytes:
    """A file as LinkedIn gives it; the same one every time."""
    chance = random.Random(7)
    companies = [f"Firm {number}" for number in range(COMPANIES)] + [
        "Tiller Health, Inc.",
        "Harbor & Vale",
    ]
    rows = (
        f"Given{i},Family{i % 9000},https://www.linkedin.com/in/person-{i},,"
        f"{chance.choice(companies)},Analyst,12 Mar 2024"
        for i in range(PEOPLE)
    )
    return "\n".join(["Notes:", '"Some addresses are missing"', "", HEADER, *rows]).encode()


def filled(folder: Path) -> Store:
    """A store with the example data."""
    store = open_store(folder)
    example.load(store, "UTC", now=NOW)
    return store


def bringing_in_row(store: Store, content: bytes, floor_file: Path) -> str:
    """Reading the file, merging and saving it, against the floor."""
    reading, read = timed(lambda: files.read(content, "Connections.csv"))
    saving, done = timed(lambda: bringing_in.bring_in(store, read, now=NOW))
    floor, _ = timed(lambda: least(content, store, floor_file))
    whole = reading + saving
    return (
        f"{done.did or 'nobody new':<40} read {reading:.2f} s, merge and save {saving:.2f} s, "
        f"floor {floor:.2f} s, ratio {whole / floor:.1f}"
    )


def least(content: bytes, store: Store, floor_file: Path) -> None:
    """The rows read plainly, and the same bytes on the disk."""
    list(csv.reader(io.StringIO(content.decode())))
    tree = orjson.loads(store.book.file.read_bytes())
    with floor_file.open("wb") as file:
        file.write(orjson.dumps(tree))
        file.flush()
        os.fsync(file.fileno())


def page_row(small: Path, big: Path, page: str, address: dict[str, str]) -> str:
    """One run of a page that was opened before, with an empty address book and with a full one."""
    times: dict[Path, list[float]] = {}
    # One after the other: a process has one address book, and keeps the index of that one only.
    for folder in (small, big):
        at = opened(folder, page, address)
        times[folder] = [timed(at.run)[0] for _ in range(ROUNDS)]
    empty, full = median(times[small]), median(times[big])
    name = page + "".join(f"?{key}={value}" for key, value in address.items())
    return f"{name:<34} {empty * 1e3:>9.0f} {full * 1e3:>8.0f} {full / empty:>6.2f}"


def opened(folder: Path, page: str, address: dict[str, str]) -> AppTest:
    """That page on the data of that folder, run until it is warm."""
    os.environ[VARIABLE] = str(folder)
    at = AppTest.from_file(str(ROOT / "lib" / "ui" / "shell" / "shell.py"), default_timeout=60)
    at.run()
    at.switch_page(str(ROOT / "pages" / f"{page}.py"))
    at.query_params.update(address)
    at.run()
    at.run()
    if at.exception:
        raise RuntimeError(f"{page} does not open")
    return at


def timed(work: Callable[[], Given]) -> tuple[float, Given]:
    """Seconds, and what came of it."""
    began = perf_counter()
    given = work()
    return perf_counter() - began, given


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(Path(folder))
