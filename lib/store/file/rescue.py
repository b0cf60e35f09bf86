"""A file that is not whole is set aside, never deleted, and the newest good copy takes its place."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from lib.domain.store_errors import Damaged
from lib.domain.store_news import Rescued
from lib.store.file import atomic
from lib.store.file.backups import Backups
from lib.store.file.place import private_folder

FOLDER = "set-aside"


def rescue(file: Path, backups: Backups, schema: int, why: str) -> Rescued:
    """Put the newest good backup in the file's place and give what the person should hear of it.

    Raises:
        Damaged: there is no good backup; nothing was touched.
    """
    found = backups.newest_good(schema)
    if found is None:
        raise Damaged(file, why)
    backup, content = found
    last_saved = _last_saved(file)
    aside = put_in_place(file, content)
    return Rescued(why=why, backup_at=backup.at, last_saved=last_saved, aside=aside)


def put_in_place(file: Path, content: bytes) -> Path | None:
    """Set the damaged file aside, put this content in its place, and tell where the file is now, if any."""
    with atomic.plainly(file):
        aside = _free_place(file)
        atomic.replace_file(file, content, just_before=lambda: _move(file, aside))
    return aside if aside.exists() else None


def set_aside(file: Path) -> tuple[Path, ...]:
    """The damaged files that were set aside, the oldest first."""
    return tuple(sorted((file.parent / FOLDER).glob(f"{file.stem}-*.json")))


def _move(file: Path, aside: Path) -> None:
    if file.exists():
        file.replace(aside)


def _free_place(file: Path) -> Path:
    folder = private_folder(file.parent / FOLDER)
    places = (folder / f"{file.stem}-{number}.json" for number in count(1))
    return next(place for place in places if not place.exists())


def _last_saved(file: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except OSError:
        return None
