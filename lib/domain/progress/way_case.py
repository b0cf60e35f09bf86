"""What is known about one job, as the rules for the seven ways ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from lib.domain.answers import Answer
from lib.domain.dates.spoken import day
from lib.domain.dates.workdays import Workdays
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import Ask


class NextThing(NamedTuple):
    """What to do next: a page, what it is to work on, and the words of the link."""

    page: str
    address: Mapping[str, str]
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class JobRecords:
    """What is known about one job. `readiness` is that of each interview's worksheet, in per cent."""

    job: Job
    answer: Answer | None = None
    interviews: tuple[Interview, ...] = ()
    people: tuple[Interviewer, ...] = ()
    readiness: Mapping[str, int] = field(default_factory=dict)
    debriefs: tuple[Debrief, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    notes: tuple[Note, ...] = ()
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules for the seven ways are asked about: one job's records, at one moment."""

    of: JobRecords
    now: datetime
    zone: str
    workdays: Workdays
    english: English

    def on(self, when: date | datetime) -> str:
        """Returns that day, or the day of that moment, as people say it."""
        zone = ZoneInfo(self.zone)
        local = when.astimezone(zone).date() if isinstance(when, datetime) else when
        return day(local, self.now.astimezone(zone).date(), self.english)

    def ended(self) -> list[Interview]:
        """Returns the interviews that are over, the latest first."""
        over = (one for one in self.of.interviews if one.ends_at() <= self.now)
        return sorted(over, key=Interview.ends_at, reverse=True)

    def debrief(self, interview: Interview) -> Debrief:
        """Returns the checklist of that interview; an empty one where there is none."""
        return next(
            (one for one in self.of.debriefs if one.id == interview.id), Debrief(id=interview.id)
        )

    def name(self, id: str) -> str:
        """Returns the name of that interviewer, else their position, else nothing."""
        found = (one.name.strip() or one.position.strip() for one in self.of.people if one.id == id)
        return next(found, "")

    def checklist(self, interview: Interview, label: str = "Write it down") -> NextThing:
        """Returns the way to the checklist of that interview."""
        return NextThing("debrief", {"interview": interview.id}, label)

    def thanking(self, interview: Interview, whom: set[str]) -> list[Note]:
        """The notes of that interview that thank one of these people, or all of them."""
        mine = [one for one in self.of.notes if one.interview_id == interview.id]
        to_them = [
            one for one in mine if one.kind is NoteKind.THANK_YOU and one.interviewer_id in whom
        ]
        return to_them + [one for one in mine if one.kind is NoteKind.COORDINATOR]

    def sending(self, note: Note) -> NextThing:
        """Returns the way to that note."""
        who = self.name(note.interviewer_id) or "them all"
        return NextThing("notes", {"note": note.id}, f"Send the note to {who}")

    def asking(self, label: str) -> NextThing:
        """Returns the way to those who could put in a good word."""
        return NextThing("network", {"job": self.of.job.id}, label)

    def doing(self, follow_up: FollowUp, label: str = "") -> NextThing:
        """To its note, if there is one, else to the follow-up itself."""
        for note in self.of.notes:
            if note.follow_up_id == follow_up.id and note.sent_at is None:
                return NextThing("notes", {"note": note.id}, label or follow_up.what)
        return NextThing("today", {"follow_up": follow_up.id}, label or follow_up.what)
