"""One action, one write: TinyDB's tables work in memory until all of it is saved in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tinydb.middlewares import Middleware
from tinydb.table import Table

from lib.store.codec import Raw
from lib.store.document import Document, Loaded, Rows, Tree


class OneWrite(Middleware):
    """Between `begin` and `end` TinyDB's tables read and write in memory only: one action, one write."""

    storage: Document

    def __init__(self, storage_cls: Callable[..., Document]) -> None:
        super().__init__(storage_cls)
        self._staged: Tree | None = None

    def begin(self, base: Loaded, tree: Tree) -> None:
        """Stage these tables (none is changed in place) over the file as it was found."""
        self.storage.rebase(base)
        self._staged = dict(tree)

    def read(self) -> Tree | None:
        """The tables as changed so far, or those of the file."""
        return self.storage.read() if self._staged is None else self._staged

    def write(self, data: Tree) -> None:
        """Keep the tables until `commit`; without `begin`, save them at once."""
        if self._staged is None:
            self.storage.write(data)
        else:
            self._staged = data

    def commit(self) -> Loaded:
        """Save what is staged, in one write."""
        return self.storage.save(self._staged or {})

    def end(self) -> None:
        """Forget what is staged."""
        self._staged = None


class Shelf(Table):
    """A TinyDB table that takes many changes at once and keeps its documents in their numbers' order."""

    def apply(self, changes: Mapping[int, Raw | None]) -> None:
        """Set the documents with these numbers; None removes one."""

        # What Table._update_table does, but without turning each number into an int and back.
        tables = self._storage.read() or {}
        was: Rows = tables.get(self.name, {})
        rows = {**was, **{str(number): raw for number, raw in sorted(changes.items())}}
        last = int(next(reversed(was), 0))
        if any(raw is None or number < last for number, raw in changes.items()):
            rows = {
                number: rows[number] for number in sorted(rows, key=int) if rows[number] is not None
            }
        self._storage.write({**tables, self.name: rows})
        self._next_id = None
        self.clear_cache()
