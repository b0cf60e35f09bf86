"""A document in a folder of the person's own: the file, and all that lies beside it."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident

from lib.domain.store_errors import Full, StoreError, Vanished, WrittenElsewhere
from lib.store.copies import (
    ASIDE,
    BACKUPS,
    FORMAT_PREFIX,
    LAST,
    LAST_KEPT,
    Copy,
    Why,
    moment_of,
    stamp_name,
)
from lib.store.document import Header, Loaded, NotWhole, nothing, parse, sealed
from lib.store.file import atomic, both
from lib.store.file.atomic import plainly
from lib.store.file.copies import last_change, moment_of_last, newest_first
from lib.store.file.locks import FileLock
from lib.store.file.place import private_folder
from lib.store.file.undo_files import UndoFiles
from lib.store.home import Home

BOOK_FOLDER, BOOK_FILE = "address-book", "address-book.json"
UNDO = "undo"


class FileHome(Home):
    """One file of one folder, which is made if it is not there."""

    def __init__(
        self,
        folder: Path,
        name: str,
        *,
        schema: int,
        patience: float = 0.0,
        main: FileHome | None = None,
    ) -> None:
        super().__init__(name, schema)
        self.folder = private_folder(folder)
        self.file = atomic.target_of(folder / name)
        self.images = UndoFiles(folder / UNDO)
        # Both files have one lock.
        self.lock = main.lock if main else FileLock(self._beside("lock"), patience)
        self._main = main
        # The thread whose saves here depend on its next save of the main file.
        self._depends: int | None = None
        # How many bytes the last save had, or would have had.
        self._wanted = 0

    @property
    def words(self) -> str:
        return str(self.file)

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    def book(self) -> FileHome:
        """Returns the home in a folder of its own below this one.

        Raises:
            Vanished, ReadOnly, Full, DiskFailure: its folder is not there and cannot be made.
        """
        if not self.folder.is_dir():
            raise Vanished(self.folder)
        with plainly(self.folder):
            return FileHome(self.folder / BOOK_FOLDER, BOOK_FILE, schema=self.schema, main=self)

    def _begin_both(self, book: Home) -> None:
        assert isinstance(book, FileHome)
        book._depends = get_ident()

    def _end_both(self, book: Home) -> None:
        assert isinstance(book, FileHome)
        book._depends = None
        with suppress(StoreError):
            # Where that fails, whoever reads or saves next does it.
            self.settle()

    def settle(self) -> None:
        if self._depends == get_ident():
            return
        main = self._main or self
        book = atomic.target_of(main.folder / BOOK_FOLDER / BOOK_FILE)
        with plainly(book):
            if both.is_unsettled(book):
                with main.lock.held():
                    both.settle(main.file, book)

    def settle_to_read(self) -> None:
        if self._main:
            self.settle()

    def load(self) -> Loaded:
        with atomic.readably(self.file):
            read = atomic.read_file(self.file)
        if read is None:
            return nothing(self.schema)
        # Another process saved; it may have moved the backups away as well.
        self._last_backup = None
        content, stamp = read
        tree, found = parse(content)
        return Loaded(tree, found, stamp)

    def _replace(self, base: Loaded, content: bytes) -> atomic.Stamp:
        def refuse_another() -> None:
            if atomic.stamp_of(self.file) != base.stamp:
                raise WrittenElsewhere(self.file)

        self._wanted = len(content)
        with plainly(self.file):
            atomic.sweep(self.file.parent, self.file.name)
            if self._main and self._depends == get_ident():
                empty = sealed({}, Header(self.schema, revision=0))
                both.begin(self._main.file, self.file, empty)
            return atomic.replace_file(self.file, content, just_before=refuse_another)

    def is_now(self, stamp: object | None) -> bool:
        with atomic.readably(self.file):
            return atomic.stamp_of(self.file) == stamp

    def damaged(self) -> bytes:
        return self.file.read_bytes()

    def last_saved(self) -> datetime | None:
        try:
            return datetime.fromtimestamp(self.file.stat().st_mtime, UTC)
        except OSError:
            return None

    def was_saved_since(self, moment: datetime) -> bool:
        saved = self.last_saved()
        return saved is not None and saved >= moment

    def vanished(self) -> StoreError:
        return Vanished(self.file)

    def backups(self) -> tuple[Copy, ...]:
        found = [
            self._copy(path, at, Why.BY_ITSELF)
            for path in (self.folder / BACKUPS).glob("*.json")
            if (at := moment_of(path.stem))
        ]
        return newest_first(found)

    def copies(self) -> tuple[Copy, ...]:
        found = list(self.backups())
        for path in (self.folder / BACKUPS).glob(f"{FORMAT_PREFIX}*.json"):
            if at := last_change(path):
                found.append(self._copy(path, at, Why.BEFORE_UPDATE))
        for path in (self.folder / LAST).glob(f"*/{self.name}"):
            if at := moment_of_last(path.parent):
                found.append(self._copy(path, at, Why.BEFORE_ERASING))
        return newest_first(found)

    def content_of(self, copy: Copy) -> bytes:
        try:
            return (self.folder / copy.place).read_bytes()
        except OSError as problem:
            raise copy.unusable(problem.strerror or "it cannot be read") from problem

    def set_aside(self) -> tuple[str, ...]:
        return tuple(map(str, sorted((self.folder / ASIDE).glob(f"{self.file.stem}-*.json"))))

    def put_in_place(self, content: bytes) -> tuple[str | None, datetime | None]:
        last_saved = self.last_saved()
        with plainly(self.file):
            private_folder(self.folder / ASIDE)
            aside = self.folder / self._free_place_aside()
            atomic.replace_file(self.file, content, just_before=lambda: self._move(aside))
        return str(aside) if aside.exists() else None, last_saved

    def erase(self, now: datetime) -> str:
        """Copies the file, empties it, then moves all else to that copy.

        In this order a crash leaves either everything as it was or an empty file and a whole last
        copy.
        """
        with plainly(self.file):
            base = self._found()
            self.refuse_newer(base)
            place = self._new_last_copy(now)
            if read := atomic.read_file(self.file):
                atomic.replace_file(place / self.name, read[0])
            with self._put_back_on_failure(place):
                self.save({}, base)
                for folder in (BACKUPS, ASIDE, UNDO):
                    if (self.folder / folder).is_dir():
                        (self.folder / folder).replace(place / folder)
            self._last_backup = None
            self._remove_last_copies(now)
        return str(place)

    def copy_to(self, place: str, at: datetime | None) -> None:  # noqa: ARG002 - the place tells it
        path = self.folder / place
        with plainly(self.file):
            private_folder(path.parent)
            atomic.sweep(path.parent)
            atomic.replace_file(path, self.file.read_bytes())

    def remove(self, superfluous: list[Copy], now: datetime) -> None:
        for copy in superfluous:
            with suppress(OSError):
                (self.folder / copy.place).unlink()
        self._remove_last_copies(now)

    def give_up_one(self, full: Full, spared: int) -> bool:
        """Removes the oldest backup but so many, if that makes room on a full disk."""
        spare = self.backups()[spared:]
        if not spare or not self._would_fit(full, sum(copy.size for copy in spare)):
            return False
        try:
            (self.folder / spare[-1].place).unlink()
        except OSError:
            return False
        return True

    def _would_fit(self, full: Full, freed: int) -> bool:
        """Returns whether the disk is what is full, and the new file fits once this is freed."""
        cause = full.__cause__
        if not isinstance(cause, OSError) or cause.errno == errno.EFBIG:
            return False
        return shutil.disk_usage(self.folder).free + freed >= self._wanted

    @contextmanager
    def _put_back_on_failure(self, place: Path) -> Iterator[None]:
        """Takes back from a last copy all that lies there already if what is done inside fails."""
        try:
            yield
        except BaseException:
            for name in (BACKUPS, ASIDE, UNDO):
                with suppress(OSError):
                    (place / name).replace(self.folder / name)
            with suppress(OSError):
                shutil.move(place / self.name, self.file)
            raise

    def _beside(self, ending: str) -> Path:
        return self.file.with_name(f".{self.file.name}.{ending}")

    def _copy(self, path: Path, at: datetime, why: Why) -> Copy:
        size = 0
        with suppress(OSError):
            size = path.stat().st_size
        return Copy(self.name, path.relative_to(self.folder).as_posix(), at, why, size)

    def _move(self, aside: Path) -> None:
        if self.file.exists():
            shutil.move(self.file, aside)

    def _found(self) -> Loaded:
        try:
            return self.load()
        except NotWhole:
            return nothing(self.schema, atomic.stamp_of(self.file))

    def _new_last_copy(self, now: datetime) -> Path:
        name = stamp_name(now)
        place = private_folder(self.folder / LAST) / name
        number = 0
        while place.exists():
            number += 1
            place = place.with_name(f"{name}_{number}")
        return private_folder(place)

    def _remove_last_copies(self, now: datetime) -> None:
        for folder in (self.folder / LAST).glob("*Z*"):
            made = moment_of_last(folder)
            if made and now - made > LAST_KEPT:
                shutil.rmtree(folder, ignore_errors=True)
