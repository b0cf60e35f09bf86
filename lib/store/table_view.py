"""One table at one moment: its records by id and by the value of a field, decoded when asked for.

Each record is read by itself. A row that cannot be read is left out and listed apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from lib.domain.record_limits import impossible
from lib.domain.records import Record
from lib.domain.store_errors import Unreadable
from lib.store.codec import Raw, decode
from lib.store.document import Rows

R = TypeVar("R", bound=Record)

NO_ID = "it has no id"
TWICE = "another record has the same id"


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of a table that cannot be read: what it holds, its number there, and why."""

    kind: type[Record]
    number: str
    raw: Any
    why: str

    @property
    def id(self) -> str:
        """Returns the id that stands in it, "" if none does."""
        return id_in(self.raw)


class View(Generic[R]):
    """One table at one moment. A record is decoded when it is first asked for.

    `before` is the same table a moment ago: what it had decoded is taken over if it still stands.
    `raws` holds what may be readable, by id, and `unread` what was found not to be.
    """

    __slots__ = ("_all", "_by", "kind", "numbers", "raws", "records", "rows", "unread")

    def __init__(self, kind: type[R], rows: Rows, before: View[R] | None = None) -> None:
        self.kind = kind
        self.rows = rows
        # The key of each record's document in `rows`: a number, as TinyDB wants it.
        self.numbers, self.raws = _by_id(rows)
        self.unread: tuple[Unread, ...] = ()
        if len(self.raws) < len(rows):
            self.unread = tuple(_without_own_id(kind, rows, set(self.numbers.values())))
        self.records: dict[str, R] = _still_good(before, self.raws) if before else {}
        self._all: tuple[R, ...] | None = None
        self._by: dict[str, dict[Any, tuple[R, ...]]] = {}

    def find(self, id: str) -> R | None:
        """Returns the record with this id, None if there is none that can be read."""
        record = self.records.get(id)
        if record is None and (raw := self.raws.get(id)) is not None:
            record = self._decoded(id, raw)
        return record

    def all(self) -> tuple[R, ...]:
        """Returns every record that can be read, in the order in which they were first put."""
        if self._all is None:
            found = map(self.find, self.raws)
            self._all = tuple(record for record in found if record is not None)
        return self._all

    def with_value(self, field: str, value: object) -> tuple[R, ...]:
        """Returns the records whose field equals a value that can be hashed, in order of `all`."""
        index = self._by.get(field)
        if index is None:
            # Made once for each state of the table, and only for a field that somebody asks for.
            lists: defaultdict[Any, list[R]] = defaultdict(list)
            for record in self.all():
                lists[getattr(record, field)].append(record)
            index = self._by[field] = {value: tuple(some) for value, some in lists.items()}
        return index.get(value, ())

    def _decoded(self, id: str, raw: Raw) -> R | None:
        try:
            record = _possible(decode(self.kind, raw))
        except Unreadable as problem:
            self._leave_out(id, problem.why)
            return None
        self.records[id] = record
        return record

    def _leave_out(self, id: str, why: str) -> None:
        # Another thread may be walking through them: they are replaced, never changed.
        unread = Unread(self.kind, self.numbers[id], self.raws[id], why)
        self.raws = {one: raw for one, raw in self.raws.items() if one != id}
        self.unread = (*(one for one in self.unread if one.number != unread.number), unread)


def fitting(records: tuple[R, ...], equal: Iterable[tuple[str, object]]) -> tuple[R, ...]:
    """Returns the records whose fields equal all of these."""
    for field, value in equal:
        records = tuple(one for one in records if getattr(one, field) == value)
    return records


def _possible(record: R) -> R:
    """Returns the record.

    Raises:
        Unreadable: it holds what would stop a page, such as a time zone that is none.
    """
    if what := impossible(record):
        raise Unreadable(type(record), record.id, f"{what} is not possible")
    return record


def _by_id(rows: Rows) -> tuple[dict[str, str], dict[str, Raw]]:
    """Returns number and row by id, of each row that has one; of two with one id, the later."""
    # In one sweep of the interpreter's own loops: after a save this is done for a whole table.
    with suppress(LookupError, TypeError):
        ids = [*map(itemgetter("id"), rows.values())]
        raws = dict(zip(ids, rows.values(), strict=True))
        if {*map(type, ids)} <= {str} and len(raws) == len(rows):
            return dict(zip(ids, rows, strict=True)), raws
    numbers = {id: number for number, raw in rows.items() if (id := id_in(raw))}
    return numbers, {id: rows[number] for id, number in numbers.items()}


def id_in(raw: Any) -> str:
    """Returns the id that stands in a row of any form, "" if none does."""
    id = raw.get("id") if isinstance(raw, dict) else None
    return id if isinstance(id, str) else ""


def _without_own_id(kind: type[Record], rows: Rows, known: set[str]) -> Iterator[Unread]:
    for number, raw in rows.items():
        if number not in known:
            yield Unread(kind, number, raw, TWICE if id_in(raw) else NO_ID)


def _still_good(before: View[R], raws: dict[str, Raw]) -> dict[str, R]:
    # By content, not by revision: a file that went back to a backup counts the same numbers again.
    # Copied first, as another thread may be decoding into it.
    found = {}
    for id, record in before.records.copy().items():
        now, then = raws.get(id), before.raws.get(id)
        if now is then or now == then:
            found[id] = record
    return found
