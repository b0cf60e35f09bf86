"""Promise 16 in a database: both documents are saved in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from lib.actions import history, settings
from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance
from lib.domain.store_errors import StoreError, WrittenElsewhere
from lib.store.copies import Why
from lib.store.repository import Entry, Store, Transaction
from tests.databases import hosted_store
from tests.durability.rig import NOON
from tests.postgres import Postgres
from tests.sizes import Count
from tests.wire import Wire


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    wire = Wire(postgres.port)
    yield wire
    wire.close()


def put_both(store: Store, company: str, name: str) -> None:
    with store.together(now=NOON, did=f"Added {company}", merge=f"both:{company}") as (tx, people):
        tx.put(Job(id=company, company=company, role="Cook"))
        people.put(Acquaintance(id=name, name=name))


def held(store: Store) -> tuple[list[str], list[str]]:
    """Returns what both documents hold: companies, and names in the address book."""
    names = [one.name for one in store.book.read().all(Acquaintance)]
    return [job.company for job in store.read().all(Job)], names


def test_both_documents_are_saved_together_and_taken_back_together(database: str) -> None:
    store = hosted_store(database)

    put_both(store, "Harbor", "Tomas")
    assert held(store) == held(hosted_store(database)) == (["Harbor"], ["Tomas"])

    history.undo(store, store.entries(1)[0].id, now=NOON)
    assert held(store) == held(hosted_store(database)) == ([], [])


def test_both_documents_are_erased_together(database: str) -> None:
    store = hosted_store(database)
    put_both(store, "Harbor", "Tomas")

    settings.erase(store, settings.ERASE_WORDS, now=NOON)

    assert held(store) == held(hosted_store(database)) == ([], [])
    for one in (store, store.book):
        assert Why.BEFORE_ERASING in [copy.why for copy in one.copies()]


def test_nothing_is_saved_if_the_address_book_was_saved_elsewhere_meanwhile(database: str) -> None:
    store, other = hosted_store(database), hosted_store(database)
    put_both(store, "Harbor", "Tomas")
    save = store._save

    def save_after_another(tx: Transaction) -> Entry | None:
        with other.book.transaction(now=NOON, did="Imported") as people:
            people.put(Acquaintance(id="Elif", name="Elif"))
        return save(tx)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_save", save_after_another)
        with pytest.raises(WrittenElsewhere):
            put_both(store, "Quay", "Ines")

    assert held(store) == held(hosted_store(database)) == (["Harbor"], ["Tomas", "Elif"])
    put_both(store, "Quay", "Ines")
    assert held(store) == (["Harbor", "Quay"], ["Tomas", "Elif", "Ines"])


@pytest.mark.parametrize("arrives", [True, False], ids=["after it arrived", "before it arrived"])
def test_a_line_that_is_cut_at_each_message_leaves_both_old_or_both_new(
    postgres: Postgres, database: str, wire: Wire, figure: Count, arrives: bool
) -> None:
    store = hosted_store(database.replace(f":{postgres.port}/", f":{wire.port}/"))
    put_both(store, "first", "first")
    started = wire.messages
    put_both(store, "second", "second")
    messages = wire.messages - started

    wrong = 0
    for message in range(1, messages + 1):
        name = f"cut at {message}"
        wire.cut_at(message, arrives=arrives)
        with suppress(StoreError):
            put_both(store, name, name)
        wire.spared()
        companies, names = held(hosted_store(database))
        wrong += companies != names

    moment = "after" if arrives else "before"
    what = f"hosted: the line was cut at each message of an action over both, {moment} it arrived"
    figure(16, what, messages, wrong, "cuts")
    assert messages >= 4
    assert wrong == 0
    assert len(companies) > messages
