"""A store in a database does what one in a folder does."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Connection

from lib.domain.records import Record
from lib.domain.store_errors import (
    Busy,
    CopyUnusable,
    Damaged,
    DatabaseFailure,
    Emptied,
    Stale,
    TooNew,
    UndoConflict,
    WrittenElsewhere,
)
from lib.domain.store_news import Rescued
from lib.store.copies import Why
from lib.store.database.database_home import SqlHome
from lib.store.database.tables import Stamp
from lib.store.document import Header, seal
from lib.store.repository import Store
from lib.store.undo_images import BIGGER_THAN
from tests.databases import database_at, hosted_store
from tests.narrowing import not_none, of_kind
from tests.store.samples import NOON, TABLES, Firm, Meeting, firm, later

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def store(database: str) -> Store:
    return hosted_store(database, TABLES, patience=1)


@pytest.fixture
def other(database: str) -> Store:
    """Another window, or another copy of the app."""
    return hosted_store(database, TABLES, patience=0.2)


@pytest.fixture
def run(database: str) -> Callable[..., int]:
    """Has the server do something behind the store's back."""

    def ask(statement: str, *values: object) -> int:
        def act(connection: Connection) -> int:
            return connection.exec_driver_sql(statement, values).rowcount

        return database_at(database).write(act)

    return ask


def save(store: Store, *records: Record, minutes: float = 0.0, did: str = "Saved") -> list[Any]:
    with store.transaction(now=later(minutes), did=did) as tx:
        return [tx.put(record) for record in records]


def names(store: Store) -> list[str]:
    return [one.name for one in store.read().all(Firm)]


def damage(run: Callable[..., int], content: bytes | None) -> None:
    run("UPDATE follow_through.documents SET content = %s, writer = 'somebody else'", content)


def test_an_empty_database_is_an_empty_store_and_nobody_has_to_prepare_it(store: Store) -> None:
    assert names(store) == []
    assert store.entries() == ()
    assert (store.home.size, store.home.last_saved(), store.copies()) == (0, None, ())


def test_what_one_window_saves_the_other_reads(store: Store, other: Store) -> None:
    assert names(other) == []

    save(store, firm("Harbor"), firm("Vale"), did="Added two")

    assert names(other) == ["Harbor", "Vale"]
    assert [entry.did for entry in other.entries()] == ["Added two"]
    assert store.home.size > 0
    assert store.home.last_saved() is not None


def test_a_save_from_an_old_copy_is_refused_with_both_versions(store: Store, other: Store) -> None:
    (seen,) = save(store, firm("Harbor"))
    save(other, replace(seen, name="Theirs"))

    with pytest.raises(Stale) as stale:
        save(store, replace(seen, name="Mine"))

    assert (of_kind(Firm, stale.value.mine).name, of_kind(Firm, stale.value.theirs).name) == (
        "Mine",
        "Theirs",
    )
    assert names(store) == ["Theirs"]


def test_an_action_that_fails_saves_nothing_and_holds_up_nobody(store: Store, other: Store) -> None:
    def fail() -> None:
        with store.transaction(now=NOON, did="Half") as tx:
            tx.put(firm("Harbor"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    save(other, firm("Vale"))

    assert names(store) == ["Vale"]


def test_an_action_within_another_belongs_to_it(store: Store) -> None:
    with store.transaction(now=NOON, did="Both"):
        save(store, firm("Harbor"), did="Inner")
        save(store, firm("Vale"), did="Inner")

    assert names(store) == ["Harbor", "Vale"]
    assert [entry.did for entry in store.entries()] == ["Both"]


def test_while_somebody_else_saves_one_waits_and_then_hears_that_it_is_busy(
    store: Store, other: Store
) -> None:
    save(store, firm("Harbor"))

    with store.transaction(now=NOON, did="Slow") as tx:
        tx.put(firm("Slow"))
        with pytest.raises(Busy, match=r"0\.2 seconds"):
            save(other, firm("Vale"))

    assert names(other) == ["Harbor", "Slow"]


def test_what_was_done_can_be_taken_back_and_done_again_by_any_window(
    store: Store, other: Store
) -> None:
    save(store, firm("Harbor"), did="Added Harbor")

    back = other.undo(other.entries()[0].id, now=later(1))
    assert names(store) == []
    store.undo(back.id, now=later(2))

    assert names(other) == ["Harbor"]
    assert [entry.did for entry in store.entries()][:2] == [
        "Did again: Added Harbor",
        "Took back: Added Harbor",
    ]


def test_what_takes_back_something_big_lies_beside_the_document_and_goes_with_its_entry(
    store: Store, other: Store, run: Callable[..., int], database: str
) -> None:
    big = [firm(f"Firm {number}", remarks="x" * 200) for number in range(100)]
    save(store, *big, did="Brought in 100")
    rows = "UPDATE follow_through.apart SET place = place"

    assert len(str(big)) > BIGGER_THAN
    assert run(rows) == 1
    other.undo(other.entries()[0].id, now=later(1))
    assert names(store) == []
    for number in range(60):
        save(store, firm(f"Small {number}"), minutes=2)
    # What another process left there is found by one that starts.
    save(hosted_store(database, TABLES), firm("Last"), minutes=3)

    assert run(rows) == 0


def test_if_that_is_gone_taking_back_is_refused_in_a_sentence(
    store: Store, run: Callable[..., int]
) -> None:
    save(
        store,
        *[firm(f"Firm {number}", remarks="x" * 200) for number in range(100)],
        did="Brought in 100",
    )
    run("UPDATE follow_through.apart SET content = %s", zlib.compress(b"[]"))

    with pytest.raises(UndoConflict, match="missing or damaged"):
        store.undo(store.entries()[0].id, now=later(1))

    assert len(names(store)) == 100


def test_a_copy_is_made_every_ten_minutes_and_can_be_gone_back_to(
    store: Store, other: Store
) -> None:
    save(store, firm("Harbor"))
    save(store, firm("Vale"), minutes=5)
    save(store, firm("Pier"), minutes=11)

    newest, oldest = other.copies()
    assert [one.name for one in other.look_into(oldest).all(Firm)] == ["Harbor"]
    assert (oldest.at, oldest.why, newest.at) == (NOON, Why.BY_ITSELF, later(11))
    entry = other.go_back_to(oldest, now=later(12))

    assert names(store) == ["Harbor"]
    assert len(store.copies()) == 3
    store.undo(not_none(entry).id, now=later(13))
    assert names(store) == ["Harbor", "Vale", "Pier"]


def test_of_many_copies_ten_and_one_a_day_stay(store: Store, run: Callable[..., int]) -> None:
    for number in range(14):
        save(store, firm(str(number)), minutes=11 * number)
    for day in range(1, 17):
        save(store, firm(f"day {day}"), minutes=day * 24 * 60)

    kept = [copy.at for copy in store.copies()]
    days = [NOON + timedelta(days=day) for day in range(16, 2, -1)]
    assert kept == days
    assert run("UPDATE follow_through.saves SET revision = revision") == 30


def test_erasing_leaves_one_last_copy_for_thirty_days(
    store: Store, other: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    save(store, *[firm(f"Firm {number}", remarks="x" * 200) for number in range(100)], minutes=20)

    where = store.erase(now=later(30))

    assert where == "the database, as last-copies/2026-11-22T12-30-00Z"
    assert names(other) == []
    (copy,) = other.copies()
    assert copy.why is Why.BEFORE_ERASING
    assert len(other.look_into(copy).all(Firm)) == 101
    assert run("UPDATE follow_through.apart SET place = place") == 0
    save(store, firm("New"), minutes=31 * 24 * 60)
    assert [one.why for one in store.copies()] == [Why.BY_ITSELF]
    assert run("UPDATE follow_through.copies SET place = place WHERE place LIKE 'last%%'") == 0


def test_a_copy_that_is_gone_or_damaged_is_refused(store: Store, run: Callable[..., int]) -> None:
    save(store, firm("Harbor"))
    (copy,) = store.copies()

    run("UPDATE follow_through.copies SET content = 'damage'")
    with pytest.raises(CopyUnusable, match="cannot be unpacked"):
        store.look_into(copy)
    run("DELETE FROM follow_through.copies")
    with pytest.raises(CopyUnusable, match="not there any more"):
        store.look_into(copy)


@pytest.mark.parametrize("content", [b"damage", zlib.compress(b"damage"), b"", None])
def test_a_damaged_row_is_set_aside_and_the_newest_copy_opened_with_a_sentence(
    store: Store, other: Store, run: Callable[..., int], content: bytes | None
) -> None:
    save(store, firm("Harbor"))
    save(store, firm("Vale"), minutes=1)
    damage(run, content)

    assert names(other) == ["Harbor"]

    assert isinstance(other.notice, Rescued)
    sentence = other.notice.sentence(str)
    assert "The backup of 2026-11-22 12:00:00+00:00 was opened instead" in sentence
    aside = ("set-aside/follow-through-1.json",) if content else ()
    assert other.home.set_aside() == aside
    assert names(store) == ["Harbor"]
    save(store, firm("Goes on"), minutes=2)
    assert names(other) == ["Harbor", "Goes on"]


def test_a_damaged_row_without_a_good_copy_is_left_as_it_is(
    store: Store, other: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    run("DELETE FROM follow_through.copies")
    damage(run, b"damage")

    with pytest.raises(Damaged, match="cannot be unpacked"):
        other.read()
    with pytest.raises(Damaged):
        save(other, firm("Vale"))

    assert other.home.damaged() == b"damage"
    assert names(store) == ["Harbor"]  # what was known, and why it may not be changed
    assert isinstance(store.trouble, Damaged)


def test_an_older_copy_can_be_opened_in_its_place(
    store: Store, other: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    (copy,) = store.copies()
    damage(run, b"damage")
    run(
        "UPDATE follow_through.copies "
        "SET place = 'last-copies/2026-11-22T12-00-00Z/follow-through.json'"
    )

    with pytest.raises(Damaged):
        other.read()
    other.open_instead(other.copies()[0], now=later(1))

    assert names(other) == ["Harbor"]
    assert other.home.set_aside() == ("set-aside/follow-through-1.json",)
    assert copy.size > 0


def test_data_that_went_away_under_a_running_app_is_not_shown_as_an_empty_store(
    store: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    run("DELETE FROM follow_through.copies")
    damage(run, None)

    assert names(store) == ["Harbor"]
    assert isinstance(store.trouble, Emptied)
    with pytest.raises(Emptied):
        save(store, firm("Vale"))


def test_what_another_program_put_in_the_row_is_not_overwritten(
    store: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))

    def save_while_the_line_breaks() -> None:
        with store.transaction(now=later(1), did="Mine") as tx:
            tx.put(firm("Mine"))
            of_kind(SqlHome, store.home).lock._end_transaction()
            damage(run, zlib.compress(seal(b"{}", Header(schema=1, revision=9))))

    with pytest.raises(WrittenElsewhere):
        save_while_the_line_breaks()

    assert names(store) == []


def test_a_newer_versions_data_is_shown_and_never_written(
    store: Store, run: Callable[..., int]
) -> None:
    content = seal(
        b'{"firms":{"1":{"id":"1","revision":1,"changed_at":null,"name":"Vale"}}}', Header(99, 1)
    )
    store.read()
    damage(run, zlib.compress(content))

    assert names(store) == ["Vale"]
    assert isinstance(store.trouble, TooNew)
    with pytest.raises(TooNew):
        save(store, firm("Mine"))
    with pytest.raises(TooNew):
        store.erase(now=NOON)


def test_an_older_format_is_brought_up_and_its_last_copy_kept(
    store: Store, run: Callable[..., int]
) -> None:
    store.read()
    run(
        "UPDATE follow_through.documents SET content = %s, writer = 'an older version'",
        zlib.compress((FILES / "format-1.json").read_bytes()),
    )

    save(store, firm("New"))

    kept = [copy for copy in store.copies() if copy.why is Why.BEFORE_UPDATE]
    assert [copy.name for copy in kept] == ["format-1.json"]
    assert names(store) == ["New"]


def test_the_address_book_is_a_row_of_its_own(
    store: Store, other: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))

    store.book.read()

    assert store.book.home.name == "address-book.json"
    assert (store.book.home.size, store.home.size > 0) == (0, True)
    assert not store.book.home.was_saved_since(NOON)
    assert store.home.was_saved_since(not_none(store.home.last_saved()))
    assert not store.home.was_saved_since(not_none(store.home.last_saved()) + timedelta(hours=1))
    assert other.book.copies() == ()


def test_the_room_it_takes_is_told_and_given_back(store: Store) -> None:
    for number in range(40):
        save(store, firm(str(number), remarks="".join(map(str, range(3_000)))))
    before = store.home.sizes()

    store.home.clear_away()

    after = store.home.sizes()
    assert 0 < after.data == before.data == store.home.size
    assert after.all < before.all
    assert names(store) == [str(number) for number in range(40)]


def test_records_of_two_kinds_are_saved_whole(store: Store, other: Store) -> None:
    (harbor,) = save(store, firm("Harbor"))
    save(store, Meeting(id="m", firm_id=harbor.id), firm("Vale"))

    reader = other.read()

    assert (len(reader.all(Meeting)), len(reader.all(Firm))) == (1, 2)


def test_an_error_that_we_do_not_know_is_told_with_its_code_alone(
    store: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    run("ALTER TABLE follow_through.documents ADD CHECK (revision < 2) NOT VALID")

    with pytest.raises(DatabaseFailure, match="code 23514") as failure:
        save(store, firm("Vale"))

    assert "revision" not in failure.value.sentence
    run("ALTER TABLE follow_through.documents DROP CONSTRAINT documents_revision_check")
    save(store, firm("Vale"))
    assert names(store) == ["Harbor", "Vale"]


def test_tables_that_were_dropped_are_made_again_but_nobody_takes_them_for_a_new_start(
    store: Store, run: Callable[..., int]
) -> None:
    save(store, firm("Harbor"))
    run("DROP SCHEMA follow_through CASCADE")

    assert names(store) == ["Harbor"]
    assert isinstance(store.trouble, Emptied)
    assert of_kind(SqlHome, store.home).database.head("follow-through.json").stamp == Stamp(0, "")
