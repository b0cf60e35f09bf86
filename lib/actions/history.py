"""Taking back what was done."""

from __future__ import annotations

from datetime import datetime

from lib.actions.done import Done
from lib.store.repository import Store


def undo(store: Store, entry_id: str, *, now: datetime) -> Done:
    """Takes one action back; that is an action too, and can be taken back itself."""
    return Done(store.undo(entry_id, now=now).did)
