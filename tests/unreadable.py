"""Spoils what lies in a store's file, under a checksum that is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lib.store.document import Header, Tree, parse, sealed
from lib.store.repository import Store

SPOILT: dict[type, tuple[Any, ...]] = {
    str: (None, 7, [], {"id": "x"}),
    int: ("7", None, 1.5),
    bool: ("false", None),
    list: ("text", None, [7], [None]),
    dict: (None, "text", []),
    type(None): (7, [], {"a": "b"}),
}
"""What may stand in place of a value of each JSON type; much of it cannot be read."""


def tables(store: Store) -> Tree:
    """Returns what lies in the store's file."""
    return parse(store.file.read_bytes())[0]


def write(store: Store, tree: Tree) -> None:
    """Writes these tables, as another program would that knows the checksum."""
    header = parse(store.file.read_bytes())[1]
    store.file.write_bytes(sealed(tree, Header(header.schema, header.revision + 1)))


def spoil(store: Store, table: str, number: str, row: Any) -> None:
    """Puts this row in the place of another one."""
    tree = tables(store)
    write(store, {**tree, table: {**tree.get(table, {}), number: row}})


def spoil_field(store: Store, table: str, number: str, **fields: Any) -> None:
    """Puts these values into fields of a row."""
    spoil(store, table, number, {**tables(store)[table][number], **fields})


def spoilt_fields(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yields the row with one field spoilt, or missing, for each field and each way."""
    for name, value in row.items():
        yield {other: row[other] for other in row if other != name}
        for instead in SPOILT.get(type(value), ()):
            yield {**row, name: instead}
