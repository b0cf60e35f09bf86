"""The day that the employer gave, as it stands after everything that was heard."""

from __future__ import annotations

from collections.abc import Iterable

from lib.domain.answers import EventKind, JobEvent
from lib.domain.debriefs import Commitment, Debrief


def standing_commitment(debrief: Debrief, heard: Iterable[JobEvent]) -> Commitment | None:
    """Returns what they said last: the checklist's commitment, or a later day that they moved it to.

    Args:
        heard: what was heard about the job, in any order.
    """
    said = debrief.commitment
    moved = [one for one in heard if one.by and one.kind is not EventKind.OWN]
    last = max(moved, key=lambda one: one.at, default=None)
    if last is not None and (debrief.written_at is None or last.at > debrief.written_at):
        return Commitment(what=said.what, who_id=last.who_id or said.who_id, by=last.by)
    return None if said.is_empty() else said
