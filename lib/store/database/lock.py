"""One writer at a time in a database, and a save that goes through once and only once.

The lock is the document's row, held by a transaction from before the data is read for a change
until it is saved. Where the connection breaks, the server lets go of it and nothing has happened:
the row is taken again and, if it is still the same, the save is made again. Only once the server
was told to commit it is not known what happened. But the row cannot be had before the server is
through with that; the list of saves tells.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy.engine import Connection

from lib.domain.store_errors import Busy, InDoubt, StoreError, WrittenElsewhere
from lib.store.database import tables
from lib.store.database.connection import Database
from lib.store.database.errors import Lost, NoTables, plainly
from lib.store.database.tables import Stamp
from lib.store.database.waiting import LEAST, QUICK, Tries, deadline, drop
from lib.store.writer_lock import WriterLock

A_WHILE = 1.5
"""Seconds for which the server is asked at once to wait for another writer."""


class RowLock(WriterLock):
    """The lock of the document of this name."""

    def __init__(self, database: Database, name: str, patience: float) -> None:
        super().__init__(patience)
        self._database = database
        self._name = name
        database.will_keep(name)
        self._holder: int | None = None
        self._connection: Connection | None = None
        self._found: Stamp | None = None

    @property
    def found(self) -> Stamp | None:
        """The save over which the holder may save; None for whoever does not hold the lock."""
        return self._found if self._holder == threading.get_ident() else None

    def save(self, becomes: Stamp, act: Callable[[Connection], None], seconds: float) -> None:
        """Saves over what was found, by these statements; the holder may save over it again.

        Args:
            seconds: how long to wait for the statements.

        Raises:
            WrittenElsewhere, Unreachable, DatabaseFull, DatabaseReadOnly: nothing was saved.
            InDoubt: it is not known.
        """
        tries, told, was = Tries(self._database.again_for), False, self._found
        while True:
            try:
                if self._is_saved(was, becomes, tries, told=told):
                    return
                told = False
                connection = self._holding()
                with plainly(self._patience), deadline(connection, tries.left(seconds)):
                    act(connection)
                told = True
                with plainly(self._patience), deadline(connection, tries.left(seconds)):
                    connection.exec_driver_sql("COMMIT")
                self._done(becomes)
                return
            except StoreError:
                # The transaction is of no use any more, but the connection is.
                self._end_transaction()
                raise
            except (Lost, NoTables) as lost:
                if gone := self._given_up():
                    drop(gone)
                if isinstance(lost, NoTables) or not tries.one_more():
                    raise self._why(lost, told=told) from None

    def _is_saved(self, was: Stamp | None, becomes: Stamp, tries: Tries, *, told: bool) -> bool:
        """Takes the row again where it was lost; returns whether the last try went through."""
        if self._connection is None:
            self._begin(tries)
        if told:
            with plainly(self._patience), deadline(self._holding(), tries.left(QUICK)):
                if tables.was_saved(self._holding(), becomes.writer):
                    self._done(becomes)
                    return True
        if self._found != was:
            raise WrittenElsewhere(self._database.words)
        return False

    def _begin(self, tries: Tries) -> None:
        connection = self._database.take(tries.left(QUICK))
        try:
            left = tries.left(QUICK)
            with plainly(self._patience), deadline(connection, left):
                # The server has to answer before the line is cut: it is busy then, not silent.
                wait = min(self._patience, A_WHILE, max(left - A_WHILE / 2, LEAST / 2))
                found = tables.lock(connection, self._name, wait)
            if found is None:
                raise NoTables
        except BaseException:
            # Whatever it was: the transaction on it is of no use any more.
            drop(connection)
            raise
        self._connection, self._found = connection, found

    def _holding(self) -> Connection:
        assert self._connection is not None
        return self._connection

    def _done(self, becomes: Stamp) -> None:
        """Frees the connection after the commit; the holder may save again over what was saved."""
        self._found = becomes
        if connection := self._given_up():
            with suppress(Exception):
                connection.close()

    def _take(self) -> None:
        until = time.monotonic() + self._patience
        while True:
            try:
                self._database.again(self._begin, self._database.again_for)
                break
            except Busy:
                # A server that is asked for longer could not be told from a silent one.
                if time.monotonic() > until:
                    raise
        self._holder = threading.get_ident()

    def _let_go(self) -> None:
        self._holder = None
        self._end_transaction()
        self._found = None

    def _end_transaction(self) -> None:
        connection = self._given_up()
        if connection is None:
            return
        try:
            with plainly(self._patience), deadline(connection, QUICK):
                connection.exec_driver_sql("ROLLBACK")
        except BaseException:
            drop(connection)
        else:
            connection.close()

    def _given_up(self) -> Connection | None:
        connection, self._connection = self._connection, None
        return connection

    def _why(self, lost: Lost | NoTables, *, told: bool) -> Exception:
        why = lost.why if isinstance(lost, Lost) else "its tables are gone"
        unreachable = self._database.in_vain(why)
        return InDoubt() if told else unreachable
