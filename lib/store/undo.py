"""Taking back one entry of the history, or saying why that would do harm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

import orjson

from lib.domain.records import Record
from lib.domain.store_errors import UndoConflict
from lib.store import history
from lib.store.codec import Raw
from lib.store.history import ImagesOf
from lib.store.reading import Snapshot
from lib.store.transaction import Transaction
from lib.store.undo_images import Gone

Kinds = Mapping[str, type[Record]]
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BACK = "Took back: "
_AGAIN = "Did again: "


def take_back(
    tx: Transaction, entry_id: str, snapshot: Snapshot, kinds: Kinds, images_of: ImagesOf
) -> None:
    """Let the transaction restore what stood before the entry, and say so.

    Raises:
        UndoConflict: the entry is gone or taken back already, or what it touched has been changed since.
    """
    entry = _entry(snapshot, entry_id, images_of)
    _refuse_changed(entry, snapshot)
    _refuse_hanging(entry, snapshot, kinds, images_of)
    for image in entry["images"]:
        tx.restore(kinds[image["table"]], image["id"], image["before"], image["number"])
    tx.undoes = entry_id
    tx.say(_sentence(entry))


def marks(snapshot: Snapshot, entry_id: str, now: datetime) -> dict[int, Raw | None]:
    """The changes to the history's table once this entry is taken back.

    What it had taken back stands again; what that one had taken back does not, and so on.
    """
    rows = snapshot.rows(history.TABLE)
    changes: dict[int, Raw | None] = {}
    undone_at: datetime | None = now
    while found := history.find(rows, entry_id):
        number, raw = found
        changes[number] = history.marked(raw, undone_at)
        entry_id, undone_at = raw["undoes"], None if undone_at else now
    return changes


def _entry(snapshot: Snapshot, entry_id: str, images_of: ImagesOf) -> Raw:
    """The entry with its images."""
    found = history.find(snapshot.rows(history.TABLE), entry_id)
    if not found:
        raise UndoConflict("", f"only the last {history.KEPT} actions are kept")
    entry = found[1]
    if entry["undone_at"]:
        raise UndoConflict(entry["did"], "it was taken back already")
    try:
        return {**entry, "images": images_of(entry)}
    except Gone:
        why = "the file that kept what stood before it is missing or damaged; a backup may still have it"
        raise UndoConflict(entry["did"], why) from None


def _sentence(entry: Raw) -> str:
    did: str = entry["did"] or "what was typed"
    if did.startswith(_BACK):
        return _AGAIN + did.removeprefix(_BACK)
    return _BACK + did.removeprefix(_AGAIN)


def _refuse_changed(entry: Raw, snapshot: Snapshot) -> None:
    for image in entry["images"]:
        current = snapshot.rows(image["table"]).get(_number(snapshot, image))
        if history.digest(current) != image["after"]:
            raise UndoConflict(entry["did"], _changed_since(entry, image, snapshot))


def _number(snapshot: Snapshot, image: Raw) -> str:
    rows = snapshot.rows(image["table"])
    return next((number for number, raw in rows.items() if raw["id"] == image["id"]), "")


def _changed_since(entry: Raw, image: Raw, snapshot: Snapshot) -> str:
    touched = image["table"], image["id"]
    for other in reversed(snapshot.rows(history.TABLE).values()):
        if other["id"] == entry["id"]:
            break
        if touched in history.touched(other):
            later = other["did"] or "something was typed there"
            return f"the same thing was changed since (“{later}”); take that back first"
    return "the same thing was changed since"


def _refuse_hanging(entry: Raw, snapshot: Snapshot, kinds: Kinds, images_of: ImagesOf) -> None:
    """No record may be left pointing at one that goes, and none come back pointing at one that has gone."""
    touched = {(image["table"], image["id"]) for image in entry["images"]}
    staying = [
        raw
        for name in kinds
        for raw in snapshot.rows(name).values()
        if (name, raw["id"]) not in touched
    ]
    # Two tables may share an id (a checklist bears its interview's): it goes if no other is left with it.
    coming = {image["id"] for image in entry["images"] if image["before"] is not None}
    standing = {raw["id"] for raw in staying} | coming
    going = {image["id"] for image in entry["images"] if image["before"] is None} - standing
    if going and _mentions(staying, going):
        raise UndoConflict(
            entry["did"], "something entered later belongs to it; take that back first"
        )
    returning = [image["before"] for image in entry["images"] if image["before"]]
    gone = _once_known(snapshot, images_of) - standing - {id for _, id in touched}
    if returning and _mentions(returning, gone):
        raise UndoConflict(
            entry["did"], "what it belongs to was removed since; take that back first"
        )


def _once_known(snapshot: Snapshot, images_of: ImagesOf) -> set[str]:
    found = set[str]()
    for entry in snapshot.rows(history.TABLE).values():
        with suppress(Gone):
            found.update(image["id"] for image in images_of(entry))
    return found


def _mentions(raws: list[Any], ids: set[str]) -> bool:
    # Ids are random, so one that stands quoted somewhere is a reference, whatever the field is called. All
    # that is quoted is looked up at once: an import may have brought thousands.
    quoted = set(_QUOTED.findall(orjson.dumps(raws)))
    return not quoted.isdisjoint(orjson.dumps(id) for id in ids)
