"""The databases that this process has opened for its tests, each with one pool of connections."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from lib.domain.records import Record
from lib.store.database.connection import Database
from lib.store.database.database_home import SqlHome
from lib.store.migrations import STEPS, Step, version_of
from lib.store.repository import FILE, Store
from lib.store.tables import TABLES

_opened: dict[tuple[int, str], Database] = {}


def database_at(url: str) -> Database:
    """The one of this process for this address; it asks the server anew whenever it is asked."""
    # A forked child must not use its parent's connections.
    key = os.getpid(), url
    if key not in _opened:
        _opened[key] = Database(url, trusted=0, connections=12)
    return _opened[key]


def hosted_store(
    url: str,
    tables: Mapping[type[Record], str] = TABLES,
    *,
    steps: Sequence[Step] = STEPS,
    patience: float = 60,
) -> Store:
    """A store of its own in that database, as another window or another process would have it."""
    home = SqlHome(database_at(url), FILE, schema=version_of(steps), patience=patience)
    return Store(home, tables=tables, steps=steps)


def close_all() -> None:
    """Lets go of all connections."""
    for database in _opened.values():
        database.close()
    _opened.clear()
