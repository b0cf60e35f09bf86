from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from lib.domain.store_errors import TooNew, WrittenElsewhere
from lib.store.document import Header, Loaded, NotWhole, Tree, nothing, seal
from lib.store.file.file_home import FileHome


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.json"


def open_file(path: Path) -> FileHome:
    return FileHome(path.parent, path.name, schema=1, patience=1)


def save(path: Path, tree: Tree) -> Loaded:
    """Saves over what lies there."""
    file = open_file(path)
    return file.save(tree, file.load())


def test_stock_tinydb_can_read_the_file(path: Path) -> None:
    save(path, {"firms": {"1": {"name": "Harbor"}}})

    with TinyDB(path, access_mode="r") as stock:
        assert stock.table("firms").all() == [{"name": "Harbor"}]
        assert stock.table("_header").get(doc_id=1)["schema"] == 1


def test_the_header_is_the_first_thing_in_the_file(path: Path) -> None:
    save(path, {"firms": {}})

    assert list(json.loads(path.read_bytes())) == ["_header", "firms"]


def test_each_save_counts_one_revision_up(path: Path) -> None:
    for _ in range(3):
        save(path, {})

    assert open_file(path).load().header.revision == 3


def test_no_file_means_no_tables(path: Path) -> None:
    assert open_file(path).load() == nothing(schema=1)


def test_a_newer_versions_file_is_read_but_never_written(path: Path) -> None:
    path.write_bytes(seal(b'{"firms":{}}', Header(schema=2, revision=9)))
    before = path.read_bytes()
    file = open_file(path)

    assert file.load().tree == {"firms": {}}
    with pytest.raises(TooNew, match=r"newer version .* \(format 2; this one knows 1\)"):
        file.save({}, file.load())

    assert path.read_bytes() == before


def test_a_file_whose_checksum_is_right_but_is_not_json_is_not_whole(path: Path) -> None:
    path.write_bytes(seal(b"{nonsense", Header(schema=1, revision=1)))

    with pytest.raises(NotWhole, match="not JSON"):
        open_file(path).load()


def test_a_file_that_another_program_replaced_in_the_meantime_is_not_overwritten(
    path: Path,
) -> None:
    mine = save(path, {})
    theirs = seal(b'{"firms":{}}', Header(schema=1, revision=1))
    path.write_bytes(theirs)

    with pytest.raises(WrittenElsewhere, match="another program"):
        open_file(path).save({}, mine)

    assert path.read_bytes() == theirs


def test_what_is_written_is_what_is_read(path: Path) -> None:
    tree = {"firms": {"1": {"name": "Ærøskøbing 😀", "n": [1, None, True, 2.5]}}}

    save(path, tree)

    assert open_file(path).load().tree == tree
    assert "Ærøskøbing 😀".encode() in path.read_bytes()
    assert orjson.loads(path.read_bytes())["firms"] == tree["firms"]
