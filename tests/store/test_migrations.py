from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lib.domain.answers import Answer, JobEvent
from lib.domain.asks import Ask
from lib.domain.contacts import Contact, SameCompany
from lib.domain.debriefs import Debrief
from lib.domain.notes import Channel
from lib.domain.store_errors import TooNew
from lib.store.migrations import STEPS, climb, thanks_as_channels, version_of
from lib.store.repository import Store
from lib.store.safe_file import Tree
from lib.store.tables import TABLES as TODAYS
from tests.store.samples import NOON, TABLES, Firm, firm, later

NEW_IN_4 = {Contact, Ask, SameCompany, JobEvent, Answer}
FILES = Path(__file__).parent / "files"
"""Files as earlier versions of the app wrote them."""


def shout(tree: Tree) -> Tree:
    rows = {number: {**raw, "name": raw["name"].upper()} for number, raw in tree["firms"].items()}
    return {**tree, "firms": rows}


def sign(tree: Tree) -> Tree:
    rows = {number: {**raw, "remarks": "signed"} for number, raw in tree["firms"].items()}
    return {**tree, "firms": rows}


@pytest.fixture
def old(folder) -> Store:
    """A store of version 1 that holds one firm."""
    store = Store(folder, tables=TABLES, steps=())
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(firm("Harbor"))
    return store


def schema(store) -> int:
    version: int = json.loads(store.file.read_bytes())["_header"]["1"]["schema"]
    return version


def test_the_version_is_the_top_of_the_ladder():
    assert version_of(()) == 1
    assert version_of((shout, sign)) == 3
    assert version_of(STEPS) == 4


def test_each_step_is_taken_once_from_the_version_that_was_found():
    tree: Tree = {"firms": {"1": {"name": "Harbor"}}}

    assert climb(tree, 1, (shout, sign)) == {"firms": {"1": {"name": "HARBOR", "remarks": "signed"}}}
    assert climb(tree, 2, (shout, sign)) == {"firms": {"1": {"name": "Harbor", "remarks": "signed"}}}
    assert climb(tree, 3, (shout, sign)) is tree


def test_an_older_file_is_read_in_todays_form_and_left_as_it_is(old, folder):
    before = old.file.read_bytes()
    new = Store(folder, tables=TABLES, steps=(shout, sign))

    (read,) = new.read().all(Firm)

    assert (read.name, read.remarks) == ("HARBOR", "signed")
    assert old.file.read_bytes() == before


def test_the_first_save_writes_todays_form_after_a_copy_of_the_old_one(old, folder):
    before = old.file.read_bytes()
    new = Store(folder, tables=TABLES, steps=(shout,))

    with new.transaction(now=later(1), did="Added") as tx:
        tx.put(firm("Vale"))

    assert schema(new) == 2
    assert [one.name for one in new.read().all(Firm)] == ["HARBOR", "Vale"]
    assert (folder / "backups" / "format-1.json").read_bytes() == before


def test_the_undo_history_of_an_older_form_stays_behind(old, folder):
    new = Store(folder, tables=TABLES, steps=(shout,))

    assert len(old.entries()) == 1
    assert new.entries() == ()


def test_the_older_app_shows_the_newer_file_and_changes_nothing(old, folder):
    new = Store(folder, tables=TABLES, steps=(shout,))
    with new.transaction(now=later(1), did="Added") as tx:
        tx.put(firm("Vale"))
    before = new.file.read_bytes()

    assert [one.name for one in old.read().all(Firm)] == ["HARBOR", "Vale"]
    assert isinstance(old.trouble, TooNew)
    with pytest.raises(TooNew), old.transaction(now=later(2), did="Added"):
        pass
    with pytest.raises(TooNew):
        old.erase(now=later(3))

    assert old.file.read_bytes() == before


def test_a_file_of_version_1_is_read_with_its_ways_of_thanking_as_channels(folder):
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-1.json", folder / "follow-through.json")

    (read,) = Store(folder).read().all(Debrief)

    assert {one.interviewer_id: one.thanks for one in read.people} == {
        "example-ruben": (Channel.EMAIL, Channel.CARD),
        "example-ines": (),
    }


def test_every_way_of_thanking_of_version_1_has_its_channels():
    words = ("email", "card", "both", "none")
    people = [{"interviewer_id": word, "thanks": word} for word in words] + [{"interviewer_id": "unsaid"}]
    tree: Tree = {"debriefs": {"1": {"id": "i", "people": people}, "2": {"id": "j"}}}

    climbed = thanks_as_channels(tree)["debriefs"]

    assert [one["thanks"] for one in climbed["1"]["people"]] == [
        ["email"],
        ["card"],
        ["email", "card"],
        [],
        ["email"],
    ]
    assert climbed["2"]["people"] == []


def test_a_file_of_version_2_is_read_as_it_was(folder):
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-2.json", folder / "follow-through.json")
    wrote = json.loads((FILES / "format-2.json").read_bytes())
    store = Store(folder)

    read = {name: [raw for _, raw in store.read().raws(kind).values()] for kind, name in TODAYS.items()}

    assert read == {name: list(wrote.get(name, {}).values()) for name in TODAYS.values()}
    assert all(len(store.read().all(kind)) > 0 for kind in TODAYS.keys() - NEW_IN_4)
    assert store.entries() == ()


def test_a_file_of_version_3_is_read_as_it_was_and_has_nobody_to_ask_yet(folder):
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-3.json", folder / "follow-through.json")
    reader = Store(folder).read()

    assert all(len(reader.all(kind)) > 0 for kind in TODAYS.keys() - NEW_IN_4)
    assert not any(reader.all(kind) for kind in NEW_IN_4)


def test_the_first_save_over_a_file_of_version_2_keeps_it(folder):
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "format-2.json", folder / "follow-through.json")
    store = Store(folder)

    with store.transaction(now=later(1), did="Removed") as tx:
        tx.remove(Debrief, tx.all(Debrief)[0].id)

    assert schema(store) == version_of(STEPS)
    assert (folder / "backups" / "format-2.json").read_bytes() == (FILES / "format-2.json").read_bytes()


def test_every_version_but_todays_has_a_file_as_it_was_written():
    kept = sorted(path.name for path in FILES.glob("format-*.json"))

    assert kept == [f"format-{version}.json" for version in range(1, version_of(STEPS))]
