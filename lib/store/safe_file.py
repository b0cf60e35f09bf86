"""The storage under TinyDB: reads only whole files, writes in one atomic step, knows what it last saw."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import orjson
from tinydb.middlewares import Middleware
from tinydb.storages import Storage
from tinydb.table import Table

from lib.domain.store_errors import TooNew, WrittenElsewhere
from lib.store import atomic, header
from lib.store.codec import Raw
from lib.store.header import Header, NotWhole

Rows = dict[str, Raw]
Tree = dict[str, Rows]

# Below this the collector's work is not worth switching it off for.
_BIG = 100_000


class Loaded(NamedTuple):
    """What one file held at one moment; `stamp` is None when there was no file."""

    tree: Tree
    header: Header
    stamp: atomic.Stamp | None


class SafeFile(Storage):
    """One file. What it was when it was read last is its base, and only that is ever overwritten."""

    def __init__(self, path: Path, *, schema: int) -> None:
        self.path = path
        self.schema = schema
        # How many bytes the last save had, or would have had.
        self.wanted = 0
        self._base = self.nothing(None)

    def load(self) -> Loaded:
        """The whole file, verified; empty tables if there is none. The base stays.

        Its schema may be a newer one than ours: such a file is read and never written.

        Raises:
            NotWhole: the file is empty or damaged.
        """
        with atomic.readably(self.path):
            read = atomic.read_file(self.path)
        if read is None:
            return self.nothing(None)
        content, stamp = read
        tree, found = parse(content)
        return Loaded(tree, found, stamp)

    def nothing(self, stamp: atomic.Stamp | None) -> Loaded:
        """Empty tables, as if they were read from the file with this stamp."""
        return Loaded({}, Header(schema=self.schema, revision=0), stamp)

    def rebase(self, loaded: Loaded) -> None:
        """The next `write` replaces this state and no other."""
        self._base = loaded

    def read(self) -> Tree | None:
        """TinyDB's way to `load`: the tables, or None if there is no file."""
        self.rebase(self.load())
        return self._base.tree if self._base.stamp else None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save all tables as the next revision; when this returns they are on the disk.

        Raises:
            Full, ReadOnly, DiskFailure, WrittenElsewhere: nothing was saved; the old file stands.
        """
        self.save({name: dict(rows) for name, rows in data.items()})

    def save(self, tree: Tree) -> Loaded:
        """`write`, giving back what stands in the file now."""
        self.refuse_newer(self._base)
        following = Header(schema=self.schema, revision=self._base.header.revision + 1)
        content = header.seal(orjson.dumps(tree), following)
        self.wanted = len(content)
        with atomic.plainly(self.path):
            atomic.sweep(self.path.parent, self.path.name)
            stamp = atomic.replace_file(self.path, content, just_before=self._still_the_base)
        self._base = Loaded(tree, following, stamp)
        return self._base

    def refuse_newer(self, loaded: Loaded) -> None:
        """Nothing happens to a file that we may write.

        Raises:
            TooNew: a newer version of the app wrote it.
        """
        if loaded.header.schema > self.schema:
            raise TooNew(self.path, loaded.header.schema, self.schema)

    def is_now(self, stamp: atomic.Stamp | None) -> bool:
        """Whether the file on the disk is still the one that bears this stamp."""
        with atomic.readably(self.path):
            return atomic.stamp_of(self.path) == stamp

    def _still_the_base(self) -> None:
        if atomic.stamp_of(self.path) != self._base.stamp:
            raise WrittenElsewhere(self.path)


class OneWrite(Middleware):
    """Between `begin` and `end` TinyDB's tables read and write in memory only: one action, one write."""

    storage: SafeFile

    def __init__(self, storage_cls: Callable[..., SafeFile]) -> None:
        super().__init__(storage_cls)
        self._staged: Tree | None = None

    def begin(self, base: Loaded, tree: Tree) -> None:
        """Stage these tables (none is changed in place) over the file as it was found."""
        self.storage.rebase(base)
        self._staged = dict(tree)

    def read(self) -> Tree | None:
        """The tables as changed so far, or those of the file."""
        return self.storage.read() if self._staged is None else self._staged

    def write(self, data: Tree) -> None:
        """Keep the tables until `commit`; without `begin`, save them at once."""
        if self._staged is None:
            self.storage.write(data)
        else:
            self._staged = data

    def commit(self) -> Loaded:
        """Save what is staged, in one write."""
        return self.storage.save(self._staged or {})

    def end(self) -> None:
        """Forget what is staged."""
        self._staged = None


class Shelf(Table):
    """A TinyDB table that takes many changes at once and keeps its documents in their numbers' order."""

    def apply(self, changes: Mapping[int, Raw | None]) -> None:
        """Set the documents with these numbers; None removes one."""

        # What Table._update_table does, but without turning each number into an int and back.
        tables = self._storage.read() or {}
        was: Rows = tables.get(self.name, {})
        rows = {**was, **{str(number): raw for number, raw in sorted(changes.items())}}
        last = int(next(reversed(was), 0))
        if any(raw is None or number < last for number, raw in changes.items()):
            rows = {number: rows[number] for number in sorted(rows, key=int) if rows[number] is not None}
        self._storage.write({**tables, self.name: rows})
        self._next_id = None
        self.clear_cache()


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
