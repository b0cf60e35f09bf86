"""The way to the server: what is asked how often, and how long an answer is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from lib.domain.store_errors import DatabaseRefused, Unreachable
from lib.store.database import connection as way
from lib.store.database.connection import Database
from lib.store.database.database_home import SqlHome
from lib.store.database.waiting import QUICK
from lib.store.migrations import STEPS, version_of
from lib.store.repository import FILE, Store
from tests.narrowing import not_none
from tests.postgres import Postgres
from tests.store.samples import TABLES, Firm, firm, later
from tests.wire import Wire


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


@pytest.fixture
def through(postgres: Postgres, database: str, wire: Wire) -> Iterator[Database]:
    """The database, through the wire, as the app has it."""
    opened = Database(database.replace(f":{postgres.port}/", f":{wire.port}/"), again_for=1)
    yield opened
    opened.close()


@pytest.fixture
def store(through: Database) -> Store:
    return Store(SqlHome(through, FILE, schema=version_of(STEPS), patience=2), tables=TABLES)


def save(store: Store, name: str, minutes: float = 0.0) -> None:
    with store.transaction(now=later(minutes), did=f"Added {name}") as tx:
        tx.put(firm(name))


def names(store: Store) -> list[str]:
    return [one.name for one in store.read().all(Firm)]


def test_a_page_that_reads_often_asks_once(store: Store, wire: Wire) -> None:
    save(store, "Harbor")
    names(store)
    before = wire.messages

    for _ in range(200):
        store.read()
        store.book.read()

    assert wire.messages - before <= 3  # the address book's row was read, too


def test_a_save_takes_three_messages_and_a_copy_one_more(store: Store, wire: Wire) -> None:
    save(store, "Harbor")
    before = wire.messages

    save(store, "Vale")
    between = wire.messages
    save(store, "Pier", minutes=11)

    assert between - before == 3
    assert wire.messages - between <= 3 + 4  # and the old copies, and the list of saves


def test_over_a_slow_line_all_goes_on_as_it_should(store: Store, wire: Wire) -> None:
    save(store, "Harbor")
    wire.delay = 0.05

    save(store, "Vale")

    assert names(store) == ["Harbor", "Vale"]


def test_a_server_that_says_nothing_is_waited_for_at_most_three_seconds(
    store: Store, wire: Wire
) -> None:
    save(store, "Harbor")
    wire.swallows = True
    time.sleep(way.TRUSTED)

    started = time.monotonic()
    assert names(store) == ["Harbor"]
    waited = time.monotonic() - started

    assert isinstance(store.trouble, Unreachable)
    assert waited < QUICK + 1


def test_after_that_pages_are_drawn_at_once_and_a_save_says_that_it_was_none(
    store: Store, wire: Wire
) -> None:
    save(store, "Harbor")
    wire.refuse()
    wire.cut()
    time.sleep(way.TRUSTED)
    names(store)

    started = time.monotonic()
    for _ in range(50):
        assert names(store) == ["Harbor"]
    with pytest.raises(Unreachable, match="cannot be reached") as refused:
        save(store, "Vale")

    assert time.monotonic() - started < 1
    assert refused.value.silent_for > 0
    assert store.home.last_saved() is not None


def test_whoever_reads_and_then_saves_waits_once(store: Store, wire: Wire) -> None:
    save(store, "Harbor")
    wire.swallows = True
    time.sleep(way.TRUSTED)
    names(store)

    asked, started = wire.messages, time.monotonic()
    with pytest.raises(Unreachable, match="no answer a moment ago"):
        save(store, "Vale")
    with pytest.raises(Unreachable, match="no answer a moment ago"):
        store.copies()

    assert wire.messages == asked
    assert time.monotonic() - started < QUICK / 2


def test_a_save_is_tried_again_after_the_pause_and_at_once_if_asked_for(
    store: Store, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, "Harbor")
    wire.refuse()
    wire.cut()
    time.sleep(way.TRUSTED)
    names(store)
    wire.accept()

    with pytest.raises(Unreachable):
        save(store, "Vale")
    store.home.ask_again()
    save(store, "Vale")
    wire.refuse()
    wire.cut()
    time.sleep(way.TRUSTED)
    names(store)
    wire.accept()
    monkeypatch.setattr(way, "PAUSE", 0.0)
    save(store, "Pier")

    assert names(store) == ["Harbor", "Vale", "Pier"]


def test_once_it_answers_again_all_is_well_and_nothing_of_it_was_saved(
    store: Store, wire: Wire, through: Database
) -> None:
    save(store, "Harbor")
    wire.refuse()
    wire.cut()
    time.sleep(way.TRUSTED)
    names(store)
    with pytest.raises(Unreachable):
        save(store, "Vale")

    wire.accept()
    store.home.ask_again()

    assert names(store) == ["Harbor"]
    assert store.trouble is None
    save(store, "Pier")
    assert names(store) == ["Harbor", "Pier"]


def test_where_nothing_is_known_of_the_data_nothing_is_shown_as_it(
    through: Database, wire: Wire
) -> None:
    wire.refuse()
    store = Store(SqlHome(through, FILE, schema=version_of(STEPS), patience=2), tables=TABLES)

    with pytest.raises(Unreachable):
        store.read()
    with pytest.raises(Unreachable):
        save(store, "Vale")


def test_a_server_that_was_restarted_in_between_is_not_noticed(
    store: Store, postgres: Postgres
) -> None:
    save(store, "Harbor")
    postgres.stop()
    postgres.start()

    save(store, "Vale")

    assert names(store) == ["Harbor", "Vale"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            lambda url: url.replace("four%20plain", "three%20plain"),
            "refuses the name or the password",
        ),
        (lambda url: url.replace("someone:", "somebody:"), "refuses the name or the password"),
        (lambda url: url + "_else", "does not exist there"),
    ],
)
def test_a_wrong_password_name_or_database_is_said_to_be_so_and_never_quoted(
    database: str, change: Callable[..., Any], why: str
) -> None:
    opened = Database(change(database))

    with pytest.raises(DatabaseRefused, match=why) as refused:
        opened.head(FILE)

    opened.close()
    assert not {"four", "someone", "somebody", "127.0.0.1"} & set(refused.value.sentence.split())


def test_an_address_that_is_not_known_is_said_to_be_so() -> None:
    opened = Database("postgresql://someone:hush@db.invalid/kept", again_for=0)

    with pytest.raises(Unreachable, match=r"not known in the network|nobody answers|no answer"):
        opened.head(FILE)
    opened.close()


def test_the_place_is_named_without_name_and_password() -> None:
    opened = Database("postgresql://someone:hush@db.example.org:5432/kept")

    assert opened.words == "db.example.org, database kept"
    assert "hush" not in repr(opened)


def test_the_moment_of_the_last_save_is_the_servers(store: Store) -> None:
    save(store, "Harbor")
    names(store)

    assert store.home.was_saved_since(not_none(store.home.last_saved()) - timedelta(seconds=1))
