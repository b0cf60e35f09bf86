"""The address book of an earlier version opens, and what was done to it can be undone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lib.domain.people.contacts import Acquaintance, Reach
from lib.store.document import Rows
from lib.store.migrations import STEPS, climb
from lib.store.repository import Store
from tests.store.samples import later

FILE = Path(__file__).parent / "files" / "book" / "format-6.json"


@pytest.fixture
def of_version_6(folder: Path) -> Store:
    """A store beside an address book of version 6: two people, one of them changed once."""
    (folder / "address-book").mkdir(parents=True, mode=0o700)
    shutil.copy(FILE, folder / "address-book" / "address-book.json")
    return Store(folder)


def test_further_addresses_of_version_6_have_no_kind_yet(of_version_6: Store) -> None:
    tomas = of_version_6.book.read().get(Acquaintance, "listed-tomas")

    assert tomas.other_emails == (Reach("tomas@home.example"), Reach("t.reyes@old.example"))
    assert (tomas.email, tomas.email_kind) == ("tomas@kade.example", "")
    assert tomas.position == "Manager"


def test_everything_done_to_an_address_book_of_version_6_can_be_undone(of_version_6: Store) -> None:
    book = of_version_6.book
    last, first = book.entries()

    book.undo(last.id, now=later(1))
    tomas = book.read().get(Acquaintance, "listed-tomas")
    assert tomas.position == ""
    assert tomas.other_emails == (Reach("tomas@home.example"), Reach("t.reyes@old.example"))

    book.undo(first.id, now=later(2))
    assert book.read().all(Acquaintance) == ()


def test_kinds_are_kept_where_they_stand_already_and_odd_rows_stay() -> None:
    rows: Rows = {
        "1": {"id": "a", "other_emails": ["a@x.example", {"value": "b@x.example", "kind": "home"}]},
        "2": {"id": "b"},
        "3": {"id": "c", "other_emails": None},
    }

    stepped = climb({"acquaintances": rows}, 6, STEPS)["acquaintances"]

    assert stepped["1"]["other_emails"] == [
        {"value": "a@x.example", "kind": ""},
        {"value": "b@x.example", "kind": "home"},
    ]
    assert (stepped["2"], stepped["3"]) == (rows["2"], rows["3"])
