"""Saves of two files that happen in both or in neither, also when the app is killed between them.

Before the second file is replaced, its old content is kept beside it, under a name that says which
save of the first file both began from. As long as the first file still is that save, the action is
not through: the second file gets its old content back, which takes no room and one step. Once the
first file is another save, the action is through, and what was kept goes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from lib.store.file import atomic

_PREFIX, _SUFFIX = "before-both-", ".json"


def begin(first: Path, second: Path, empty: bytes) -> None:
    """Keeps what the second file holds; from now on only a save of the first one makes it through.

    Args:
        empty: what is kept if there is no second file. Taking it away again would look like a file
            that was lost.

    Raises:
        OSError: nothing was changed.
    """
    read = atomic.read_file(second)
    atomic.replace_file(_kept_at(first, second), read[0] if read else empty)


def is_unsettled(second: Path) -> bool:
    """Returns whether an action over both files is under way, or was cut off."""
    try:
        with os.scandir(second.parent) as found:
            return any(one.name.startswith(_PREFIX) for one in found)
    except FileNotFoundError:
        return False


def settle(first: Path, second: Path) -> None:
    """Ends an action over both files: takes its half back, or lets it stand if it is through.

    Raises:
        OSError: it is as it was, and can be settled later.
    """
    kept = _kept_at(first, second)
    if kept.exists():
        kept.replace(second)
    for over in second.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(FileNotFoundError):
            over.unlink()
    atomic.sync_folder(second.parent)


def _kept_at(first: Path, second: Path) -> Path:
    stamp = atomic.stamp_of(first)
    mark = sha256(stamp.head if stamp else b"").hexdigest()[:24]
    return second.with_name(f"{_PREFIX}{mark}{_SUFFIX}")
