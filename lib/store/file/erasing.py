"""Starting empty: everything there is becomes one last copy, kept for thirty days."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from lib.store.document import Loaded
from lib.store.file import atomic
from lib.store.file.backups import Backups, moment_of, stamp_name
from lib.store.file.place import private_folder
from lib.store.file.rescue import FOLDER as SET_ASIDE
from lib.store.file.safe_file import SafeFile
from lib.store.header import NotWhole
from lib.store.undo_images import FOLDER as UNDO

FOLDER = "last-copies"
KEPT = timedelta(days=30)


def set_all_aside(file: SafeFile, backups: Backups, now: datetime) -> Path:
    """Copy the file, empty it, then move backups and damaged files; gives the folder they are in.

    In this order a crash leaves either everything as it was or an empty file and a whole last copy.

    Raises:
        OSError: whatever the system reported.
        TooNew: a newer version of the app wrote it; nothing was touched.
    """
    home = file.path.parent
    file.refuse_newer(_found(file))
    place = _new_place(home / FOLDER, now)
    if read := atomic.read_file(file.path):
        atomic.replace_file(place / file.path.name, read[0])
    file.rebase(_found(file))
    file.save({})
    for folder in (backups.folder, home / SET_ASIDE, home / UNDO):
        if folder.is_dir():
            folder.replace(place / folder.name)
    backups.forget()
    prune_last_copies(home, now)
    return place


def prune_last_copies(home: Path, now: datetime) -> None:
    """Remove the last copies that are older than thirty days."""
    for folder in (home / FOLDER).glob("*Z*"):
        made = moment_of(folder.name.split("_")[0])
        if made and now - made > KEPT:
            shutil.rmtree(folder, ignore_errors=True)


def _new_place(folder: Path, now: datetime) -> Path:
    name = stamp_name(now)
    private_folder(folder)
    places = (folder / (f"{name}_{number}" if number else name) for number in count())
    return private_folder(next(place for place in places if not place.exists()))


def _found(file: SafeFile) -> Loaded:
    try:
        return file.load()
    except NotWhole:
        return file.nothing(atomic.stamp_of(file.path))
