"""One document with all its tables, wherever it lies: what TinyDB and the vault ask of it."""

from __future__ import annotations

import gc
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any, NamedTuple

import orjson
from tinydb.storages import Storage

from lib.domain.store_errors import TooNew
from lib.store import header
from lib.store.codec import Raw
from lib.store.header import Header, NotWhole

Rows = dict[str, Raw]
Tree = dict[str, Rows]

# Below this the collector's work is not worth switching it off for.
_BIG = 100_000


class Loaded(NamedTuple):
    """What a document held at one moment; `stamp` tells one save from another, None if there was none."""

    tree: Tree
    header: Header
    stamp: object | None


class Document(Storage, ABC):
    """TinyDB's storage. What it was when it was read last is its base, and only that is ever overwritten."""

    def __init__(self, *, schema: int) -> None:
        self.schema = schema
        self.base = self.nothing(None)

    @abstractmethod
    def load(self) -> Loaded:
        """The whole document, verified; empty tables if there is none. The base stays.

        Its schema may be a newer one than ours: such a document is read and never written.

        Raises:
            NotWhole: it is empty or damaged.
        """

    @abstractmethod
    def save(self, tree: Tree) -> Loaded:
        """Save all tables as the next revision, and give what stands there now; when this returns it lasts.

        Raises:
            StoreError: nothing was saved; the base stands.
        """

    @abstractmethod
    def is_now(self, stamp: object | None) -> bool:
        """Whether what is saved is still the document that bears this stamp."""

    def nothing(self, stamp: object | None) -> Loaded:
        """Empty tables, as if they were read from the document with this stamp."""
        return Loaded({}, Header(schema=self.schema, revision=0), stamp)

    def rebase(self, loaded: Loaded) -> None:
        """The next `write` replaces this state and no other."""
        self.base = loaded

    def read(self) -> Tree | None:
        """TinyDB's way to `load`: the tables, or None if there is no document."""
        self.rebase(self.load())
        return self.base.tree if self.base.stamp else None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """TinyDB's way to `save`."""
        self.save({name: dict(rows) for name, rows in data.items()})

    def refuse_newer(self, loaded: Loaded) -> None:
        """Nothing happens to a document that we may write.

        Raises:
            TooNew: a newer version of the app wrote it.
        """
        if loaded.header.schema > self.schema:
            raise TooNew(loaded.header.schema, self.schema)

    def sealed(self, tree: Tree) -> tuple[bytes, Header]:
        """The bytes of these tables as the revision after the base, and their header."""
        following = Header(schema=self.schema, revision=self.base.header.revision + 1)
        return header.seal(orjson.dumps(tree), following), following


def parse(content: bytes) -> tuple[Tree, Header]:
    """The tables and the header of a whole file's bytes.

    Raises:
        NotWhole: they are damaged.
    """
    found = header.unseal(content)
    with collector_paused(len(content)):
        try:
            tree: Tree = orjson.loads(content)
        except orjson.JSONDecodeError as problem:
            raise NotWhole("it is not JSON") from problem
    del tree[header.TABLE]
    return tree, found


_pauses = 0
_pauses_lock = Lock()


@contextmanager
def collector_paused(size: int) -> Iterator[None]:
    """Building a big tree makes the collector walk it again and again, for nothing: a tree has no cycles."""
    if size < _BIG or not (gc.isenabled() or _pauses):
        yield
        return
    _count_pause(1)
    try:
        yield
    finally:
        _count_pause(-1)


def _count_pause(step: int) -> None:
    global _pauses
    with _pauses_lock:
        _pauses += step
        (gc.disable if _pauses else gc.enable)()
