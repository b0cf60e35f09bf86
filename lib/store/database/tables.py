"""The tables in the database, and every statement about a document's row.

They lie in a schema of their own: some hosts serve what lies in the usual one to the public.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import psycopg
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from lib.store.database.errors import code_of
from lib.store.home import Sizes

IDLE = 10
"""Seconds after which the server lets go of a lock whose holder says nothing more."""
SAVES_KEPT = 500
_LOCK = """BEGIN; SET LOCAL lock_timeout = %s; SET LOCAL idle_in_transaction_session_timeout = %s;
    SELECT revision, writer FROM follow_through.documents WHERE name = %s FOR UPDATE"""
# A document's row is replaced as a whole at each save: what it was before is to be cleared away
# soon.
_MAKE = (
    "CREATE SCHEMA IF NOT EXISTS follow_through",
    """CREATE TABLE IF NOT EXISTS follow_through.documents (
        name text PRIMARY KEY, revision bigint NOT NULL, writer text NOT NULL,
        saved_at timestamptz NOT NULL, content bytea)
        WITH (toast.autovacuum_vacuum_threshold = 200,
              toast.autovacuum_vacuum_scale_factor = 0.0)""",
    """CREATE TABLE IF NOT EXISTS follow_through.saves (
        writer text PRIMARY KEY, document text NOT NULL, revision bigint NOT NULL,
        saved_at timestamptz NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS follow_through.copies (
        document text NOT NULL, place text NOT NULL, at timestamptz NOT NULL,
        content bytea NOT NULL, PRIMARY KEY (document, place))""",
    """CREATE TABLE IF NOT EXISTS follow_through.apart (
        document text NOT NULL, place text NOT NULL, content bytea NOT NULL,
        PRIMARY KEY (document, place))""",
)
TABLES = ("documents", "saves", "copies", "apart")
# Two that make the same at once: the second may be told that it is there in one of these ways.
_ALREADY_THERE = {"23505", "42P06", "42P07", "42710"}


class Stamp(NamedTuple):
    """Tells one save of a document from another."""

    revision: int
    writer: str


class Head(NamedTuple):
    """What stands there of one document: its last save, when that was, and its size in bytes."""

    stamp: Stamp
    saved_at: datetime
    size: int

    @property
    def is_there(self) -> bool:
        """Whether it was ever saved, and not emptied since."""
        return self.size > 0


def make(connection: Connection, names: Iterable[str]) -> None:
    """Makes what is missing, and a row for each of these documents."""
    for statement in _MAKE:
        try:
            connection.exec_driver_sql(statement)
        except DBAPIError as problem:
            if code_of(problem.orig) not in _ALREADY_THERE:
                raise
    for name in names:
        connection.exec_driver_sql(
            """INSERT INTO follow_through.documents VALUES (%s, 0, '', now(), NULL)
            ON CONFLICT DO NOTHING""",
            (name,),
        )


def heads(connection: Connection) -> dict[str, Head]:
    """What stands there of each document, by its name."""
    rows = connection.exec_driver_sql(
        """SELECT name, revision, writer, saved_at, octet_length(content)
        FROM follow_through.documents"""
    )
    return {
        name: Head(Stamp(revision, writer), saved_at, size or 0)
        for name, revision, writer, saved_at, size in rows
    }


def content(connection: Connection, name: str) -> tuple[Stamp | None, bytes | None]:
    """Returns the last save of a document and its content, which is None before the first.

    Both are None if the document has no row.
    """
    row = connection.exec_driver_sql(
        "SELECT revision, writer, content FROM follow_through.documents WHERE name = %s", (name,)
    ).first()
    if row is None:
        return None, None
    return Stamp(row[0], row[1]), None if row[2] is None else bytes(row[2])


def lock(connection: Connection, name: str, patience: float) -> Stamp | None:
    """Begins a transaction that holds the document's row, in one message to the server.

    Returns:
        The document's last save; None if it has no row.
    """
    raw = connection.connection.driver_connection
    # The only kind of cursor that takes several statements and values at once.
    with psycopg.ClientCursor(raw) as cursor:  # type: ignore[arg-type]
        cursor.execute(_LOCK, (int(patience * 1000), IDLE * 1000, name))
        while cursor.nextset():
            pass
        row = cursor.fetchone()
    return None if row is None else Stamp(*row)


def replace(connection: Connection, name: str, was: Stamp, now: Stamp, new: bytes) -> Head | None:
    """Puts new content in a document's row if it is still the one that it was.

    The row and the line in the list of saves are one statement.

    Returns:
        What stands there now; None if the row was another one: then nothing was changed.
    """
    row = connection.exec_driver_sql(
        """WITH saved AS (
            UPDATE follow_through.documents
            SET revision = %s, writer = %s, saved_at = now(), content = %s
            WHERE name = %s AND revision = %s AND writer = %s
            RETURNING name, revision, writer, saved_at)
        INSERT INTO follow_through.saves (writer, document, revision, saved_at)
        SELECT writer, name, revision, saved_at FROM saved RETURNING saved_at""",
        (*now, new, name, *was),
    ).first()
    return None if row is None else Head(now, row[0], len(new))


def was_saved(connection: Connection, writer: str) -> bool:
    """Whether the save with this mark went through."""
    row = connection.exec_driver_sql(
        "SELECT 1 FROM follow_through.saves WHERE writer = %s", (writer,)
    )
    return row.first() is not None


def forget_old_saves(connection: Connection, name: str) -> None:
    """Removes all but the last lines of the list of saves."""
    connection.exec_driver_sql(
        """DELETE FROM follow_through.saves WHERE document = %s AND revision <=
            (SELECT revision FROM follow_through.documents WHERE name = %s) - %s""",
        (name, name, SAVES_KEPT),
    )


def sizes(connection: Connection) -> Sizes:
    """How much room all documents and all that belongs to them takes."""
    row = connection.exec_driver_sql(
        """SELECT (SELECT coalesce(sum(octet_length(content)), 0) FROM follow_through.documents),
            (SELECT coalesce(sum(octet_length(content)), 0) FROM follow_through.copies),
            (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
                WHERE relnamespace = 'follow_through'::regnamespace AND relkind = 'r')"""
    ).one()
    return Sizes(*map(int, row))


def clear_away(connection: Connection) -> None:
    """Gives back the room of what was replaced or removed; each table is locked for a moment."""
    for table in TABLES:
        connection.exec_driver_sql(f"VACUUM FULL follow_through.{table}")
