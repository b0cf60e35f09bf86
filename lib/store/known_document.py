"""The document and what is known of it in memory: loaded when needed, saved at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lib.domain.store_errors import (
    DatabaseFull,
    DatabaseReadOnly,
    StoreError,
    TooNew,
    Unreachable,
)
from lib.domain.store_news import GaveUp, News, NoBackup, Rescued
from lib.store import history, undo
from lib.store.copies import Copy, parsed
from lib.store.document import Loaded, NotWhole
from lib.store.history import Entry
from lib.store.home import Home
from lib.store.migrations import Step, climb
from lib.store.reading import Reader
from lib.store.tables import Tables
from lib.store.transaction import Transaction
from lib.store.writing import Save, write

_NO_COPY: dict[type[Exception], str] = {
    Unreachable: "the database could not be reached",
    DatabaseFull: "there is no room left in the database",
    DatabaseReadOnly: "the database takes nothing at the moment",
}


class KnownDocument:
    """One document in its home; whoever changes it holds the home's lock."""

    def __init__(self, home: Home, tables: Tables, steps: Sequence[Step]) -> None:
        # Where it lies: what concerns the place alone is asked there.
        self.home = home
        # Why the last `read` gave an older or unchangeable state; None if all is well.
        self.trouble: StoreError | None = None
        self._tables = tables
        self._steps = steps
        self._rescued: Rescued | None = None
        self._no_backup: NoBackup | None = None
        self._gave_up: GaveUp | None = None
        self._known: Reader | None = None

    @property
    def notice(self) -> News | None:
        """What the person should hear, such as that a backup was opened; None if all is well."""
        return self._rescued or self._gave_up or self._no_backup

    def dismiss_notice(self) -> None:
        """Forgets the notice: the person has heard it."""
        self._rescued = self._gave_up = self._no_backup = None

    def read(self) -> Reader:
        """Returns what is saved now, by whichever process, as a view that will not change.

        If the file cannot be read any more, it is what was known last, and `trouble` says so. A
        file that a newer version of the app wrote is given as far as we can read it; `trouble` says
        that, too.

        Raises:
            Damaged, CannotRead, Busy: the file cannot be read, and nothing of it is known.
        """
        try:
            reader = self._current()
        except StoreError as trouble:
            if self._known is None:
                raise
            self.trouble = trouble
            return self._known
        found = reader.loaded.header.schema
        newer = found > self.home.schema
        self.trouble = TooNew(found, self.home.schema) if newer else None
        return reader

    def open_instead(self, copy: Copy, *, now: datetime) -> None:
        """Opens this copy in the place of a damaged file, which is set aside.

        A whole file is left alone. What is opened is a backup from now on, too.

        Raises:
            CopyUnusable, Full, ReadOnly, DiskFailure: nothing was changed.
        """
        with self.home.lock.held():
            content = self.home.content_of(copy)
            parsed(copy, content, self.home.schema)
            if not self._is_well():
                self.home.put_in_place(content)
            self.home.copy_now(now)

    def erase(self, *, now: datetime) -> str:
        """Starts empty, also where the file is damaged.

        Returns:
            Where the file and its backups are kept for thirty days as a last copy.

        Raises:
            Busy, Full, ReadOnly, DiskFailure: the data is as it was.
        """
        with self.home.lock.held():
            place = self.home.erase(now)
            self._known = None
            self.dismiss_notice()
        return place

    def _current(self) -> Reader:
        """Returns what the document holds now.

        It is loaded only if it is not what this process saw or saved last.
        """
        self.home.settle_to_read()
        known = self._known
        if known is None or not self.home.is_now(known.loaded.stamp):
            loaded = self._load()
            known = self._known = Reader(loaded, self._tables, known)
        return known

    def _save(self, tx: Transaction) -> Entry | None:
        """Saves what the transaction changed in one write.

        Returns:
            Its entry in the history, None if it changed nothing.
        """
        documents = tx.documents()
        if not documents:
            return None
        self.home.keep_older_format(tx.loaded)
        new = history.new_entry(tx.now, tx.did, tx.merge, tx.undoes)
        entry, number, notes = history.noted(
            tx.rows(history.TABLE), new, tx.images(documents), self.home.images.of
        )
        save = Save(tx.loaded, documents, {**undo.marks(tx), **notes}, number)
        loaded, gave_up = write(self.home, save)
        self._known = Reader(loaded, self._tables, tx)
        self._gave_up = gave_up or self._gave_up
        self._copy_if_due(tx.now)
        return history.entry_of(entry)

    def _load(self) -> Loaded:
        try:
            loaded = self.home.load()
        except NotWhole as damage:
            return self._put_right(str(damage))
        if loaded.stamp is None:
            return self._missing(loaded)
        images_of = self.home.images.of
        tree = climb(loaded.tree, loaded.header.schema, self._steps, images_of)
        return loaded._replace(tree=tree)

    def _missing(self, nothing: Loaded) -> Loaded:
        if self.home.backups():
            # A document was here before: this is damage, and not a new start.
            return self._put_right("the file is missing")
        if self._known and self._known.loaded.stamp:
            raise self.home.vanished()
        return nothing

    def _put_right(self, why: str) -> Loaded:
        with self.home.lock.held():
            if not self._is_well():
                self._rescued = self.home.rescue(why)
        return self._load()

    def _is_well(self) -> bool:
        # Another process may have put things right while we waited for the lock.
        try:
            return self.home.load().stamp is not None
        except NotWhole:
            return False

    def _copy_if_due(self, now: datetime) -> None:
        try:
            if self.home.copy_if_due(now):
                self._no_backup = None
        except (OSError, StoreError) as problem:
            # The save itself stands: it must not look as if it had failed.
            self._no_backup = NoBackup(_why_not(problem))


def _why_not(problem: OSError | StoreError) -> str:
    """Returns why a copy was not made; a StoreError's own sentence says that nothing was saved."""
    system = problem.__cause__ or problem
    if isinstance(system, OSError):
        return system.strerror or str(system)
    return _NO_COPY.get(type(problem), "the database reported an error")
