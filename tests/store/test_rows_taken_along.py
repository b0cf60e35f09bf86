"""Rows that this version cannot read, on their way from one store to another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from lib.store.repository import Store
from tests.store.samples import TABLES, Firm, later
from tests.store.test_unread import rows, spoilt, two

__all__ = ["two"]

UNKNOWN: list[Any] = [{"id": "g", "made_by": "a newer version"}, [1], "text", 1, True]


def test_a_table_of_a_newer_version_is_taken_along_and_can_be_taken_back(
    two: Store, tmp_path: Path
) -> None:
    for row in UNKNOWN:
        spoilt(two, "gizmos", row)
    other = Store(tmp_path / "other", tables=TABLES, steps=())
    there = two.look_into_documents(two.documents(), 1, two.unread_rows())

    for minute in (1, 2):
        with other.transaction(now=later(minute), did="Brought in") as tx:
            tx.add_missing(there)

    assert list(map(repr, rows(other, "gizmos").values())) == list(map(repr, UNKNOWN))
    other.undo(other.entries()[0].id, now=later(3))
    assert rows(other, "gizmos") == {}
    other.undo(other.entries()[0].id, now=later(4))
    assert list(map(repr, rows(other, "gizmos").values())) == list(map(repr, UNKNOWN))


def test_going_back_to_a_copy_keeps_a_table_of_a_newer_version(two: Store) -> None:
    spoilt(two, "gizmos", UNKNOWN[0])
    with two.transaction(now=later(30), did="Changed") as tx:
        tx.put(replace(tx.get(Firm, "h"), name="Quay"))

    two.go_back_to(two.copies()[-1], now=later(60))

    assert rows(two, "gizmos") == {"1": UNKNOWN[0]}


def test_rows_that_differ_by_a_number_and_a_yes_are_both_brought_in(two: Store) -> None:
    spoilt(two, "firms", {"id": "x", "name": 1})
    there = two.look_into_documents({}, 1, {"firms": [{"id": "x", "name": True}]})

    with two.transaction(now=later(1), did="Brought in") as tx:
        tx.add_missing(there)

    assert [repr(row["name"]) for row in list(rows(two).values())[2:]] == ["1", "True"]
