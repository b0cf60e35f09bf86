"""What every stored thing has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4, uuid5

NAMESPACE = UUID("5b1f5c1e-6c0f-4f52-9d0d-6f6f6c6f7701")


def new_id() -> str:
    """A fresh identifier, the same length for every kind of record."""
    return uuid4().hex


def id_for(what: str) -> str:
    """Returns the id of the one record for that; the same text always gives the same id."""
    return uuid5(NAMESPACE, what).hex


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One thing the store keeps.

    `revision` and `changed_at` are set by the store at each save and compared at the next one, so
    that a save made from an old copy is noticed. `example` marks made-up records that one click
    removes.
    """

    id: str
    revision: int = 0
    changed_at: datetime | None = None
    example: bool = False
