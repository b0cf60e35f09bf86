"""The lines of a job's history: what there can be, and what they are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, short_date, short_day
from lib.domain.job_records import JobRecords
from lib.domain.notes import Channel

A_MOMENT = timedelta(seconds=1)
"""What lies between the end of a day and the day on which that is told."""


class LineKind(StrEnum):
    """What sort of line it is; the value is the word that stands beside its symbol."""

    INTERVIEW = "Interview"
    SENT = "Sent"
    PROMISED = "Promised"
    KEPT = "Kept in time"
    LATE = "Kept late"
    MOVED = "Moved"
    MISSED = "Missed"
    LET_GO = "Let go"
    DONE = "Done"
    THEY_SAID = "They said"
    DAY_PASSED = "Their day passed"
    HEARD = "From them"
    OWN = "Noted"
    GOOD_WORD = "Good word"
    OUTCOME = "Outcome"
    PLANNED = "Planned"
    OVERDUE = "Overdue"
    THEIR_DAY = "Their day"


class About(StrEnum):
    """What a line is about. The pages say where it leads to."""

    NOTHING = ""
    INTERVIEW = "interview"
    CHECKLIST = "checklist"
    FOLLOW_UP = "follow_up"
    NOTE = "note"
    GOOD_WORD = "good_word"
    ANSWER = "answer"
    EVENT = "event"


CHANNELS = {
    Channel.EMAIL: "by e-mail",
    Channel.CARD: "as a handwritten card",
    Channel.LINKEDIN: "as a LinkedIn message",
    Channel.INVITATION: "with a LinkedIn invitation",
    Channel.PHONE: "by phone",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened, or is to come. Lines are ordered by `at`.

    `when` is the day, by the person's calendar for what happened, with a time only where one is
    known. `more` is its second line, `record_id` the id of the record that it leads to (see
    `About`).
    """

    at: datetime
    when: Due
    kind: LineKind
    words: str
    more: str = ""
    about: About = About.NOTHING
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One job's records at one moment, and how its person reads dates."""

    records: JobRecords
    now: datetime
    zone: str
    style: DateStyle

    def line(
        self,
        at: datetime,
        kind: LineKind,
        words: str,
        more: str = "",
        about: About = About.NOTHING,
        record_id: str = "",
    ) -> Line:
        """Returns the line of that moment, by the person's calendar and clock."""
        return Line(at, self.on(at), kind, words, more, about, record_id)

    def on(self, moment: datetime) -> Due:
        """When that moment is by the person's calendar and clock."""
        return Due.at(moment, self.zone)

    def day_of(self, moment: datetime) -> Due:
        """The day of that moment by the person's calendar."""
        return Due(self.on(moment).day, None, self.zone)

    def date(self, when: Due) -> str:
        """Returns "Fri, Nov 27, 10 a.m." for a sentence, with the year unless it is this one."""
        local = by_calendar(when, self.zone)
        is_this_year = local.day.year == self.on(self.now).day.year
        to_words = short_day if is_this_year else short_date
        day = to_words(local.day, self.style.english)
        return joined(day, clock_words(local, self.style), by=", ")


def by_calendar(when: Due, zone: str) -> Due:
    """Returns that date by the calendar and clock of a zone; a whole day stays that day."""
    return when if when.clock is None else Due.at(when.deadline(), zone)


def clock_words(when: Due, style: DateStyle) -> str:
    """Returns the time of day of that date, empty where it has none."""
    return "" if when.clock is None else style.clock(when.clock)


def joined(*parts: str, by: str = " · ") -> str:
    """Those parts that say something, one behind the other."""
    return by.join(part for part in parts if part)
