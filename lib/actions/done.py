"""What every action hands back."""

from __future__ import annotations

from dataclasses import dataclass

from lib.store.repository import Transaction


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in one sentence ("" for a silent save), and what it made or touched.

    `record_id` is the record that a page may want to show next.
    """

    did: str
    record_id: str = ""


def say(tx: Transaction, did: str, record_id: str = "") -> Done:
    """Announces what a transaction did, in one sentence, and returns it."""
    tx.say(did)
    return Done(did, record_id)
