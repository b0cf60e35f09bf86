"""The store: what the app reads, changes and saves its records through.

One object serves a whole process, and one home: a folder, or a database. `read` gives a view that
never changes; `transaction` holds the writer's lock around reading, deciding and saving, and ends
in one write or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from lib.domain.store_errors import CopyUnusable
from lib.store import history, undo
from lib.store.codec import Raw
from lib.store.copies import Copy, parsed
from lib.store.document import Header, Loaded, NotWhole, Tree, parse
from lib.store.file.file_home import FileHome
from lib.store.history import Entry
from lib.store.home import Home
from lib.store.known_document import KnownDocument
from lib.store.migrations import STEPS, Step, climb, version_of
from lib.store.reading import Reader
from lib.store.tables import BOOK_TABLES, TABLES, Tables
from lib.store.transaction import Transaction

__all__ = ["Copy", "Entry", "Reader", "Store", "Transaction"]

Documents = Mapping[str, Sequence[Any]]
"""Documents from outside by the table that they belong to."""

FILE = "follow-through.json"
PATIENCE = 10.0
BROUGHT = "The file that you brought"


class Store(KnownDocument):
    """All records of one home."""

    def __init__(
        self,
        place: Path | Home,
        *,
        tables: Tables = TABLES,
        steps: Sequence[Step] = STEPS,
        patience: float = PATIENCE,
    ) -> None:
        """Opens the store in this folder, or in another home; nothing is read yet.

        Args:
            steps: what leads from older formats to today's.
            patience: how many seconds to wait for another writer.
        """
        if isinstance(place, Path):
            place = FileHome(place, FILE, schema=version_of(steps), patience=patience)
        super().__init__(place, tables, steps)
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
        return Store(self.home.book(), tables=BOOK_TABLES, steps=self._steps)

    @property
    def opened_book(self) -> Store | None:
        """The same if it was opened already; what does not concern it should not load it."""
        return self.__dict__.get("book")

    @property
    def is_hosted(self) -> bool:
        """Whether it lies in a database and not in a folder."""
        return not isinstance(self.home, FileHome)

    @contextmanager
    def transaction(self, *, now: datetime, did: str, merge: str = "") -> Iterator[Transaction]:
        """Saves what is put when the block ends, all in one go; nothing if the block raises.

        A transaction inside another one belongs to the outer; if it raises, its own changes are
        dropped.

        Args:
            did: the sentence for the undo line ("Marked the note to Dana as sent"); an empty one is
                an autosave that nothing announces.
            merge: what bears the same key as the last entry joins it.

        Raises:
            StoreError: nothing was saved, and why.
        """
        if now.utcoffset() is None:
            raise ValueError("now needs a time zone")
        with self.home.lock.held():
            if self._open:
                yield from _joined(self._open)
            else:
                yield from self._opened(now, did, merge)

    @contextmanager
    def together(
        self, *, now: datetime, did: str = "", merge: str = ""
    ) -> Iterator[tuple[Transaction, Transaction]]:
        """Changes everything and the address book in one action: both are saved, or neither is.

        Yields:
            The transaction of this store, and that of its address book.

        Raises:
            StoreError: nothing was saved, and why.
        """
        if self._open:
            raise RuntimeError("an action over both documents is no part of another one")
        book = self.book
        with (
            self.home.lock.held(),
            ExitStack() as both,
            self.transaction(now=now, did=did, merge=merge) as tx,
            book.transaction(now=now, did=did, merge=merge) as people,
        ):
            yield tx, people
            if tx.is_changed() and people.is_changed():
                both.enter_context(self.home.saving_both(book.home))

    def erase_both(self, *, now: datetime) -> str:
        """Starts empty in both documents, or in neither; see `erase`."""
        book = self.book
        with self.home.lock.held(), self.home.saving_both(book.home):
            book.erase(now=now)
            return self.erase(now=now)

    def take_back(self, tx: Transaction, entry_id: str) -> None:
        """Has a transaction of this store take an entry back; see `undo`."""
        undo.take_back(tx, entry_id, self.home.images.of)

    def entries(self, limit: int = history.KEPT) -> tuple[Entry, ...]:
        """Returns what was done, the newest first; silent autosaves too (their `did` is empty)."""
        newest = islice(reversed(self.read().rows(history.TABLE).values()), limit)
        return tuple(map(history.entry_of, newest))

    def undo(self, entry_id: str, *, now: datetime) -> Entry:
        """Takes an entry back, and returns the new entry, which can itself be taken back.

        Raises:
            UndoConflict: something that it touched was changed since; nothing was changed.
        """
        with self.transaction(now=now, did="") as tx:
            self.take_back(tx, entry_id)
        assert tx.entry is not None
        return tx.entry

    def copies(self) -> tuple[Copy, ...]:
        """Returns every older state that can be looked into and gone back to, the newest first."""
        return self.home.copies()

    def look_into(self, copy: Copy) -> Reader:
        """Returns what a copy holds, in today's form; nothing is changed.

        Raises:
            CopyUnusable: it is damaged, gone, or of a newer version of the app.
        """
        tree, found = parsed(copy, self.home.content_of(copy), self.home.schema)
        return self._in_todays_form(tree, found.schema)

    def go_back_to(self, copy: Copy, *, now: datetime, did: str = "") -> Entry | None:
        """Makes everything as it is in the copy; a backup of what stands now is made first.

        Returns:
            The entry, which can be taken back; None if nothing differs.

        Raises:
            CopyUnusable, Unreadable: nothing was changed.
        """
        with self.transaction(now=now, did=did) as tx:
            tx.become(self.look_into(copy))
            if tx.is_changed():
                self.home.copy_now(now)
        return tx.entry

    def look_into_documents(
        self, tables: Documents, schema: int, unread: Documents | None = None
    ) -> Reader:
        """Returns documents from outside, by table, as a state of their own.

        Args:
            unread: rows that could not be read where the file was made; they may be of any form.

        Raises:
            CopyUnusable: they do not have the form of that format, or a newer version wrote them.
        """
        if not 1 <= schema <= self.home.schema:
            raise CopyUnusable(BROUGHT, "a newer version of the app made it")
        try:
            reader = self._in_todays_form(_numbered(tables), schema)
        except (LookupError, TypeError, ValueError, AttributeError) as problem:
            what = "it does not have the form that this app writes"
            raise CopyUnusable(BROUGHT, what) from problem
        for kind in reader.kinds:
            reader.all(kind)
        for one in reader.unread():
            raise CopyUnusable(BROUGHT, f"one {one.kind.__name__.lower()}: {one.why}")
        return self._in_todays_form(_rows(tables, unread), schema) if unread else reader

    def look_into_own(self, content: bytes) -> Reader:
        """Returns what a copy of the app's own file holds, as a state of its own.

        Raises:
            CopyUnusable: a byte of it was changed or is missing, or a newer version wrote it.
        """
        try:
            tree, found = parse(content)
        except NotWhole as damage:
            raise CopyUnusable(BROUGHT, str(damage)) from damage
        if found.schema > self.home.schema:
            raise CopyUnusable(BROUGHT, "a newer version of the app made it")
        return self._in_todays_form(tree, found.schema)

    def documents(self) -> dict[str, list[Raw]]:
        """Returns every record as the file has it, by its table, in the order of `Reader.all`."""
        reader = self.read()
        found = {}
        for kind, name in reader.tables.items():
            found[name] = [raw for _, raw in reader.raws(kind).values()]
        return found

    def unread_rows(self) -> dict[str, list[Any]]:
        """Returns what this version cannot read, by its table."""
        return self.read().unread_rows()

    def _in_todays_form(self, tree: Tree, schema: int) -> Reader:
        climbed = climb(tree, schema, self._steps)
        return Reader(Loaded(climbed, Header(self.home.schema, 0), None), self._tables)

    def _in_folder(self) -> FileHome:
        if not isinstance(self.home, FileHome):
            raise LookupError("this store lies in no folder")
        return self.home

    def _opened(self, now: datetime, did: str, merge: str) -> Iterator[Transaction]:
        self.home.settle()
        saved = self._current()
        self.home.refuse_newer(saved.loaded)
        tx = self._open = Transaction(saved, now, did, merge)
        try:
            yield tx
            tx.entry = self._save(tx)
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


def _numbered(tables: Documents) -> Tree:
    """Returns the documents of each table by numbers of their own, as the file has them.

    Raises:
        ValueError: two of one table bear the same id.
    """
    for documents in tables.values():
        if len({document["id"] for document in documents}) < len(documents):
            raise ValueError("an id stands twice")
    return _rows(tables, {})


def _rows(tables: Documents, more: Documents) -> Tree:
    """Returns the rows of each table, with more of them, by numbers of their own."""
    tree: Tree = {}
    for name in dict.fromkeys((*tables, *more)):
        both = (*more.get(name, ()), *tables.get(name, ()))
        tree[name] = {str(number): one for number, one in enumerate(both, start=1)}
    return tree
