"""Promise 9: what is taken along, erased and brought in again is the same data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.actions import copies
from lib.domain.people.contacts import MOST_WELL
from lib.domain.record_limits import EARLIEST, LARGEST, LATEST
from lib.domain.records import Record
from lib.domain.validation import LONGEST_INTERVIEW
from lib.store.repository import Store
from lib.store.tables import BOOK_TABLES, TABLES
from tests.databases import hosted_store
from tests.durability.rig import NOON
from tests.sizes import Count, Size

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
DAYS = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, LARGEST - 1),
    date: DAYS,
    time: st.times(),
    datetime: MOMENTS,
    NoneType: st.none(),
}
BY_NAME = {
    "how_well": st.integers(0, MOST_WELL),
    "zone": st.sampled_from(("America/New_York", "Europe/Paris", "Pacific/Chatham")),
    "minutes": st.integers(1, LONGEST_INTERVIEW),
    "weekdays": st.lists(st.integers(0, 6), max_size=2).map(tuple),
    "first_weekday": st.integers(0, 6),
}
OF_A_JOB = ("interviews", "interviewers", "follow_ups", "notes", "asks")
OF_AN_INTERVIEW = ("follow_ups", "notes")

Records = dict[type[Record], list[Record]]


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type may hold."""
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        hints, named = get_type_hints(kind), {}
        for name in (field.name for field in fields(kind)):
            named[name] = BY_NAME[name] if name in BY_NAME else of(hints[name])
        return st.builds(kind, **named)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    parts = get_args(kind)
    if get_origin(kind) is tuple:
        return st.lists(of(parts[0]), max_size=2).map(tuple)
    return st.one_of([of(part) for part in parts])


EVERY = {**TABLES, **BOOK_TABLES}
ANY = {kind: of(kind) for kind in EVERY}


@st.composite
def everything(draw: st.DrawFn) -> Records:
    """Data of every kind, whose records belong to a job and an interview that are there."""
    return {
        kind: [
            belonging(one, table, number)
            for number, one in enumerate(draw(st.lists(ANY[kind], min_size=1, max_size=2)))
        ]
        for kind, table in EVERY.items()
    }


def belonging(record: Record, table: str, number: int) -> Record:
    """The record as a new one, hung on the first job and interview."""
    if table in ("strategies", "debriefs"):
        # The second would belong to an interview that may not be there.
        return replace(record, id="interviews-0", revision=0, changed_at=None)
    named: dict[str, Any] = {"job_id": "jobs-0"} if table in OF_A_JOB else {}
    named |= {"contact_id": "contacts-0"} if table == "asks" else {}
    named |= {"interview_id": "interviews-0"} if table in OF_AN_INTERVIEW else {}
    return replace(record, id=f"{table}-{number}", revision=0, changed_at=None, **named)


def kept(store: Store) -> dict[str, list[Record]]:
    """All records, those of the address book too, without what the store itself sets."""
    readers = (store.read(), store.book.read())
    return {
        name: [replace(one, revision=0, changed_at=None) for one in reader.all(kind)]
        for reader in readers
        for kind, name in reader.tables.items()
    }


def enter(store: Store, records: Records) -> None:
    """Puts each record into the file that it belongs to."""
    once = {(type(one), one.id): one for kind in records.values() for one in kind}
    for part, tables in ((store, TABLES), (store.book, BOOK_TABLES)):
        with part.transaction(now=NOON, did="Entered") as tx:
            for record in once.values():
                if type(record) in tables:
                    tx.put(record)


def erase(store: Store) -> None:
    store.book.erase(now=NOON)
    store.erase(now=NOON)


@contextmanager
def in_a_folder() -> Iterator[tuple[Store, Store]]:
    """An empty store, and the same as another window would have it."""
    with TemporaryDirectory() as folder:
        yield Store(Path(folder)), Store(Path(folder))


def in_a_database(url: str) -> Callable[[], AbstractContextManager[tuple[Store, Store]]]:
    """The same in this database, which is emptied afterwards."""

    @contextmanager
    def opened() -> Iterator[tuple[Store, Store]]:
        store = hosted_store(url)
        yield store, hosted_store(url)
        erase(store)

    return opened


def differing(
    cases: int, opened: Callable[[], AbstractContextManager[tuple[Store, Store]]]
) -> list[Records]:
    """Takes cases along, erases them and brings them in; those that were not the same."""
    found: list[Records] = []

    @settings(max_examples=cases, deadline=None, suppress_health_check=list(HealthCheck))
    @given(everything())
    def take_along_erase_and_bring_in(records: Records) -> None:
        with opened() as (store, other):
            enter(store, records)
            before, file = kept(store), copies.take_along(store, now=NOON)

            erase(store)
            copies.bring_in(store, file, replace=True, now=NOON)

            if kept(store) != before or kept(other) != before:
                found.append(records)

    take_along_erase_and_bring_in()
    return found


def test_what_was_taken_along_and_erased_comes_back_the_same(size: Size, figure: Count) -> None:
    cases = size(40, 1_000)

    found = differing(cases, in_a_folder)

    figure(9, "took everything along, erased it, brought it in", cases, len(found), "cases")
    assert found == []


def test_the_same_holds_for_a_database(database: str, size: Size, figure: Count) -> None:
    cases = size(10, 300)

    found = differing(cases, in_a_database(database))

    figure(9, "hosted: took everything along, erased it, brought it in", cases, len(found), "cases")
    assert found == []
