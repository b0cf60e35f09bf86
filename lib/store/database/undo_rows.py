"""Before-images that are too big for a document, as rows beside it."""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy.engine import Connection

from lib.store.database.connection import Database
from lib.store.database.waiting import seconds_for
from lib.store.undo_images import UndoImages

_SIZE = "SELECT octet_length(content) FROM follow_through.apart WHERE document = %s AND place = %s"
_CONTENT = "SELECT content FROM follow_through.apart WHERE document = %s AND place = %s"


class UndoRows(UndoImages):
    """Before-images that are too big for the document, as rows saved in its transaction."""

    def __init__(self, database: Database, document: str) -> None:
        self._database = database
        self._document = document
        self._waiting: dict[str, bytes] = {}
        # What is known to lie there; None as long as nobody has looked.
        self._there: set[str] | None = None
        self._surplus: set[str] = set()

    def write(self, name: str, content: bytes) -> None:
        self._waiting[name] = content

    def read(self, name: str) -> bytes | None:
        if name in self._waiting:
            return self._waiting[name]

        size = self._answer(_SIZE, name, 0)
        if size is None:
            return None
        content = self._answer(_CONTENT, name, size)
        return None if content is None else zlib.decompress(content)

    def keep_only(self, names: set[str]) -> None:
        self._waiting = {name: content for name, content in self._waiting.items() if name in names}
        if self._there is None:
            # Once in the life of a process: an earlier one may have left some behind.
            self._there = self._names()
        self._surplus = self._there - names

    def save(self, connection: Connection) -> None:
        """Writes and removes what waits for it, within the transaction that saves the document."""
        for name, content in self._waiting.items():
            connection.exec_driver_sql(
                "INSERT INTO follow_through.apart VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
                (self._document, name, zlib.compress(content, 1)),
            )
        if self._surplus:
            connection.exec_driver_sql(
                "DELETE FROM follow_through.apart WHERE document = %s AND place = ANY(%s)",
                (self._document, sorted(self._surplus)),
            )

    def saved(self) -> None:
        """Notes that the transaction of `save` went through."""
        self._there = ((self._there or set()) | set(self._waiting)) - self._surplus
        self._waiting, self._surplus = {}, set()

    def remove_all(self, connection: Connection) -> None:
        """Removes all of it, within a transaction after which nothing can be taken back."""
        connection.exec_driver_sql(
            "DELETE FROM follow_through.apart WHERE document = %s", (self._document,)
        )

    def forget(self) -> None:
        """Forgets what is known of the rows: all of them were removed, or may have been."""
        self._waiting, self._surplus, self._there = {}, set(), None

    def _answer(self, statement: str, name: str, size: int) -> Any:
        """Returns what a row is asked for, an answer of so many bytes; None if there is no row."""
        values = self._document, name

        def ask(connection: Connection) -> Any:
            return connection.exec_driver_sql(statement, values).scalar()

        return self._database.read(ask, seconds_for(size))

    def _names(self) -> set[str]:
        def ask(connection: Connection) -> set[str]:
            rows = connection.exec_driver_sql(
                "SELECT place FROM follow_through.apart WHERE document = %s", (self._document,)
            )
            return {place for (place,) in rows}

        return self._database.read(ask)
