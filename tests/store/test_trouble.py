"""What is shown while the file cannot be read, or may only be read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from lib.domain.records import Record
from lib.domain.store_errors import CannotRead, Damaged, TooNew
from lib.store.document import Header, seal
from lib.store.file import atomic
from lib.store.repository import Store
from tests.store.samples import NOON, TABLES, Firm, Meeting, firm, later


def save(store: Store, *records: Record, now: datetime = NOON) -> list[Any]:
    with store.transaction(now=now, did="Saved") as tx:
        return [tx.put(record) for record in records]


def names(store: Store) -> list[str]:
    return [one.name for one in store.read().all(Firm)]


def bare_of_backups(store: Store) -> None:
    for backup in (store.folder / "backups").iterdir():
        backup.unlink()


def rename_every_firm(tree: dict[str, Any]) -> dict[str, Any]:
    rows = {
        number: {**raw, "title": raw.pop("name")} for number, raw in tree.get("firms", {}).items()
    }
    return {**tree, "firms": rows}


def test_what_was_known_last_is_shown_while_the_disk_cannot_be_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, firm("Harbor"))

    def fail(_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(atomic, "stamp_of", fail)
        shown, trouble, actions = names(store), store.trouble, store.entries()

    assert (shown, [entry.did for entry in actions]) == (["Harbor"], ["Saved"])
    assert isinstance(trouble, CannotRead)


def test_once_it_can_be_read_again_the_trouble_is_over(store: Store) -> None:
    save(store, firm("Harbor"))
    whole = store.file.read_bytes()
    bare_of_backups(store)
    store.file.unlink()
    store.read()
    assert store.trouble is not None

    store.file.write_bytes(whole)

    assert names(store) == ["Harbor"]
    assert store.trouble is None


def test_damage_without_a_backup_shows_what_was_known_last_and_refuses_every_save(
    store: Store,
) -> None:
    save(store, firm("Harbor"))
    bare_of_backups(store)
    store.file.write_bytes(b"damage")

    assert names(store) == ["Harbor"]
    assert isinstance(store.trouble, Damaged)
    with pytest.raises(Damaged):
        save(store, firm("Vale"))
    assert store.file.read_bytes() == b"damage"


def test_a_file_put_back_by_hand_is_taken_up_again(store: Store) -> None:
    save(store, firm("Harbor"))
    whole = store.file.read_bytes()
    bare_of_backups(store)
    store.file.write_bytes(b"damage")
    store.read()

    store.file.write_bytes(whole)

    assert names(store) == ["Harbor"]
    assert store.trouble is None
    save(store, firm("Vale"))
    assert names(store) == ["Harbor", "Vale"]


def test_a_newer_file_is_shown_as_far_as_it_can_be_read(folder: Path) -> None:
    newer = Store(folder, tables=TABLES, steps=(rename_every_firm,))
    with newer.transaction(now=NOON, did="Added") as tx:
        tx.put(firm("Harbor"))
        tx.put(Meeting(id="m", firm_id="f", title="Lunch"))
    content = newer.file.read_bytes().replace(b'"name"', b'"named"')
    newer.file.write_bytes(resealed(content))
    store = Store(folder, tables=TABLES, steps=())

    reader = store.read()

    assert [one.title for one in reader.all(Meeting)] == ["Lunch"]
    assert reader.all(Firm) == ()
    assert isinstance(store.trouble, TooNew)
    assert "as far as this version can read it" in store.trouble.sentence


def test_nothing_at_all_is_changed_in_a_newer_file(folder: Path) -> None:
    newer = Store(folder, tables=TABLES, steps=(rename_every_firm,))
    save(newer, Meeting(id="m", firm_id="f"))
    before = newer.file.read_bytes()
    store = Store(folder, tables=TABLES, steps=())

    (entry,) = store.entries()
    for attempt in (
        lambda: save(store, firm()),
        lambda: store.undo(entry.id, now=NOON),
        lambda: store.erase(now=later(1)),
    ):
        with pytest.raises(TooNew):
            attempt()

    assert store.file.read_bytes() == before
    assert not (folder / "last-copies").exists()


def resealed(content: bytes) -> bytes:
    """The same tables under a header that vouches for them."""
    _, rest = content.split(b"}}", 1)
    return seal(b"{" + rest[1:], Header(schema=2, revision=1))
