"""Every older state can be looked into and gone back to, and that can be taken back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lib.domain.debriefs import Debrief
from lib.domain.records import Record
from lib.domain.store_errors import CopyUnusable, Damaged
from lib.store.copies import Why
from lib.store.document import Header, seal
from lib.store.reading import Reader
from lib.store.repository import Store
from tests.narrowing import not_none
from tests.store.samples import NOON, TABLES, Firm, Meeting, firm, later

FILES = Path(__file__).parents[1] / "files"


def save(store: Store, *records: Record, now: datetime = NOON, did: str = "Saved") -> list[Any]:
    with store.transaction(now=now, did=did) as tx:
        return [tx.put(record) for record in records]


def names(reader: Reader) -> list[str]:
    return [one.name for one in reader.all(Firm)]


def ids(reader: Reader) -> list[list[str]]:
    return [list(reader.raws(kind)) for kind in TABLES]


@pytest.fixture
def moved_on(store: Store) -> Store:
    """A store with a backup of Harbor and Pier; then Pier went and Vale came."""
    harbor, pier = save(store, firm("Harbor"), firm("Pier"))
    with store.transaction(now=later(1), did="Changed") as tx:
        tx.remove(Firm, pier.id)
        tx.put(replace(harbor, name="Harbor & Vale"))
        tx.put(firm("Vale"))
        tx.put(Meeting(id="m", firm_id=harbor.id))
    return store


def test_a_copy_shows_what_stood_then_and_changes_nothing(moved_on: Store) -> None:
    before = moved_on.file.read_bytes()
    (copy,) = moved_on.copies()

    reader = moved_on.look_into(copy)

    assert names(reader) == ["Harbor", "Pier"]
    assert reader.all(Meeting) == ()
    assert (copy.at, copy.why, copy.size > 0) == (NOON, Why.BY_ITSELF, True)
    assert moved_on.file.read_bytes() == before


def test_going_back_brings_everything_to_what_it_was_then(moved_on: Store) -> None:
    (copy,) = moved_on.copies()

    entry = moved_on.go_back_to(copy, now=later(2), did="Went back")

    assert names(moved_on.read()) == ["Harbor", "Pier"]
    assert moved_on.read().all(Meeting) == ()
    assert not_none(entry).did == "Went back"
    assert names(Store(moved_on.folder, tables=TABLES).read()) == ["Harbor", "Pier"]


def test_going_back_can_be_taken_back_and_done_again(moved_on: Store) -> None:
    before = ids(moved_on.read())
    entry = moved_on.go_back_to(moved_on.copies()[0], now=later(2))

    back = moved_on.undo(not_none(entry).id, now=later(3))
    after = ids(moved_on.read())
    moved_on.undo(back.id, now=later(4))

    assert after == before
    assert names(moved_on.read()) == ["Harbor", "Pier"]


def test_a_backup_of_what_stands_is_made_before_going_back(moved_on: Store) -> None:
    moved_on.go_back_to(moved_on.copies()[0], now=later(2))

    newest = moved_on.copies()[0]

    assert newest.at == later(2)
    assert names(moved_on.look_into(newest)) == ["Harbor & Vale", "Vale"]


def test_going_back_to_what_stands_already_changes_nothing(store: Store) -> None:
    save(store, firm("Harbor"))
    before = store.file.read_bytes()

    assert store.go_back_to(store.copies()[0], now=later(1)) is None
    assert store.file.read_bytes() == before
    assert len(store.copies()) == 1


@pytest.mark.parametrize("damage", [b"", b"damage", b'{"_header":'])
def test_a_damaged_copy_is_refused_in_a_sentence_and_nothing_changes(
    moved_on: Store, damage: bytes
) -> None:
    (copy,) = moved_on.copies()
    (moved_on.folder / copy.place).write_bytes(damage)
    before = moved_on.file.read_bytes()

    for attempt in (moved_on.look_into, lambda one: moved_on.go_back_to(one, now=later(2))):
        with pytest.raises(CopyUnusable, match="Your data is as it was") as caught:
            attempt(copy)

    assert str(moved_on.folder) not in caught.value.sentence
    assert moved_on.file.read_bytes() == before


def test_a_copy_of_a_newer_version_is_refused(moved_on: Store) -> None:
    (copy,) = moved_on.copies()
    (moved_on.folder / copy.place).write_bytes(seal(b"{}", Header(schema=9, revision=1)))

    with pytest.raises(CopyUnusable, match="newer version"):
        moved_on.look_into(copy)


def test_a_copy_that_is_gone_is_refused(moved_on: Store) -> None:
    (copy,) = moved_on.copies()
    (moved_on.folder / copy.place).unlink()

    with pytest.raises(CopyUnusable, match="No such file"):
        moved_on.look_into(copy)


def test_a_copy_of_an_older_format_is_listed_and_read_in_todays_form(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-1.json", folder / "follow-through.json")
    store = Store(folder)
    (before,) = store.read().all(Debrief)
    with store.transaction(now=later(1), did="Removed") as tx:
        tx.remove(Debrief, before.id)

    old = next(copy for copy in store.copies() if copy.why is Why.BEFORE_UPDATE)
    store.go_back_to(old, now=later(2))

    assert old.name == "format-1.json"
    assert [one.people for one in store.read().all(Debrief)] == [before.people]


def test_what_was_erased_can_be_looked_into_and_brought_back(moved_on: Store) -> None:
    moved_on.erase(now=later(2))
    (copy,) = moved_on.copies()

    moved_on.go_back_to(copy, now=later(3))

    assert copy.why is Why.BEFORE_ERASING
    assert names(moved_on.read()) == ["Harbor & Vale", "Vale"]


def test_a_copy_can_be_opened_in_the_place_of_a_damaged_file(moved_on: Store, folder: Path) -> None:
    moved_on.erase(now=later(2))
    save(moved_on, firm("New"), now=later(3))
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    moved_on.file.write_bytes(b"damage")
    store = Store(folder, tables=TABLES)
    with pytest.raises(Damaged):
        store.read()

    store.open_instead(store.copies()[0], now=later(4))

    assert names(store.read()) == ["Harbor & Vale", "Vale"]
    assert [Path(path).read_bytes() for path in store.home.set_aside()] == [b"damage"]


def test_a_whole_file_is_never_replaced_by_a_copy(moved_on: Store) -> None:
    before = moved_on.file.read_bytes()

    moved_on.open_instead(moved_on.copies()[0], now=later(2))

    assert moved_on.file.read_bytes() == before
    assert moved_on.home.set_aside() == ()


def test_documents_from_outside_are_a_state_of_their_own(store: Store) -> None:
    (harbor,) = save(store, firm("Harbor"))
    raws = {"firms": [{"id": harbor.id, "name": "Theirs"}, {"id": "v", "name": "Vale"}]}

    with store.transaction(now=later(1), did="Brought in") as tx:
        tx.add_missing(store.look_into_documents(raws, 1))

    assert names(store.read()) == ["Harbor", "Vale"]


@pytest.mark.parametrize(
    ("tables", "schema", "why"),
    [
        ({"firms": [{"id": "v"}]}, 1, "one firm: its name is missing"),
        (
            {"firms": [{"id": "v", "name": 7}]},
            1,
            "one firm: its name cannot be “7”",
        ),
        (
            {"firms": [{"id": "v", "name": "V"}, {"id": "v", "name": "W"}]},
            1,
            "does not have the form",
        ),
        ({"firms": [{"name": "V"}]}, 1, "does not have the form"),
        ({"firms": ["V"]}, 1, "does not have the form"),
        ({"firms": 7}, 1, "does not have the form"),
        ({"firms": []}, 9, "a newer version of the app made it"),
        ({"firms": []}, 0, "a newer version of the app made it"),
    ],
)
def test_documents_of_another_form_are_refused_in_a_sentence(
    store: Store, tables: dict[str, Any], schema: int, why: str
) -> None:
    with pytest.raises(CopyUnusable, match="The file that you brought cannot be opened") as caught:
        store.look_into_documents(tables, schema)

    assert why in caught.value.sentence
