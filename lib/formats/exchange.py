"""The file in which a person takes all their data along: JSON, a line a record.

It holds every record and nothing else: no list of actions, no copies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from lib.domain.errors import FollowThroughError

APP = "follow-through"
KIND = "everything"
MOST_BYTES = 20 * 1024 * 1024
OWN_FILE = b'{"_header"'
"""How a copy of the app's own file begins, which the store reads."""

Documents = Mapping[str, Sequence[Any]]


class NotOurs(FollowThroughError):
    """A file that was brought in is not one of this app; `why` says so in a few words."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"This file cannot be brought in: {why}. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Exchange:
    """What such a file holds: the documents of each table, in that version of the format.

    `unread` are those that could not be read where the file was made: anything may stand there.
    """

    tables: Documents
    schema: int
    unread: Documents = field(default_factory=dict)


def write(of: Exchange, made_at: datetime) -> bytes:
    """The file's bytes: the same data at the same moment gives the same bytes."""
    head = {"app": APP, "kind": KIND, "schema": of.schema, "made_at": made_at.isoformat()}
    front = orjson.dumps(head).removesuffix(b"}")
    parts = [b'"tables": %s' % _block(of.tables)]
    if of.unread:
        parts.append(b'"unread": %s' % _block(of.unread))
    return b"%s,\n%s}\n" % (front, b",\n".join(parts))


def read(content: bytes) -> Exchange:
    """What the file holds; whether the documents have the right form is for the store to say.

    Raises:
        NotOurs: it is too big, cut short, or not one of this app.
    """
    if len(content) > MOST_BYTES:
        raise NotOurs(f"it has more than {MOST_BYTES // 1024 // 1024} MB")
    try:
        tree = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as problem:
        raise NotOurs("it is cut short, or not a file that this app wrote") from problem
    try:
        return _from_exchange(tree)
    except (LookupError, TypeError, AttributeError, ValueError) as problem:
        raise NotOurs("it is not a file that this app wrote") from problem


def name_of(made_at: datetime) -> str:
    """How the file is called when it is taken along."""
    return f"follow-through-{made_at:%Y-%m-%d}.json"


def _from_exchange(tree: Any) -> Exchange:
    schema = tree["schema"]
    if (tree["app"], tree["kind"]) != (APP, KIND) or type(schema) is not int:
        raise ValueError
    return Exchange(_documents(tree["tables"]), schema, _documents(tree.get("unread", {})))


def _documents(tables: Any) -> Documents:
    return {str(name): list(documents) for name, documents in tables.items()}


def _block(tables: Documents) -> bytes:
    blocks = [
        b"%s: [%s]" % (orjson.dumps(name), _lines(documents)) for name, documents in tables.items()
    ]
    return b"{\n%s\n}" % b",\n".join(blocks)


def _lines(documents: Sequence[Any]) -> bytes:
    return b"\n%s\n" % b",\n".join(map(orjson.dumps, documents)) if documents else b""
