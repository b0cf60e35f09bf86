"""A document in a folder of the person's own: the file, and all that lies beside it."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from lib.domain.store_errors import CopyUnusable, Full, StoreError, Vanished
from lib.domain.store_news import Rescued
from lib.store.file import erasing, rescue
from lib.store.file.atomic import plainly
from lib.store.file.backups import Backups
from lib.store.file.copies import Copy, NotCopied, all_copies, unusable
from lib.store.file.locks import FileLock
from lib.store.file.place import private_folder
from lib.store.file.safe_file import SafeFile
from lib.store.sizes import Sizes
from lib.store.undo_images import FOLDER as UNDO
from lib.store.undo_images import FilesApart

BOOK_FOLDER, BOOK_FILE = "address-book", "address-book.json"


class FileHome:
    """One file of one folder, which is made if it is not there."""

    def __init__(self, folder: Path, name: str, *, schema: int, patience: float) -> None:
        self.folder = private_folder(folder)
        self.name = name
        self.document = SafeFile(folder / name, schema=schema)
        self.backups = Backups(folder / "backups")
        self.apart = FilesApart(folder / UNDO)
        self.lock = FileLock(folder / f".{name}.lock", patience)
        self._schema = schema
        self._patience = patience

    @property
    def file(self) -> Path:
        """Where the document lies."""
        return self.document.path

    @property
    def words(self) -> str:
        """As in Home."""
        return str(self.file)

    @property
    def size(self) -> int:
        """As in Home."""
        return self.file.stat().st_size if self.file.exists() else 0

    def book(self) -> FileHome:
        """As in Home: in a folder of its own below this one.

        Raises:
            Vanished, ReadOnly, Full, DiskFailure: its folder is not there and cannot be made.
        """
        if not self.folder.is_dir():
            raise Vanished(self.folder)
        with plainly(self.folder):
            return FileHome(
                self.folder / BOOK_FOLDER, BOOK_FILE, schema=self._schema, patience=self._patience
            )

    def was_saved_since(self, moment: datetime) -> bool:
        """As in Home."""
        try:
            return self.file.stat().st_mtime >= moment.timestamp()
        except OSError:
            return False

    def copies(self) -> tuple[Copy, ...]:
        """As in Home; whether each is whole shows when it is looked into."""
        return all_copies(self.file, self.backups)

    def content_of(self, copy: Copy) -> bytes:
        """As in Home."""
        try:
            return (self.folder / copy.place).read_bytes()
        except OSError as problem:
            raise CopyUnusable(unusable(copy), problem.strerror or "it cannot be read") from problem

    def has_backups(self) -> bool:
        """As in Home."""
        return bool(self.backups.all())

    def copy_now(self, now: datetime) -> None:
        """As in Home."""
        with _or_not_copied():
            self.backups.copy(self.file, now)

    def copy_if_due(self, now: datetime) -> bool:
        """As in Home."""
        with _or_not_copied():
            if not self.backups.copy_if_due(self.file, now):
                return False
            erasing.prune_last_copies(self.folder, now)
        return True

    def keep_format(self, schema: int) -> None:
        """As in Home."""
        with plainly(self.file):
            self.backups.keep_format(self.file, schema)

    def rescue(self, why: str) -> Rescued:
        """As in Home."""
        return rescue.rescue(self.file, self.backups, self._schema, why)

    def put_in_place(self, content: bytes) -> None:
        """As in Home."""
        rescue.put_in_place(self.file, content)

    def erase(self, now: datetime) -> str:
        """As in Home."""
        with plainly(self.file):
            return str(erasing.set_all_aside(self.document, self.backups, now))

    def ask_again(self) -> None:
        """As in Home: a disk is asked each time."""

    def last_saved(self) -> datetime | None:
        """As in Home."""
        try:
            return datetime.fromtimestamp(self.file.stat().st_mtime, UTC)
        except OSError:
            return None

    def sizes(self) -> Sizes:
        """A folder shows its own."""
        raise LookupError("this store lies in a folder")

    def clear_away(self) -> None:
        """In a folder there is nothing of the kind."""
        raise LookupError("this store lies in a folder")

    def vanished(self) -> StoreError:
        """As in Home."""
        return Vanished(self.file)

    def set_aside(self) -> tuple[str, ...]:
        """As in Home."""
        return tuple(map(str, rescue.set_aside(self.file)))

    def damaged(self) -> bytes:
        """As in Home."""
        return self.file.read_bytes()

    def give_up_one(self, full: Full, spared: int) -> bool:
        """As in Home."""
        return self._is_worth_it(full, spared) and self.backups.give_up_one(spared)

    def _is_worth_it(self, full: Full, spared: int) -> bool:
        """Whether the disk itself is full, and would have room for the new file without our older copies."""
        cause = full.__cause__
        if not isinstance(cause, OSError) or cause.errno == errno.EFBIG:
            return False
        free = shutil.disk_usage(self.folder).free
        return free + self.backups.could_give_up(spared) >= self.document.wanted


@contextmanager
def _or_not_copied() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise NotCopied(problem.strerror or str(problem)) from problem
