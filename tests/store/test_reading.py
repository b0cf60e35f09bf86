from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.errors import FollowThroughError
from lib.domain.records import Record
from lib.domain.store_errors import Missing
from lib.store import table_view
from lib.store.codec import decode
from lib.store.reading import Reader
from lib.store.repository import Store
from tests.store.samples import NOON, TABLES, Firm, Meeting, Sheet, firm


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the records that were decoded, in order."""
    ids: list[str] = []
    real = decode

    def counted(kind: type[Record], raw: dict[str, Any]) -> Record:
        ids.append(raw["id"])
        return real(kind, raw)

    monkeypatch.setattr(table_view, "decode", counted)
    return ids


def put(store: Store, *records: Record) -> list[Any]:
    with store.transaction(now=NOON, did="Put") as tx:
        return [tx.put(record) for record in records]


def test_a_new_store_is_empty(store: Store) -> None:
    reader = store.read()

    assert reader.all(Firm) == ()
    assert reader.find(Firm, "x") is None
    assert not store.file.exists()


def test_what_is_not_there_is_said_in_words(store: Store) -> None:
    with pytest.raises(Missing, match="firm is not there") as caught:
        store.read().get(Firm, "x")

    assert isinstance(caught.value, FollowThroughError)


def test_records_come_in_the_order_in_which_they_were_first_put(store: Store) -> None:
    saved = put(store, firm("c"), firm("a"), firm("b"))

    put(store, replace(saved[0], name="c2"))

    assert [one.name for one in store.read().all(Firm)] == ["c2", "a", "b"]


def test_where_gives_the_records_whose_fields_equal_all_that_is_asked(store: Store) -> None:
    put(
        store,
        Meeting(id="1", firm_id="h", title="first"),
        Meeting(id="2", firm_id="v", title="first"),
        Meeting(id="3", firm_id="h", title="final"),
    )

    reader = store.read()

    assert [one.id for one in reader.where(Meeting, firm_id="h")] == ["1", "3"]
    assert [one.id for one in reader.where(Meeting, firm_id="h", title="final")] == ["3"]
    assert reader.where(Meeting, firm_id="none") == ()


TITLES = st.sampled_from(["first", "final", ""])
MEETINGS = st.lists(st.tuples(st.sampled_from("hvq"), TITLES), max_size=6)


@given(saved=MEETINGS, new=MEETINGS, changed=st.sets(st.integers(0, 5)), gone=st.integers(0, 6))
def test_where_gives_what_a_look_at_each_record_gives_also_while_it_is_changed(
    tmp_path_factory: pytest.TempPathFactory,
    saved: list[tuple[str, str]],
    new: list[tuple[str, str]],
    changed: set[int],
    gone: int,
) -> None:
    store = Store(tmp_path_factory.mktemp("laws"), tables=TABLES)
    there = [Meeting(id=f"{i}", firm_id=firm, title=title) for i, (firm, title) in enumerate(saved)]
    put(store, *there)
    with store.transaction(now=NOON, did="Changed") as tx:
        agree(tx)
        for i, (firm, title) in enumerate(new):
            number = i if i in changed and i < len(there) else len(there) + i
            known = tx.find(Meeting, f"{number}") or Meeting(id=f"{number}", firm_id="", title="")
            tx.put(replace(known, firm_id=firm, title=title))
        tx.remove(Meeting, f"{gone}")
        agree(tx)
    agree(store.read())


def agree(reader: Reader) -> None:
    every = reader.all(Meeting)
    for firm_id, title in product("hvq", ("first", "final", "")):
        by_firm = tuple(one for one in every if one.firm_id == firm_id)
        assert reader.where(Meeting, firm_id=firm_id) == by_firm
        both = tuple(one for one in by_firm if one.title == title)
        assert reader.where(Meeting, firm_id=firm_id, title=title) == both
    assert reader.where(Meeting) == every


def test_a_field_is_looked_at_once_however_often_its_values_are_asked_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, *(Meeting(id=f"{i}", firm_id=f"{i % 7}", title="") for i in range(100)))
    reader = store.read()
    reader.where(Meeting, firm_id="0")

    def walk(_: object) -> tuple[Record, ...]:
        raise AssertionError("every record was looked at again")

    monkeypatch.setattr(table_view.View, "all", walk)

    found = [one.id for i in range(7) for one in reader.where(Meeting, firm_id=f"{i}")]

    assert len(found) == 100


def test_a_reader_never_changes(store: Store) -> None:
    (saved,) = put(store, firm("old"))
    reader = store.read()

    put(store, replace(saved, name="new"), firm("another"))

    assert reader.get(Firm, saved.id).name == "old"
    assert len(reader.all(Firm)) == 1
    assert store.read().get(Firm, saved.id).name == "new"


def test_another_windows_save_is_seen_at_the_next_read(store: Store, other: Store) -> None:
    (saved,) = put(store, firm("old"))
    assert other.read().get(Firm, saved.id).name == "old"

    put(store, replace(saved, name="new"))

    assert other.read().get(Firm, saved.id).name == "new"


def test_two_kinds_may_share_an_id(store: Store) -> None:
    put(store, Meeting(id="1", firm_id="h"), Sheet(id="1", text="notes"))

    assert store.read().get(Meeting, "1").firm_id == "h"
    assert store.read().get(Sheet, "1").text == "notes"


def test_a_record_is_decoded_when_it_is_first_asked_for_and_only_once(
    store: Store, other: Store, decoded: list[str]
) -> None:
    one, two = put(store, firm("one"), firm("two"))

    for _ in range(3):
        other.read().get(Firm, one.id)
        other.read().find(Firm, one.id)
    assert decoded == [one.id]

    other.read().all(Firm)
    assert decoded == [one.id, two.id]


def test_another_windows_save_makes_only_what_it_changed_be_decoded_again(
    store: Store, other: Store, decoded: list[str]
) -> None:
    saved = put(store, *(firm(str(number)) for number in range(20)), Meeting(id="m", firm_id="h"))
    other.read().all(Firm)
    other.read().all(Meeting)
    decoded.clear()

    put(store, replace(saved[7], name="changed"))
    other.read().all(Meeting)
    other.read().all(Firm)

    assert decoded == [saved[7].id]


def test_what_was_decoded_is_remembered_over_saves_after_which_nobody_looked(
    store: Store, decoded: list[str]
) -> None:
    saved = put(store, *(firm(str(number)) for number in range(5)))
    store.read().all(Firm)
    put(store, Meeting(id="1", firm_id="h"))
    put(store, Meeting(id="2", firm_id="h"))
    decoded.clear()

    assert len(store.read().all(Firm)) == len(saved)
    assert decoded == []
