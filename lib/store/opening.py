"""The one store of this process for each place: a folder, or a database."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock

from lib.store.home import Home
from lib.store.migrations import STEPS, version_of
from lib.store.repository import FILE, PATIENCE, Store

_stores: dict[tuple[int, Path | str], Store] = {}
_stores_lock = Lock()


def open_store(place: Path | str) -> Store:
    """Returns this process's store in this folder, or in the database at this address.

    Nothing is asked of a database yet.

    Raises:
        DatabaseRefused: it is no address of a PostgreSQL database.
    """
    place = place.resolve() if isinstance(place, Path) else place
    # A forked child must not use its parent's locks and connections.
    key = os.getpid(), place
    with _stores_lock:
        if key not in _stores:
            _stores[key] = Store(place if isinstance(place, Path) else _hosted_home(place))
        return _stores[key]


def _hosted_home(url: str) -> Home:
    # Only here: on a person's own machine none of this is needed.
    from lib.store.database.connection import Database
    from lib.store.database.database_home import SqlHome

    return SqlHome(Database(url), FILE, schema=version_of(STEPS), patience=PATIENCE)
