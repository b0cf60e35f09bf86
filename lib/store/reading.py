"""The stored records as they stood at one moment; nothing here changes, so it may be shared.

Each record is read by itself. A row that cannot be read is left out and listed apart; whatever is
done to the other records, it stays in its table under its number.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple, TypeVar

from lib.domain.records import Record
from lib.domain.store_errors import Missing
from lib.store.codec import Raw
from lib.store.document import Loaded, Rows
from lib.store.table_view import Unread, View, fitting
from lib.store.tables import PARENTS, Tables

R = TypeVar("R", bound=Record)
D = TypeVar("D")
Kinds = tuple[type[Record], ...]
_NONE: Rows = {}


class Derived(NamedTuple):
    """Something made from records of the kinds `of`, and from what was `given` besides."""

    value: Any
    of: Kinds
    given: tuple[Any, ...]


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
        self._derived: dict[Hashable, Derived] = {}
        if before is not None and before._derived:
            self._derived = self._still_derived(before)

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
        """Returns the records whose fields equal all of these, in the order of `all`.

        The values can be hashed: ids, choices, moments, numbers.
        """
        if not equal:
            return self.all(kind)
        (field, value), *others = equal.items()
        found, hidden = self.view(kind).with_value(field, value), self.hidden.get(kind)
        if hidden:
            found = tuple(one for one in found if one.id not in hidden)
        return fitting(found, others)

    def derived(
        self, make: Callable[..., D], *args: Hashable, of: Kinds, given: tuple[Any, ...] = ()
    ) -> D:
        """Returns `make(self, *args, *given)`, made once as long as no record of `of` changes.

        Args:
            args: what it is about, such as the id of a job; each is kept.
            of: every kind of record that `make` looks at.
            given: what else it depends on, such as the minute; only the last one is kept.
        """
        key = make, args
        kept = self._derived.get(key)
        if kept is None or kept.given != given:
            kept = self._derived[key] = Derived(make(self, *args, *given), of, given)
        made: D = kept.value
        return made

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
        return self.loaded.tree.get(table, _NONE)

    @property
    def _has_parents(self) -> bool:
        return not PARENTS.keys().isdisjoint(self.tables)

    def _still_derived(self, before: Reader) -> dict[Hashable, Derived]:
        """Returns what was derived a moment ago from tables that are the same now."""
        names = self.tables.items()
        same = {kind for kind, name in names if self.rows(name) is before.rows(name)}
        derived = before._derived.copy()
        return {key: made for key, made in derived.items() if same.issuperset(made.of)}

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


def _belongs_to(
    record: Record, parents: Mapping[str, type[Record]], gone: Mapping[type[Record], set[str]]
) -> bool:
    return any(getattr(record, field) in gone.get(of, ()) for field, of in parents.items())
