"""Promises 2 and 3 for a hosted store: app or server are killed, or the line is cut."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from lib.domain.store_errors import InDoubt, StoreError
from lib.store.database.database_home import SqlHome
from tests.durability import hosted, kills, rig
from tests.durability.rig import Mark
from tests.narrowing import of_kind
from tests.postgres import Postgres
from tests.sizes import Count, Size
from tests.wire import Wire

MESSAGES = 3
"""Of a save: take the row, replace it, commit."""


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are made with fork")
def test_kills_of_the_app_while_it_saves_to_a_hosted_store_lose_nothing(
    database: str, size: Size, figure: Count
) -> None:
    times, acknowledged, gone = size(10, 160), set(), set()
    kills.fill(database, size(100_000, 1_000_000))

    for _ in range(times):
        acknowledged |= kills.acknowledged_until(lambda: None, database, longest=0.1)
        gone |= kills.missing(database, acknowledged)

    figure(2, "hosted: the app was killed while saving", times, 0, "kills")
    figure(2, "hosted: acknowledged before", len(acknowledged), len(gone), "saves")
    assert len(acknowledged) >= times
    assert gone == set()
    assert rig.open_store(database).home.set_aside() == ()


@pytest.mark.parametrize("how", ["restart", "kill -9"])
def test_a_server_that_goes_away_during_saves_loses_nothing_acknowledged(
    postgres: Postgres, database: str, size: Size, figure: Count, how: str
) -> None:
    times = size(3, 20)
    end = postgres.stop if how == "restart" else postgres.kill

    def happens() -> None:
        end()
        time.sleep(0.2)
        postgres.start()

    writer = hosted.written_through(database, [happens] * times, seconds=0.5)

    gone = hosted.lost(database, writer.acknowledged)
    figure(3, f"hosted: the server went away during saves ({how})", times, 0, "times")
    figure(3, f"hosted: acknowledged around that ({how})", len(writer.acknowledged), gone, "saves")
    assert len(writer.acknowledged) >= times
    assert gone == 0
    assert hosted.is_whole(database)


def test_a_line_that_is_cut_at_random_loses_nothing_and_saves_nothing_twice(
    postgres: Postgres, database: str, wire: Wire, size: Size, figure: Count
) -> None:
    times, through = size(15, 200), database.replace(f":{postgres.port}/", f":{wire.port}/")
    writer = hosted.written_through(through, [wire.cut] * times, seconds=0.1)

    gone = hosted.lost(database, writer.acknowledged)
    figure(3, "hosted: the line to the server was cut at random", times, 0, "cuts")
    figure(3, "hosted: acknowledged meanwhile", len(writer.acknowledged), gone, "saves")
    assert len(writer.acknowledged) >= 3
    assert gone == 0
    assert hosted.is_whole(database)


@pytest.mark.parametrize("arrives", [True, False], ids=["after it arrived", "before it arrived"])
def test_a_line_that_is_cut_at_each_message_of_a_save_saves_once(
    postgres: Postgres, database: str, wire: Wire, figure: Count, arrives: bool
) -> None:
    store = rig.open_store(database.replace(f":{postgres.port}/", f":{wire.port}/"))
    hosted.save(store, Mark(id="first"))
    started = wire.messages
    hosted.save(store, Mark(id="second"))
    messages = wire.messages - started

    wrong = 0
    for message in range(1, messages + 1):
        wire.cut_at(message, arrives=arrives)
        hosted.save(store, Mark(id=f"cut at {message}"))
        wire.spared()
        wrong += not hosted.is_whole(database)

    moment = "after" if arrives else "before"
    figure(
        3,
        f"hosted: the line was cut at each message of a save, {moment} it arrived",
        messages,
        wrong,
        "cuts",
    )
    assert messages == MESSAGES
    assert wrong == 0
    assert len(rig.open_store(database).read().all(Mark)) == messages + 2


def test_a_save_whose_end_is_not_known_is_not_called_saved(
    postgres: Postgres, database: str, wire: Wire
) -> None:
    store = rig.open_store(database.replace(f":{postgres.port}/", f":{wire.port}/"))
    hosted.save(store, Mark(id="first"))
    hosted.save(store, Mark(id="second"))

    wire.cut_at(MESSAGES, arrives=True)
    wire.refuse()
    with pytest.raises(InDoubt):
        hosted.save(store, Mark(id="third"))

    wire.accept()
    of_kind(SqlHome, store.home).database.ask_again()
    assert {mark.id for mark in store.read().all(Mark)} == {"first", "second", "third"}


def test_a_save_that_surely_did_not_happen_says_so(
    postgres: Postgres, database: str, wire: Wire
) -> None:
    store = rig.open_store(database.replace(f":{postgres.port}/", f":{wire.port}/"))
    hosted.save(store, Mark(id="first"))

    wire.close()
    with pytest.raises(
        StoreError, match="Not saved: the database that keeps your data cannot be reached"
    ):
        hosted.save(store, Mark(id="second"))

    assert {mark.id for mark in rig.open_store(database).read().all(Mark)} == {"first"}
