from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lib.domain.store_errors import CopyUnusable
from lib.store import repository
from lib.store.repository import Entry, Reader, Store, Transaction
from tests.store.samples import NOON, TABLES, Firm, firm


def test_the_size_is_that_of_the_file(store: Store) -> None:
    assert store.home.size == 0

    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(firm())

    assert store.home.size == len(store.file.read_bytes())


def test_an_empty_store_is_no_reason_to_think_there_is_none(store: Store) -> None:
    assert store
    assert store.read()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nothing_in_the_folder_is_open_to_anyone_but_the_owner(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = Store(tmp_path / "mine", tables=TABLES)
        with store.transaction(now=NOON, did="Added") as tx:
            tx.put(firm())
        store.file.write_bytes(b"damage")
        store.read()
        store.erase(now=NOON)
        with store.transaction(now=NOON, did="Added") as tx:
            tx.put(firm())
    finally:
        os.umask(before)

    modes = {path: path.stat().st_mode for path in (store.folder, *store.folder.rglob("*"))}
    assert len(modes) > 8
    assert [str(path) for path, mode in modes.items() if mode & 0o077] == []


def test_a_copy_of_the_file_holds_what_the_store_holds(store: Store) -> None:
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(firm())

    looked_into = store.look_into_own(store.file.read_bytes())

    assert looked_into.all(Firm) == store.read().all(Firm) != ()
    with pytest.raises(CopyUnusable, match="does not match its checksum"):
        store.look_into_own(store.file.read_bytes()[:-2] + b" }")


def test_a_folder_is_asked_nothing_that_concerns_a_database_alone(store: Store) -> None:
    store.home.ask_again()

    assert not store.is_hosted
    for ask in (store.home.sizes, store.home.clear_away):
        with pytest.raises(LookupError):
            ask()


def test_the_names_that_the_app_uses_are_all_found_in_one_place() -> None:
    assert {Entry, Reader, Store, Transaction} <= {
        getattr(repository, name) for name in repository.__all__
    }
