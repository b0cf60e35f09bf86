"""The document in a file: only whole ones are read, and each save is one atomic step."""

from __future__ import annotations

from pathlib import Path

from lib.domain.store_errors import WrittenElsewhere
from lib.store.document import Document, Loaded, Tree, parse
from lib.store.file import atomic


class SafeFile(Document):
    """One file."""

    def __init__(self, path: Path, *, schema: int) -> None:
        super().__init__(schema=schema)
        self.path = path
        # How many bytes the last save had, or would have had.
        self.wanted = 0

    def load(self) -> Loaded:
        """As in Document."""
        with atomic.readably(self.path):
            read = atomic.read_file(self.path)
        if read is None:
            return self.nothing(None)
        content, stamp = read
        tree, found = parse(content)
        return Loaded(tree, found, stamp)

    def save(self, tree: Tree) -> Loaded:
        """As in Document.

        Raises:
            Full, ReadOnly, DiskFailure, WrittenElsewhere, TooNew: nothing was saved; the old file stands.
        """
        self.refuse_newer(self.base)
        content, following = self.sealed(tree)
        self.wanted = len(content)
        with atomic.plainly(self.path):
            atomic.sweep(self.path.parent, self.path.name)
            stamp = atomic.replace_file(self.path, content, just_before=self._still_the_base)
        self.rebase(Loaded(tree, following, stamp))
        return self.base

    def is_now(self, stamp: object | None) -> bool:
        """As in Document."""
        with atomic.readably(self.path):
            return atomic.stamp_of(self.path) == stamp

    def _still_the_base(self) -> None:
        if atomic.stamp_of(self.path) != self.base.stamp:
            raise WrittenElsewhere(self.path)
