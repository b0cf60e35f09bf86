"""Writing one action's changes in one go, and what is given up for it on a full disk.

What was just done counts more than old copies and what could be taken back; both are given up only to let it
through, and the person hears of it. Old actions are forgotten only for one that makes the data smaller: on a
full disk removing something must still work, and keeping what would bring it back takes room, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import orjson
from tinydb import TinyDB

from lib.domain.store_errors import Full
from lib.domain.store_news import GaveUp
from lib.store import history
from lib.store.codec import Raw
from lib.store.document import Loaded, Rows
from lib.store.file.backups import SPARED, SPARED_BY_REMOVALS
from lib.store.home import Home
from lib.store.staging import OneWrite, Shelf

Notes = Mapping[int, Raw | None]
Raws = Mapping[str, Notes]


class _Database(TinyDB):
    table_class = Shelf


class Writing:
    """Brings changes of tables into the document."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._staging = OneWrite(lambda: home.document)
        self._db = _Database(storage=self._staging)

    def write(
        self, base: Loaded, raws: Raws, notes: Notes, own: int
    ) -> tuple[Loaded, GaveUp | None]:
        """What stands in the document once these changes are saved, and what was given up for them.

        `notes` are the changes to the history, of which the number `own` is this action's.

        Raises:
            Full, ReadOnly, DiskFailure, WrittenElsewhere: nothing was saved; what stood there stands.
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
        """Ever more that is given up."""
        grows = _grows(base, raws)
        spared = SPARED if grows else SPARED_BY_REMOVALS
        given_up = 0
        while self._home.give_up_one(full, spared):
            given_up += 1
            yield notes, GaveUp(backups=given_up)
        if grows:
            return
        rows: Rows = base.tree.get(history.TABLE, {})
        none: dict[int, Raw | None] = dict.fromkeys(int(number) for number in rows)
        yield {**none, own: notes.get(own)}, GaveUp(undo=True)
        yield {**none, own: None}, GaveUp(undo=True)

    def _attempt(self, base: Loaded, raws: Raws, notes: Notes, own: int) -> Loaded:
        # First, for an earlier attempt that failed may have left something that takes room.
        self._home.apart.sweep(base.tree.get(history.TABLE, {}))
        entry = notes.get(own)
        if entry:
            entry = self._home.apart.put(entry)
        loaded = self._one_write(base, {history.TABLE: {**notes, own: entry}, **raws})
        self._home.apart.sweep(loaded.tree.get(history.TABLE, {}))
        return loaded

    def _one_write(self, base: Loaded, changes: Raws) -> Loaded:
        self._staging.begin(base, base.tree)
        try:
            for name, some in changes.items():
                shelf = self._db.table(name)
                assert isinstance(shelf, Shelf)
                shelf.apply(some)
            return self._staging.commit()
        finally:
            self._staging.end()


def _grows(base: Loaded, raws: Raws) -> bool:
    """Whether the tables get longer by these changes."""
    was = [
        base.tree.get(name, {}).get(str(number)) for name, some in raws.items() for number in some
    ]
    becomes = [raw for some in raws.values() for raw in some.values()]
    return len(orjson.dumps(becomes)) >= len(orjson.dumps(was))
