"""What one action reads and changes before it is saved, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import orjson

from lib.domain.records import Record
from lib.domain.store_errors import Missing, Stale
from lib.store.codec import Raw, decode, encode, same_content
from lib.store.history import Entry, digest
from lib.store.reading import D, Kinds, Reader
from lib.store.table_view import View, fitting, id_in
from lib.store.tables import LASTING

R = TypeVar("R", bound=Record)

ROW = "#"


@dataclass(frozen=True, slots=True)
class Change:
    """What a record is to become: `raw` and `record` are None when it is to be removed.

    `number` asks for its old place in the table.
    """

    raw: Raw | None
    record: Any = None
    number: int | None = None


Changes = dict[type[Record], dict[str, Change]]
Numbered = dict[int, Any]
"""What the rows of a table with these numbers become; None for one that is removed."""
Documents = dict[str, Numbered]
"""Documents by their table and number there; None for one that is removed."""


class Transaction(Reader):
    """The records as this action changes them; nobody else sees that before the end."""

    def __init__(self, saved: Reader, now: datetime, did: str, merge: str) -> None:
        super().__init__(saved.loaded, saved.tables, saved)
        # What is decoded here counts for the saved state, too.
        self._views, self._records = saved._views, saved._records
        self.now = now
        self.did = did
        self.merge = merge
        self.undoes = ""
        # Set by the store once all is saved; None as long as it is not, or if nothing was changed.
        self.entry: Entry | None = None
        self._changes: Changes = {}
        self._rows: Documents = {}
        # Found before anything is put, so that nothing takes the place of what cannot be read.
        self._hidden = saved.hidden
        self._closed = False

    def get(self, kind: type[R], id: str) -> R:
        record = self.find(kind, id)
        if record is None:
            raise Missing(kind)
        return record

    def find(self, kind: type[R], id: str) -> R | None:
        change = self._changes.get(kind, {}).get(id)
        if change is None:
            return super().find(kind, id)
        record: R | None = change.record
        return record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        changes = self._changes.get(kind)
        if not changes:
            return super().all(kind)
        became: dict[str, R | None] = {record.id: record for record in super().all(kind)}
        became.update({id: change.record for id, change in changes.items()})
        return tuple(record for record in became.values() if record is not None)

    def where(self, kind: type[R], /, **equal: object) -> tuple[R, ...]:
        if self._changes.get(kind):
            return fitting(self.all(kind), equal.items())
        return super().where(kind, **equal)

    def derived(
        self, make: Callable[..., D], *args: Hashable, of: Kinds, given: tuple[Any, ...] = ()
    ) -> D:
        del of  # What is being changed is looked at anew.
        made: D = make(self, *args, *given)
        return made

    def put(self, record: R) -> R:
        """Inserts or replaces a record.

        Returns:
            The record as it will be read from now on: one revision up, changed now. Something
            equal to what is stored changes nothing; then what is stored comes back.

        Raises:
            Stale: its revision is not the stored one (a new record has 0); it carries both.
            NotStorable: it holds something that the file cannot.
        """
        self._refuse_if_closed()
        kind = type(record)
        stored = self._raw(kind, record.id)
        raw = encode(record, stored)
        if stored is not None and same_content(raw, stored):
            return self.get(kind, record.id)
        if record.revision != (stored.get("revision", 0) if stored else 0):
            raise Stale(record, self.find(kind, record.id))
        return self._set(kind, raw)

    def remove(self, kind: type[R], id: str) -> None:
        """Takes the record out; nothing happens if it is not there."""
        self._refuse_if_closed()
        if self._raw(kind, id) is None:
            return
        if self._saved_raw(kind, id) is None:
            del self._changes[kind][id]
        else:
            self._changes.setdefault(kind, {})[id] = Change(None)

    def say(self, did: str) -> None:
        """Replaces the sentence that was given at the start."""
        self.did = did

    def restore(self, kind: type[R], id: str, before: Raw | None, number: int) -> None:
        """Restores `before` as a new revision under the same id and at its old number.

        Removes the record if `before` is None.
        """
        if before is None:
            self.remove(kind, id)
            return
        current = self._raw(kind, id) or before
        revision = max(current.get("revision", 0), before.get("revision", 0))
        self._set(kind, {**before, "revision": revision}, number)

    def become(self, other: Reader) -> None:
        """Makes every table what the other state holds; it can be taken back as any change.

        A lasting table only gets what is missing in it.
        """
        self._add_missing(other, LASTING.intersection(self.kinds))
        for kind in self.kinds:
            if kind in LASTING:
                continue
            theirs = other.raws(kind)
            for id in self.raws(kind).keys() - theirs.keys():
                self.remove(kind, id)
            self._take(kind, theirs)
        self._take_unread(other)

    def add_missing(self, other: Reader) -> None:
        """Adds what the other state holds and this one does not; nothing else changes."""
        self._add_missing(other, self.kinds)
        self._take_unread(other)

    def _add_missing(self, other: Reader, kinds: Iterable[type[Record]]) -> None:
        for kind in kinds:
            here = self.raws(kind)
            new = {id: found for id, found in other.raws(kind).items() if id not in here}
            self._take(kind, new)

    def set_row(self, table: str, number: int, row: Any) -> None:
        """Sets a row that is no record this version can read, under its number; None removes it."""
        self._refuse_if_closed()
        self._rows.setdefault(table, {})[number] = row

    def restore_row(self, table: str, number: int, before: Any) -> None:
        """Sets a row again, under another number if its own was given to a record since."""
        numbers = {one.number for one in self.unread() if self.tables[one.kind] == table}
        if before is not None and str(number) in self.rows(table).keys() - numbers:
            self.add_row(table, before)
        else:
            self.set_row(table, number, before)

    def add_row(self, table: str, row: Any) -> None:
        """Adds a row that is no record this version can read, under a number of its own."""
        taken = (int(next(reversed(self.rows(table)), 0)), *self._rows.get(table, ()))
        self.set_row(table, max(taken) + 1, row)

    def ids_of_unread(self, kind: type[Record]) -> set[str]:
        """Returns the ids of the rows of this kind that cannot be read, added ones included."""
        added = self._rows.get(self.tables[kind], {}).values()
        saved = [one.raw for one in self.unread() if one.kind is kind]
        return {*map(id_in, (*saved, *added)), *self.hidden.get(kind, ())}

    def changes(self) -> tuple[Changes, Documents]:
        """Returns what is to be saved; a copy that `go_back_to` takes."""
        records = {kind: dict(changes) for kind, changes in self._changes.items() if changes}
        return records, {table: dict(rows) for table, rows in self._rows.items()}

    def is_changed(self) -> bool:
        """Returns whether there is anything to save."""
        return any(self.changes())

    def go_back_to(self, changes: tuple[Changes, Documents]) -> None:
        """Forgets what was changed since `changes` was asked for."""
        self._changes, self._rows = changes

    def documents(self) -> Documents:
        """Returns what is to be saved; every record has its number, or gets one."""
        records, rows = self.changes()
        found: Documents = {}
        for kind, some in records.items():
            table = self.tables[kind]
            found[table] = _numbered(self.view(kind), some, rows.get(table, {}).keys())
        for table, others in rows.items():
            found[table] = {**found.get(table, {}), **others}
        return found

    def images(self, documents: Documents) -> list[Raw]:
        """Returns what undo will need of every record that these documents change."""
        found: list[Raw] = []
        lasting = {self.tables.get(kind) for kind in LASTING}
        for table, some in documents.items():
            if table in lasting:
                continue
            for number, after in some.items():
                before = self.rows(table).get(str(number))
                is_row = number in self._rows.get(table, ())
                id = row_id(number) if is_row else (before or after)["id"]
                marks = {"before": before, "after": digest(after)}
                found.append({"table": table, "id": id, "number": number, **marks})
        return found

    def close(self) -> None:
        """Refuses what is put after this, as it would be lost."""
        self._closed = True

    def _take(self, kind: type[R], raws: Mapping[str, tuple[int, Raw]]) -> None:
        for id, (number, raw) in raws.items():
            self.restore(kind, id, raw, number)

    def _take_unread(self, other: Reader) -> None:
        """Adds what neither can read; what cannot be read here is never replaced or removed."""
        mine = self.unread_rows()
        for table, rows in other.unread_rows().items():
            here = {*map(_exactly, mine.get(table, ()))}
            for row in rows:
                # A row that is null holds nothing, and None stands for a removal.
                if row is not None and _exactly(row) not in here:
                    self.add_row(table, row)

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise RuntimeError("this transaction has ended: what is put now would never be saved")

    def _set(self, kind: type[R], raw: Raw, number: int | None = None) -> R:
        saved = self._saved_raw(kind, raw["id"])
        if saved is not None and same_content(raw, saved):
            self._changes.get(kind, {}).pop(raw["id"], None)
            return self.get(kind, raw["id"])
        revision = saved.get("revision", 0) if saved else 0
        if number:
            revision = max(revision, raw["revision"])
        raw = {**raw, "revision": revision + 1, "changed_at": self.now.isoformat()}
        record = decode(kind, raw)
        self._changes.setdefault(kind, {})[raw["id"]] = Change(raw, record, number)
        return record

    def _raw(self, kind: type[Record], id: str) -> Raw | None:
        change = self._changes.get(kind, {}).get(id)
        return change.raw if change else self._saved_raw(kind, id)

    def _saved_raw(self, kind: type[Record], id: str) -> Raw | None:
        return self.view(kind).raws.get(id)


def _exactly(row: Any) -> bytes:
    """Returns what differs for any two rows that are not the same JSON values, as 1 and true."""
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS)


def row_id(number: int) -> str:
    """Returns what stands for the id of a row that is no record; no record's id is like it."""
    return f"{ROW}{number}"


def _numbered(view: View[Any], changes: dict[str, Change], taken: Set[int]) -> Numbered:
    """Returns the changes to a table by the number that each document has, or gets, in it.

    Args:
        taken: the numbers that something else gets at the same time.
    """
    following = max((int(next(reversed(view.rows), 0)), *taken)) + 1
    result: Numbered = {}
    for id, change in changes.items():
        number = int(view.numbers[id]) if id in view.raws else change.number or 0
        is_free = number not in taken and number not in result and str(number) not in view.rows
        if id not in view.raws and not (number and is_free):
            number = following
        following = max(following, number + 1)
        result[number] = change.raw
    return result
