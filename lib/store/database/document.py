"""The document in a row of a database: read whole, and replaced only where it is still what was read."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from sqlalchemy.engine import Connection

from lib.domain.records import new_id
from lib.domain.store_errors import StoreError, WrittenElsewhere
from lib.store.database import tables
from lib.store.database.connection import LONG, Database
from lib.store.database.lock import Change, RowLock
from lib.store.database.tables import Head, Stamp
from lib.store.database.undo_rows import RowsApart
from lib.store.document import Document, Loaded, Tree, parse
from lib.store.header import NotWhole

_LEVEL = 1
"""Of compression: text gets to a fifth of its size, in a few milliseconds a megabyte."""


class SqlDocument(Document):
    """One row."""

    def __init__(
        self, database: Database, name: str, lock: RowLock, apart: RowsApart, *, schema: int
    ) -> None:
        super().__init__(schema=schema)
        self._database = database
        self._name = name
        self._lock = lock
        self._apart = apart

    def load(self) -> Loaded:
        """As in Document."""
        found = self._database.read(lambda connection: tables.content(connection, self._name), LONG)
        stamp, packed = found or (None, None)
        if stamp is None or packed is None:
            return self.nothing(None)
        tree, header = parse(unpacked(packed))
        return Loaded(tree, header, stamp)

    def save(self, tree: Tree) -> Loaded:
        """As in Document; whoever calls this holds the lock.

        Raises:
            WrittenElsewhere, Unreachable, InDoubt, DatabaseFull, DatabaseReadOnly, TooNew: see there.
        """
        self.refuse_newer(self.base)
        content, following = self.sealed(tree)
        stamp = self.put(content, following.revision)
        self.rebase(Loaded(tree, following, stamp))
        return self.base

    def put(
        self, content: bytes, revision: int, also: Callable[[Connection], None] = lambda _: None
    ) -> Stamp:
        """Puts sealed bytes in the row, over the save that the lock found, and gives the save's stamp.

        `also`: more statements that go through together with it, or not at all.
        """
        was, packed = self._over(), zlib.compress(content, _LEVEL)
        becomes = Stamp(max(revision, was.revision + 1), new_id())
        heads: list[Head] = []

        def act(connection: Connection) -> None:
            self._apart.write(connection)
            also(connection)
            head = tables.replace(connection, self._name, was, becomes, packed)
            if head is None:
                raise WrittenElsewhere(self._database.words)
            heads.append(head)

        try:
            self._lock.save(Change(was, becomes, act))
        except StoreError:
            # What stands there now is to be asked, and not taken from what was known.
            self._database.forget_heads()
            raise
        self._apart.written()
        self._database.note_head(self._name, heads[-1])
        return becomes

    def is_now(self, stamp: object | None) -> bool:
        """As in Document."""
        found = self._lock.found
        if found is not None:
            return found == stamp
        head = self._database.head(self._name)
        return (head.stamp if head.is_there else None) == stamp

    def _over(self) -> Stamp:
        found = self._lock.found
        if found is None:
            raise RuntimeError("whoever saves holds the lock")
        if self.base.stamp is not None and self.base.stamp != found:
            raise WrittenElsewhere(self._database.words)
        return found


def unpacked(packed: bytes) -> bytes:
    """The sealed bytes of what lies in a row.

    Raises:
        NotWhole: it is damaged.
    """
    try:
        return zlib.decompress(packed)
    except zlib.error as damage:
        raise NotWhole("it cannot be unpacked") from damage
