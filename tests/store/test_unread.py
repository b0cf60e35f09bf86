from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.domain.store_errors import CopyUnusable
from lib.store.codec import Raw
from lib.store.document import Header, Tree, parse, sealed
from lib.store.history import is_entry
from lib.store.migrations import STEPS, climb, each, in_shape
from lib.store.repository import Store
from lib.store.table_view import NO_ID, TWICE
from tests.store.samples import NOON, TABLES, Firm, Meeting, firm, later

BAD_ROWS: list[Any] = [
    {"id": "bad"},
    {"id": "bad", "name": None},
    {"id": "bad", "name": 7},
    {"id": 7, "name": "numbered"},
    {"name": "nobody"},
    {"id": "bad", "name": "dated", "changed_at": "yesterday"},
    {"id": "bad", "name": "counted", "revision": "two"},
    "a text",
    None,
    [1, 2],
    12.5,
]


WITHOUT_NAME = [row for row in BAD_ROWS if "name" not in str(row) or row in BAD_ROWS[1:3]]


def spoilt(store: Store, table: str, row: Any, number: str = "") -> None:
    """Puts a row into the table, as if another program had, under a checksum that is right."""
    tree, header = parse(store.file.read_bytes())
    rows = tree.setdefault(table, {})
    rows[number or str(max(map(int, rows), default=0) + 1)] = row
    write(store, tree, header)


def write(store: Store, tree: Tree, header: Header) -> None:
    following = Header(header.schema, header.revision + 1)
    store.file.write_bytes(sealed(tree, following))


def rows(store: Store, table: str = "firms") -> dict[str, Any]:
    tree, _ = parse(store.file.read_bytes())
    return tree.get(table, {})


@pytest.fixture
def two(store: Store) -> Store:
    """A store with two firms."""
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(Firm(id="h", name="Harbor"))
        tx.put(Firm(id="v", name="Vale"))
    return store


@pytest.mark.parametrize("row", BAD_ROWS, ids=repr)
def test_a_row_that_cannot_be_read_is_left_out_and_the_others_stay(two: Store, row: Any) -> None:
    spoilt(two, "firms", row)

    reader = two.read()

    assert [one.name for one in reader.all(Firm)] == ["Harbor", "Vale"]
    (unread,) = reader.unread()
    assert (unread.kind, unread.number, unread.raw) == (Firm, "3", row)
    assert unread.why


@pytest.mark.parametrize("row", BAD_ROWS, ids=repr)
def test_saving_keeps_a_row_that_cannot_be_read_as_it_is(two: Store, row: Any) -> None:
    spoilt(two, "firms", row)

    with two.transaction(now=later(1), did="Changed") as tx:
        tx.put(replace(tx.get(Firm, "h"), name="Quay"))
        tx.remove(Firm, "v")
        tx.put(firm("Dock"))

    assert orjson.dumps(rows(two)["3"]) == orjson.dumps(row)
    assert [one.name for one in two.read().all(Firm)] == ["Quay", "Dock"]


def test_a_new_record_with_the_same_id_stands_beside_the_row(two: Store) -> None:
    bad = {"id": "bad", "name": None}
    spoilt(two, "firms", bad)

    with two.transaction(now=later(1), did="Added") as tx:
        tx.all(Firm)
        tx.put(Firm(id="bad", name="Dock"))

    assert two.read().get(Firm, "bad").name == "Dock"
    assert rows(two)["3"] == bad
    two.undo(two.entries()[0].id, now=later(2))
    assert two.read().find(Firm, "bad") is None
    assert rows(two)["3"] == bad


def test_of_two_records_with_one_id_the_later_counts(two: Store) -> None:
    spoilt(two, "firms", {"id": "h", "name": "Harbor again", "revision": 4})

    reader = two.read()

    assert reader.get(Firm, "h").name == "Harbor again"
    assert [(one.number, one.why) for one in reader.unread()] == [("1", TWICE)]


def test_what_cannot_be_read_says_why(two: Store) -> None:
    spoilt(two, "firms", {"name": "nobody"})
    spoilt(two, "firms", {"id": "x"})
    spoilt(two, "firms", {"id": "y", "name": 7})
    reader = two.read()

    reader.all(Firm)

    assert [one.why for one in reader.unread()] == [
        NO_ID,
        "its name is missing",
        "its name cannot be “7”",
    ]


def test_a_row_that_another_version_has_put_right_is_read_again(two: Store) -> None:
    spoilt(two, "firms", {"id": "x"})
    assert len(two.read().all(Firm)) == 2

    spoilt(two, "firms", {"id": "x", "name": "Mended"}, "3")

    assert [one.name for one in two.read().all(Firm)] == ["Harbor", "Vale", "Mended"]
    assert two.read().unread() == ()


def test_a_row_can_be_taken_out_and_comes_back_with_undo(two: Store) -> None:
    spoilt(two, "firms", {"id": "x"})

    with two.transaction(now=later(1), did="Deleted") as tx:
        tx.set_row("firms", 3, None)
    assert "3" not in rows(two)

    two.undo(two.entries()[0].id, now=later(2))
    assert rows(two)["3"] == {"id": "x"}
    two.undo(two.entries()[0].id, now=later(3))
    assert "3" not in rows(two)


def test_a_row_comes_back_under_another_number_if_a_record_has_its_own(two: Store) -> None:
    spoilt(two, "firms", {"id": "x"})
    with two.transaction(now=later(1), did="Deleted") as tx:
        tx.set_row("firms", 3, None)
    with two.transaction(now=later(2), did="Added") as tx:
        tx.put(firm("Dock"))

    two.undo(two.entries()[1].id, now=later(3))

    assert [one.name for one in two.read().all(Firm)] == ["Harbor", "Vale", "Dock"]
    assert rows(two)["4"] == {"id": "x"}


def test_rows_and_records_that_are_added_together_get_numbers_of_their_own(two: Store) -> None:
    with two.transaction(now=later(1), did="Added") as tx:
        tx.add_row("firms", "one")
        tx.put(firm("Dock"))
        tx.add_row("firms", "two")
        tx.put(firm("Quay"))

    assert [one.name for one in two.read().all(Firm)] == ["Harbor", "Vale", "Dock", "Quay"]
    assert sorted(str(one.raw) for one in two.read().unread()) == ["one", "two"]


def test_going_back_to_a_copy_keeps_what_cannot_be_read_here_and_brings_what_is_there(
    two: Store,
) -> None:
    spoilt(two, "firms", {"id": "x", "name": 1})
    with two.transaction(now=later(30), did="Changed") as tx:
        tx.put(replace(tx.get(Firm, "h"), name="Quay"))
    with_one = two.copies()[0]
    spoilt(two, "firms", {"id": "y", "name": 2})
    two.read().all(Firm)

    two.go_back_to(with_one, now=later(60))
    two.read().all(Firm)

    assert [one.raw for one in two.read().unread()] == [
        {"id": "x", "name": 1},
        {"id": "y", "name": 2},
    ]


def test_a_copy_of_the_apps_own_file_is_taken_with_what_cannot_be_read_in_it(two: Store) -> None:
    spoilt(two, "firms", {"id": "x"})

    reader = two.look_into_own(two.file.read_bytes())

    assert len(reader.all(Firm)) == 2
    assert [one.raw for one in reader.unread()] == [{"id": "x"}]


def test_a_copy_of_the_apps_own_file_of_a_newer_version_is_refused(two: Store) -> None:
    tree, header = parse(two.file.read_bytes())
    content = sealed(tree, Header(header.schema + 1, header.revision))

    with pytest.raises(CopyUnusable, match="newer version"):
        two.look_into_own(content)


def test_a_file_that_names_what_could_not_be_read_is_taken_with_it(two: Store) -> None:
    reader = two.look_into_documents(
        {"firms": [{"id": "a", "name": "A"}]}, 1, {"firms": ["text", {"id": 7}]}
    )

    assert [one.name for one in reader.all(Firm)] == ["A"]
    assert [one.raw for one in reader.unread()] == ["text", {"id": 7}]


@pytest.mark.parametrize("table", [None, 7, "text", [{"id": "x"}]], ids=repr)
def test_what_stands_in_the_place_of_a_table_becomes_a_row_of_it(two: Store, table: Any) -> None:
    tree, header = parse(two.file.read_bytes())
    write(two, {**tree, "meetings": table}, header)

    with two.transaction(now=later(1), did="Added") as tx:
        tx.put(Meeting(id="m", firm_id="h"))

    assert [one.id for one in two.read().all(Meeting)] == ["m"]
    assert table in rows(two, "meetings").values()


@pytest.mark.parametrize("number", ["x", "-1", "1.5", "01", ""])
def test_a_record_under_a_number_that_is_none_is_read_and_gets_one(two: Store, number: str) -> None:
    tree, header = parse(two.file.read_bytes())
    tree["firms"][number] = {"id": "x", "name": "Dock"}
    write(two, tree, header)

    assert [one.name for one in two.read().all(Firm)] == ["Harbor", "Vale", "Dock"]

    with two.transaction(now=later(1), did="Changed") as tx:
        tx.put(replace(tx.get(Firm, "x"), name="Quay"))
    assert list(rows(two)) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "entry", [None, "text", {}, {"id": "e", "at": "never", "did": "x", "images": []}], ids=repr
)
def test_a_line_of_the_history_that_is_none_goes_and_the_others_can_be_undone(
    two: Store, entry: Any
) -> None:
    spoilt(two, "_undo", entry)

    assert not is_entry(entry)
    assert [one.did for one in two.entries()] == ["Added"]
    two.undo(two.entries()[0].id, now=later(1))
    assert two.read().all(Firm) == ()


def test_tables_in_their_right_shape_stay_the_very_same() -> None:
    tree: Tree = {"firms": {"1": {"id": "a"}, "3": {"id": "b"}}, "_undo": {}}

    assert in_shape(tree) is tree


def upper(tree: Tree) -> Tree:
    return each(tree, "firms", shout)


def shout(raw: Raw) -> Raw:
    return {**raw, "name": raw["name"].upper()}


@pytest.mark.parametrize("row", WITHOUT_NAME, ids=repr)
def test_a_change_of_format_leaves_a_row_that_it_cannot_take(row: Any) -> None:
    tree: Tree = {"firms": {"1": {"id": "a", "name": "x"}, "2": row}}

    assert climb(tree, 1, (upper,)) == {"firms": {"1": {"id": "a", "name": "X"}, "2": row}}


def test_what_was_done_before_a_change_of_format_can_be_undone_beside_such_a_row(
    two: Store, folder: Path
) -> None:
    spoilt(two, "firms", {"id": "x", "name": None})
    new = Store(folder, tables=TABLES, steps=(*STEPS, upper))

    new.undo(new.entries()[0].id, now=later(1))

    assert new.read().all(Firm) == ()
    assert [one.raw for one in new.read().unread()] == [{"id": "x", "name": None}]


def values() -> st.SearchStrategy[Any]:
    plain = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5)
    return st.recursive(
        plain | st.floats(allow_nan=False, allow_infinity=False),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "name", "revision", "x"]), inner, max_size=4)
        ),
        max_leaves=6,
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    bad=st.lists(values(), max_size=5),
    steps=st.lists(st.sampled_from(["put", "change", "remove", "undo"]), max_size=6),
)
def test_whatever_stands_in_a_table_survives_whatever_is_done(
    tmp_path_factory: pytest.TempPathFactory, bad: list[Any], steps: list[str]
) -> None:
    store = Store(tmp_path_factory.mktemp("store") / "data", tables=TABLES, steps=())
    with store.transaction(now=NOON, did="Added") as tx:
        tx.put(Firm(id="h", name="Harbor"))
    for row in bad:
        spoilt(store, "firms", row)
    store.read().all(Firm)
    before = [json.dumps(one.raw) for one in store.read().unread()]

    for minute, step in enumerate(steps, 1):
        do(store, step, minute)

    store.read().all(Firm)
    assert sorted(json.dumps(one.raw) for one in store.read().unread()) == sorted(before)


def do(store: Store, step: str, minute: int) -> None:
    if step == "undo":
        store.undo(store.entries()[0].id, now=later(minute))
        return
    with store.transaction(now=later(minute), did=step) as tx:
        found = tx.all(Firm)
        if step == "put" or not found:
            tx.put(Firm(id=f"new-{minute}", name=f"Firm {minute}"))
        elif step == "change":
            tx.put(replace(found[-1], name=f"{minute}"))
        else:
            tx.remove(Firm, found[-1].id)
