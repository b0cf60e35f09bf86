"""The header at the front of the file: it tells whether the rest is whole.

The file is `{"_header":{"1":{…}}, …tables…}`, so that stock TinyDB sees the header as one more
table. Its checksum covers schema, revision and every byte after the header; the header itself has
one exact form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

TABLE = "_header"
# More bytes than the longest header: enough to tell two saves apart without reading the file.
PEEK = 256

_FORM = '{"_header":{"1":{"app":"follow-through","schema":%d,"revision":%d,"checksum":"%s"}}'
_EXACT = re.compile(
    rb'\{"_header":\{"1":\{"app":"follow-through","schema":([1-9]\d{0,8}),'
    rb'"revision":(0|[1-9]\d{0,17}),"checksum":"([0-9a-f]{64})"\}\}'
)


class NotWhole(Exception):
    """The bytes are not those that were saved; the message says in a few words what is wrong."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says about itself: the format's version, and the number of saves so far."""

    schema: int
    revision: int


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
