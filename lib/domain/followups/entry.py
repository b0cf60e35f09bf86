"""One entry of a calendar, the groups of its legend, and how a program learns of a change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from lib.domain.dates.due import Due, at_local
from lib.domain.followups.followup import State

TASK_MINUTES = 15


class EntryKind(StrEnum):
    """What sort of thing stands on the calendar, in the groups that its legend shows."""

    NOTE = "note"
    CARD = "card"
    CALL = "call"
    MESSAGE = "message"
    MATERIAL = "material"
    CHECK_IN = "check_in"
    GOOD_WORD = "good_word"
    OTHER = "other"
    INTERVIEW = "interview"
    COMMITMENT = "commitment"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One dated thing on a calendar: all day without a `clock`, else at that time in `zone`.

    `short` is the title for narrow places, with the person or the company first. `record_id` is
    the id of the follow-up or the interview; for a commitment, of the interview where it was made.
    `minutes` is its length. `revision` and `changed_at` are what a file says of the last change;
    they are set when it is given out.
    """

    uid: str
    title: str
    short: str = ""
    day: date
    clock: time | None = None
    zone: str = "UTC"
    minutes: int = TASK_MINUTES
    details: str = ""
    place: str = ""
    kind: EntryKind
    revision: int = 0
    changed_at: datetime | None = None
    state: State = State.OPEN
    promised: bool = False
    job_id: str = ""
    record_id: str = ""

    def is_follow_up(self) -> bool:
        """Whether it is something I owe: that can be moved and done."""
        return self.kind not in (EntryKind.INTERVIEW, EntryKind.COMMITMENT)

    def starts_at(self) -> datetime | None:
        """The moment it starts, in UTC; None if it is for the whole day."""
        return at_local(self.day, self.clock, self.zone) if self.clock is not None else None

    def due_at(self, day: date, clock: time | None, zone: str) -> Due:
        """Returns its due date when it is put on that day of a calendar in `zone`."""
        if clock is None:
            return Due(day, None, self.zone)
        return Due.at(at_local(day, clock, zone), self.zone)
