"""What came of a job in the end, and what was heard from the employer on the way there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lib.domain.jobs import JobStatus
from lib.domain.records import Record


class EventKind(StrEnum):
    """What was heard, or done, that nothing else records."""

    WROTE = "wrote"
    CALLED = "called"
    MOVED_DATE = "moved_date"
    OWN = "own"

    def is_from_them(self) -> bool:
        """Whether the employer was in touch, which starts the clock of the check-ins anew."""
        return self is not EventKind.OWN


@dataclass(frozen=True, kw_only=True, slots=True)
class JobEvent(Record):
    """A line that was put into a job's history by hand: they were in touch, or my own.

    `who_id` is the interviewer who was in touch, `by` the day that they gave for what comes next.
    """

    job_id: str
    at: datetime
    kind: EventKind = EventKind.OWN
    who_id: str = ""
    words: str = ""
    by: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer(Record):
    """How a job turned out, and since when; its id is that job's id.

    `from_id` is the interviewer who told me; `no_reply` is set where the news came from an address
    that takes no answer. `learned` are the one or two lines for next time. `stay_in_touch` is the
    person's choice after a no (None: not chosen yet), and `answer_by` the day by which I answer an
    offer. `news` is what an earlier version asked for, what has happened since; it is shown beside
    its blank.
    """

    status: JobStatus
    at: datetime
    from_id: str = ""
    no_reply: bool = False
    learned: str = ""
    stay_in_touch: bool | None = None
    news: str = ""
    answer_by: date | None = None
