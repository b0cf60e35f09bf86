"""Bringing the stored follow-ups into line with a plan, in an open transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lib.domain.followups.followup import FollowUp
from lib.domain.followups.reconcile import Changes, reconcile
from lib.domain.notes import Note
from lib.store.repository import Transaction


def bring_into_line(
    tx: Transaction, wanted: Sequence[FollowUp], earlier: Iterable[FollowUp] = ()
) -> Changes:
    """Adds, updates and removes follow-ups so that they are as wanted; returns what was done.

    Args:
        earlier: what the same plan gave rise to before. What of it is not wanted any more is
            removed, with its notes; what a person has touched is left to the caller.
    """
    standing = {one.id: one for one in earlier}
    standing |= {one.id: one for each in wanted if (one := tx.find(FollowUp, each.id))}
    notes = [one for one in tx.all(Note) if one.follow_up_id in standing]
    changes = reconcile(standing.values(), wanted, notes)
    for one in (*changes.added, *changes.updated):
        tx.put(one)
    for one in changes.removed:
        remove_with_notes(tx, one)
    return changes


def remove_with_notes(tx: Transaction, follow_up: FollowUp) -> None:
    """Removes a follow-up and the notes that were written for it."""
    for note in tx.where(Note, follow_up_id=follow_up.id):
        tx.remove(Note, note.id)
    tx.remove(FollowUp, follow_up.id)
