"""Promise 17: a database that is silent, refuses, or resets holds nobody up, and is tried again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from lib.domain.jobs import Job
from lib.domain.store_errors import InDoubt, StoreError, Unreachable
from lib.store.database.connection import PAUSE, Database
from lib.store.database.database_home import SqlHome
from lib.store.database.waiting import QUICK
from lib.store.migrations import STEPS, version_of
from lib.store.repository import FILE, Store
from tests.databases import hosted_store
from tests.durability.rig import NOON
from tests.postgres import Postgres
from tests.sizes import Count
from tests.wire import Wire

AT_MOST = 2 * QUICK
"""Seconds, on a machine that is busy with other tests; what was measured stands in the docs."""
MESSAGES = 3


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


@pytest.fixture
def store(postgres: Postgres, database: str, wire: Wire) -> Iterator[Store]:
    """A store that reaches its server through the wire, and holds one job."""
    through = Database(database.replace(f":{postgres.port}/", f":{wire.port}/"))
    store = Store(SqlHome(through, FILE, schema=version_of(STEPS), patience=10))
    put(store, "first")
    yield store
    through.close()


def put(store: Store, id: str) -> None:
    with store.transaction(now=NOON, did=f"Added {id}") as tx:
        tx.put(Job(id=id, company=id, role="Cook"))


def jobs(store: Store) -> list[str]:
    return [job.id for job in store.read().all(Job)]


def silent(wire: Wire) -> None:
    wire.swallows = True


def refusing(wire: Wire) -> None:
    wire.refuse()
    wire.cut()


WAYS: dict[str, Callable[[Wire], None]] = {"silent": silent, "refusing": refusing}


def answering_again(wire: Wire) -> None:
    wire.swallows = False
    wire.spared()
    wire.accept()
    time.sleep(PAUSE)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("message", [0, *range(1, MESSAGES + 1)])
def test_a_save_is_given_up_soon_and_nothing_is_saved_twice(
    store: Store, database: str, wire: Wire, way: str, message: int, figure: Count
) -> None:
    if message:
        wire.cut_at(message, arrives=True, then=lambda: WAYS[way](wire))
    else:
        WAYS[way](wire)

    began = time.monotonic()
    with pytest.raises(StoreError) as refused:
        put(store, "second")
    waited = time.monotonic() - began

    assert isinstance(refused.value, InDoubt if message == MESSAGES else Unreachable)
    answering_again(wire)
    put(store, "third")
    found = jobs(hosted_store(database))
    second = ["second"] if message == MESSAGES else []
    figure(17, f"hosted: a {way} database while saving", 1, int(waited > AT_MOST), "times")
    assert found == ["first", *second, "third"]
    assert waited < AT_MOST


@pytest.mark.parametrize("way", WAYS)
def test_a_page_shows_what_was_read_last_and_goes_on_trying(
    store: Store, database: str, wire: Wire, way: str, figure: Count
) -> None:
    put(hosted_store(database), "elsewhere")
    time.sleep(1.1)
    WAYS[way](wire)

    began = time.monotonic()
    shown = jobs(store)
    waited = time.monotonic() - began

    assert shown == ["first"]
    assert isinstance(store.trouble, Unreachable)
    answering_again(wire)
    figure(17, f"hosted: a {way} database while reading", 1, int(waited > AT_MOST), "times")
    assert jobs(store) == ["first", "elsewhere"]
    assert store.trouble is None
    assert waited < AT_MOST


def test_a_line_that_is_reset_once_is_not_noticed(store: Store, wire: Wire) -> None:
    wire.cut()

    put(store, "second")

    assert jobs(store) == ["first", "second"]


def test_a_server_that_wakes_up_slowly_is_found_awake(
    store: Store, database: str, wire: Wire
) -> None:
    put(hosted_store(database), "elsewhere")
    time.sleep(1.1)
    wire.cut()
    wire.delay = 0.7

    shown, tried = jobs(store), 1
    while store.trouble and tried < 10:
        time.sleep(PAUSE)
        shown, tried = jobs(store), tried + 1

    assert shown == ["first", "elsewhere"]
