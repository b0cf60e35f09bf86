"""One round of interviewing for a job, and the people met in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from lib.domain.dates.due import at_local, local_day
from lib.domain.records import Record

DAY, HALF_A_DAY = 24 * 60, 12 * 60
"""Minutes."""


class InterviewKind(StrEnum):
    """Which round it is."""

    PHONE_SCREEN = "phone_screen"
    FIRST = "first"
    TECHNICAL = "technical"
    CASE = "case"
    PANEL = "panel"
    FINAL = "final"
    INFORMAL = "informal"
    OTHER = "other"


class InterviewFormat(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"


class Role(StrEnum):
    """What an interviewer has to do with the decision."""

    DECISION_MAKER = "decision_maker"
    RECRUITER = "recruiter"
    COORDINATOR = "coordinator"
    PEER = "peer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Interviewer(Record):
    """Someone who interviews me for a job. An empty name means that it is not known yet.

    `address` is the postal one, for a card; `link` that of their page on LinkedIn. `greet_as` is
    what follows "Dear" ("Dr. Weiß"); while it is empty, it is guessed from the name.
    """

    job_id: str
    name: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    link: str = ""
    role: Role = Role.PEER
    name_confirmed: bool = False
    greet_as: str = ""


def minutes_between(start: time, end: time) -> int:
    """Returns the length in minutes of what may go over midnight.

    Zero or less where it would last longer than half a day: then it ends before it starts.
    """
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    over_midnight = minutes + DAY
    return over_midnight if minutes < 0 and over_midnight <= HALF_A_DAY else minutes


@dataclass(frozen=True, kw_only=True, slots=True)
class Interview(Record):
    """One round, at a wall-clock time in a zone. `minutes` is its length."""

    job_id: str
    kind: InterviewKind = InterviewKind.FIRST
    format: InterviewFormat = InterviewFormat.IN_PERSON
    day: date
    clock: time
    zone: str
    minutes: int = 60
    place: str = ""
    interviewer_ids: tuple[str, ...] = ()
    remarks: str = ""

    def starts_at(self) -> datetime:
        """The moment it starts, in UTC."""
        return at_local(self.day, self.clock, self.zone)

    def ends_at(self) -> datetime:
        """The moment it ends, in UTC."""
        return self.starts_at() + timedelta(minutes=self.minutes)

    def ended_on(self) -> date:
        """The day on which it ends, by the calendar of its own zone."""
        return local_day(self.ends_at(), self.zone)
