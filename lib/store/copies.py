"""Every older state of the data that lies in the folder and can be looked into and gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from lib.domain.store_errors import CopyUnusable
from lib.store import erasing
from lib.store.backups import FORMAT_PREFIX, Backups, moment_of
from lib.store.header import Header, NotWhole
from lib.store.safe_file import Tree, parse

BROUGHT = "The file that you brought"


class Why(StrEnum):
    """What a copy was made for."""

    BY_ITSELF = "by itself"
    BEFORE_UPDATE = "before an update of the app"
    BEFORE_ERASING = "before everything was erased"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: where it lies, when it was made (UTC), why, and its size in bytes."""

    path: Path
    at: datetime
    why: Why
    size: int


def all_copies(file: Path, backups: Backups) -> tuple[Copy, ...]:
    """Every copy of this file, the newest first; whether each is whole shows when it is looked into."""
    found = [(one.path, one.at, Why.BY_ITSELF) for one in backups.all()]
    for path in backups.folder.glob(f"{FORMAT_PREFIX}*.json"):
        if at := _last_action(path):
            found.append((path, at, Why.BEFORE_UPDATE))
    for path in (file.parent / erasing.FOLDER).glob(f"*/{file.name}"):
        if at := moment_of(path.parent.name.split("_")[0]):
            found.append((path, at, Why.BEFORE_ERASING))
    return tuple(_copy(*one) for one in sorted(found, key=lambda one: one[1], reverse=True))


def numbered_documents(tables: Mapping[str, Sequence[Any]]) -> Tree:
    """The documents of each table by numbers of their own, as the file has them.

    Raises:
        ValueError: two of one table bear the same id.
    """
    for documents in tables.values():
        ids = [document["id"] for document in documents]
        if len(ids) != len(set(ids)):
            raise ValueError("an id stands twice")
    return {
        name: {str(number): document for number, document in enumerate(documents, start=1)}
        for name, documents in tables.items()
    }


def content_of(copy: Copy, schema: int) -> tuple[Tree, Header]:
    """The tables of a copy as they lie there, and its header.

    Raises:
        CopyUnusable: it is damaged, gone, or of a newer version of the app than the one with this schema.
    """
    what = f"The copy {copy.path.name}"
    try:
        tree, found = parse(copy.path.read_bytes())
    except OSError as problem:
        raise CopyUnusable(what, problem.strerror or "it cannot be read") from problem
    except NotWhole as damage:
        raise CopyUnusable(what, str(damage)) from damage
    if found.schema > schema:
        raise CopyUnusable(what, "a newer version of the app made it")
    return tree, found


def _copy(path: Path, at: datetime, why: Why) -> Copy:
    size = 0
    with suppress(OSError):
        size = path.stat().st_size
    return Copy(path, at, why, size)


def _last_action(path: Path) -> datetime | None:
    """When something was changed last in such a copy, whose name does not tell; None if it is not whole."""
    try:
        tree, _ = parse(path.read_bytes())
    except (OSError, NotWhole):
        return None
    documents = [raw for rows in tree.values() for raw in rows.values()]
    moments = [datetime.fromisoformat(at) for raw in documents if (at := raw.get("changed_at"))]
    return max(moments, default=None)
