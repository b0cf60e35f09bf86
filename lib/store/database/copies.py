"""Copies of a document as rows of the same database: made there, without the way to and fro.

A copy's place is named as it would be in a folder: `backups/…`, `last-copies/…`, `set-aside/…`.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Connection

from lib.domain.store_errors import CopyUnusable
from lib.store.database import tables
from lib.store.database.connection import LONG, Database
from lib.store.database.document import unpacked
from lib.store.file import backups, erasing, rescue
from lib.store.file.backups import FORMAT_PREFIX, stamp_name
from lib.store.file.copies import Copy, Why, unusable
from lib.store.header import NotWhole, unseal

BACKUPS, LAST, ASIDE = "backups", erasing.FOLDER, rescue.FOLDER
_COPY = """INSERT INTO follow_through.copies (document, place, at, content)
    SELECT name, %s, coalesce(%s, saved_at), content FROM follow_through.documents
    WHERE name = %s AND content IS NOT NULL
    ON CONFLICT (document, place) DO UPDATE SET at = excluded.at, content = excluded.content"""


class RowCopies:
    """The copies of one document."""

    def __init__(self, database: Database, document: str) -> None:
        self._database = database
        self._document = document
        # So that most saves need not ask.
        self._newest: datetime | None = None

    def all(self) -> tuple[Copy, ...]:
        """Every copy that can be looked into, the newest first."""
        kinds = [f"{BACKUPS}/%", f"{LAST}/%/{self._document}"]
        rows = self._database.read(
            lambda connection: connection.exec_driver_sql(
                """SELECT place, at, octet_length(content) FROM follow_through.copies
                WHERE document = %s AND place LIKE ANY(%s) ORDER BY at DESC""",
                (self._document, kinds),
            ).all()
        )
        return tuple(Copy(self._document, place, at, _why(place), size) for place, at, size in rows)

    def content_of(self, copy: Copy) -> bytes:
        """The sealed bytes of a copy.

        Raises:
            CopyUnusable: it is gone or damaged.
        """
        row = self._database.read(
            lambda connection: connection.exec_driver_sql(
                "SELECT content FROM follow_through.copies WHERE document = %s AND place = %s",
                (self._document, copy.place),
            ).first(),
            LONG,
        )
        if row is None:
            raise CopyUnusable(unusable(copy), "it is not there any more")
        try:
            return unpacked(bytes(row[0]))
        except NotWhole as damage:
            raise CopyUnusable(unusable(copy), str(damage)) from damage

    def by_itself(self) -> tuple[Copy, ...]:
        """Those that the store made by itself, the newest first."""
        return tuple(copy for copy in self.all() if copy.why is Why.BY_ITSELF)

    def make(self, now: datetime) -> None:
        """Copies the document as it stands there."""
        self._database.write(lambda connection: self.copy(connection, _backup(now), now))
        self._newest = now

    def make_if_due(self, now: datetime) -> bool:
        """The same if no copy is younger than ten minutes; then old ones go. Whether it did."""
        if self._newest is None:
            self._newest = max((copy.at for copy in self.by_itself()), default=None)
        if backups.is_fresh(self._newest, now):
            return False
        self.make(now)
        self._prune(now)
        return True

    def keep_format(self, schema: int) -> None:
        """Copies the document as the last one of an older format; such copies stay."""
        place = f"{BACKUPS}/{FORMAT_PREFIX}{schema}.json"
        self._database.write(lambda connection: self.copy(connection, place, None))

    def newest_good(self, schema: int) -> tuple[Copy, bytes] | None:
        """The whole copy with the highest revision that we can read, and its bytes."""
        best: tuple[int, Copy, bytes] | None = None
        for copy in self.by_itself():
            try:
                content = self.content_of(copy)
                found = unseal(content)
            except (CopyUnusable, NotWhole):
                continue
            if found.schema <= schema and (best is None or found.revision > best[0]):
                best = found.revision, copy, content
        return best[1:] if best else None

    def copy(self, connection: Connection, place: str, at: datetime | None) -> None:
        """Copies the document to that place; `at` is None for the moment of its last save."""
        connection.exec_driver_sql(_COPY, (place, at, self._document))

    def set_aside(self) -> tuple[str, ...]:
        """Where the damaged documents are, the oldest first."""
        rows = self._database.read(
            lambda connection: connection.exec_driver_sql(
                "SELECT place FROM follow_through.copies WHERE document = %s AND place LIKE %s ORDER BY at",
                (self._document, f"{ASIDE}/%"),
            ).all()
        )
        return tuple(place for (place,) in rows)

    def put_away(self, connection: Connection, now: datetime) -> str:
        """Makes one last copy, and moves all others below it; where it is."""
        place = f"{LAST}/{stamp_name(now)}"
        connection.exec_driver_sql(
            "DELETE FROM follow_through.copies WHERE document = %s AND place LIKE %s",
            (self._document, f"{place}/%"),
        )
        connection.exec_driver_sql(
            """UPDATE follow_through.copies SET place = %s || place
            WHERE document = %s AND place NOT LIKE %s""",
            (f"{place}/", self._document, f"{LAST}/%"),
        )
        self.copy(connection, f"{place}/{self._document}", now)
        self._newest = None
        return place

    def _prune(self, now: datetime) -> None:
        moments = [copy.at for copy in self.by_itself()]
        superfluous = [_backup(at) for at in set(moments) - backups.kept_of(moments)]

        def prune(connection: Connection) -> None:
            connection.exec_driver_sql(
                """DELETE FROM follow_through.copies WHERE document = %s
                AND (place = ANY(%s) OR (place LIKE %s AND place < %s))""",
                (
                    self._document,
                    superfluous,
                    f"{LAST}/%",
                    f"{LAST}/{stamp_name(now - erasing.KEPT)}",
                ),
            )
            tables.forget_old_saves(connection, self._document)

        self._database.write(prune)


def _backup(at: datetime) -> str:
    return f"{BACKUPS}/{stamp_name(at)}.json"


def _why(place: str) -> Why:
    if place.startswith(LAST):
        return Why.BEFORE_ERASING
    return Why.BEFORE_UPDATE if f"/{FORMAT_PREFIX}" in place else Why.BY_ITSELF
