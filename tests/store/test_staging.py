from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from lib.store.file.safe_file import SafeFile
from lib.store.staging import OneWrite, Shelf
from tests.narrowing import of_kind


class Shelves(TinyDB):
    table_class = Shelf


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


def test_between_begin_and_end_nothing_is_written_until_commit(path: Path) -> None:
    file = SafeFile(path, schema=1)
    staging = OneWrite(lambda: file)
    database = Shelves(storage=staging)
    database.table("firms").insert({"name": "Harbor"})
    before = path.read_bytes()

    base = file.load()
    staging.begin(base, base.tree)
    database.table("firms").insert({"name": "Vale"})
    database.table("meetings").insert({"title": "final"})

    assert len(database.table("firms")) == 2
    assert path.read_bytes() == before
    assert staging.commit().header.revision == 2
    staging.end()
    assert len(database.table("firms")) == 2
    assert len(base.tree["firms"]) == 1


def test_a_shelf_keeps_its_documents_in_the_order_of_their_numbers(path: Path) -> None:
    shelf = Shelves(path, schema=1, storage=SafeFile).table("firms")

    of_kind(Shelf, shelf).apply({1: {"n": 1}, 2: {"n": 2}, 3: {"n": 3}})
    of_kind(Shelf, shelf).apply({2: None, 4: {"n": 4}})
    of_kind(Shelf, shelf).apply({2: {"n": 22}, 1: {"n": 11}})

    assert [(document.doc_id, document["n"]) for document in shelf] == [
        (1, 11),
        (2, 22),
        (3, 3),
        (4, 4),
    ]
