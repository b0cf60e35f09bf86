"""The table of what was done last, with what each record looked like before it: undo reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

import orjson

from lib.domain.records import new_id
from lib.store.codec import Raw, bare, structure
from lib.store.document import Rows
from lib.store.undo_images import Gone

TABLE = "_undo"
KEPT = 50
_IN_IMAGE = {"table", "id", "number", "before", "after"}

ImagesOf = Callable[[Raw], list[Any]]
"""Returns the images of an entry, wherever they lie; raises `Gone` if they are missing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that was done. An empty `did` is an autosave that nothing announced.

    `undone_at` is when it was taken back; `undoes` the id of the entry that this one took back.
    `touched` names the records that it changed, as (table, id): of very many only the first.
    """

    id: str
    at: datetime
    did: str
    merge: str = ""
    undone_at: datetime | None = None
    undoes: str = ""
    touched: tuple[tuple[str, str], ...] = ()


def entry_of(raw: Raw) -> Entry:
    """Returns the entry that stands in the table in this form."""
    return structure({**raw, "touched": touched(raw)}, Entry)


def is_entry(raw: Any) -> bool:
    """Returns whether a row of the table has the form of an entry."""
    try:
        entry_of(raw)
        return all(image.keys() >= _IN_IMAGE for image in raw["images"])
    except Exception:
        return False


def touched(raw: Raw) -> tuple[tuple[str, str], ...]:
    """Returns the records that a raw entry changed, as (table, id): of very many only the first."""
    named = raw.get("touched") or [(image["table"], image["id"]) for image in raw["images"]]
    return tuple((table, id) for table, id in named)


def find(rows: Rows, entry_id: str) -> tuple[int, Raw] | None:
    """Returns the entry's number in its table and its raw form, if it is still kept."""
    return next(((int(number), raw) for number, raw in rows.items() if raw["id"] == entry_id), None)


def digest(raw: Raw | None) -> str:
    """Returns a short mark of a record's content, "" for none.

    The revision does not count: undo raises it, too.
    """
    if raw is None:
        return ""
    return blake2b(orjson.dumps(bare(raw), option=orjson.OPT_SORT_KEYS), digest_size=12).hexdigest()


def new_entry(now: datetime, did: str, merge: str, undoes: str) -> Raw:
    """Returns an entry with a fresh id, without images."""
    return {
        "id": new_id(),
        "at": now.isoformat(),
        "did": did,
        "merge": merge,
        "undone_at": None,
        "undoes": undoes,
    }


def noted(
    rows: Rows, new: Raw, images: Iterable[Raw], images_of: ImagesOf
) -> tuple[Raw, int, dict[int, Raw | None]]:
    """Adds an entry to the table, or joins it to the last one; the oldest go.

    Returns:
        The entry as it will stand, its number, and the changes to the table.
    """
    number, joined = _last_to_join(rows, new)
    kept = list(images)
    if joined:
        try:
            kept = _merged(images_of(joined), kept)
            new = {**new, "id": joined["id"], "did": new["did"] or joined["did"]}
        except Gone:
            number += 1
    entry = {**new, "images": kept, "size": len(orjson.dumps(kept))}
    changes: dict[int, Raw | None] = {number: entry if kept else None}
    others = [int(key) for key in rows if int(key) != number]
    room = KEPT - 1 if kept else KEPT
    changes.update(dict.fromkeys(others[:-room]))
    return entry, number, changes


def _last_to_join(rows: Rows, new: Raw) -> tuple[int, Raw | None]:
    """Returns the number that the entry is to have, and the last entry if it joins that."""
    if not rows:
        return 1, None
    last = next(reversed(rows))
    raw = rows[last]
    if not new["merge"] or raw["merge"] != new["merge"] or raw["undone_at"] or raw["undoes"]:
        return int(last) + 1, None
    return int(last), raw


def _merged(first: Iterable[Raw], then: Iterable[Raw]) -> list[Raw]:
    images = {(one["table"], one["id"]): one for one in first}
    for one in then:
        earlier = images.get((one["table"], one["id"]), one)
        images[one["table"], one["id"]] = {**earlier, "after": one["after"]}
    # What came back to where it began needs no undoing.
    return [one for one in images.values() if digest(one["before"]) != one["after"]]
