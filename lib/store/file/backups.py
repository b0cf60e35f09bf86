"""Copies of the file that the store makes by itself, one when the last is ten minutes old.

The newest ten are kept, and the last of each of fourteen days. Their moments are in their names, in UTC, so
that nothing here asks a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from lib.store import header
from lib.store.file import atomic
from lib.store.file.place import private_folder
from lib.store.header import NotWhole

EVERY = timedelta(minutes=10)
NEWEST_KEPT = 10
DAYS_KEPT = 14
# So many stay even if the disk is full, and so many if something is to be removed.
SPARED = 3
SPARED_BY_REMOVALS = 1
FORMAT_PREFIX = "format-"
_FORM = "%Y-%m-%dT%H-%M-%SZ"


class Backup(NamedTuple):
    """One copy, and the moment (UTC) of the save that it is a copy of."""

    path: Path
    at: datetime


def stamp_name(moment: datetime) -> str:
    """The moment as it stands in a file's name."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment_of(name: str) -> datetime | None:
    """The moment in a name made by `stamp_name`, None for any other name."""
    try:
        return datetime.strptime(name, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


class Backups:
    """The folder of copies beside one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # So that most saves need not look into the folder.
        self._last: datetime | None = None

    def all(self) -> tuple[Backup, ...]:
        """Every copy, the newest first."""
        if not self.folder.is_dir():
            return ()
        names = [(path, moment_of(path.stem)) for path in self.folder.glob("*.json")]
        found = [Backup(path, at) for path, at in names if at]
        return tuple(sorted(found, key=lambda backup: backup.at, reverse=True))

    def copy_if_due(self, file: Path, now: datetime) -> bool:
        """Copy the file if no copy is younger than ten minutes, then remove the copies nobody needs.

        Whether it was copied.

        Raises:
            OSError: it could not be copied; the older copies are all still there.
        """
        # One from the future, left by a clock that was wrong for a while, must not stand in the way.
        if is_fresh(self._last, now) or any(is_fresh(copy.at, now) for copy in self.all()):
            return False
        made = self.copy(file, now)
        kept = kept_of(backup.at for backup in self.all())
        for superfluous in self.all():
            if superfluous.at not in kept and superfluous.path != made:
                with suppress(OSError):
                    superfluous.path.unlink()
        return True

    def copy(self, file: Path, now: datetime) -> Path:
        """Copy the file at once and give the copy's place.

        Raises:
            OSError: it could not be copied; the older copies are all still there.
        """
        made = self._copy(file, stamp_name(now))
        self._last = now
        return made

    def keep_format(self, file: Path, schema: int) -> None:
        """Copy the file as the last one of an older format; such copies are never removed by themselves."""
        self._copy(file, f"{FORMAT_PREFIX}{schema}")

    def could_give_up(self, spared: int = SPARED) -> int:
        """How many bytes `give_up_one` could free in all."""
        sizes = 0
        for spare in self.all()[spared:]:
            with suppress(OSError):
                sizes += spare.path.stat().st_size
        return sizes

    def give_up_one(self, spared: int = SPARED) -> bool:
        """Remove the oldest copy to make room on a full disk, unless only the newest few are left."""
        spare = self.all()[spared:]
        if not spare:
            return False
        try:
            spare[-1].path.unlink()
        except OSError:
            return False
        return True

    def newest_good(self, schema: int) -> tuple[Backup, bytes] | None:
        """The whole copy with the highest revision that we can read, and its bytes."""
        best: tuple[int, Backup, bytes] | None = None
        for backup in self.all():
            with suppress(NotWhole, OSError):
                content = backup.path.read_bytes()
                found = header.unseal(content)
                if found.schema <= schema and (best is None or found.revision > best[0]):
                    best = found.revision, backup, content
        return best[1:] if best else None

    def forget(self) -> None:
        """The copies were taken elsewhere: the next save is copied."""
        self._last = None

    def _copy(self, file: Path, name: str) -> Path:
        path = private_folder(self.folder) / f"{name}.json"
        atomic.sweep(self.folder)
        atomic.replace_file(path, file.read_bytes())
        return path


def is_fresh(at: datetime | None, now: datetime) -> bool:
    """Whether a copy of that moment makes another one superfluous now."""
    return at is not None and timedelta(0) <= now - at < EVERY


def kept_of(moments: Iterable[datetime]) -> set[datetime]:
    """Which of the copies of these moments stay: the newest ten, and the last of each of fourteen days."""
    newest = sorted(moments, reverse=True)
    last_of_day = {at.date(): at for at in reversed(newest)}
    days = sorted(last_of_day, reverse=True)[:DAYS_KEPT]
    return {*newest[:NEWEST_KEPT], *(last_of_day[day] for day in days)}
