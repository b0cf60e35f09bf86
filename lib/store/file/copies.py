"""Every older state of the data that lies in the folder and can be looked into and gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from lib.domain.store_errors import CopyUnusable
from lib.store.document import Tree, parse
from lib.store.file import erasing
from lib.store.file.backups import FORMAT_PREFIX, Backups, moment_of
from lib.store.header import Header, NotWhole

BROUGHT = "The file that you brought"


class NotCopied(Exception):
    """A copy could not be made; the message says why in a few words. The document itself is untouched."""


class Why(StrEnum):
    """What a copy was made for."""

    BY_ITSELF = "by itself"
    BEFORE_UPDATE = "before an update of the app"
    BEFORE_ERASING = "before everything was erased"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: of which document, its place in that one's home, when (UTC), why, and its size in bytes."""

    of: str
    place: str
    at: datetime
    why: Why
    size: int

    @property
    def name(self) -> str:
        """What its file is called."""
        return PurePosixPath(self.place).name


def all_copies(file: Path, backups: Backups) -> tuple[Copy, ...]:
    """Every copy of this file, the newest first; whether each is whole shows when it is looked into."""
    found = [(one.path, one.at, Why.BY_ITSELF) for one in backups.all()]
    for path in backups.folder.glob(f"{FORMAT_PREFIX}*.json"):
        if at := _last_action(path):
            found.append((path, at, Why.BEFORE_UPDATE))
    for path in (file.parent / erasing.FOLDER).glob(f"*/{file.name}"):
        if at := moment_of(path.parent.name.split("_")[0]):
            found.append((path, at, Why.BEFORE_ERASING))
    return tuple(_copy(file, *one) for one in sorted(found, key=lambda one: one[1], reverse=True))


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


def parsed(copy: Copy, content: bytes, schema: int) -> tuple[Tree, Header]:
    """The tables of a copy with this content, as they lie there, and its header.

    Raises:
        CopyUnusable: it is damaged, or of a newer version of the app than the one with this schema.
    """
    try:
        tree, found = parse(content)
    except NotWhole as damage:
        raise CopyUnusable(unusable(copy), str(damage)) from damage
    if found.schema > schema:
        raise CopyUnusable(unusable(copy), "a newer version of the app made it")
    return tree, found


def unusable(copy: Copy) -> str:
    """How an error names the copy."""
    return f"The copy {copy.name}"


def _copy(file: Path, path: Path, at: datetime, why: Why) -> Copy:
    size = 0
    with suppress(OSError):
        size = path.stat().st_size
    return Copy(file.name, path.relative_to(file.parent).as_posix(), at, why, size)


def _last_action(path: Path) -> datetime | None:
    """When something was changed last in such a copy, whose name does not tell; None if it is not whole."""
    try:
        tree, _ = parse(path.read_bytes())
    except (OSError, NotWhole):
        return None
    documents = [raw for rows in tree.values() for raw in rows.values()]
    moments = [datetime.fromisoformat(at) for raw in documents if (at := raw.get("changed_at"))]
    return max(moments, default=None)
