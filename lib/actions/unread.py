"""Records that cannot be read: which there are, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from lib.actions.copies import WORDS
from lib.actions.done import Done, say
from lib.domain.records import Record, new_id
from lib.domain.set_aside import SetAside
from lib.domain.store_errors import Missing, StoreError
from lib.store.history import digest
from lib.store.repository import Reader, Store, Transaction
from lib.store.table_view import Unread
from lib.words.slips.articles import article_of

_NAMED_BY = ("company", "name", "what", "title", "role", "subject", "about", "day")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row that cannot be read, or that was kept aside.

    `key` tells it from others, also in another window: its place and what it holds.
    """

    key: str
    words: str
    why: str
    text: str
    in_book: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What cannot be read, and how many records are not shown because they belong to it."""

    rows: tuple[Row, ...] = ()
    hidden: int = 0


def found(store: Store) -> Found:
    """Returns what cannot be read, in everything and in the address book as far as it was read."""
    rows = [_row(one, in_book=False) for one in store.read().unread()]
    if book := _book_as_read(store):
        rows += [_row(one, in_book=True) for one in book.unread()]
    hidden = sum(len(ids) for ids in store.read().hidden.values())
    return Found(tuple(rows), hidden)


def set_aside(store: Store) -> tuple[Row, ...]:
    """Returns what was kept aside, in the order in which that was done."""
    rows = [_aside_row(one, store, in_book=False) for one in store.read().all(SetAside)]
    if book := _book_as_read(store):
        rows += [_aside_row(one, store.book, in_book=True) for one in book.all(SetAside)]
    return tuple(rows)


def _book_as_read(store: Store) -> Reader | None:
    """Returns the address book if it was opened before and can be read."""
    with suppress(StoreError):
        return store.opened_book.read() if store.opened_book else None
    return None


def delete(store: Store, row: Row, *, now: datetime) -> Done:
    """Deletes a row that cannot be read."""
    return _with_row(store, row, "Deleted", now, lambda tx, one: _take_out(tx, one))


def keep_aside(store: Store, row: Row, *, now: datetime) -> Done:
    """Puts a row that cannot be read out of sight; Settings lists what was kept aside."""

    def keep(tx: Transaction, one: Unread) -> None:
        _take_out(tx, one)
        text = orjson.dumps(one.raw).decode()
        tx.put(SetAside(id=new_id(), table=tx.tables[one.kind], row=text, why=one.why))

    return _with_row(store, row, "Kept aside", now, keep)


def put_back(store: Store, row: Row, *, now: datetime) -> Done:
    """Puts a row that was kept aside back into its table, where it is read if that is possible."""
    with _owner(store, row).transaction(now=now, did="") as tx:
        one = tx.get(SetAside, row.key)
        tx.remove(SetAside, row.key)
        tx.add_row(one.table, orjson.loads(one.row))
        return say(tx, f"Put back {row.words}")


def delete_aside(store: Store, row: Row, *, now: datetime) -> Done:
    """Deletes a row that was kept aside."""
    with _owner(store, row).transaction(now=now, did="") as tx:
        tx.remove(SetAside, tx.get(SetAside, row.key).id)
        return say(tx, f"Deleted {row.words}")


def _with_row(
    store: Store, row: Row, did: str, now: datetime, do: Callable[[Transaction, Unread], None]
) -> Done:
    with _owner(store, row).transaction(now=now, did="") as tx:
        one = next((one for one in tx.unread() if _key(one) == row.key), None)
        if one is None:
            raise Missing(Record)
        do(tx, one)
        return say(tx, f"{did} {row.words}")


def _owner(store: Store, row: Row) -> Store:
    return store.book if row.in_book else store


def _take_out(tx: Transaction, one: Unread) -> None:
    tx.set_row(tx.tables[one.kind], int(one.number), None)


def _row(one: Unread, *, in_book: bool) -> Row:
    return Row(_key(one), _words(one.kind, one.raw), one.why, _text(one.raw), in_book)


def _aside_row(one: SetAside, of: Store, *, in_book: bool) -> Row:
    kinds = {table: kind for kind, table in of.read().tables.items()}
    raw = orjson.loads(one.row)
    words = _words(kinds.get(one.table, SetAside), raw)
    return Row(one.id, words, one.why, _text(raw), in_book)


def _key(one: Unread) -> str:
    return f"{one.kind.__name__}.{one.number}.{digest(one.raw)}"


def _words(kind: type[Record], raw: Any) -> str:
    """Returns what a person calls it: `a job (Harbor & Vale)`."""
    word = WORDS.get(kind, ("record", ""))[0]
    article = article_of(word)
    named = next((name for field in _NAMED_BY if (name := _name_in(raw, field))), "")
    return f"{article} {word} ({named})" if named else f"{article} {word}"


def _name_in(raw: Any, field: str) -> str:
    value = raw.get(field) if isinstance(raw, dict) else None
    return " ".join(value.split())[:LONGEST_NAME] if isinstance(value, str) else ""


def _text(raw: Any) -> str:
    return orjson.dumps(raw, option=orjson.OPT_INDENT_2).decode()
