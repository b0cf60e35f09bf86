"""The one store of this process for each place: a folder, or a database."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from lib.store.home import Home
from lib.store.migrations import STEPS, version_of
from lib.store.repository import FILE, PATIENCE, Store

_stores: dict[tuple[int, Path | str], Store] = {}
_stores_lock = Lock()


def open_store(folder: Path) -> Store:
    """The one store of this process for this folder."""
    folder = folder.resolve()
    return _the_one(folder, lambda: Store(folder))


def open_hosted_store(url: str) -> Store:
    """The one store of this process for the database at this address; nothing is asked of it yet.

    Raises:
        DatabaseRefused: it is no address of a PostgreSQL database.
    """
    return _the_one(url, lambda: Store(_hosted_home(url)))


def _the_one(place: Path | str, make: Callable[[], Store]) -> Store:
    # A forked child must not use its parent's locks and connections.
    key = os.getpid(), place
    with _stores_lock:
        if key not in _stores:
            _stores[key] = make()
        return _stores[key]


def _hosted_home(url: str) -> Home:
    # Only here: on a person's own machine none of this is needed.
    from lib.store.database.connection import Database
    from lib.store.database.database_home import SqlHome

    return SqlHome(Database(url), FILE, schema=version_of(STEPS), patience=PATIENCE)
