"""Where a document lives: what the store asks of the place, be it a folder or a database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import PurePath
from typing import NamedTuple

from lib.domain.store_errors import (
    CopyUnusable,
    Damaged,
    Full,
    StoreError,
    TooNew,
)
from lib.domain.store_news import Rescued
from lib.store import copies
from lib.store.copies import ASIDE, BACKUPS, FORMAT_PREFIX, Copy, Why
from lib.store.document import Header, Loaded, NotWhole, Tree, sealed, unseal
from lib.store.undo_images import UndoImages
from lib.store.writer_lock import WriterLock


class Sizes(NamedTuple):
    """How many bytes a database holds: data, copies, and all with what is not cleared away yet."""

    data: int
    copies: int
    all: int


class Home(ABC):
    """One document, its copies, what undo needs beside it, and the lock of who writes.

    `name` is the document's, by which its copies are known; `schema` the format that is written.
    """

    lock: WriterLock
    images: UndoImages

    def __init__(self, name: str, schema: int) -> None:
        self.name = name
        self.schema = schema
        # So that most saves need not look for the newest backup; None has the next one look.
        self._last_backup: datetime | None = None

    @property
    @abstractmethod
    def words(self) -> str:
        """Where it is, for the person."""

    @property
    @abstractmethod
    def size(self) -> int:
        """The document's size in bytes where it lies, 0 before the first save."""

    @abstractmethod
    def book(self) -> Home:
        """Returns the home of the address book; made if it is not there."""

    @contextmanager
    def saving_both(self, book: Home) -> Iterator[None]:
        """Has what is saved inside, first there and then here, be saved in both or in neither.

        Whoever does that holds the lock, and saves here last.
        """
        self._begin_both(book)
        try:
            yield
        finally:
            self._end_both(book)

    @abstractmethod
    def _begin_both(self, book: Home) -> None:
        """Has saves there depend on the next one here."""

    @abstractmethod
    def _end_both(self, book: Home) -> None:
        """Takes back what was saved there if nothing was saved here."""

    def settle(self) -> None:  # noqa: B027 - a database does that by itself
        """Ends what a killed action over both documents left half done."""

    def settle_to_read(self) -> None:  # noqa: B027
        """The same, where what was left half done would be read."""

    @abstractmethod
    def load(self) -> Loaded:
        """Returns the whole document, verified; empty tables if there is none.

        Its schema may be a newer one than ours: such a document is read and never written.

        Raises:
            NotWhole: it is empty or damaged.
        """

    def save(self, tree: Tree, base: Loaded) -> Loaded:
        """Saves all tables as the revision after `base`, and returns what stands there now.

        Raises:
            StoreError: nothing was saved; another document than `base` is never overwritten.
            InDoubt: it is not known.
        """
        self.refuse_newer(base)
        following = Header(schema=self.schema, revision=base.header.revision + 1)
        stamp = self._replace(base, sealed(tree, following))
        return Loaded(tree, following, stamp)

    @abstractmethod
    def _replace(self, base: Loaded, content: bytes) -> object:
        """Puts sealed bytes in the place of `base`, all or none; returns the save's stamp."""

    @abstractmethod
    def is_now(self, stamp: object | None) -> bool:
        """Returns whether what is saved is still the document that bears this stamp."""

    @abstractmethod
    def damaged(self) -> bytes:
        """Returns the bytes that lie there now, whole or not."""

    @abstractmethod
    def last_saved(self) -> datetime | None:
        """Returns when the document was saved last, as far as is known without asking."""

    @abstractmethod
    def was_saved_since(self, moment: datetime) -> bool:
        """Returns whether any process saved the document at that moment or later."""

    @abstractmethod
    def vanished(self) -> StoreError:
        """Returns what to say when a document that was read is gone, and has no copy."""

    @abstractmethod
    def backups(self) -> tuple[Copy, ...]:
        """Returns the copies that the store made by itself, the newest first."""

    @abstractmethod
    def copies(self) -> tuple[Copy, ...]:
        """Returns every copy that can be looked into, the newest first; some may be damaged."""

    @abstractmethod
    def content_of(self, copy: Copy) -> bytes:
        """Returns the sealed bytes of a copy.

        Raises:
            CopyUnusable: it is gone, or cannot be read.
        """

    @abstractmethod
    def set_aside(self) -> tuple[str, ...]:
        """Returns where the damaged documents are that a copy stood in for, the oldest first."""

    @abstractmethod
    def put_in_place(self, content: bytes) -> tuple[str | None, datetime | None]:
        """Puts these sealed bytes in the place of a damaged document, which is set aside.

        Returns:
            Where that is kept now, and when it was saved, as far as that is known.
        """

    @abstractmethod
    def erase(self, now: datetime) -> str:
        """Sets all aside as one last copy and starts empty; returns where that copy is."""

    @abstractmethod
    def copy_to(self, place: str, at: datetime | None) -> None:
        """Copies the document as it stands there; `at` is None for the moment of its last save."""

    @abstractmethod
    def remove(self, superfluous: list[Copy], now: datetime) -> None:
        """Removes these copies, and the last copies that are older than thirty days."""

    def give_up_one(self, full: Full, spared: int) -> bool:  # noqa: ARG002 - see FileHome
        """Removes the oldest backup but so many if that makes room; returns whether it did.

        A database gives back the room of removed rows only when it is cleared away.
        """
        return False

    def ask_again(self) -> None:  # noqa: B027 - a disk is asked each time
        """Has the next read ask at once a place that did not answer a moment ago."""

    def sizes(self) -> Sizes:
        """Returns how much room all of it takes in a database."""
        raise LookupError("this store lies in a folder")

    def clear_away(self) -> None:
        """Has a database give back the room of what was replaced or removed."""
        raise LookupError("this store lies in a folder")

    def refuse_newer(self, loaded: Loaded) -> None:
        """Raises TooNew if a newer version of the app wrote the document."""
        if loaded.header.schema > self.schema:
            raise TooNew(loaded.header.schema, self.schema)

    def copy_now(self, now: datetime) -> None:
        """Makes a backup even if the last is fresh; where that fails, the next one is as good."""
        with suppress(OSError, StoreError):
            self._back_up(now)

    def copy_if_due(self, now: datetime) -> bool:
        """Makes a backup if none is younger than ten minutes, and removes what nobody needs.

        Returns:
            Whether it did.

        Raises:
            OSError, StoreError: it could not be made; the older ones are all still there.
        """
        if copies.is_fresh(self._last_backup, now):
            return False
        there = self.backups()
        # One from the future, left by a clock that was wrong, must not stand in the way.
        fresh = [copy.at for copy in there if copies.is_fresh(copy.at, now)]
        self._last_backup = max(fresh, default=None)
        if fresh:
            return False
        made = self._back_up(now)
        old = copies.superfluous([*there, made])
        self.remove([copy for copy in old if copy.place != made.place], now)
        return True

    def keep_older_format(self, loaded: Loaded) -> None:
        """Keeps a copy of a document in an older format for good, as the last one in it."""
        found = loaded.header.schema
        if found < self.schema:
            self.copy_to(f"{BACKUPS}/{FORMAT_PREFIX}{found}.json", None)

    def rescue(self, why: str) -> Rescued:
        """Opens the newest good backup in the document's place, which is set aside.

        Raises:
            Damaged: there is none; nothing was touched.
        """
        found = self._newest_good()
        if found is None:
            raise Damaged(self.words, why)
        copy, content = found
        aside, last_saved = self.put_in_place(content)
        return Rescued(why=why, backup_at=copy.at, last_saved=last_saved, aside=aside)

    def _back_up(self, now: datetime) -> Copy:
        place = f"{BACKUPS}/{copies.stamp_name(now)}.json"
        self.copy_to(place, now)
        self._last_backup = now
        return Copy(self.name, place, now.astimezone(UTC), Why.BY_ITSELF, size=0)

    def _newest_good(self) -> tuple[Copy, bytes] | None:
        """Returns the whole backup with the highest revision that we can read, and its bytes."""
        best: tuple[int, Copy, bytes] | None = None
        for copy in self.backups():
            with suppress(CopyUnusable, NotWhole):
                content = self.content_of(copy)
                found = unseal(content)
                if found.schema <= self.schema and (best is None or found.revision > best[0]):
                    best = found.revision, copy, content
        return best[1:] if best else None

    def _free_place_aside(self) -> str:
        taken = {PurePath(place).name for place in self.set_aside()}
        names = (f"{PurePath(self.name).stem}-{number}.json" for number in count(1))
        return f"{ASIDE}/{next(name for name in names if name not in taken)}"
