"""Everything that is stored about one job, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp, called
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact


@dataclass(frozen=True, kw_only=True, slots=True)
class JobRecords:
    """Everything that is stored about one job.

    `contacts` are those whom its asks and notes name.
    """

    job: Job
    answer: Answer | None = None
    interviews: tuple[Interview, ...] = ()
    people: tuple[Interviewer, ...] = ()
    debriefs: tuple[Debrief, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    notes: tuple[Note, ...] = ()
    asks: tuple[Ask, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[JobEvent, ...] = ()

    def ended(self, now: datetime) -> list[Interview]:
        """Returns the interviews that are over, the latest first."""
        over = (one for one in self.interviews if one.ends_at() <= now)
        return sorted(over, key=Interview.ends_at, reverse=True)

    def debrief(self, interview: Interview) -> Debrief:
        """Returns the checklist of that interview; an empty one if there is none."""
        found = (one for one in self.debriefs if one.id == interview.id)
        return next(found, Debrief(id=interview.id))

    def name(self, interviewer_id: str, otherwise: str = "") -> str:
        """Returns an interviewer's name, else "the" and their position, else `otherwise`."""
        person = next((one for one in self.people if one.id == interviewer_id), None)
        return called(person) or otherwise

    def contact_name(self, contact_id: str) -> str:
        """Returns the name of a contact, or what stands for one that was deleted."""
        names = (one.name.strip() for one in self.contacts if one.id == contact_id)
        return next(names, "somebody you know")
