"""The stored records as they stood at one moment; nothing here changes, so it may be shared."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from lib.domain.records import Record
from lib.domain.store_errors import Missing, Unreadable
from lib.store.codec import Raw, decode
from lib.store.document import Loaded, Rows
from lib.store.tables import Tables

R = TypeVar("R", bound=Record)


class View(Generic[R]):
    """One table at one moment. A record is decoded when it is first asked for.

    `before` is the same table a moment ago: what it had decoded is taken over if it still stands.
    A `lenient` one leaves out what it cannot read: a newer version of the app wrote the file.
    """

    __slots__ = ("_all", "_lenient", "kind", "numbers", "raws", "records", "rows")

    def __init__(
        self, kind: type[R], rows: Rows, before: View[R] | None = None, *, lenient: bool = False
    ) -> None:
        if lenient:
            rows = {number: raw for number, raw in rows.items() if "id" in raw}
        self.kind = kind
        self.rows = rows
        self._lenient = lenient
        self.raws: dict[str, Raw] = {raw["id"]: raw for raw in rows.values()}
        # The key of each record's document in `rows`: a number, as TinyDB wants it.
        self.numbers = dict(zip(self.raws, rows, strict=True))
        self.records: dict[str, R] = _still_good(before, self.raws) if before else {}
        self._all: tuple[R, ...] | None = None

    def find(self, id: str) -> R | None:
        """Returns the record with this id, None if there is none."""
        record = self.records.get(id)
        if record is None and (raw := self.raws.get(id)) is not None:
            record = self._decoded(raw)
        return record

    def all(self) -> tuple[R, ...]:
        """Returns every record, in the order in which they were first put."""
        if self._all is None:
            found = map(self.find, self.raws)
            self._all = tuple(record for record in found if record is not None)
        return self._all

    def _decoded(self, raw: Raw) -> R | None:
        try:
            record = self.records[raw["id"]] = decode(self.kind, raw)
        except Unreadable:
            if not self._lenient:
                raise
            return None
        return record


class Reader:
    """All records at one moment, as `loaded` from the document; they are frozen and may be shared.

    `before` are the same records a moment ago, from which what was decoded is taken over; a
    `lenient` one leaves out what it cannot read.
    """

    def __init__(
        self, loaded: Loaded, tables: Tables, before: Reader | None = None, *, lenient: bool = False
    ) -> None:
        self.loaded = loaded
        self.tables = tables
        self._lenient = lenient
        self._before: dict[type[Record], View[Any]] = before.known() if before else {}
        self._views: dict[type[Record], View[Any]] = {}
        # The records decoded so far, by kind and id: the short way for a read by id.
        self._records: dict[type[Record], dict[str, Any]] = {}

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
        return self.view(kind).find(id)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Returns every record of this kind, in the order in which they were first put."""
        return self.view(kind).all()

    def where(self, kind: type[R], /, **equal: object) -> tuple[R, ...]:
        """Returns the records whose fields equal all of these, in the order of `all`."""

        def fits(record: Record) -> bool:
            return all(getattr(record, name) == value for name, value in equal.items())

        return tuple(filter(fits, self.all(kind)))

    def raws(self, kind: type[Record]) -> dict[str, tuple[int, Raw]]:
        """Returns number and JSON values of every record of this kind by its id."""
        view = self.view(kind)
        return {id: (int(view.numbers[id]), raw) for id, raw in view.raws.items()}

    def view(self, kind: type[R]) -> View[R]:
        """Returns the table of this kind, as it is saved."""
        view: View[R] | None = self._views.get(kind)
        if view is None:
            view = self._views[kind] = self._make(kind)
            self._records[kind] = view.records
        return view

    def known(self) -> dict[type[Record], View[Any]]:
        """Returns the tables that have been looked at, here or before."""
        return {**self._before, **self._views}

    def rows(self, table: str) -> Rows:
        """Returns the raw documents of a table by their numbers, as they are saved."""
        return self.loaded.tree.get(table, {})

    def _make(self, kind: type[R]) -> View[R]:
        rows = self.rows(self.tables[kind])
        before: View[R] | None = self._before.get(kind)
        if before and before.rows is rows:
            return before
        return View(kind, rows, before, lenient=self._lenient)

    def _got(self, kind: type[R], id: str) -> R:
        record = self.find(kind, id)
        if record is None:
            raise Missing(kind)
        return record


def _still_good(before: View[R], raws: dict[str, Raw]) -> dict[str, R]:
    # By content, not by revision: a file that went back to a backup counts the same numbers again.
    # Copied first, as another thread may be decoding into it.
    found = {}
    for id, record in before.records.copy().items():
        now, then = raws.get(id), before.raws[id]
        if now is then or now == then:
            found[id] = record
    return found
