"""One entry of a calendar, the groups of its legend, and how a program learns of a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from lib.domain.dates.due import Due, at_local
from lib.domain.followups.followup import State
from lib.domain.jobs import Job
from lib.domain.records import Record

TASK_MINUTES = 15
OUTWEIGHS = 1000
"""How much a change of the entry's own record counts beside one of what it shows."""


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
    `revision` rises whenever the entry may have changed; `minutes` is its length.
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


def revision_of(record: Record, job: Job | None, shown: Iterable[Record]) -> int:
    """Returns a number that rises with every record whose words the entry shows.

    It rises as well when one of `shown` is there no more: what takes somebody off an entry changes
    its own record or the job, and that outweighs their revisions.
    """
    own = record.revision + (job.revision if job else 0)
    return own * OUTWEIGHS + sum(one.revision for one in shown)


def changed_at_of(record: Record, job: Job | None, shown: Iterable[Record]) -> datetime | None:
    """Returns when any of those records was last changed; None if that is not known."""
    every = (record, *((job,) if job else ()), *shown)
    return max((one.changed_at for one in every if one.changed_at), default=None)
