from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from lib.domain.store_errors import TooNew, WrittenElsewhere
from lib.store.file.safe_file import SafeFile
from lib.store.header import Header, NotWhole, seal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


def open_file(path: Path) -> SafeFile:
    return SafeFile(path, schema=1)


def test_tinydb_works_on_it_as_on_any_storage(path: Path) -> None:
    database = TinyDB(path, schema=1, storage=SafeFile)

    database.insert({"name": "Harbor"})
    database.table("firms").insert({"name": "Vale"})

    again = TinyDB(path, schema=1, storage=SafeFile)
    assert again.all() == [{"name": "Harbor"}]
    assert again.table("firms").all() == [{"name": "Vale"}]
    assert again.tables() == {"_default", "firms"}


def test_stock_tinydb_can_read_the_file(path: Path) -> None:
    open_file(path).write({"firms": {"1": {"name": "Harbor"}}})

    with TinyDB(path, access_mode="r") as stock:
        assert stock.table("firms").all() == [{"name": "Harbor"}]
        assert stock.table("_header").get(doc_id=1)["schema"] == 1


def test_the_header_is_the_first_thing_in_the_file(path: Path) -> None:
    open_file(path).write({"firms": {}})

    assert list(json.loads(path.read_bytes())) == ["_header", "firms"]


def test_each_save_counts_one_revision_up(path: Path) -> None:
    file = open_file(path)

    for _ in range(3):
        file.write({})

    assert open_file(path).load().header.revision == 3


def test_no_file_means_no_tables(path: Path) -> None:
    assert open_file(path).read() is None
    assert open_file(path).load().stamp is None


def test_a_newer_versions_file_is_read_but_never_written(path: Path) -> None:
    path.write_bytes(seal(b'{"firms":{}}', Header(schema=2, revision=9)))
    before = path.read_bytes()
    file = open_file(path)

    assert file.read() == {"firms": {}}
    with pytest.raises(TooNew, match="newer version") as caught:
        file.write({})

    assert (caught.value.found, caught.value.known) == (2, 1)
    assert path.read_bytes() == before


def test_a_file_whose_checksum_is_right_but_is_not_json_is_not_whole(path: Path) -> None:
    path.write_bytes(seal(b"{nonsense", Header(schema=1, revision=1)))

    with pytest.raises(NotWhole, match="not JSON"):
        open_file(path).load()


def test_a_file_that_another_program_replaced_in_the_meantime_is_not_overwritten(
    path: Path,
) -> None:
    file = open_file(path)
    file.write({})
    theirs = seal(b'{"firms":{}}', Header(schema=1, revision=1))
    path.write_bytes(theirs)

    with pytest.raises(WrittenElsewhere, match="another program"):
        file.write({})

    assert path.read_bytes() == theirs


def test_what_is_written_is_what_is_read(path: Path) -> None:
    tree = {"firms": {"1": {"name": "Ærøskøbing 😀", "n": [1, None, True, 2.5]}}}

    open_file(path).write(tree)

    assert open_file(path).read() == tree
    assert "Ærøskøbing 😀".encode() in path.read_bytes()
    assert orjson.loads(path.read_bytes())["firms"] == tree["firms"]
