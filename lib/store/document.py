"""The bytes of one document and the tables in them, wherever the document lies.

They are `{"_header":{"1":{…}}, …tables…}`, so that stock TinyDB sees the header as one more table.
The header tells whether the rest is whole: its checksum covers schema, revision and every byte
after the header; the header itself has one exact form.
"""

from __future__ import annotations

import gc
import re
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

import orjson

from lib.store.codec import Raw

Rows = dict[str, Raw]
Tree = dict[str, Rows]

TABLE = "_header"
# More bytes than the longest header: enough to tell two saves apart without reading the file.
PEEK = 256

_FORM = '{"_header":{"1":{"app":"follow-through","schema":%d,"revision":%d,"checksum":"%s"}}'
_EXACT = re.compile(
    rb'\{"_header":\{"1":\{"app":"follow-through","schema":([1-9]\d{0,8}),'
    rb'"revision":(0|[1-9]\d{0,17}),"checksum":"([0-9a-f]{64})"\}\}'
)

_parsing = Lock()


class NotWhole(Exception):
    """The bytes are not those that were saved; the message says in a few words what is wrong."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says about itself: the format's version, and the number of saves so far."""

    schema: int
    revision: int


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
    return seal(orjson.dumps(tree), following)


def parse(content: bytes) -> tuple[Tree, Header]:
    """Returns the tables and the header of a whole document's bytes.

    Raises:
        NotWhole: they are damaged.
    """
    found = unseal(content)
    with _parsing:
        was_on = gc.isenabled()
        # The collector would walk the growing tree again and again; a tree has no cycles.
        gc.disable()
        try:
            tree: Tree = orjson.loads(content)
        except orjson.JSONDecodeError as problem:
            raise NotWhole("it is not JSON") from problem
        finally:
            if was_on:
                gc.enable()
    del tree[TABLE]
    return tree, found


def seal(body: bytes, header: Header) -> bytes:
    """The file's bytes: the header, then the tables of `body`, which is a JSON object."""
    comma, rest = (b"", b"}") if body == b"{}" else (b",", memoryview(body)[1:])
    front = _FORM % (header.schema, header.revision, _checksum(header, comma, rest))
    return b"".join((front.encode(), comma, rest))


def unseal(content: bytes) -> Header:
    """The header of a whole file.

    Raises:
        NotWhole: any byte is missing, added or changed.
    """
    if not content.strip():
        raise NotWhole("the file is empty")
    found = _EXACT.match(content)
    if not found:
        raise NotWhole("its beginning is not that of a Follow Through file")
    header = Header(schema=int(found[1]), revision=int(found[2]))
    if _checksum(header, memoryview(content)[found.end() :]) != found[3].decode():
        raise NotWhole("its content does not match its checksum")
    return header


def _checksum(header: Header, *rest: bytes | memoryview) -> str:
    hasher = sha256(b"%d:%d:" % (header.schema, header.revision))
    for piece in rest:
        hasher.update(piece)
    return hasher.hexdigest()
