"""The bytes of one document and the tables in them, wherever the document lies."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

import orjson

from lib.store import header
from lib.store.codec import Raw
from lib.store.header import Header, NotWhole

Rows = dict[str, Raw]
Tree = dict[str, Rows]

_pause = Lock()


class Loaded(NamedTuple):
    """What a document held at one moment.

    `stamp` tells one save from another; it is None if there was no document.
    """

    tree: Tree
    header: Header
    stamp: object | None


def nothing(schema: int, stamp: object | None = None) -> Loaded:
    """Returns empty tables, as if they were read from the document with this stamp."""
    return Loaded({}, Header(schema=schema, revision=0), stamp)


def sealed(tree: Tree, following: Header) -> bytes:
    """Returns the bytes of a document with these tables and this header."""
    return header.seal(orjson.dumps(tree), following)


def parse(content: bytes) -> tuple[Tree, Header]:
    """Returns the tables and the header of a whole document's bytes.

    Raises:
        NotWhole: they are damaged.
    """
    found = header.unseal(content)
    try:
        with collector_paused():
            tree: Tree = orjson.loads(content)
    except orjson.JSONDecodeError as problem:
        raise NotWhole("it is not JSON") from problem
    del tree[header.TABLE]
    return tree, found


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pauses the garbage collector while one thread at a time builds something big.

    It would walk the growing tree again and again, for nothing: a tree has no cycles.
    """
    with _pause:
        was_on = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if was_on:
                gc.enable()
