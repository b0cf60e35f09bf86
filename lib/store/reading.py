"""The stored records as they stood at one moment; nothing here changes, so it may be shared.

Each record is read by itself. A row that cannot be read is left out and listed apart; whatever is
done to the other records, it stays in its table under its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from lib.domain.record_limits import impossible
from lib.domain.records import Record
from lib.domain.store_errors import Missing, Unreadable
from lib.store.codec import Raw, decode
from lib.store.document import Loaded, Rows
from lib.store.tables import PARENTS, Tables

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

    __slots__ = ("_all", "kind", "numbers", "raws", "records", "rows", "unread")

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


class Reader:
    """All records at one moment, as `loaded` from the document; they are frozen and may be shared.

    `before` are the same records a moment ago, from which what was decoded is taken over.
    """

    def __init__(self, loaded: Loaded, tables: Tables, before: Reader | None = None) -> None:
        self.loaded = loaded
        self.tables = tables
        self._before: dict[type[Record], View[Any]] = before.known() if before else {}
        self._views: dict[type[Record], View[Any]] = {}
        # The records that may be given out, by kind and id: the short way for a read by id.
        self._records: dict[type[Record], dict[str, Any]] = {}
        # No cached_property: it turns the fast fields of an instance into a plain dictionary.
        self._hidden: Mapping[type[Record], frozenset[str]] | None = None

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds of records that there can be here; the address book has one of its own."""
        return tuple(self.tables)

    def get(self, kind: type[R], id: str) -> R:
        """Returns the record with this id.

        Raises:
            Missing: there is none.
        """
        try:
            record: R = self._records[kind][id]
        except KeyError:
            return self._got(kind, id)
        return record

    def find(self, kind: type[R], id: str) -> R | None:
        """Returns the record with this id, None if there is none."""
        return None if id in self.hidden.get(kind, ()) else self.view(kind).find(id)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Returns every record of this kind, in the order in which they were first put."""
        found, hidden = self.view(kind).all(), self.hidden.get(kind)
        if not hidden:
            return found
        return tuple(one for one in found if one.id not in hidden)

    def where(self, kind: type[R], /, **equal: object) -> tuple[R, ...]:
        """Returns the records whose fields equal all of these, in the order of `all`."""

        def fits(record: Record) -> bool:
            return all(getattr(record, name) == value for name, value in equal.items())

        return tuple(filter(fits, self.all(kind)))

    def raws(self, kind: type[Record]) -> dict[str, tuple[int, Raw]]:
        """Returns number and JSON values of every record of this kind by its id."""
        view = self.view(kind)
        view.all()
        return {id: (int(view.numbers[id]), raw) for id, raw in view.raws.items()}

    def read_all(self) -> None:
        """Reads every record, so that `unread` is complete for the address book, too."""
        for kind in self.kinds:
            self.view(kind).all()

    def unread(self) -> tuple[Unread, ...]:
        """Returns every row that cannot be read, in the order of the tables.

        A table that belongs to no other (the address book) counts as far as it was read.
        """
        found: list[Unread] = []
        for kind in self.kinds:
            view = self.view(kind)
            if self._has_parents:
                view.all()
            found += view.unread
        return tuple(found)

    def unread_rows(self) -> dict[str, list[Any]]:
        """Returns what this version cannot read by its table, unknown tables included."""
        found: dict[str, list[Any]] = {}
        for one in self.unread():
            found.setdefault(self.tables[one.kind], []).append(one.raw)
        return {**found, **{name: [*rows.values()] for name, rows in self.unknown().items()}}

    def unknown(self) -> dict[str, Rows]:
        """Returns the tables that this version does not know, such as those of a newer one."""
        known = {*self.tables.values()}
        names = [name for name in self.loaded.tree if name not in known and name[:1] != "_"]
        return {name: self.rows(name) for name in names}

    @property
    def hidden(self) -> Mapping[type[Record], frozenset[str]]:
        """The ids of the records that belong to one that cannot be read: no page can show them."""
        if self._hidden is None:
            self._hidden = self._found_hidden()
        return self._hidden

    def _found_hidden(self) -> Mapping[type[Record], frozenset[str]]:
        unread = self.unread() if self._has_parents else ()
        if not unread:
            return {}
        gone = {one.kind: set[str]() for one in unread}
        for one in unread:
            gone[one.kind] |= {one.id} - self.view(one.kind).raws.keys()
        hidden = {}
        for kind, parents in PARENTS.items():
            hidden[kind] = frozenset(
                one.id for one in self.view(kind).all() if _belongs_to(one, parents, gone)
            )
            gone[kind] = gone.get(kind, set()) | hidden[kind]
        return {kind: ids for kind, ids in hidden.items() if ids}

    def view(self, kind: type[R]) -> View[R]:
        """Returns the table of this kind, as it is saved."""
        view: View[R] | None = self._views.get(kind)
        if view is None:
            view = self._views[kind] = self._make(kind)
        return view

    def known(self) -> dict[type[Record], View[Any]]:
        """Returns the tables that have been looked at, here or before."""
        return {**self._before, **self._views}

    def rows(self, table: str) -> Rows:
        """Returns the raw documents of a table by their numbers, as they are saved."""
        return self.loaded.tree.get(table, {})

    @property
    def _has_parents(self) -> bool:
        return not PARENTS.keys().isdisjoint(self.tables)

    def _make(self, kind: type[R]) -> View[R]:
        rows = self.rows(self.tables[kind])
        before: View[R] | None = self._before.get(kind)
        if before and before.rows is rows:
            return before
        return View(kind, rows, before)

    def _got(self, kind: type[R], id: str) -> R:
        record = self.find(kind, id)
        if record is None:
            raise Missing(kind)
        if kind not in self.hidden:
            self._records[kind] = self.view(kind).records
        return record


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


def _belongs_to(
    record: Record, parents: Mapping[str, type[Record]], gone: Mapping[type[Record], set[str]]
) -> bool:
    return any(getattr(record, field) in gone.get(of, ()) for field, of in parents.items())


def _still_good(before: View[R], raws: dict[str, Raw]) -> dict[str, R]:
    # By content, not by revision: a file that went back to a backup counts the same numbers again.
    # Copied first, as another thread may be decoding into it.
    found = {}
    for id, record in before.records.copy().items():
        now, then = raws.get(id), before.raws.get(id)
        if now is then or now == then:
            found[id] = record
    return found
