"""The document, what is known of it in memory, and its copies: loaded when needed, saved at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from lib.domain.records import Record
from lib.domain.store_errors import CopyUnusable, StoreError, TooNew, Unreadable
from lib.domain.store_news import GaveUp, News, NoBackup, Rescued
from lib.store import history, undo
from lib.store.document import Loaded, Tree
from lib.store.file.copies import BROUGHT, Copy, NotCopied, numbered_documents, parsed
from lib.store.header import Header, NotWhole
from lib.store.history import Entry
from lib.store.home import Home
from lib.store.migrations import Step, climb
from lib.store.reading import Snapshot
from lib.store.tables import table_of
from lib.store.transaction import Transaction, images, numbered
from lib.store.writing import Writing


class Vault:
    """One document in its home. Whoever calls `save`, `erase` or `put_in_place` holds the home's lock."""

    def __init__(
        self, home: Home, tables: Mapping[type[Record], str], steps: Sequence[Step]
    ) -> None:
        self.apart = home.apart
        # Why what is shown is an older state, or one that cannot be changed.
        self.trouble: StoreError | None = None
        self._rescued: Rescued | None = None
        self._no_backup: NoBackup | None = None
        self._gave_up: GaveUp | None = None
        self._tables = tables
        self._steps = steps
        self._home = home
        self._document = home.document
        self._writing = Writing(home)
        self._known: Snapshot | None = None

    @property
    def notice(self) -> News | None:
        """What the person should hear of; None if all is well."""
        return self._rescued or self._gave_up or self._no_backup

    def dismiss(self) -> None:
        """The person has heard it."""
        self._rescued = self._gave_up = self._no_backup = None

    def current(self) -> Snapshot:
        """What the document holds now; loaded only if it is not what this process saw or saved last."""
        known = self._known
        if known is None or not self._document.is_now(known.loaded.stamp):
            loaded = self._load()
            newer = loaded.header.schema > self._document.schema
            known = self._known = Snapshot(loaded, self._tables, known, lenient=newer)
        return known

    def shown(self) -> Snapshot:
        """The same, or what was known last where the file cannot be read any more: `trouble` says why then.

        Raises:
            StoreError: it cannot be read, and nothing of it is known.
        """
        try:
            snapshot = self.current()
        except StoreError as trouble:
            if self._known is None:
                raise
            self.trouble = trouble
            return self._known
        found = snapshot.loaded.header.schema
        newer = found > self._document.schema
        self.trouble = TooNew(found, self._document.schema) if newer else None
        return snapshot

    def to_change(self) -> Snapshot:
        """What the file holds now, if it may be changed.

        Raises:
            StoreError: it cannot be read, or a newer version of the app wrote it.
        """
        snapshot = self.current()
        self._document.refuse_newer(snapshot.loaded)
        return snapshot

    def save(self, tx: Transaction, snapshot: Snapshot) -> Entry | None:
        """Save what the transaction changed in one write; its entry, None if it changed nothing."""
        changes = numbered(tx.changes(), snapshot)
        if not changes:
            return None
        self._keep_older_format(snapshot)
        rows = snapshot.rows(history.TABLE)
        touched = images(changes, snapshot, self._tables)
        new = history.new_entry(tx.now, tx.did, tx.merge, tx.undoes)
        entry, number, notes = history.noted(rows, new, touched, self.apart.images)
        notes = {**undo.marks(snapshot, tx.undoes, tx.now), **notes}
        raws = {
            table_of(kind, self._tables): {number: change.raw for number, change in some.items()}
            for kind, some in changes.items()
        }
        loaded, gave_up = self._writing.write(snapshot.loaded, raws, notes, number)
        self._known = snapshot.after(loaded, changes)
        self._gave_up = gave_up or self._gave_up
        self._copy_if_due(tx.now)
        return entry

    def erase(self, now: datetime) -> str:
        """Set everything aside as one last copy, start empty, and tell where the copy is."""
        place = self._home.erase(now)
        self._known = None
        self.dismiss()
        return place

    def copies(self) -> tuple[Copy, ...]:
        """Every copy that can be looked into, the newest first."""
        return self._home.copies()

    def opened(self, copy: Copy) -> Snapshot:
        """What a copy holds, in today's form.

        Raises:
            CopyUnusable: it is damaged, gone, or of a newer version of the app.
        """
        tree, found = parsed(copy, self._home.content_of(copy), self._document.schema)
        return self.seen_as(tree, found.schema)

    def seen_as(self, tree: Tree, schema: int) -> Snapshot:
        """Tables of that version of the format as a state of their own, in today's form."""
        climbed = climb(tree, schema, self._steps)
        return Snapshot(Loaded(climbed, Header(self._document.schema, 0), None), self._tables)

    def opened_from(self, tables: Mapping[str, Sequence[Any]], schema: int) -> Snapshot:
        """Documents from outside, of that version of the format, as a state of their own, in today's form.

        Raises:
            CopyUnusable: they do not have the form that the format wants.
        """
        if not 1 <= schema <= self._document.schema:
            raise CopyUnusable(BROUGHT, "a newer version of the app made it")
        try:
            snapshot = self.seen_as(numbered_documents(tables), schema)
            for kind in self._tables:
                snapshot.view(kind).all()
        except Unreadable as problem:
            raise CopyUnusable(
                BROUGHT, f"one {problem.kind.__name__.lower()}: {problem.why}"
            ) from problem
        except (LookupError, TypeError, ValueError, AttributeError) as problem:
            raise CopyUnusable(
                BROUGHT, "it does not have the form that this app writes"
            ) from problem
        return snapshot

    def copy_now(self, now: datetime) -> None:
        """Make a backup even if the last is a fresh one; where that fails, the next one is as good."""
        with suppress(NotCopied):
            self._home.copy_now(now)

    def put_in_place(self, copy: Copy) -> None:
        """Set the damaged document aside and open this copy in its place; a whole one is left alone."""
        content = self._home.content_of(copy)
        parsed(copy, content, self._document.schema)
        if not self._is_well():
            self._home.put_in_place(content)

    def _load(self) -> Loaded:
        try:
            loaded = self._document.load()
        except NotWhole as damage:
            return self._put_right(str(damage))
        if loaded.stamp is None:
            return self._missing(loaded)
        tree = climb(loaded.tree, loaded.header.schema, self._steps, self.apart.images)
        return loaded._replace(tree=tree)

    def _missing(self, nothing: Loaded) -> Loaded:
        if self._home.has_backups():
            return self._put_right("the file is missing")
        if self._known and self._known.loaded.stamp:
            raise self._home.vanished()
        return nothing

    def _put_right(self, why: str) -> Loaded:
        with self._home.lock.held():
            if not self._is_well():
                self._rescued = self._home.rescue(why)
        return self._load()

    def _is_well(self) -> bool:
        # Another process may have put things right while we waited for the lock.
        try:
            return self._document.load().stamp is not None
        except NotWhole:
            return False

    def _keep_older_format(self, snapshot: Snapshot) -> None:
        found = snapshot.loaded.header.schema
        if found < self._document.schema:
            self._home.keep_format(found)

    def _copy_if_due(self, now: datetime) -> None:
        try:
            if self._home.copy_if_due(now):
                self._no_backup = None
        except NotCopied as problem:
            # The save itself stands: it must not look as if it had failed.
            self._no_backup = NoBackup(str(problem))
