"""Before-images that are too big for the document, as rows beside it; saved in the same transaction."""

from __future__ import annotations

import zlib
from typing import Any

import orjson
from sqlalchemy.engine import Connection

from lib.store.codec import Raw
from lib.store.database.connection import LONG, Database
from lib.store.document import Rows
from lib.store.undo_images import Gone, is_small, mark, name_of, put_apart


class RowsApart:
    """The rows of one document."""

    def __init__(self, database: Database, document: str) -> None:
        self._database = database
        self._document = document
        self._waiting: dict[str, bytes] = {}
        # What is known to lie there; None as long as nobody has looked.
        self._there: set[str] | None = None
        self._surplus: set[str] = set()

    def put(self, entry: Raw) -> Raw:
        """As in Apart; it is written with the document itself."""
        if is_small(entry):
            return entry
        put, content = put_apart(entry)
        self._waiting[name_of(put)] = content
        return put

    def images(self, entry: Raw) -> list[Any]:
        """As in Apart."""
        if not entry.get("apart"):
            return list(entry["images"])
        content = self._content(name_of(entry))
        if content is None or mark(content) != entry["apart"]:
            raise Gone
        return list(orjson.loads(content))

    def sweep(self, rows: Rows) -> None:
        """As in Apart; what is not named goes with the next save."""
        named = {name_of(entry) for entry in rows.values() if entry.get("apart")}
        self._waiting = {name: content for name, content in self._waiting.items() if name in named}
        if self._there is None:
            # Once in the life of a process: an earlier one may have left some behind.
            self._there = self._names()
        self._surplus = self._there - named

    def write(self, connection: Connection) -> None:
        """Within the transaction that saves the document."""
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

    def written(self) -> None:
        """That transaction went through."""
        self._there = ((self._there or set()) | set(self._waiting)) - self._surplus
        self._waiting, self._surplus = {}, set()

    def remove_all(self, connection: Connection) -> None:
        """Within a transaction that takes back nothing any more."""
        connection.exec_driver_sql(
            "DELETE FROM follow_through.apart WHERE document = %s", (self._document,)
        )

    def forget(self) -> None:
        """All of it was removed, or may have been."""
        self._waiting, self._surplus, self._there = {}, set(), None

    def _names(self) -> set[str]:
        def ask(connection: Connection) -> set[str]:
            rows = connection.exec_driver_sql(
                "SELECT place FROM follow_through.apart WHERE document = %s", (self._document,)
            )
            return {place for (place,) in rows}

        return self._database.read(ask)

    def _content(self, name: str) -> bytes | None:
        if name in self._waiting:
            return self._waiting[name]

        def ask(connection: Connection) -> bytes | None:
            row = connection.exec_driver_sql(
                "SELECT content FROM follow_through.apart WHERE document = %s AND place = %s",
                (self._document, name),
            ).first()
            return None if row is None else zlib.decompress(row[0])

        return self._database.read(ask, LONG)
