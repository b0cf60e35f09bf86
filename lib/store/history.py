"""What was done last, and what each record looked like before it: the table from which things are undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson

from lib.domain.records import new_id
from lib.store.codec import Raw, bare
from lib.store.document import Rows
from lib.store.undo_images import Gone

TABLE = "_undo"
KEPT = 50

ImagesOf = Callable[[Raw], list[Any]]
"""Gives the images of an entry, which may lie in a file of their own; raises `apart.Gone` if that is gone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that was done. An empty `did` is an autosave that nothing announced.

    `undone_at` is set once it was taken back; `undoes` is the id of the entry that this one took back.
    `touched` names the records that it changed, as (table, id): of very many only the first.
    """

    id: str
    at: datetime
    did: str
    merge: str = ""
    undone_at: datetime | None = None
    undoes: str = ""
    touched: tuple[tuple[str, str], ...] = ()


def entries(rows: Rows, limit: int) -> tuple[Entry, ...]:
    """The newest entries first."""
    newest = list(rows.values())[::-1][:limit]
    return tuple(_entry(raw) for raw in newest)


def find(rows: Rows, entry_id: str) -> tuple[int, Raw] | None:
    """The entry's number in its table and its raw form, if it is still kept."""
    return next(((int(number), raw) for number, raw in rows.items() if raw["id"] == entry_id), None)


def image(table: str, number: int, before: Raw | None, after: Raw | None) -> Raw:
    """What undo needs to know of one touched record."""
    id = (before or after or {})["id"]
    return {"table": table, "id": id, "number": number, "before": before, "after": digest(after)}


def digest(raw: Raw | None) -> str:
    """A short mark of a record's content, "" for none. The revision does not count: undo raises it too."""
    if raw is None:
        return ""
    return blake2b(orjson.dumps(bare(raw), option=orjson.OPT_SORT_KEYS), digest_size=12).hexdigest()


def noted(
    rows: Rows, entry: Entry, images: Iterable[Raw], images_of: ImagesOf
) -> tuple[Entry, int, dict[int, Raw | None]]:
    """The entry as it will stand, its number, and the changes to the table: one more, old ones go."""
    number, joined = _last_to_join(rows, entry, images_of)
    if joined:
        entry = _entry({**joined, "at": entry.at.isoformat(), "did": entry.did or joined["did"]})
        images = _merged(joined["images"], images)
    raw = _raw(entry, images)
    changes: dict[int, Raw | None] = {number: raw if raw["images"] else None}
    others = [int(key) for key in rows if int(key) != number]
    changes.update(dict.fromkeys(others[: -(KEPT - 1)]))
    return _entry(raw), number, changes


def marked(raw: Raw, undone_at: datetime | None) -> Raw:
    """The same entry, taken back at that moment (or, with None, standing again)."""
    return {**raw, "undone_at": undone_at.isoformat() if undone_at else None}


def _last_to_join(rows: Rows, entry: Entry, images_of: ImagesOf) -> tuple[int, Raw | None]:
    """The number that the entry is to have, and the one before it, with its images, if it joins that."""
    if not rows:
        return 1, None
    last = next(reversed(rows))
    raw = rows[last]
    if not entry.merge or raw["merge"] != entry.merge or raw["undone_at"] or raw["undoes"]:
        return int(last) + 1, None
    try:
        return int(last), {**raw, "images": images_of(raw)}
    except Gone:
        return int(last) + 1, None


def _merged(first: Iterable[Raw], then: Iterable[Raw]) -> list[Raw]:
    images = {(one["table"], one["id"]): one for one in first}
    for one in then:
        earlier = images.get((one["table"], one["id"]), one)
        images[one["table"], one["id"]] = {**earlier, "after": one["after"]}
    # What came back to where it began needs no undoing.
    return [one for one in images.values() if digest(one["before"]) != one["after"]]


def _raw(entry: Entry, images: Iterable[Raw]) -> Raw:
    kept = list(images)
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "did": entry.did,
        "merge": entry.merge,
        "undone_at": entry.undone_at.isoformat() if entry.undone_at else None,
        "undoes": entry.undoes,
        "images": kept,
        "size": len(orjson.dumps(kept)),
    }


def _entry(raw: Mapping[str, Any]) -> Entry:
    undone_at = raw["undone_at"]
    return Entry(
        id=raw["id"],
        at=datetime.fromisoformat(raw["at"]),
        did=raw["did"],
        merge=raw["merge"],
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
        undoes=raw["undoes"],
        touched=touched(raw),
    )


def touched(raw: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The records that a raw entry changed, as (table, id): of very many only the first."""
    named = raw.get("touched") or [(image["table"], image["id"]) for image in raw["images"]]
    return tuple((table, id) for table, id in named)


def new_entry(now: datetime, did: str, merge: str, undoes: str) -> Entry:
    """An entry with a fresh id."""
    return Entry(id=new_id(), at=now, did=did, merge=merge, undoes=undoes)
