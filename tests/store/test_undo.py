from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.domain.records import Record
from lib.domain.store_errors import UndoConflict
from lib.store import history
from lib.store.codec import bare, encode
from lib.store.history import Entry
from lib.store.repository import Store
from tests.narrowing import not_none
from tests.store.samples import NOON, TABLES, Firm, Meeting, Sheet, firm, later


def do(store: Store, did: str, *records: Record, merge: str = "", now: datetime = NOON) -> Entry:
    with store.transaction(now=now, did=did, merge=merge) as tx:
        for record in records:
            tx.put(record)
    return not_none(tx.entry)


def remove(store: Store, did: str, *records: Record) -> Entry:
    with store.transaction(now=NOON, did=did) as tx:
        for record in records:
            tx.remove(type(record), record.id)
    return not_none(tx.entry)


def content(store: Store) -> list[dict[str, object]]:
    """All records, without what the store sets itself."""
    return [bare(encode(record)) for kind in TABLES for record in store.read().all(kind)]


def test_what_was_added_is_gone_again(store: Store) -> None:
    entry = do(store, "Added Harbor", firm())

    undone = store.undo(entry.id, now=later(1))

    assert store.read().all(Firm) == ()
    assert undone.did == "Took back: Added Harbor"
    assert undone.undoes == entry.id


def test_what_was_changed_is_as_it_was_and_a_revision_further(store: Store) -> None:
    do(store, "Added", Firm(id="1", name="old"))
    entry = do(store, "Changed", replace(store.read().get(Firm, "1"), name="new"))

    store.undo(entry.id, now=later(1))

    back = store.read().get(Firm, "1")
    assert (back.name, back.revision, back.changed_at) == ("old", 3, later(1))


def test_what_was_removed_is_back_at_its_old_place(store: Store) -> None:
    do(store, "Added", *(Firm(id=name, name=name) for name in "abc"))
    entry = remove(store, "Removed", Firm(id="b", name="b"))

    store.undo(entry.id, now=NOON)

    assert [one.name for one in store.read().all(Firm)] == ["a", "b", "c"]


def test_several_that_were_removed_are_back_in_their_old_order(store: Store) -> None:
    do(store, "Added", *(Firm(id=name, name=name) for name in "abcd"))
    entry = remove(store, "Removed", *(Firm(id=name, name=name) for name in "dbc"))

    store.undo(entry.id, now=NOON)

    assert [one.name for one in store.read().all(Firm)] == ["a", "b", "c", "d"]
    assert_memory_is_the_file(store)


def test_if_its_old_place_was_taken_it_comes_last(store: Store) -> None:
    do(store, "Added", Firm(id="a", name="a"), Firm(id="b", name="b"))
    entry = remove(store, "Removed", Firm(id="b", name="b"))
    do(store, "Added", Firm(id="c", name="c"), Firm(id="d", name="d"))

    store.undo(entry.id, now=NOON)

    assert [one.name for one in store.read().all(Firm)] == ["a", "c", "d", "b"]


def test_taking_back_can_itself_be_taken_back_again_and_again(store: Store) -> None:
    entry = do(store, "Added Harbor", firm("Harbor"))
    after = content(store)

    back = store.undo(entry.id, now=later(1))
    again = store.undo(back.id, now=later(2))
    assert (content(store), again.did) == (after, "Did again: Added Harbor")

    third = store.undo(again.id, now=later(3))
    assert (content(store), third.did) == ([], "Took back: Added Harbor")


def test_the_list_tells_what_stands_and_what_was_taken_back(store: Store) -> None:
    entry = do(store, "Added", firm())
    back = store.undo(entry.id, now=later(1))
    assert [one.undone_at for one in store.entries()] == [None, later(1)]

    again = store.undo(back.id, now=later(2))
    assert [one.undone_at for one in store.entries()] == [None, later(2), None]

    store.undo(again.id, now=later(3))
    assert [one.undone_at for one in store.entries()] == [None, later(3), None, later(3)]


def test_a_whole_history_can_be_taken_back_from_the_newest_to_the_oldest(store: Store) -> None:
    entries = [do(store, "Added", Firm(id="1", name="0"))]
    for number in range(1, 6):
        entries.append(do(store, "Changed", replace(store.read().get(Firm, "1"), name=str(number))))
    entries.append(remove(store, "Removed", Firm(id="1", name="")))

    for entry in reversed(entries):
        store.undo(entry.id, now=NOON)

    assert content(store) == []


def test_an_older_action_can_be_taken_back_if_nothing_else_touched_it(store: Store) -> None:
    first = do(store, "Added Harbor", firm("Harbor"))
    do(store, "Added Vale", firm("Vale"))

    store.undo(first.id, now=NOON)

    assert [one.name for one in store.read().all(Firm)] == ["Vale"]


def test_what_was_changed_since_is_not_overwritten_and_the_sentence_names_the_change(
    store: Store,
) -> None:
    entry = do(store, "Added Harbor", Firm(id="1", name="Harbor"))
    do(store, "Renamed Harbor", replace(store.read().get(Firm, "1"), name="Vale"))

    with pytest.raises(UndoConflict, match=r"changed since.*“Renamed Harbor”") as caught:
        store.undo(entry.id, now=NOON)

    assert "Nothing was changed" in caught.value.sentence
    assert store.read().get(Firm, "1").name == "Vale"
    assert len(store.entries()) == 2


def test_a_silent_change_since_is_noticed_too(store: Store) -> None:
    entry = do(store, "Added Harbor", Firm(id="1", name="Harbor"))
    do(store, "", replace(store.read().get(Firm, "1"), name="Vale"))

    with pytest.raises(UndoConflict, match="the same thing was changed since"):
        store.undo(entry.id, now=NOON)


def test_once_the_later_change_is_taken_back_the_earlier_one_can_be_too(store: Store) -> None:
    entry = do(store, "Added Harbor", Firm(id="1", name="Harbor"))
    later_one = do(store, "Renamed", replace(store.read().get(Firm, "1"), name="Vale"))

    store.undo(later_one.id, now=NOON)
    store.undo(entry.id, now=NOON)

    assert content(store) == []


def test_the_same_thing_is_not_taken_back_twice(store: Store) -> None:
    entry = do(store, "Added", firm())
    store.undo(entry.id, now=NOON)

    with pytest.raises(UndoConflict, match="taken back already"):
        store.undo(entry.id, now=NOON)


def test_an_entry_that_is_not_kept_any_more_says_so(store: Store) -> None:
    with pytest.raises(UndoConflict, match="only the last 50"):
        store.undo("long ago", now=NOON)


def test_what_others_belong_to_by_now_does_not_go(store: Store) -> None:
    added = firm()
    entry = do(store, "Added Harbor", added)
    do(store, "Added the meeting", Meeting(id="m", firm_id=added.id))

    with pytest.raises(UndoConflict, match="something entered later belongs to it"):
        store.undo(entry.id, now=NOON)


def test_what_belonged_to_something_gone_does_not_come_back(store: Store) -> None:
    added = firm()
    do(store, "Added", added, Meeting(id="m", firm_id=added.id))
    entry = remove(store, "Removed the meeting", Meeting(id="m", firm_id=""))
    remove(store, "Removed Harbor", added)

    with pytest.raises(UndoConflict, match="what it belongs to was removed since"):
        store.undo(entry.id, now=NOON)


def test_a_record_that_shares_its_id_with_one_that_stays_may_go(store: Store) -> None:
    do(store, "Added", Meeting(id="shared", firm_id="h"), Meeting(id="other", firm_id="shared"))
    entry = do(store, "Wrote the sheet", Sheet(id="shared", text="x"))

    store.undo(entry.id, now=NOON)

    assert store.read().all(Sheet) == ()


def test_undo_survives_a_restart(store: Store, folder: Path) -> None:
    entry = do(store, "Added", firm())

    Store(folder, tables=TABLES).undo(entry.id, now=NOON)

    assert store.read().all(Firm) == ()


def test_edits_in_one_visit_are_one_entry_that_goes_back_to_the_first(store: Store) -> None:
    do(store, "Added", Firm(id="1", name=""))
    for text in ("H", "Ha", "Harbor"):
        entry = do(
            store, "", replace(store.read().get(Firm, "1"), name=text), merge="firm:1", now=later(2)
        )

    assert [one.did for one in store.entries()] == ["", "Added"]
    assert (entry.merge, entry.at) == ("firm:1", later(2))

    store.undo(entry.id, now=NOON)
    assert store.read().get(Firm, "1").name == ""


def test_edits_join_only_the_last_entry(store: Store) -> None:
    do(store, "", Firm(id="1", name="a"), merge="visit")
    do(store, "Something else", Firm(id="2", name="b"))
    do(store, "", replace(store.read().get(Firm, "1"), name="c"), merge="visit")

    assert [one.merge for one in store.entries()] == ["visit", "", "visit"]


def test_edits_do_not_join_what_was_taken_back(store: Store) -> None:
    do(store, "Added", Firm(id="1", name=""))
    entry = do(store, "", replace(store.read().get(Firm, "1"), name="a"), merge="visit")
    back = store.undo(entry.id, now=NOON)
    store.undo(back.id, now=NOON)

    latest = do(store, "", replace(store.read().get(Firm, "1"), name="b"), merge="visit")

    assert latest.id != entry.id
    assert len(store.entries()) == 5


def test_a_joined_entry_takes_the_newest_sentence_that_was_given(store: Store) -> None:
    first = do(store, "Named it", Firm(id="1", name="a"), merge="visit")
    second = do(store, "", replace(store.read().get(Firm, "1"), name="b"), merge="visit")
    third = do(store, "Renamed it", replace(store.read().get(Firm, "1"), name="c"), merge="visit")

    assert [one.did for one in (first, second, third)] == ["Named it", "Named it", "Renamed it"]
    assert first.id == second.id == third.id


def test_edits_that_end_where_they_began_leave_no_entry(store: Store) -> None:
    do(store, "Added", Firm(id="1", name=""))
    do(store, "", replace(store.read().get(Firm, "1"), name="a"), merge="visit")
    do(store, "", replace(store.read().get(Firm, "1"), name=""), merge="visit")

    assert [one.did for one in store.entries()] == ["Added"]


def test_a_silent_autosave_can_be_taken_back_by_its_id(store: Store) -> None:
    entry = do(store, "", firm())

    assert store.undo(entry.id, now=NOON).did == "Took back: what was typed"


def test_the_last_fifty_are_kept_newest_first(store: Store) -> None:
    for number in range(60):
        do(store, f"Added {number}", firm())

    newest = [f"Added {number}" for number in range(59, 9, -1)]
    assert [entry.did for entry in store.entries()] == newest
    assert [entry.did for entry in store.entries(2)] == ["Added 59", "Added 58"]


def test_the_entry_that_a_save_gives_is_the_one_in_the_list(store: Store) -> None:
    do(store, "Added", firm(), merge="visit")
    entry = do(store, "Added another", firm(), merge="visit")

    assert store.entries() == (entry,)
    assert len(entry.touched) == 2


steps = st.lists(
    st.tuples(st.sampled_from(["put", "remove"]), st.integers(0, 4), st.text(max_size=3)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(before=steps, actions=st.lists(steps, min_size=1, max_size=5))
def test_undo_restores_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, int, str]],
    actions: list[list[tuple[str, int, str]]],
) -> None:
    store = Store(tmp_path_factory.mktemp("undo"), tables=TABLES)
    act(store, before)
    states = [content(store)]
    entries = []
    for action in actions:
        if entry := act(store, action):
            entries.append(entry)
            states.append(content(store))

    backs = [store.undo(entry.id, now=NOON) for entry in reversed(entries)]

    assert content(store) == states[0]
    assert_memory_is_the_file(store)
    for back, state in zip(reversed(backs), states[1:], strict=True):
        store.undo(back.id, now=NOON)
        assert_memory_is_the_file(store)
        assert sorted(map(str, content(store))) == sorted(map(str, state))


def act(store: Store, action: Iterable[tuple[str, int, str]]) -> history.Entry | None:
    with store.transaction(now=NOON, did="Act") as tx:
        for verb, number, text in action:
            known: Firm | None = tx.find(Firm, f"firm-{number}")
            if verb == "remove":
                tx.remove(Firm, f"firm-{number}")
            elif known:
                tx.put(replace(known, name=text))
            else:
                tx.put(Firm(id=f"firm-{number}", name=text))
    assert_memory_is_the_file(store)
    return tx.entry


def assert_memory_is_the_file(store: Store) -> None:
    afresh = Store(store.folder, tables=TABLES).read()
    for kind in TABLES:
        assert store.read().all(kind) == afresh.all(kind)


def test_what_shares_its_id_with_something_that_stays_can_go_though_others_refer_to_that(
    store: Store,
) -> None:
    do(store, "Added", Firm(id="f", name="Harbor"), Meeting(id="m", firm_id="f"))
    entry = do(
        store, "Answered", replace(store.read().get(Firm, "f"), name="Harbor, no"), Sheet(id="f")
    )

    store.undo(entry.id, now=later(1))

    assert store.read().all(Sheet) == ()
    assert store.read().get(Firm, "f").name == "Harbor"
