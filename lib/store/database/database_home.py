"""A document in a database of the person's own, for an app whose disk is wiped, and all beside it.

It is read whole, and replaced only where it is still what was read.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.engine import Connection

from lib.domain.records import new_id
from lib.domain.store_errors import Emptied, StoreError, WrittenElsewhere
from lib.store.copies import Copy, Why
from lib.store.database import copies, tables
from lib.store.database.connection import Database
from lib.store.database.lock import RowLock
from lib.store.database.tables import Head, Stamp
from lib.store.database.undo_rows import UndoRows
from lib.store.database.waiting import LONG, seconds_for
from lib.store.document import Header, Loaded, NotWhole, nothing, parse, sealed, unseal
from lib.store.file.file_home import BOOK_FILE
from lib.store.home import Home, Sizes

# Of compression: text gets to a fifth of its size, in a few milliseconds a megabyte.
_LEVEL = 1
# The server's clock and ours may differ by so much.
_SKEW = timedelta(minutes=2)


class _Joined(NamedTuple):
    """A save that is made together with another one: its statements, and what to note after it."""

    act: Callable[[Connection], None]
    saved: Callable[[], None]


class SqlHome(Home):
    """One row of a database, with its copies and all that undo needs in rows of other tables."""

    lock: RowLock
    images: UndoRows

    def __init__(self, database: Database, name: str, *, schema: int, patience: float) -> None:
        super().__init__(name, schema)
        self.database = database
        database.will_keep(BOOK_FILE)  # at once, as every app has one sooner or later
        self.lock = RowLock(database, name, patience)
        self.images = UndoRows(database, name)
        self._patience = patience
        # Where the next save is made, if it is made together with that one.
        self._main: SqlHome | None = None
        self._with_it: list[_Joined] = []

    @property
    def words(self) -> str:
        return self.database.words

    @property
    def size(self) -> int:
        """The document's size in bytes, packed as it lies there."""
        return self.database.head(self.name).size

    def book(self) -> SqlHome:
        return SqlHome(self.database, BOOK_FILE, schema=self.schema, patience=self._patience)

    def _begin_both(self, book: Home) -> None:
        assert isinstance(book, SqlHome)
        book._main = self

    def _end_both(self, book: Home) -> None:
        assert isinstance(book, SqlHome)
        book._main, self._with_it = None, []
        # What was copied meanwhile is what stood there before.
        book._last_backup = None

    def load(self) -> Loaded:
        stamp, packed = self._content()
        if stamp is None or packed is None:
            return nothing(self.schema)
        tree, header = parse(_unpacked(packed))
        return Loaded(tree, header, stamp)

    def _replace(self, base: Loaded, content: bytes) -> Stamp:
        if base.stamp is not None and base.stamp != self.lock.found:
            raise WrittenElsewhere(self.words)
        return self._put(content, base.header.revision + 1)

    def is_now(self, stamp: object | None) -> bool:
        found = self.lock.found
        if found is not None:
            return found == stamp
        head = self.database.head(self.name)
        return (head.stamp if head.is_there else None) == stamp

    def damaged(self) -> bytes:
        packed = self._content()[1] or b""
        try:
            return _unpacked(packed)
        except NotWhole:
            return packed

    def last_saved(self) -> datetime | None:
        head = self.database.known_head(self.name)
        return head.saved_at if head and head.is_there else None

    def was_saved_since(self, moment: datetime) -> bool:
        head = self.database.head(self.name)
        return head.is_there and head.saved_at >= moment - _SKEW

    def vanished(self) -> StoreError:
        return Emptied()

    def backups(self) -> tuple[Copy, ...]:
        return tuple(copy for copy in self.copies() if copy.why is Why.BY_ITSELF)

    def copies(self) -> tuple[Copy, ...]:
        return self.database.read(lambda connection: copies.found(connection, self.name))

    def content_of(self, copy: Copy) -> bytes:
        seconds = seconds_for(copy.size)
        packed = self.database.read(lambda connection: copies.content(connection, copy), seconds)
        if packed is None:
            raise copy.unusable("it is not there any more")
        try:
            return _unpacked(packed)
        except NotWhole as damage:
            raise copy.unusable(str(damage)) from damage

    def set_aside(self) -> tuple[str, ...]:
        return self.database.read(lambda connection: copies.set_aside(connection, self.name))

    def put_in_place(self, content: bytes) -> tuple[str | None, datetime | None]:
        head = self.database.head(self.name)
        aside = self._free_place_aside() if head.is_there else None

        def also(connection: Connection) -> None:
            if aside:
                copies.make(connection, self.name, aside, None)

        self._put(content, unseal(content).revision, also)
        return aside, head.saved_at if aside else None

    def erase(self, now: datetime) -> str:
        self.refuse_newer(self._found())
        places: list[str] = []

        def also(connection: Connection) -> None:
            places.append(copies.put_away(connection, self.name, now))
            self.images.remove_all(connection)

        self._put(sealed({}, Header(schema=self.schema, revision=1)), 1, also)
        self.images.forget()
        self._last_backup = None
        return ", as ".join(("the database", *places[-1:]))

    def copy_to(self, place: str, at: datetime | None) -> None:
        self.database.write(
            lambda connection: copies.make(connection, self.name, place, at), self._seconds()
        )

    def remove(self, superfluous: list[Copy], now: datetime) -> None:
        self.database.write(
            lambda connection: copies.remove(connection, self.name, superfluous, now)
        )

    def ask_again(self) -> None:
        self.database.ask_again()

    def sizes(self) -> Sizes:
        return self.database.read(tables.sizes)

    def clear_away(self) -> None:
        self.database.write(tables.clear_away, LONG)

    def _content(self) -> tuple[Stamp | None, bytes | None]:
        return self.database.read(
            lambda connection: tables.content(connection, self.name), self._seconds()
        )

    def _seconds(self) -> float:
        head = self.database.known_head(self.name)
        return seconds_for(head.size if head else 0)

    def _found(self) -> Loaded:
        try:
            return self.load()
        except NotWhole:
            return nothing(self.schema)

    def _put(
        self, content: bytes, revision: int, also: Callable[[Connection], None] | None = None
    ) -> Stamp:
        """Puts sealed bytes in the row, over the save that the lock found.

        Args:
            also: more statements that go through together with it, or not at all.

        Returns:
            The save's stamp.
        """
        was, packed = self.lock.found, zlib.compress(content, _LEVEL)
        if was is None:
            raise RuntimeError("whoever saves holds the lock")
        becomes = Stamp(max(revision, was.revision + 1), new_id())
        heads: list[Head] = []

        def act(connection: Connection) -> None:
            for joined in self._with_it:
                joined.act(connection)
            self.images.save(connection)
            if also:
                also(connection)
            head = tables.replace(connection, self.name, was, becomes, packed)
            if head is None:
                raise WrittenElsewhere(self.words)
            heads.append(head)

        def saved() -> None:
            self.images.saved()
            self.database.note_head(self.name, heads[-1])

        if self._main:
            # One transaction with what is saved there next.
            self._main._with_it.append(_Joined(act, saved))
            return becomes
        try:
            self.lock.save(becomes, act, seconds_for(len(packed)))
        except StoreError:
            # What stands there now is to be asked, and not taken from what was known.
            self.database.forget_heads()
            raise
        for joined in self._with_it:
            joined.saved()
        saved()
        return becomes


def _unpacked(packed: bytes) -> bytes:
    """Returns the sealed bytes of what lies in a row.

    Raises:
        NotWhole: it is damaged.
    """
    try:
        return zlib.decompress(packed)
    except zlib.error as damage:
        raise NotWhole("it cannot be unpacked") from damage
