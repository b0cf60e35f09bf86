"""Before-images that are too big for the file itself lie in a file of their own each, beside it.

So a big action (going back to a backup, bringing a file in) can be taken back as long as a small one, and no
later save pays for it. The entry in the file names the content by a mark; a file that does not bear it is not
used.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import orjson

from lib.store.codec import Raw
from lib.store.document import Rows
from lib.store.file import atomic
from lib.store.file.place import private_folder

FOLDER = "undo"
# Fifty entries of less than this keep the file small.
BIGGER_THAN = 10_000
# So many of the records that it touched are named in the file all the same.
NAMED = 200


class Gone(Exception):
    """The file of an entry's images is missing or damaged."""


class FilesApart:
    """The folder of such files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, entry: Raw) -> Raw:
        """The entry as it is to stand in the file: with its images, or with the mark of their own file.

        Raises:
            Full, ReadOnly, DiskFailure: whatever the system reported.
        """
        if is_small(entry):
            return entry
        put, content = put_apart(entry)
        with atomic.plainly(self.folder):
            atomic.replace_file(private_folder(self.folder) / name_of(put), content)
        return put

    def images(self, entry: Raw) -> list[Any]:
        """What the entry touched, wherever it lies.

        Raises:
            Gone: its file is missing or damaged.
        """
        if not entry.get("apart"):
            return list(entry["images"])
        try:
            content = (self.folder / name_of(entry)).read_bytes()
        except OSError as problem:
            raise Gone from problem
        if mark(content) != entry["apart"]:
            raise Gone
        return list(orjson.loads(content))

    def sweep(self, rows: Rows) -> None:
        """Remove the files that no entry names any more, and what killed saves left behind."""
        if not self.folder.is_dir():
            return
        named = {name_of(entry) for entry in rows.values() if entry.get("apart")}
        with suppress(OSError):
            for path in list(self.folder.iterdir()):
                if path.name not in named:
                    path.unlink()


def is_small(entry: Raw) -> bool:
    """Whether the entry's images may stay in the document."""
    return bool(entry["size"] <= BIGGER_THAN)


def put_apart(entry: Raw) -> tuple[Raw, bytes]:
    """The entry with a mark in the place of its images, and the images' own content."""
    content = orjson.dumps(entry["images"])
    touched = [[image["table"], image["id"]] for image in entry["images"][:NAMED]]
    return {**entry, "images": [], "apart": mark(content), "touched": touched}, content


def name_of(entry: Raw) -> str:
    """What the place of an entry's images is called."""
    return f"{entry['id']}-{entry['apart']}.json"


def mark(content: bytes) -> str:
    """Tells one content from another."""
    return blake2b(content, digest_size=12).hexdigest()
