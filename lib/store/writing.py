"""Writing one action's changes in one go, and what is given up for it on a full disk.

What was just done counts more than old copies and what could be taken back; both are given up only
to let it through, and the person hears of it. Old actions are forgotten only for one that makes the
data smaller: on a full disk removing something must still work, and keeping what would bring it
back takes room, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from lib.domain.store_errors import Full
from lib.domain.store_news import GaveUp
from lib.store import history
from lib.store.codec import Raw
from lib.store.document import Loaded, Tree
from lib.store.home import Home

Notes = Mapping[int, Raw | None]
Raws = Mapping[str, Notes]

# So many backups stay even if the disk is full, and so many if something is to be removed.
SPARED = 3
SPARED_BY_REMOVALS = 1


class _Shelf(Table):
    """A TinyDB table that takes many changes at once and stays in the order of its numbers."""

    def apply(self, changes: Notes) -> None:
        """Sets the documents with these numbers; None removes one."""

        def update(rows: dict[int, Any]) -> None:
            became = {**rows, **changes}
            rows.clear()
            for number in sorted(became):
                if became[number] is not None:
                    rows[number] = became[number]

        self._update_table(update)


class _Database(TinyDB):
    table_class = _Shelf


class Writing:
    """Brings changes of tables into the document."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def write(
        self, base: Loaded, raws: Raws, notes: Notes, own: int
    ) -> tuple[Loaded, GaveUp | None]:
        """Saves these changes in one go.

        Args:
            notes: the changes to the history, of which the number `own` is this action's.

        Returns:
            What stands in the document now, and what was given up for it.

        Raises:
            Full, ReadOnly, DiskFailure, WrittenElsewhere: nothing was saved; what stood there
            stands.
        """
        try:
            return self._attempt(base, raws, notes, own), None
        except Full as full:
            for fewer, gave_up in self._less(full, base, raws, notes, own):
                with suppress(Full):
                    return self._attempt(base, raws, fewer, own), gave_up
            raise

    def _less(
        self, full: Full, base: Loaded, raws: Raws, notes: Notes, own: int
    ) -> Iterator[tuple[Notes, GaveUp]]:
        """Gives up ever more."""
        grows = _grows(base, raws)
        spared = SPARED if grows else SPARED_BY_REMOVALS
        given_up = 0
        while self._home.give_up_one(full, spared):
            given_up += 1
            yield notes, GaveUp(backups=given_up)
        if grows:
            return
        none: dict[int, Raw | None] = dict.fromkeys(map(int, base.tree.get(history.TABLE, {})))
        yield {**none, own: notes.get(own)}, GaveUp(undo=True)
        yield {**none, own: None}, GaveUp(undo=True)

    def _attempt(self, base: Loaded, raws: Raws, notes: Notes, own: int) -> Loaded:
        images = self._home.images
        # First, for an earlier attempt that failed may have left something that takes room.
        images.sweep(base.tree.get(history.TABLE, {}))
        entry = notes.get(own)
        if entry:
            entry = images.put(entry)
        tree = _changed(base.tree, {history.TABLE: {**notes, own: entry}, **raws})
        loaded = self._home.save(tree, base)
        images.sweep(loaded.tree.get(history.TABLE, {}))
        return loaded


def _changed(tree: Tree, changes: Raws) -> Tree:
    """Returns the tables after these changes, made by TinyDB in memory; `tree` stays as it is."""
    with _Database(storage=MemoryStorage) as database:
        database.storage.write({**tree})
        for name, some in changes.items():
            shelf = database.table(name)
            assert isinstance(shelf, _Shelf)
            shelf.apply(some)
        return database.storage.read() or {}


def _grows(base: Loaded, raws: Raws) -> bool:
    """Returns whether the tables get longer by these changes."""
    was: list[Raw | None] = []
    becomes: list[Raw | None] = []
    for name, some in raws.items():
        rows = base.tree.get(name, {})
        was += [rows.get(str(number)) for number in some]
        becomes += some.values()
    return len(orjson.dumps(becomes)) >= len(orjson.dumps(was))
