"""A data file that is a symbolic link, as people have who keep it in a folder that is synced."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from lib.domain.store_errors import StoreError
from lib.store.repository import Store
from tests.store.samples import NOON, TABLES, Firm, later

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
NAME = "follow-through.json"


def opened(folder: Path) -> Store:
    return Store(folder, tables=TABLES, steps=())


def put(store: Store, id: str, minutes: float = 0) -> None:
    with store.transaction(now=later(minutes), did=f"Added {id}") as tx:
        tx.put(Firm(id=id, name=id))


def names(folder: Path) -> list[str]:
    return [one.name for one in opened(folder).read().all(Firm)]


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A folder elsewhere that holds the file."""
    put(opened(tmp_path / "synced"), "first")
    return tmp_path / "synced"


def linked(tmp_path: Path, target: Path | str, name: str = "own") -> Path:
    """A folder in which the data file is a link to that."""
    folder = tmp_path / name
    folder.mkdir(mode=0o700)
    (folder / NAME).symlink_to(target)
    return folder


def test_a_save_goes_where_the_link_leads_and_the_link_stays(tmp_path: Path, synced: Path) -> None:
    folder = linked(tmp_path, synced / NAME)

    put(opened(folder), "second", 20)

    assert (folder / NAME).is_symlink()
    assert names(folder) == names(synced) == ["first", "second"]
    assert list(synced.glob("*.tmp")) == list(folder.glob("*.tmp")) == []


def test_relative_links_and_links_to_links_are_followed(tmp_path: Path, synced: Path) -> None:
    folder = linked(tmp_path, Path("..") / "synced" / NAME)
    further = linked(tmp_path, folder / NAME, "further")

    put(opened(further), "second", 20)

    assert (further / NAME).is_symlink()
    assert (folder / NAME).is_symlink()
    assert names(synced) == ["first", "second"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    folder = linked(tmp_path, tmp_path / "empty" / "mine.json")

    put(opened(folder), "first")

    assert (folder / NAME).is_symlink()
    assert (tmp_path / "empty" / "mine.json").is_file()
    assert names(folder) == ["first"]


def test_a_link_into_a_folder_that_is_gone_saves_nothing_and_says_so(tmp_path: Path) -> None:
    folder = linked(tmp_path, tmp_path / "unplugged" / NAME)

    with pytest.raises(StoreError) as refused:
        put(opened(folder), "first")

    assert "If its drive was taken out" in refused.value.sentence
    assert (folder / NAME).is_symlink()


def test_a_link_that_leads_round_in_a_circle_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = linked(tmp_path, tmp_path / "other" / NAME)
    linked(tmp_path, folder / NAME, "other")

    with pytest.raises(StoreError) as refused:
        opened(folder).read()

    assert refused.value.sentence.endswith(".")


def test_two_ways_to_one_file_have_one_lock(tmp_path: Path, synced: Path) -> None:
    stores = [opened(linked(tmp_path, synced / NAME, f"own-{n}")) for n in range(3)]

    def work(number: int) -> None:
        for turn in range(10):
            put(stores[number], f"{number}-{turn}", turn)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()

    assert len(names(synced)) == 31


def test_erasing_and_a_damaged_file_leave_the_link(tmp_path: Path, synced: Path) -> None:
    folder = linked(tmp_path, synced / NAME)
    put(opened(folder), "second", 20)
    (synced / NAME).write_bytes(b"damaged")

    assert names(folder) == ["first", "second"]
    assert (folder / NAME).is_symlink()
    assert len(opened(folder).home.set_aside()) == 1

    opened(folder).erase(now=NOON)
    assert names(folder) == []
    assert (folder / NAME).is_symlink()
    assert (synced / NAME).is_file()
