"""Where a document lives: what the store asks of the place, whether that is a folder or a database."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from lib.domain.store_errors import Full, StoreError
from lib.domain.store_news import Rescued
from lib.store.codec import Raw
from lib.store.document import Document, Rows
from lib.store.file.copies import Copy
from lib.store.sizes import Sizes


class WriterLock(Protocol):
    """One writer at a time, among all threads and all processes."""

    def held(self) -> AbstractContextManager[None]:
        """Holds the lock inside; re-entrant within a thread.

        Raises:
            Busy: another one kept it too long.
            StoreError: the place is not there, or cannot be reached.
        """


class Apart(Protocol):
    """Before-images that are too big for the document itself."""

    def put(self, entry: Raw) -> Raw:
        """The entry as it is to stand in the document: with its images, or with the mark of their place."""

    def images(self, entry: Raw) -> list[Any]:
        """What the entry touched, wherever it lies.

        Raises:
            Gone: it is missing or damaged.
        """

    def sweep(self, rows: Rows) -> None:
        """Removes what no entry names any more."""


class Home(Protocol):
    """One document, what undo needs beside it, its copies, and the lock of who writes."""

    @property
    def name(self) -> str:
        """The document's name, by which its copies are known."""

    @property
    def words(self) -> str:
        """Where it is, for the person."""

    @property
    def document(self) -> Document:
        """The document itself."""

    @property
    def apart(self) -> Apart:
        """What undo needs beside it."""

    @property
    def lock(self) -> WriterLock:
        """Whoever changes anything here holds it."""

    @property
    def size(self) -> int:
        """The document's size in bytes where it lies, 0 before the first save."""

    def book(self) -> Home:
        """The home of the address book; made if it is not there."""

    def was_saved_since(self, moment: datetime) -> bool:
        """Whether the document was saved at that moment or later, by whichever process; it is not read."""

    def copies(self) -> tuple[Copy, ...]:
        """Every copy of the document that can be looked into, the newest first."""

    def content_of(self, copy: Copy) -> bytes:
        """The sealed bytes of a copy.

        Raises:
            CopyUnusable: it is gone, or cannot be read.
        """

    def has_backups(self) -> bool:
        """Whether a copy was ever made here by itself: then a document that is missing is a damage."""

    def copy_now(self, now: datetime) -> None:
        """Makes a copy even if the last is a fresh one.

        Raises:
            NotCopied: it could not be made.
        """

    def copy_if_due(self, now: datetime) -> bool:
        """Makes a copy if none is younger than ten minutes, and removes what nobody needs; whether it did.

        Raises:
            NotCopied: it could not be made.
        """

    def keep_format(self, schema: int) -> None:
        """Keeps a copy of the document as the last one of an older format."""

    def rescue(self, why: str) -> Rescued:
        """Opens the newest good copy in the document's place, which is set aside.

        Raises:
            Damaged: there is none; nothing was touched.
        """

    def put_in_place(self, content: bytes) -> None:
        """Opens this content in the place of a damaged document, which is set aside."""

    def erase(self, now: datetime) -> str:
        """Sets all aside as one last copy and starts empty; where that copy is."""

    def ask_again(self) -> None:
        """The person wants to know now whether what did not answer a moment ago does."""

    def last_saved(self) -> datetime | None:
        """When the document was saved last, as far as is known without asking; None if never."""

    def sizes(self) -> Sizes:
        """How much room all of it takes in a database."""

    def clear_away(self) -> None:
        """Has a database give back the room of what was replaced or removed."""

    def vanished(self) -> StoreError:
        """What to say when a document that this process has read is not there any more, nor any copy."""

    def set_aside(self) -> tuple[str, ...]:
        """Where the damaged documents are that a copy stood in for, the oldest first."""

    def damaged(self) -> bytes:
        """The bytes that lie there now, whole or not."""

    def give_up_one(self, full: Full, spared: int) -> bool:
        """Removes the oldest copy but so many, if that makes room for what did not fit; whether it did."""
