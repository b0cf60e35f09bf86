"""The lines of a job's history: what there can be, and what they are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.english import DateStyle, short_date, short_day
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact

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
    """What a line is about, and so where it leads to."""

    NOTHING = ""
    INTERVIEW = "interview"
    DEBRIEF = "debrief"
    FOLLOW_UP = "follow_up"
    NOTE = "note"
    NETWORK = "network"
    OUTCOME = "outcome"
    EVENT = "event"


CHANNELS = {
    Channel.EMAIL: "by e-mail",
    Channel.CARD: "as a handwritten card",
    Channel.LINKEDIN: "as a LinkedIn message",
    Channel.INVITATION: "with a LinkedIn invitation",
    Channel.PHONE: "by phone",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing that happened, or is to come. Lines are ordered by `at`.

    `when` is the day, by the person's calendar for what happened, with a time only where one is known.
    `more` is its second line, `record_id` the id of the record that it leads to (see `About`).
    """

    at: datetime
    when: Due
    kind: LineKind
    words: str
    more: str = ""
    about: About = About.NOTHING
    record_id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """Everything known about one job, and how its person reads dates. `events` are in their order."""

    job: Job
    rounds: Mapping[str, Interview]
    people: Mapping[str, Interviewer]
    debriefs: tuple[Debrief, ...]
    followups: tuple[FollowUp, ...]
    notes: tuple[Note, ...]
    asks: tuple[Ask, ...]
    contacts: Mapping[str, Contact]
    events: tuple[JobEvent, ...]
    answer: Answer | None
    now: datetime
    zone: str
    style: DateStyle

    def name(self, interviewer_id: str, otherwise: str) -> str:
        """What somebody is called: by name, else by position."""
        person = self.people.get(interviewer_id)
        if person is None:
            return otherwise
        position = person.position.strip()
        return person.name.strip() or (f"the {position}" if position else otherwise)

    def friend(self, contact_id: str) -> str:
        """The name of somebody I know."""
        contact = self.contacts.get(contact_id)
        return contact.name.strip() if contact else "somebody you know"

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
        return joined(
            to_words(local.day, self.style.english), clock_words(local, self.style), by=", "
        )


def by_calendar(when: Due, zone: str) -> Due:
    """Returns that date by the calendar and clock of a zone; a whole day stays that day."""
    return when if when.clock is None else Due.at(when.deadline(), zone)


def clock_words(when: Due, style: DateStyle) -> str:
    """Returns the time of day of that date, empty where it has none."""
    return "" if when.clock is None else style.clock(when.clock)


def joined(*parts: str, by: str = " · ") -> str:
    """Those parts that say something, one behind the other."""
    return by.join(part for part in parts if part)
