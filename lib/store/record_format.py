"""The records of one document in the form in which this version of the app keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lib.domain.store_errors import CopyUnusable, Unreadable
from lib.store.codec import Raw
from lib.store.copies import Copy, parsed
from lib.store.document import Loaded, Tree, parse
from lib.store.header import Header, NotWhole
from lib.store.migrations import Step, climb, version_of
from lib.store.reading import Reader
from lib.store.tables import Tables

BROUGHT = "The file that you brought"


@dataclass(frozen=True, slots=True)
class RecordFormat:
    """The table of each kind of record, and the steps that lead from older formats to today's."""

    tables: Tables
    steps: Sequence[Step]

    @property
    def schema(self) -> int:
        """The version of the format that this app writes."""
        return version_of(self.steps)

    def of_copy(self, copy: Copy, content: bytes) -> Reader:
        """Returns what a copy with this content holds.

        Raises:
            CopyUnusable: it is damaged, or of a newer version of the app.
        """
        tree, found = parsed(copy, content, self.schema)
        return self._reader(tree, found.schema)

    def of_documents(self, tables: Mapping[str, Sequence[Any]], schema: int) -> Reader:
        """Returns documents from outside, of that version of the format, as a state of their own.

        Raises:
            CopyUnusable: they do not have the form that the format wants, or are of a newer one.
        """
        if not 1 <= schema <= self.schema:
            raise CopyUnusable(BROUGHT, "a newer version of the app made it")
        try:
            reader = self._reader(_numbered(tables), schema)
            for kind in self.tables:
                reader.all(kind)
        except Unreadable as problem:
            what = f"one {problem.kind.__name__.lower()}: {problem.why}"
            raise CopyUnusable(BROUGHT, what) from problem
        except (LookupError, TypeError, ValueError, AttributeError) as problem:
            what = "it does not have the form that this app writes"
            raise CopyUnusable(BROUGHT, what) from problem
        return reader

    def _reader(self, tree: Tree, schema: int) -> Reader:
        climbed = climb(tree, schema, self.steps)
        return Reader(Loaded(climbed, Header(self.schema, 0), None), self.tables)


def documents_in(content: bytes) -> tuple[dict[str, list[Raw]], int]:
    """Returns the documents of a copy of the app's own file, by table, and their format's version.

    Raises:
        CopyUnusable: a byte of it was changed or is missing.
    """
    try:
        tree, found = parse(content)
    except NotWhole as damage:
        raise CopyUnusable(BROUGHT, str(damage)) from damage
    own = {name: list(rows.values()) for name, rows in tree.items() if not name.startswith("_")}
    return own, found.schema


def _numbered(tables: Mapping[str, Sequence[Any]]) -> Tree:
    """Returns the documents of each table by numbers of their own, as the file has them.

    Raises:
        ValueError: two of one table bear the same id.
    """
    tree: Tree = {}
    for name, documents in tables.items():
        if len({document["id"] for document in documents}) < len(documents):
            raise ValueError("an id stands twice")
        tree[name] = {str(number): one for number, one in enumerate(documents, start=1)}
    return tree
