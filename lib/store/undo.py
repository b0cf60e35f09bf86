"""Taking back one entry of the history, or saying why that would do harm."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import orjson

from lib.domain.store_errors import UndoConflict
from lib.store import history
from lib.store.codec import Raw
from lib.store.document import Rows
from lib.store.history import ImagesOf
from lib.store.table_view import id_in
from lib.store.transaction import ROW, Transaction, row_id
from lib.store.undo_images import Gone

_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BACK = "Took back: "
_AGAIN = "Did again: "

Records = dict[tuple[str, str], Any]
"""Raw records by their table and id."""


def take_back(tx: Transaction, entry_id: str, images_of: ImagesOf) -> None:
    """Has the transaction restore what stood before the entry, and say so.

    Raises:
        UndoConflict: the entry is gone or taken back, or what it touched was changed since.
    """
    kinds = {name: kind for kind, name in tx.tables.items()}
    rows = tx.rows(history.TABLE)
    entry = _entry(rows, entry_id, images_of)
    if any(image["id"].startswith(ROW) for image in entry["images"]):
        tx.read_all()
    records = _records(tx)
    _refuse_changed(entry, records, rows)
    _refuse_hanging(entry, records, _once_known(rows, images_of))
    for image in entry["images"]:
        table, id, before, number = (image[name] for name in ("table", "id", "before", "number"))
        if id.startswith(ROW):
            tx.restore_row(table, number, before)
        else:
            tx.restore(kinds[table], id, before, number)
    tx.undoes = entry_id
    tx.say(_sentence(entry))


def marks(tx: Transaction) -> dict[int, Raw | None]:
    """Returns the changes to the history's table once the entry that `tx` undoes is taken back.

    What it had taken back stands again; what that one had taken back does not, and so on.
    """
    rows, entry_id = tx.rows(history.TABLE), tx.undoes
    changes: dict[int, Raw | None] = {}
    now = tx.now.isoformat()
    undone_at: str | None = now
    while found := history.find(rows, entry_id):
        number, raw = found
        changes[number] = {**raw, "undone_at": undone_at}
        entry_id, undone_at = raw["undoes"], None if undone_at else now
    return changes


def _entry(rows: Rows, entry_id: str, images_of: ImagesOf) -> Raw:
    """Returns the entry with its images."""
    found = history.find(rows, entry_id)
    if not found:
        raise UndoConflict("", f"only the last {history.KEPT} actions are kept")
    entry = found[1]
    if entry["undone_at"]:
        raise UndoConflict(entry["did"], "it was taken back already")
    try:
        return {**entry, "images": images_of(entry)}
    except Gone:
        why = (
            "the file that kept what stood before it is missing or damaged; "
            "a backup may still have it"
        )
        raise UndoConflict(entry["did"], why) from None


def _records(tx: Transaction) -> Records:
    """Returns everything by its table and id; a row that is no record by its number."""
    found: Records = {}
    for kind, table in tx.tables.items():
        found.update({(table, id): raw for id, raw in tx.view(kind).raws.items()})
    for one in tx.unread():
        found[tx.tables[one.kind], row_id(int(one.number))] = one.raw
    for table, rows in tx.unknown().items():
        found.update({(table, row_id(int(number))): raw for number, raw in rows.items()})
    return found


def _sentence(entry: Raw) -> str:
    did: str = entry["did"] or "what was typed"
    if did.startswith(_BACK):
        return _AGAIN + did.removeprefix(_BACK)
    return _BACK + did.removeprefix(_AGAIN)


def _refuse_changed(entry: Raw, records: Records, rows: Rows) -> None:
    for image in entry["images"]:
        touched = image["table"], image["id"]
        if history.digest(records.get(touched)) != image["after"]:
            raise UndoConflict(entry["did"], _changed_since(entry, touched, rows))


def _changed_since(entry: Raw, touched: tuple[str, str], rows: Rows) -> str:
    for other in reversed(rows.values()):
        if other["id"] == entry["id"]:
            break
        if touched in history.touched(other):
            later = other["did"] or "something was typed there"
            return f"the same thing was changed since (“{later}”); take that back first"
    return "the same thing was changed since"


def _refuse_hanging(entry: Raw, records: Records, once_known: set[str]) -> None:
    """Refuses to leave a record that refers to one that is gone.

    Raises:
        UndoConflict: one that stays refers to one that would go, or one that would come back
            refers to one that has gone.
    """
    before = {(image["table"], image["id"]): image["before"] for image in entry["images"]}
    staying = [raw for key, raw in records.items() if key not in before]
    returning = [raw for raw in before.values() if raw is not None]
    touched = {id for _, id in before if not id.startswith(ROW)}
    # Two tables may share an id (a checklist bears its interview's): it stands if one is left with
    # it.
    standing = set(map(id_in, (*staying, *returning)))
    going = touched - standing
    if going and _mentions(staying, going):
        why = "something entered later belongs to it; take that back first"
        raise UndoConflict(entry["did"], why)
    if returning and _mentions(returning, once_known - standing - touched):
        why = "what it belongs to was removed since; take that back first"
        raise UndoConflict(entry["did"], why)


def _once_known(rows: Rows, images_of: ImagesOf) -> set[str]:
    found = set[str]()
    for entry in rows.values():
        with suppress(Gone):
            found.update(image["id"] for image in images_of(entry))
    return {id for id in found if not id.startswith(ROW)}


def _mentions(raws: list[Any], ids: set[str]) -> bool:
    # Ids are random, so one that stands quoted somewhere is a reference, whatever its field is
    # called. All that is quoted is looked up at once: an import may have brought thousands.
    quoted = set(_QUOTED.findall(orjson.dumps(raws)))
    return not quoted.isdisjoint(orjson.dumps(id) for id in ids)
