"""Moving everything from a folder to a hosted store and back, and making a hosted store smaller."""

from __future__ import annotations

from datetime import datetime

from lib.actions import copies
from lib.actions.done import Done
from lib.domain.errors import FollowThroughError
from lib.store.home import Sizes
from lib.store.repository import Store


class NotTheSame(FollowThroughError):
    """Both places were counted after moving, and they differ."""

    def __init__(self, here: str, there: str) -> None:
        super().__init__(
            f"Not everything arrived: {here} stand at one place and {there} at the other. Nothing "
            "was removed at either; in Settings you can go back to how it was before."
        )


def bring_from(store: Store, other: Store, *, now: datetime) -> Done:
    """Makes everything here as it is there; see `take_to`."""
    return take_to(other, store, now=now)


def take_to(store: Store, other: Store, *, now: datetime) -> Done:
    """Makes everything there as it is here; what stood there can be gone back to.

    Raises:
        NotTheSame, StoreError: it did not all arrive; nothing was removed.
    """
    file = copies.take_along(store, now=now)
    copies.bring_in(other, file, replace=True, now=now)
    here, there = counted(store), counted(other)
    if here != there or _differ(store, other):
        raise NotTheSame(here, there)
    return Done(f"Moved {there}. Both places were counted, and hold the same.")


def counted(store: Store) -> str:
    """Returns what both parts of a store hold: "3 jobs, 40 people in the address book"."""
    parts = (copies.counted(store.read()), copies.counted(store.book.read()))
    return ", ".join(part for part in parts if part != copies.NOTHING) or copies.NOTHING


def make_smaller(store: Store, *, now: datetime) -> Done:  # noqa: ARG001 - as every action
    """Has the database give back the room of what was replaced or removed; what that came to."""
    before = _megabytes(store.home.sizes())
    store.home.clear_away()
    after = _megabytes(store.home.sizes())
    return Done(f"Made the database smaller: {before} before, {after} now.")


def _differ(store: Store, other: Store) -> bool:
    parts = ((store, other), (store.book, other.book))
    return any(copies.differences(one.read(), other.read()) for one, other in parts)


def _megabytes(sizes: Sizes) -> str:
    return f"{sizes.all / 1_000_000:.1f} MB"
