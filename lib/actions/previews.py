"""The notes that a checklist would give, before they are written."""

from __future__ import annotations

from datetime import datetime

from lib.actions.briefs import brief_for
from lib.actions.debriefs import planned_follow_ups
from lib.domain.debriefs import Debrief
from lib.domain.followups.plan_thanks import THANKS
from lib.domain.interviews import Interview
from lib.domain.notes import Channel, NoteKind, Text
from lib.store.repository import Reader
from lib.words.letters.compose import compose

CHANNELS = {reason: channel for channel, (reason, _, _) in THANKS.items()}
"""The channel of a thank-you by the reason of its follow-up."""


def preview_thanks(
    reader: Reader, interview: Interview, debrief: Debrief, *, now: datetime
) -> dict[tuple[str, Channel], Text]:
    """Returns each thank-you as it would read, by its reader's id and channel."""
    planned = planned_follow_ups(reader, interview, debrief, now)
    found = {}
    for follow_up in planned:
        channel = CHANNELS.get(follow_up.reason.kind)
        if channel is not None:
            brief = brief_for(
                reader, interview, debrief, follow_up, NoteKind.THANK_YOU, channel, planned
            )
            found[follow_up.interviewer_id, channel] = compose(brief)
    return found
