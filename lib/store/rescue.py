"""A file that is not whole is set aside, never deleted, and the newest good copy takes its place."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from lib.domain.store_errors import Damaged
from lib.store import atomic
from lib.store.backups import Backup, Backups
from lib.store.place import private_folder

FOLDER = "set-aside"


def rescue(file: Path, backups: Backups, schema: int, why: str) -> str:
    """Put the newest good backup in the file's place and give the sentence that says so.

    Raises:
        Damaged: there is no good backup; nothing was touched.
    """
    found = backups.newest_good(schema)
    if found is None:
        raise Damaged(file, why)
    backup, content = found
    aside = _free_place(file)
    with atomic.plainly(file):
        atomic.replace_file(file, content, just_before=lambda: _move(file, aside))
    return _sentence(backup, why, aside if aside.exists() else None)


def _move(file: Path, aside: Path) -> None:
    if file.exists():
        file.replace(aside)


def _free_place(file: Path) -> Path:
    folder = private_folder(file.parent / FOLDER)
    places = (folder / f"{file.stem}-{number}.json" for number in count(1))
    return next(place for place in places if not place.exists())


def _sentence(backup: Backup, why: str, aside: Path | None) -> str:
    kept = f" The damaged file was kept as {aside}." if aside else ""
    return (
        f"Your data could not be opened: {why}. The backup of {backup.at:%d %B %Y, %H:%M} (UTC) was opened "
        f"instead; what was saved after that may be missing.{kept}"
    )
