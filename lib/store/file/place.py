"""Where the person's data lies."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from lib.store.file.atomic import sync_folder

VARIABLE = "FOLLOW_THROUGH_DATA"
_NAME = "follow-through"
_OWNER_ONLY = 0o700


def data_folder() -> Path:
    """The folder for all data: the environment's FOLLOW_THROUGH_DATA, else one of the person's own.

    It is there when this returns, and was made readable by its owner alone if it was not there
    before.
    """
    chosen = os.environ.get(VARIABLE, "").strip()
    folder = Path(chosen).expanduser() if chosen else user_data_path(_NAME, appauthor=False)
    return private_folder(folder.absolute())


def private_folder(folder: Path) -> Path:
    """Makes the folder with mode 0700 if it is not there, and returns it."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    for one in made:
        # Or a power cut could take the folder with all that was saved in it.
        sync_folder(one.parent)
    return folder
