"""The way to a PostgreSQL server: connections, how long to wait, and what stands there now.

Nothing here hangs: `waiting` says how long an answer is waited for. A server that is silent is
asked again only after a pause: a page that reads often, or reads and then saves, is held up once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import create_engine
from sqlalchemy.engine import Connection

from lib.domain.store_errors import DatabaseRefused, Unreachable
from lib.store.database import tables
from lib.store.database.address import read_url, server_words
from lib.store.database.errors import Lost, NoTables, plainly
from lib.store.database.tables import Head
from lib.store.database.waiting import AGAIN_FOR, LONG, QUICK, Tries, deadline, drop, in_time

T = TypeVar("T")

TRUSTED = 1.0
"""Seconds for which what stands there is not asked again: one run of a page asks many times."""
PAUSE = 2.0
"""Seconds for which a server that did not answer is not asked again, to read or to save."""
# A path that went dead is noticed, not waited for.
_TO_THE_SERVER: dict[str, Any] = {
    # Nobody waits so long (see `take`): a server that wakes up slowly is found awake next time.
    "connect_timeout": 15,
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
    "application_name": "follow-through",
    # Through a pooler the next statement may reach another server process, which knows nothing
    # prepared.
    "prepare_threshold": None,
}


class Database:
    """One database; what it said last is taken for what stands there for `trusted` seconds."""

    def __init__(
        self,
        url: str,
        *,
        trusted: float = TRUSTED,
        again_for: float = AGAIN_FOR,
        connections: int = 5,
    ) -> None:
        """Nothing is asked of the server yet; `connections` is how many there may be at once.

        Raises:
            DatabaseRefused: the address is none of a PostgreSQL database.
        """
        self._url = read_url(url)
        self._trusted = trusted
        self.again_for = again_for
        self._engine = create_engine(
            self._url,
            isolation_level="AUTOCOMMIT",
            pool_reset_on_return=None,
            pool_size=2,
            max_overflow=connections - 2,
            pool_timeout=QUICK,
            hide_parameters=True,
            connect_args=_TO_THE_SERVER,
        )
        self._names: set[str] = set()
        # What was heard last, and when; that is None if it is to be asked anew.
        self._heads: dict[str, Head] = {}
        self._heads_at: float | None = None
        self._silent_since: float | None = None
        self._asked_in_vain_at = 0.0
        self._asking = threading.Lock()

    @property
    def words(self) -> str:
        """Which server and which database, for the person; without name and password."""
        return f"{server_words(self._url)}, database {self._url.database or 'without a name'}"

    def head(self, name: str) -> Head:
        """What stands there of this document; asked anew if the last answer is not fresh.

        Raises:
            Unreachable, DatabaseRefused: it cannot be known now.
        """
        with self._asking:
            if self._heads_at is None or time.monotonic() - self._heads_at > self._trusted:
                # The moment before: a save that comes in while we ask is not older than the answer.
                at = time.monotonic()
                self._heads, self._heads_at = self.read(tables.heads), at
            heads = self._heads
        if name not in heads:
            self.make_tables()
            self.forget_heads()
            return self.head(name)
        return heads[name]

    def known_head(self, name: str) -> Head | None:
        """What was heard last of this document, however long ago; None if nothing was."""
        return self._heads.get(name)

    def will_keep(self, name: str) -> None:
        """From now on there is a row for a document of this name, once the tables are made."""
        self._names.add(name)

    def note_head(self, name: str, head: Head) -> None:
        """This was just saved by this process."""
        with self._asking:
            self._heads[name] = head

    def forget_heads(self) -> None:
        """What stands there is asked anew next time."""
        with self._asking:
            self._heads_at = None

    def ask_again(self) -> None:
        """The person wants to know now: a server that was silent is asked at once."""
        self._asked_in_vain_at = 0.0
        self.forget_heads()

    def read(self, ask: Callable[[Connection], T], seconds: float = QUICK) -> T:
        """What one question is answered with; asked again where the connection was lost.

        Raises:
            Unreachable: there was no answer, or the server was silent a moment ago.
            StoreError: the answer was no.
        """
        return self.again(lambda tries: self._once(ask, seconds, tries), self.again_for)

    def write(self, act: Callable[[Connection], T], seconds: float = QUICK) -> T:
        """Returns what one statement gives that may be carried out twice; raises as `read`."""
        return self.again(lambda tries: self._once(act, seconds, tries), self.again_for)

    def again(self, act: Callable[[Tries], T], seconds: float) -> T:
        """Repeats it until it succeeds, for so long; only once if the server was silent before.

        Raises:
            Unreachable: it did not succeed, or was not tried as the server was silent a moment ago.
        """
        if self._silent_since and time.monotonic() - self._asked_in_vain_at < PAUSE:
            raise self.unreachable("no answer a moment ago")
        seconds = 0.0 if self._silent_since else seconds
        tries, made = Tries(seconds), False
        while True:
            try:
                done = act(tries)
            except NoTables:
                if made:
                    raise DatabaseRefused(
                        "its tables cannot be found once they were made"
                    ) from None
                self.make_tables()
                tries, made = Tries(seconds), True
            except Lost as lost:
                if not tries.one_more():
                    raise self.in_vain(lost.why) from None
            else:
                self._silent_since = None
                return done

    def take(self, seconds: float) -> Connection:
        """A connection of the pool, to be closed or dropped by who took it.

        Raises:
            Lost, StoreError: see `errors.plainly`.
        """
        with plainly(seconds):
            return in_time(self._engine.connect, seconds, otherwise=Connection.close)

    def make_tables(self) -> None:
        """Makes what is missing of our tables, and of the documents' rows."""
        self.write(lambda connection: tables.make(connection, sorted(self._names)), LONG)

    def unreachable(self, why: str) -> Unreachable:
        """What to say of a server that has been silent since it was last asked in vain."""
        return Unreachable(why, time.monotonic() - (self._silent_since or time.monotonic()))

    def in_vain(self, why: str) -> Unreachable:
        """Notes that there was no answer, and says so."""
        self._asked_in_vain_at = time.monotonic()
        self._silent_since = self._silent_since or self._asked_in_vain_at
        return self.unreachable(why)

    def close(self) -> None:
        """Lets go of all connections."""
        self._engine.dispose()

    def _once(self, act: Callable[[Connection], T], seconds: float, tries: Tries) -> T:
        """Asks on a connection of the pool; one on which something broke is not used again."""
        connection = self.take(tries.left(QUICK))
        try:
            with plainly(QUICK), deadline(connection, tries.left(seconds)):
                return act(connection)
        except Lost:
            drop(connection)
            raise
        finally:
            with suppress(Exception):
                connection.close()
