"""Every statement about copies: rows of the same database, made on the server itself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.engine import Connection

from lib.store.copies import ASIDE, BACKUPS, FORMAT_PREFIX, LAST, LAST_KEPT, Copy, Why, stamp_name
from lib.store.database import tables

_COPY = """INSERT INTO follow_through.copies (document, place, at, content)
    SELECT name, %s, coalesce(%s, saved_at), content FROM follow_through.documents
    WHERE name = %s AND content IS NOT NULL
    ON CONFLICT (document, place) DO UPDATE SET at = excluded.at, content = excluded.content"""


def found(connection: Connection, document: str) -> tuple[Copy, ...]:
    """Returns every copy that can be looked into, the newest first."""
    rows = connection.exec_driver_sql(
        """SELECT place, at, octet_length(content) FROM follow_through.copies
        WHERE document = %s AND place LIKE ANY(%s) ORDER BY at DESC""",
        (document, [f"{BACKUPS}/%", f"{LAST}/%/{document}"]),
    )
    return tuple(Copy(document, place, at, _why(place), size) for place, at, size in rows)


def content(connection: Connection, copy: Copy) -> bytes | None:
    """Returns the packed bytes of a copy, None if it is gone."""
    row = connection.exec_driver_sql(
        "SELECT content FROM follow_through.copies WHERE document = %s AND place = %s",
        (copy.of, copy.place),
    ).first()
    return None if row is None else bytes(row[0])


def make(connection: Connection, document: str, place: str, at: datetime | None) -> None:
    """Copies the document to that place; `at` is None for the moment of its last save."""
    connection.exec_driver_sql(_COPY, (place, at, document))


def set_aside(connection: Connection, document: str) -> tuple[str, ...]:
    """Returns the places of the damaged documents, the oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT place FROM follow_through.copies WHERE document = %s AND place LIKE %s ORDER BY at",
        (document, f"{ASIDE}/%"),
    )
    return tuple(place for (place,) in rows)


def put_away(connection: Connection, document: str, now: datetime) -> str:
    """Makes one last copy, moves all others below it, and returns where it is."""
    place = f"{LAST}/{stamp_name(now)}"
    connection.exec_driver_sql(
        "DELETE FROM follow_through.copies WHERE document = %s AND place LIKE %s",
        (document, f"{place}/%"),
    )
    connection.exec_driver_sql(
        """UPDATE follow_through.copies SET place = %s || place
        WHERE document = %s AND place NOT LIKE %s""",
        (f"{place}/", document, f"{LAST}/%"),
    )
    make(connection, document, f"{place}/{document}", now)
    return place


def remove(connection: Connection, document: str, superfluous: list[Copy], now: datetime) -> None:
    """Removes these copies, last copies that are too old, and old lines of the list of saves."""
    connection.exec_driver_sql(
        """DELETE FROM follow_through.copies WHERE document = %s
        AND (place = ANY(%s) OR (place LIKE %s AND place < %s))""",
        (
            document,
            [copy.place for copy in superfluous],
            f"{LAST}/%",
            f"{LAST}/{stamp_name(now - LAST_KEPT)}",
        ),
    )
    tables.forget_old_saves(connection, document)


def _why(place: str) -> Why:
    if place.startswith(LAST):
        return Why.BEFORE_ERASING
    return Why.BEFORE_UPDATE if f"/{FORMAT_PREFIX}" in place else Why.BY_ITSELF
