"""The databases that this process has opened for its tests, each with one pool of connections."""

from __future__ import annotations

import os

from lib.store.database import Database

_opened: dict[tuple[int, str], Database] = {}


def database_at(url: str) -> Database:
    """The one of this process for this address; it asks the server anew whenever it is asked."""
    # A forked child must not use its parent's connections.
    key = os.getpid(), url
    if key not in _opened:
        _opened[key] = Database(url, trusted=0, connections=12)
    return _opened[key]


def close_all() -> None:
    """Lets go of all connections."""
    for database in _opened.values():
        database.close()
    _opened.clear()
