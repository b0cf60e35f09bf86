"""Before-images that are too big for a file, in a folder beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from lib.store.file import atomic
from lib.store.file.place import private_folder
from lib.store.undo_images import UndoImages


class UndoFiles(UndoImages):
    """A folder of before-images that are too big for the document, each in a file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: bytes) -> None:
        with atomic.plainly(self.folder):
            atomic.replace_file(private_folder(self.folder) / name, content)

    def read(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def keep_only(self, names: set[str]) -> None:
        # What killed saves left behind bears no such name, and goes as well.
        if not self.folder.is_dir():
            return
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                if path.name not in names:
                    path.unlink()
