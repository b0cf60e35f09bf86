from __future__ import annotations

import os
from pathlib import Path

import pytest

from lib.domain.store_errors import DatabaseRefused
from lib.store.opening import open_store


def test_a_process_has_one_store_for_a_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(folder)
    monkeypatch.chdir(folder.parent)

    assert open_store(folder) is store
    assert open_store(folder.parent / "x" / ".." / folder.name) is store
    assert open_store(folder.parent / "other") is not store


def test_a_forked_process_gets_a_store_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(folder)

    monkeypatch.setattr(os, "getpid", lambda: -1)

    assert open_store(folder) is not store


def test_a_process_has_one_store_for_a_database_and_asks_it_nothing_at_first() -> None:
    store = open_store("postgresql://someone:hush@db.example.org/kept")

    assert open_store("postgresql://someone:hush@db.example.org/kept") is store
    assert open_store("postgresql://someone:hush@db.example.org/other") is not store
    assert store.is_hosted


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://someone:hush@db.example.org/kept", "postgresql:"]
)
def test_what_is_no_address_of_such_a_database_is_refused_without_being_quoted(url: str) -> None:
    with pytest.raises(DatabaseRefused, match=r"postgresql://|cannot be read") as refused:
        open_store(url)

    assert "hush" not in refused.value.sentence
