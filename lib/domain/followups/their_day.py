"""The day that the employer gave, as it stands after everything that was heard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lib.domain.answers import JobEvent
from lib.domain.debriefs import Commitment, Debrief
from lib.domain.interviews import Interview


def standing_commitment(
    debrief: Debrief, interview: Interview, heard: Iterable[JobEvent]
) -> Commitment | None:
    """Returns what they said last: the checklist's commitment, or a day that they moved it to.

    A day counts that they gave after the checklist was written, or, while it is not, after the
    interview. The checklist holds what was known when it was written.

    Args:
        heard: what was heard, in any order; other jobs' events are left out.
    """
    said, since = debrief.commitment, debrief.written_at or interview.ends_at()
    moved = [one for one in heard if one.job_id == interview.job_id and one.at > since and one.by]
    theirs = [one for one in moved if one.kind.is_from_them()]
    last = max(theirs, key=lambda one: one.at, default=None)
    if last is not None:
        return Commitment(what=said.what, who_id=last.who_id or said.who_id, by=last.by)
    return None if said.is_empty() else said


def their_day(debrief: Debrief, interview: Interview, heard: Iterable[JobEvent]) -> date | None:
    """Returns the day by which they act, as it stands now; None if they gave none."""
    commitment = standing_commitment(debrief, interview, heard)
    return commitment.by if commitment else None


def decision_day(debrief: Debrief, standing: date | None = None) -> date | None:
    """Returns the day of the decision, else that of the next step.

    Args:
        standing: `their_day`, where what was heard since the checklist counts as well.
    """
    return debrief.decision_on or standing or debrief.commitment.by
