"""Bringing people in from a file: into the address book, in one go, to be taken back in one go."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from lib.actions.done import Done
from lib.domain.people.arrivals import Arrivals, arrivals
from lib.domain.people.contacts import Acquaintance
from lib.domain.records import new_id
from lib.formats.contacts.shapes import ContactFile
from lib.store.repository import Reader, Store


def preview(book: Reader, file: ContactFile, same: Collection[int] = ()) -> Arrivals:
    """Returns who of the file is new and who is known already; nothing is changed.

    Args:
        same: the places in `file.people` of namesakes who are the ones that are known.
    """
    people = (one.person for one in file.people)
    return arrivals(book.all(Acquaintance), people, new_id=new_id, same=same)


def bring_in(store: Store, file: ContactFile, same: Collection[int] = (), *, now: datetime) -> Done:
    """Puts everybody of the file into the address book; who is known is brought up to date.

    Nothing that the person typed is touched: who was used before is a contact of its own. `same`
    is as in `preview`.
    """
    with store.book.transaction(now=now, did="") as tx:
        found = preview(tx, file, same)
        for person in (*found.new, *found.merged):
            tx.put(person)
        if found.new or found.merged:
            tx.say(said(found))
    return Done(tx.did)


def said(found: Arrivals) -> str:
    """What was brought in, in words: "Brought in 812 people; 30 brought up to date"."""
    new, merged = len(found.new), len(found.merged)
    brought = f"Brought in {new:,} {'person' if new == 1 else 'people'}"
    brought_up = f"{merged:,} brought up to date"
    if not new:
        return f"Address book: {brought_up}"
    return f"{brought}; {brought_up}" if merged else brought
