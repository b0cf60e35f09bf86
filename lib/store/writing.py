"""Writing one action's changes in one go, and what is given up for it on a full disk.

What was just done counts more than old copies and what could be taken back; both are given up only
to let it through, and the person hears of it. Old actions are forgotten only for one that makes the
data smaller: on a full disk removing something must still work, and keeping what would bring it
back takes room, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import orjson
from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Table

from lib.domain.store_errors import Full
from lib.domain.store_news import GaveUp
from lib.store import history
from lib.store.codec import Raw
from lib.store.document import Loaded, Rows, Tree
from lib.store.home import Home
from lib.store.transaction import Documents

Numbered = dict[int, Raw | None]

# So many backups stay even if the disk is full, and so many if something is to be removed.
SPARED = 3
SPARED_BY_REMOVALS = 1


class _Shelf(Table):
    """A TinyDB table that takes many changes at once and stays in the order of its numbers."""

    def apply(self, changes: Numbered) -> None:
        """Sets the documents with these numbers; None removes one."""

        # What Table._update_table does, without turning each number into an int and back: that is
        # a third of what a save of 1 MB costs.
        tables = self._storage.read() or {}
        was: Rows = tables.get(self.name, {})
        rows = was | {str(number): changes[number] for number in sorted(changes)}
        last = int(next(reversed(was), 0))
        comes_back = any(number < last for number in changes if str(number) not in was)
        removed = {str(number) for number, row in changes.items() if row is None}
        if comes_back or removed:
            rows = {number: rows[number] for number in sorted(rows.keys() - removed, key=int)}
        self._storage.write({**tables, self.name: rows})
        self._next_id = None
        self.clear_cache()


class _Database(TinyDB):
    table_class = _Shelf


@dataclass(frozen=True, slots=True)
class Save:
    """What one action saves over the state `base`.

    `notes` are the changes to the history, of which the number `own` is this action's.
    """

    base: Loaded
    documents: Documents
    notes: Numbered
    own: int


def write(home: Home, save: Save) -> tuple[Loaded, GaveUp | None]:
    """Saves these changes in one go.

    Returns:
        What stands in the document now, and what was given up for it.

    Raises:
        StoreError: nothing was saved; what stood there stands.
    """
    try:
        return _attempt(home, save), None
    except Full as full:
        for smaller, gave_up in _giving_up(home, save, full):
            with suppress(Full):
                return _attempt(home, smaller), gave_up
        raise


def _giving_up(home: Home, save: Save, full: Full) -> Iterator[tuple[Save, GaveUp]]:
    """Gives up ever more."""
    grows = _grows(save)
    spared = SPARED if grows else SPARED_BY_REMOVALS
    given_up = 0
    while home.give_up_one(full, spared):
        given_up += 1
        yield save, GaveUp(backups=given_up)
    if grows:
        return
    none: Numbered = dict.fromkeys(map(int, save.base.tree.get(history.TABLE, {})))
    yield replace(save, notes={**none, save.own: save.notes.get(save.own)}), GaveUp(undo=True)
    yield replace(save, notes={**none, save.own: None}), GaveUp(undo=True)


def _attempt(home: Home, save: Save) -> Loaded:
    # First, for an earlier attempt that failed may have left something that takes room.
    home.images.sweep(save.base.tree.get(history.TABLE, {}))
    entry = save.notes.get(save.own)
    if entry:
        entry = home.images.put(entry)
    changes = {history.TABLE: {**save.notes, save.own: entry}, **save.documents}
    loaded = home.save(_changed(save.base.tree, changes), save.base)
    home.images.sweep(loaded.tree.get(history.TABLE, {}))
    return loaded


def _changed(tree: Tree, changes: Documents) -> Tree:
    """Returns the tables after these changes, made by TinyDB in memory; `tree` stays as it is."""
    with _Database(storage=MemoryStorage) as database:
        database.storage.write({**tree})
        for name, some in changes.items():
            shelf = database.table(name)
            assert isinstance(shelf, _Shelf)
            shelf.apply(some)
        return database.storage.read() or {}


def _grows(save: Save) -> bool:
    """Returns whether the tables get longer by these changes."""
    was: list[Raw | None] = []
    becomes: list[Raw | None] = []
    for name, some in save.documents.items():
        rows = save.base.tree.get(name, {})
        was += [rows.get(str(number)) for number in some]
        becomes += some.values()
    return len(orjson.dumps(becomes)) >= len(orjson.dumps(was))
