"""A document in a database of the person's own, for an app whose disk is wiped, and all beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from lib.domain.store_errors import (
    Damaged,
    DatabaseFull,
    DatabaseReadOnly,
    Emptied,
    Full,
    StoreError,
    Unreachable,
)
from lib.domain.store_news import Rescued
from lib.store.database import tables
from lib.store.database.connection import LONG, Database
from lib.store.database.copies import ASIDE, RowCopies
from lib.store.database.document import SqlDocument, unpacked
from lib.store.database.lock import RowLock
from lib.store.database.undo_rows import RowsApart
from lib.store.document import Loaded
from lib.store.file.copies import Copy, NotCopied
from lib.store.file.file_home import BOOK_FILE
from lib.store.header import Header, NotWhole, seal, unseal
from lib.store.sizes import Sizes

_REASONS: dict[type[StoreError], str] = {
    Unreachable: "the database could not be reached",
    DatabaseFull: "there is no room left in the database",
    DatabaseReadOnly: "the database takes nothing at the moment",
}
# The server's clock and ours may differ by so much.
_SKEW = timedelta(minutes=2)


class SqlHome:
    """One row of a database, with its copies and all that undo needs in rows of other tables."""

    def __init__(self, database: Database, name: str, *, schema: int, patience: float) -> None:
        self.database = database
        self.name = name
        database.will_keep(BOOK_FILE)  # at once, as every app has one sooner or later
        self.lock = RowLock(database, name, patience)
        self.apart = RowsApart(database, name)
        self.document = SqlDocument(database, name, self.lock, self.apart, schema=schema)
        self.rows = RowCopies(database, name)
        self._schema = schema
        self._patience = patience

    @property
    def words(self) -> str:
        """As in Home."""
        return self.database.words

    @property
    def size(self) -> int:
        """As in Home; packed, as it lies there."""
        return self.database.head(self.name).size

    def book(self) -> SqlHome:
        """As in Home."""
        return SqlHome(self.database, BOOK_FILE, schema=self._schema, patience=self._patience)

    def was_saved_since(self, moment: datetime) -> bool:
        """As in Home."""
        head = self.database.head(self.name)
        return head.is_there and head.saved_at >= moment - _SKEW

    def copies(self) -> tuple[Copy, ...]:
        """As in Home."""
        return self.rows.all()

    def content_of(self, copy: Copy) -> bytes:
        """As in Home."""
        return self.rows.content_of(copy)

    def has_backups(self) -> bool:
        """As in Home."""
        return bool(self.rows.by_itself())

    def copy_now(self, now: datetime) -> None:
        """As in Home."""
        with _or_not_copied():
            self.rows.make(now)

    def copy_if_due(self, now: datetime) -> bool:
        """As in Home."""
        with _or_not_copied():
            return self.rows.make_if_due(now)

    def keep_format(self, schema: int) -> None:
        """As in Home."""
        self.rows.keep_format(schema)

    def rescue(self, why: str) -> Rescued:
        """As in Home."""
        found = self.rows.newest_good(self._schema)
        if found is None:
            raise Damaged(self.database.words, why)
        copy, content = found
        head = self.database.head(self.name)
        aside = self._put(content, self._free_place() if head.is_there else None)
        last_saved = head.saved_at if head.is_there else None
        return Rescued(why=why, backup_at=copy.at, last_saved=last_saved, aside=aside)

    def put_in_place(self, content: bytes) -> None:
        """As in Home."""
        self._put(content, self._free_place())

    def erase(self, now: datetime) -> str:
        """As in Home."""
        self.document.refuse_newer(self._found())
        places: list[str] = []

        def also(connection: Connection) -> None:
            places.append(self.rows.put_away(connection, now))
            self.apart.remove_all(connection)

        self.document.rebase(self.document.nothing(None))
        self.document.put(seal(b"{}", Header(schema=self._schema, revision=1)), 1, also=also)
        self.apart.forget()
        return f"the database, as {places[-1]}"

    def ask_again(self) -> None:
        """As in Home."""
        self.database.ask_again()

    def last_saved(self) -> datetime | None:
        """As in Home."""
        head = self.database.known_head(self.name)
        return head.saved_at if head and head.is_there else None

    def sizes(self) -> Sizes:
        """As in Home."""
        return self.database.read(tables.sizes)

    def clear_away(self) -> None:
        """As in Home."""
        self.database.write(tables.clear_away)

    def vanished(self) -> StoreError:
        """As in Home."""
        return Emptied()

    def set_aside(self) -> tuple[str, ...]:
        """As in Home."""
        return self.rows.set_aside()

    def damaged(self) -> bytes:
        """As in Home."""
        found = self.database.read(lambda connection: tables.content(connection, self.name), LONG)
        content = found[1] if found else None
        try:
            return unpacked(content or b"")
        except NotWhole:
            return content or b""

    def give_up_one(self, full: Full, spared: int) -> bool:  # noqa: ARG002 - a folder's way
        """As in Home: removing rows frees nothing before the database clears away, which Settings offers."""
        return False

    def _free_place(self) -> str:
        return f"{ASIDE}/{self.name.removesuffix('.json')}-{len(self.set_aside()) + 1}.json"

    def _put(self, content: bytes, aside: str | None) -> str | None:
        """Puts this in the row; what lay there is copied aside if there is to be such a copy."""

        def also(connection: Connection) -> None:
            if aside:
                self.rows.copy(connection, aside, None)

        self.document.rebase(self.document.nothing(None))
        self.document.put(content, unseal(content).revision, also=also)
        return aside

    def _found(self) -> Loaded:
        try:
            return self.document.load()
        except NotWhole:
            return self.document.nothing(None)


@contextmanager
def _or_not_copied() -> Iterator[None]:
    try:
        yield
    except StoreError as problem:
        # Its own sentence would say that nothing was saved.
        raise NotCopied(_REASONS.get(type(problem), "the database reported an error")) from problem
