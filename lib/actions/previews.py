"""Composes the thank-yous that a checklist would give, before they are written."""

from __future__ import annotations

from datetime import datetime

from lib.actions.briefs import Planned, brief_for
from lib.actions.debriefs import planned_follow_ups
from lib.actions.drafts import WRITTEN_FOR
from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview
from lib.domain.notes import Channel, NoteKind, Text
from lib.store.repository import Reader
from lib.words.letters.compose import compose


def preview_thanks(
    reader: Reader, interview: Interview, debrief: Debrief, *, now: datetime
) -> dict[tuple[str, Channel], Text]:
    """Returns each thank-you as it would read, by its reader's id and channel."""
    planned = Planned(debrief, planned_follow_ups(reader, interview, debrief, now))
    found = {}
    for follow_up in planned.follow_ups:
        wanted = WRITTEN_FOR.get(follow_up.reason.kind)
        if wanted is None or wanted[0] is not NoteKind.THANK_YOU:
            continue
        brief = brief_for(reader, follow_up, *wanted, planned)
        if brief is not None:
            found[follow_up.interviewer_id, wanted[1]] = compose(brief)
    return found
