from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import Missing, NotStorable, Stale
from lib.store.repository import Store
from tests.narrowing import not_none
from tests.store.samples import NOON, Everything, Firm, Meeting, firm, later


def put(store: Store, *records: Record, now: datetime = NOON) -> list[Any]:
    with store.transaction(now=now, did="Put") as tx:
        return [tx.put(record) for record in records]


def bytes_of(store: Store) -> bytes:
    return store.file.read_bytes() if store.file.exists() else b""


def test_what_is_put_can_be_read_afterwards(store: Store) -> None:
    (saved,) = put(store, firm("Harbor"))

    assert store.read().all(Firm) == (saved,)


def test_the_store_sets_the_revision_and_the_moment_of_the_change(store: Store) -> None:
    (first,) = put(store, firm("Harbor"))
    (second,) = put(store, replace(first, name="Vale"), now=later(5))

    assert (first.revision, first.changed_at) == (1, NOON)
    assert (second.revision, second.changed_at) == (2, later(5))


def test_what_comes_back_is_what_will_be_read(store: Store, other: Store) -> None:
    (saved,) = put(store, Everything(id="1", text="half \ud800"))

    assert saved.text == "half �"
    assert other.read().get(Everything, "1") == saved


def test_several_records_are_saved_in_one_write(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, firm())
    writes = []
    real = store.home.save

    def counted(*args: Any) -> Any:
        writes.append(args)
        return real(*args)

    monkeypatch.setattr(store.home, "save", counted)

    put(store, firm(), firm(), Meeting(id="1", firm_id="h"))

    assert len(writes) == 1
    assert len(store.read().all(Firm)) == 3


def test_a_transaction_sees_what_it_has_put_and_nobody_else_does(
    store: Store, other: Store
) -> None:
    (old,) = put(store, firm("old"))

    with store.transaction(now=NOON, did="Change") as tx:
        new = tx.put(replace(old, name="new"))
        added = tx.put(firm("added"))

        assert tx.get(Firm, old.id) == new
        assert tx.find(Firm, added.id) == added
        assert tx.all(Firm) == (new, added)
        assert tx.where(Firm, name="added") == (added,)
        assert store.read().all(Firm) == (old,)
        assert other.read().all(Firm) == (old,)


def test_a_transaction_sees_what_it_has_removed(store: Store) -> None:
    (old,) = put(store, firm("old"))

    with store.transaction(now=NOON, did="Remove") as tx:
        tx.remove(Firm, old.id)

        assert tx.find(Firm, old.id) is None
        assert tx.all(Firm) == ()
        with pytest.raises(Missing):
            tx.get(Firm, old.id)

    assert store.read().all(Firm) == ()


def test_removing_what_is_not_there_changes_nothing(store: Store) -> None:
    with store.transaction(now=NOON, did="Remove") as tx:
        tx.remove(Firm, "none")

    assert tx.entry is None
    assert not store.file.exists()


def test_an_action_that_raises_leaves_nothing_behind_on_disk_or_in_memory(store: Store) -> None:
    (old,) = put(store, firm("old"))
    before = bytes_of(store)

    def fail_half_way() -> None:
        with store.transaction(now=NOON, did="Fail") as tx:
            tx.put(replace(old, name="new"))
            tx.put(firm("added"))
            tx.remove(Firm, old.id)
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert bytes_of(store) == before
    assert store.read().all(Firm) == (old,)
    assert [entry.did for entry in store.entries()] == ["Put"]


def test_after_a_failed_action_the_next_one_works(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction(now=NOON, did="Fail"):
        _ = 1 / 0

    (saved,) = put(store, firm())

    assert store.read().all(Firm) == (saved,)


def test_nothing_is_written_if_nothing_was_changed(store: Store) -> None:
    (old,) = put(store, firm("old"))
    before = bytes_of(store)

    with store.transaction(now=later(1), did="Look") as tx:
        again = tx.put(old)
        tx.put(replace(old, revision=0))

    assert again == old
    assert tx.entry is None
    assert bytes_of(store) == before


def test_a_change_that_is_taken_back_within_the_transaction_is_none(store: Store) -> None:
    (old,) = put(store, firm("old"))
    before = bytes_of(store)

    with store.transaction(now=later(1), did="To and fro") as tx:
        new = tx.put(replace(old, name="new"))
        back = tx.put(replace(new, name="old"))
        added = tx.put(firm())
        tx.remove(Firm, added.id)

    assert back == old
    assert bytes_of(store) == before


def test_removed_and_put_again_is_a_change_of_the_same_record(store: Store) -> None:
    (old,) = put(store, firm("old"))

    with store.transaction(now=NOON, did="Anew") as tx:
        tx.remove(Firm, old.id)
        new = tx.put(Firm(id=old.id, name="new"))

    assert new.revision == 2
    assert store.read().all(Firm) == (new,)


def test_put_twice_counts_one_revision(store: Store) -> None:
    (old,) = put(store, firm("old"))

    with store.transaction(now=NOON, did="Twice") as tx:
        once = tx.put(replace(old, name="once"))
        twice = tx.put(replace(once, name="twice"))

    assert twice.revision == 2
    assert store.read().get(Firm, old.id) == twice


def test_a_save_made_from_an_old_copy_is_refused_with_both_versions(
    store: Store, other: Store
) -> None:
    (seen,) = put(store, firm("seen"))
    (theirs,) = put(other, replace(seen, name="theirs"))
    mine = replace(seen, name="mine")

    with pytest.raises(Stale, match="in another window") as caught:
        put(store, mine)

    assert (caught.value.mine, caught.value.theirs) == (mine, theirs)
    assert store.read().get(Firm, seen.id) == theirs


def test_a_save_of_what_was_removed_in_the_meantime_is_refused(store: Store, other: Store) -> None:
    (seen,) = put(store, firm("seen"))
    with other.transaction(now=NOON, did="Remove") as tx:
        tx.remove(Firm, seen.id)

    with pytest.raises(Stale, match="was removed") as caught:
        put(store, replace(seen, name="mine"))

    assert caught.value.theirs is None


def test_a_new_record_under_a_taken_id_is_refused(store: Store) -> None:
    put(store, Firm(id="1", name="Harbor"))

    with pytest.raises(Stale):
        put(store, Firm(id="1", name="Vale"))


def test_both_windows_saying_the_same_is_no_conflict(store: Store, other: Store) -> None:
    (seen,) = put(store, firm("seen"))
    (theirs,) = put(other, replace(seen, name="same"))

    (mine,) = put(store, replace(seen, name="same"))

    assert mine == theirs


def test_an_old_copy_within_one_transaction_is_noticed_too(store: Store) -> None:
    (old,) = put(store, firm("old"))

    with store.transaction(now=NOON, did="Twice") as tx:
        once = tx.put(replace(old, name="once"))
        with pytest.raises(Stale) as caught:
            tx.put(replace(old, name="twice"))

    assert caught.value.theirs == once
    assert store.read().all(Firm) == (once,)


def test_what_cannot_be_stored_is_refused_before_anything_is_written(store: Store) -> None:
    with pytest.raises(NotStorable):
        put(store, firm(), Everything(id="1", count=2**80))

    assert not store.file.exists()


def test_a_transaction_inside_another_belongs_to_it(store: Store, other: Store) -> None:
    with store.transaction(now=NOON, did="Outer") as outer:
        with store.transaction(now=later(1), did="Inner") as inner:
            inner.put(firm("inner"))
        assert other.read().all(Firm) == ()
        outer.put(firm("outer"))

    assert [one.name for one in store.read().all(Firm)] == ["inner", "outer"]
    assert [entry.did for entry in store.entries()] == ["Outer"]


def test_an_inner_transaction_that_raises_takes_only_its_own_changes_with_it(store: Store) -> None:
    with store.transaction(now=NOON, did="Outer") as outer:
        outer.put(firm("outer"))
        with pytest.raises(Stale):
            put(store, firm("inner"), firm("impossible", revision=3))

    assert [one.name for one in store.read().all(Firm)] == ["outer"]


def test_the_sentence_can_be_given_at_the_end(store: Store) -> None:
    with store.transaction(now=NOON, did="") as tx:
        tx.put(firm())
        tx.say("Added Harbor & Vale")

    assert not_none(tx.entry).did == "Added Harbor & Vale"
    assert store.entries() == (tx.entry,)


def test_what_is_put_after_the_end_is_refused_and_not_silently_dropped(store: Store) -> None:
    with store.transaction(now=NOON, did="Put") as tx:
        saved = tx.put(firm())

    with pytest.raises(RuntimeError, match="has ended"):
        tx.put(firm())
    with pytest.raises(RuntimeError, match="has ended"):
        tx.remove(Firm, saved.id)


def test_a_moment_without_a_zone_is_a_mistake_in_the_code(store: Store) -> None:
    naive: datetime = NOON.replace(tzinfo=None)

    with pytest.raises(ValueError, match="zone"), store.transaction(now=naive, did="Put"):
        raise AssertionError("the block must not run")


def test_a_field_of_a_later_version_survives_our_save(store: Store, folder: Path) -> None:
    (old,) = put(store, firm("old"))
    file = store.home
    tree = file.load().tree
    tree["firms"]["1"]["mood"] = "calm"
    tree["moods"] = {"1": {"id": "m"}}
    file.save(tree, file.load())

    put(store, replace(old, name="new"))

    kept = file.load().tree
    assert kept["firms"]["1"]["mood"] == "calm"
    assert kept["firms"]["1"]["name"] == "new"
    assert kept["moods"] == {"1": {"id": "m"}}
