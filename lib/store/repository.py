"""The store: what the app reads, changes and saves its records through.

One object serves a whole process, and one home: a folder, or a database. `read` gives a view that never
changes; `transaction` holds the writer's lock round read, decision and save, and ends in one write or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from lib.domain.records import Record
from lib.domain.store_errors import StoreError
from lib.domain.store_news import News, in_utc
from lib.store import history, undo
from lib.store.codec import Raw
from lib.store.copies import Copy
from lib.store.file.file_home import FileHome
from lib.store.history import Entry
from lib.store.home import Home
from lib.store.migrations import STEPS, Step, version_of
from lib.store.reading import Reader
from lib.store.record_format import RecordFormat
from lib.store.tables import BOOK_TABLES, TABLES
from lib.store.transaction import Transaction
from lib.store.vault import Vault

__all__ = ["Copy", "Entry", "Reader", "Store", "Transaction"]

FILE = "follow-through.json"
PATIENCE = 10.0


class Store:
    """All records of one home."""

    def __init__(
        self,
        place: Path | Home,
        *,
        tables: Mapping[type[Record], str] = TABLES,
        steps: Sequence[Step] = STEPS,
        patience: float = PATIENCE,
    ) -> None:
        """The store in this folder, or in another home; `steps` is the ladder of formats.

        `patience` is how many seconds to wait for another writer.
        """
        if isinstance(place, Path):
            place = FileHome(place, FILE, schema=version_of(steps), patience=patience)
        # Where it lies: what concerns the place alone is asked there.
        self.home = place
        self._form = RecordFormat(tables, steps)
        self._vault = Vault(place, self._form)
        self._open: Transaction | None = None

    @property
    def folder(self) -> Path:
        """The folder of a store that lies in one."""
        return self._in_folder().folder

    @property
    def file(self) -> Path:
        """The file of a store that lies in a folder."""
        return self._in_folder().file

    @cached_property
    def book(self) -> Store:
        """The store of the address book, in a home of its own beside this one; it has none itself.

        Raises:
            StoreError: its home is not there and cannot be made.
        """
        return Store(self.home.book(), tables=BOOK_TABLES, steps=self._form.steps)

    @property
    def opened_book(self) -> Store | None:
        """The same if it was opened already; what has nothing to do with it should not load it."""
        return self.__dict__.get("book")

    @property
    def notice(self) -> News | None:
        """What the person should hear: that a backup was opened, or could not be made; else None."""
        return self._vault.notice

    @property
    def trouble(self) -> StoreError | None:
        """Why the last `read` gave an older state, or one that cannot be changed; None if all is well."""
        return self._vault.trouble

    def dismiss_notice(self) -> None:
        """The person has heard the notice; it is not given again."""
        self._vault.dismiss()

    @property
    def is_hosted(self) -> bool:
        """Whether it lies in a database and not in a folder."""
        return not isinstance(self.home, FileHome)

    def read(self) -> Reader:
        """What is saved now, by whichever process, as a view that will not change.

        If the file cannot be read any more, it is what was known last, and `trouble` says so. A file that a
        newer version of the app wrote is given as far as we can read it, and `trouble` says that, too.

        Raises:
            Damaged, CannotRead, Busy: the file cannot be read, and nothing of it is known.
        """
        return Reader(self._vault.shown())

    @contextmanager
    def transaction(self, *, now: datetime, did: str, merge: str = "") -> Iterator[Transaction]:
        """Read, change and save in one go; what is put is saved when the block ends, or not at all.

        `did` is the sentence for the undo line ("Marked the note to Dana as sent"); an empty one is an
        autosave that nothing announces. `merge`: what bears the same key as the last entry joins it.
        A transaction inside another one belongs to the outer; if it raises, its own changes are dropped.

        Raises:
            Busy, Full, ReadOnly, DiskFailure, Stale, Vanished, WrittenElsewhere, TooNew, Damaged, CannotRead:
                nothing was saved.
        """
        if now.utcoffset() is None:
            raise ValueError("now needs a time zone")
        with self.home.lock.held():
            if self._open:
                yield from _joined(self._open)
            else:
                yield from self._opened(now, did, merge)

    def entries(self, limit: int = history.KEPT) -> tuple[Entry, ...]:
        """What was done, the newest first; silent autosaves too (their `did` is empty)."""
        return history.entries(self._vault.shown().rows(history.TABLE), limit)

    def undo(self, entry_id: str, *, now: datetime) -> Entry:
        """Take an entry back, and give the new entry, which can itself be taken back.

        Raises:
            UndoConflict: something that it touched was changed since; nothing was changed.
        """
        kinds = {name: kind for kind, name in self._form.tables.items()}
        with self.transaction(now=now, did="") as tx:
            undo.take_back(tx, entry_id, self._vault.current(), kinds, self.home.images.of)
        assert tx.entry is not None
        return tx.entry

    def copies(self) -> tuple[Copy, ...]:
        """Every older state that can be looked into and gone back to, the newest first."""
        return self.home.copies()

    def look_into(self, copy: Copy) -> Reader:
        """What a copy holds, in today's form; nothing is changed.

        Raises:
            CopyUnusable: it is damaged, gone, or of a newer version of the app.
        """
        return Reader(self._form.of_copy(copy, self.home.content_of(copy)))

    def go_back_to(self, copy: Copy, *, now: datetime, did: str = "") -> Entry | None:
        """Make everything as it is in the copy; the entry can be taken back. None if nothing differs.

        A backup of what stands now is made first.

        Raises:
            CopyUnusable, Unreadable: nothing was changed.
        """
        with self.transaction(
            now=now, did=did or f"Went back to the copy of {in_utc(copy.at)}"
        ) as tx:
            tx.become(self.look_into(copy))
            if tx.changes():
                self.home.copy_now(now)
        return tx.entry

    def open_instead(self, copy: Copy, *, now: datetime) -> None:
        """Open this copy in the place of a damaged file, which is set aside; a whole file is left alone.

        What is opened is a backup from now on, too.

        Raises:
            CopyUnusable, Full, ReadOnly, DiskFailure: nothing was changed.
        """
        with self.home.lock.held():
            self._vault.open_instead(copy)
            self.home.copy_now(now)

    def look_into_documents(self, tables: Mapping[str, Sequence[Any]], schema: int) -> Reader:
        """Documents from outside by table, of that version of the format, as a state of their own.

        Raises:
            CopyUnusable: they do not have the form that the format wants, or a newer version wrote them.
        """
        return Reader(self._form.of_documents(tables, schema))

    def documents(self) -> dict[str, list[Raw]]:
        """Every record as the file has it, by its table, in the order in which they were first put."""
        reader = self.read()
        return {
            name: [raw for _, raw in reader.raws(kind).values()]
            for kind, name in self._form.tables.items()
        }

    def erase(self, *, now: datetime) -> str:
        """Start empty; where the file and its backups are kept for thirty days as a last copy.

        It works on a damaged file too.

        Raises:
            Busy, Full, ReadOnly, DiskFailure: the data is as it was.
        """
        with self.home.lock.held():
            place = self.home.erase(now)
            self._vault.forget()
        return place

    def _in_folder(self) -> FileHome:
        if not isinstance(self.home, FileHome):
            raise LookupError("this store lies in no folder")
        return self.home

    def _opened(self, now: datetime, did: str, merge: str) -> Iterator[Transaction]:
        snapshot = self._vault.to_change()
        tx = self._open = Transaction(snapshot, self._form.tables, now, did, merge)
        try:
            yield tx
            tx.entry = self._vault.save(tx, snapshot)
        finally:
            tx.close()
            self._open = None


def _joined(tx: Transaction) -> Iterator[Transaction]:
    before = tx.changes()
    try:
        yield tx
    except BaseException:
        tx.go_back_to(before)
        raise
