"""Copies of a document: their names, which of them stay, and what is in them.

A copy is named by its place, which in a database reads as it would in a folder. The moments of most
copies are in their names, in UTC, so that nothing here asks a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import PurePosixPath

from lib.domain.store_errors import CopyUnusable
from lib.store.document import Header, NotWhole, Tree, parse

BACKUPS, ASIDE, LAST = "backups", "set-aside", "last-copies"
FORMAT_PREFIX = "format-"
EVERY = timedelta(minutes=10)
NEWEST_KEPT = 10
DAYS_KEPT = 14
LAST_KEPT = timedelta(days=30)
_FORM = "%Y-%m-%dT%H-%M-%SZ"


class Why(StrEnum):
    """What a copy was made for."""

    BY_ITSELF = "by itself"
    BEFORE_UPDATE = "before an update of the app"
    BEFORE_ERASING = "before everything was erased"


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the document `of`: its place there, when (UTC) and why, and its size in bytes."""

    of: str
    place: str
    at: datetime
    why: Why
    size: int

    @property
    def name(self) -> str:
        """What its file is called."""
        return PurePosixPath(self.place).name

    def unusable(self, why: str) -> CopyUnusable:
        """Returns the error that says why this copy cannot be opened."""
        return CopyUnusable(f"The copy {self.name}", why)


def stamp_name(moment: datetime) -> str:
    """Returns the moment as it stands in a file's name."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment_of(name: str) -> datetime | None:
    """Returns the moment in a name made by `stamp_name`, None for any other name."""
    try:
        return datetime.strptime(name, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def is_fresh(at: datetime | None, now: datetime) -> bool:
    """Returns whether a copy of that moment makes another one superfluous now."""
    return at is not None and timedelta(0) <= now - at < EVERY


def superfluous(backups: Iterable[Copy]) -> list[Copy]:
    """Returns all but the newest ten backups and the last of each of the latest fourteen days."""
    newest = sorted(backups, key=lambda copy: copy.at, reverse=True)
    last_of_day = {copy.at.astimezone(UTC).date(): copy for copy in reversed(newest)}
    days = sorted(last_of_day, reverse=True)[:DAYS_KEPT]
    kept = {*newest[:NEWEST_KEPT], *(last_of_day[day] for day in days)}
    return [copy for copy in newest if copy not in kept]


def parsed(copy: Copy, content: bytes, schema: int) -> tuple[Tree, Header]:
    """Returns the tables of a copy with this content, as they lie there, and its header.

    Raises:
        CopyUnusable: it is damaged, or of a newer version of the app than the one with this schema.
    """
    try:
        tree, found = parse(content)
    except NotWhole as damage:
        raise copy.unusable(str(damage)) from damage
    if found.schema > schema:
        raise copy.unusable("a newer version of the app made it")
    return tree, found
