"""The file, what is known of it in memory, and the copies beside it: loaded when needed, saved at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from tinydb import TinyDB

from lib.domain.records import Record
from lib.domain.store_errors import Vanished
from lib.store import history, undo
from lib.store.atomic import plainly
from lib.store.backups import Backups
from lib.store.codec import Raw
from lib.store.erasing import prune_last_copies, set_all_aside
from lib.store.header import NotWhole
from lib.store.history import Entry
from lib.store.locks import WriterLock
from lib.store.migrations import Step, climb, version_of
from lib.store.reading import Snapshot
from lib.store.rescue import rescue
from lib.store.safe_file import Loaded, OneWrite, SafeFile, Shelf
from lib.store.tables import table_of
from lib.store.transaction import Transaction, images, numbered


class _Database(TinyDB):
    table_class = Shelf


class Vault:
    """One file of one folder. Whoever calls `save` or `erase` holds the lock."""

    def __init__(
        self, file: Path, tables: Mapping[type[Record], str], steps: Sequence[Step], lock: WriterLock
    ) -> None:
        self.backups = Backups(file.parent / "backups")
        # That a backup had to be opened; and that the last backup could not be made.
        self._rescue: str | None = None
        self._trouble: str | None = None
        self._tables = tables
        self._steps = steps
        self._lock = lock
        self._file = SafeFile(file, schema=version_of(steps))
        self._staging = OneWrite(lambda: self._file)
        self._db = _Database(storage=self._staging)
        self._known: Snapshot | None = None

    @property
    def notice(self) -> str | None:
        """What the person should hear of; None if all is well."""
        return self._rescue or self._trouble

    def dismiss(self) -> None:
        """The person has heard it."""
        self._rescue = self._trouble = None

    def current(self) -> Snapshot:
        """What the file holds now; loaded only if it is not what this process saw or saved last."""
        known = self._known
        if known is None or not self._file.is_now(known.loaded.stamp):
            known = self._known = Snapshot(self._load(), self._tables, known)
        return known

    def save(self, tx: Transaction, snapshot: Snapshot) -> Entry | None:
        """Save what the transaction changed in one write; its entry, None if it changed nothing."""
        changes = numbered(tx.changes(), snapshot)
        if not changes:
            return None
        self._keep_older_format(snapshot)
        touched = images(changes, snapshot, self._tables)
        new = history.new_entry(tx.now, tx.did, tx.merge, tx.undoes)
        entry, notes = history.noted(snapshot.rows(history.TABLE), new, touched)
        notes = {**undo.marks(snapshot, tx.undoes, tx.now), **notes}
        raws = {
            table_of(kind, self._tables): {number: change.raw for number, change in some.items()}
            for kind, some in changes.items()
        }
        loaded = self._write(snapshot.loaded, {history.TABLE: notes, **raws})
        self._known = snapshot.after(loaded, changes)
        self._copy_if_due(tx.now)
        return entry

    def erase(self, now: datetime) -> Path:
        """Set everything aside as one last copy, start empty, and give the copy's folder."""
        with plainly(self._file.path):
            place = set_all_aside(self._file, self.backups, now)
        self._known = None
        self.dismiss()
        return place

    def _write(self, base: Loaded, changes: Mapping[str, Mapping[int, Raw | None]]) -> Loaded:
        self._staging.begin(base, base.tree)
        try:
            for name, some in changes.items():
                shelf = self._db.table(name)
                assert isinstance(shelf, Shelf)
                shelf.apply(some)
            return self._staging.commit()
        finally:
            self._staging.end()

    def _load(self) -> Loaded:
        try:
            loaded = self._file.load()
        except NotWhole as damage:
            return self._rescued(str(damage))
        if loaded.stamp is None:
            return self._missing(loaded)
        tree = climb(loaded.tree, loaded.header.schema, self._steps)
        return loaded._replace(tree=tree)

    def _missing(self, nothing: Loaded) -> Loaded:
        if self.backups.all():
            return self._rescued("the file is missing")
        if self._known and self._known.loaded.stamp:
            raise Vanished(self._file.path)
        return nothing

    def _rescued(self, why: str) -> Loaded:
        with self._lock.held():
            if not self._is_well():
                self._rescue = rescue(self._file.path, self.backups, self._file.schema, why)
        return self._load()

    def _is_well(self) -> bool:
        # Another process may have put things right while we waited for the lock.
        try:
            return self._file.load().stamp is not None
        except NotWhole:
            return False

    def _keep_older_format(self, snapshot: Snapshot) -> None:
        found = snapshot.loaded.header.schema
        if found < self._file.schema:
            with plainly(self._file.path):
                self.backups.keep_format(self._file.path, found)

    def _copy_if_due(self, now: datetime) -> None:
        try:
            if self.backups.copy_if_due(self._file.path, now):
                self._trouble = None
                prune_last_copies(self._file.path.parent, now)
        except OSError as problem:
            # The save itself stands: it must not look as if it had failed.
            self._trouble = f"Saved, but no backup copy could be made: {problem.strerror or problem}."
