"""Reading the person's own settings, and reading and saving who was met, inside an action."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English
from lib.domain.followups.followup import FollowUp, called
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Note
from lib.domain.people.contacts import Contact, as_reader
from lib.domain.profile import PROFILE_ID, Profile
from lib.formats.holidays import workdays_of
from lib.store.repository import Reader, Transaction


def profile_of(reader: Reader) -> Profile:
    """The person's profile; an empty one before it is filled in."""
    return reader.find(Profile, PROFILE_ID) or Profile()


def date_style_of(reader: Reader) -> DateStyle:
    """Returns how the person reads dates, by their profile."""
    profile = profile_of(reader)
    return DateStyle(profile.english or English.AMERICAN, profile.clock_24h)


def keep_guessed_english(tx: Transaction, guessed: English | None) -> None:
    """Stores the English guessed from the browser in the profile, where none is stored yet."""
    profile = profile_of(tx)
    if guessed is not None and profile.english is None:
        tx.put(replace(profile, english=guessed))


def workdays_at(reader: Reader, now: datetime) -> Workdays:
    """The working days that the person chose."""
    last = max(reader.all(Interview), key=Interview.starts_at, default=None)
    return workdays_of(profile_of(reader), now.year, last.zone if last else "")


def recipient_of(reader: Reader, note: Note) -> Interviewer | None:
    """Returns whom a note is to; None for a letter to all or somebody deleted."""
    if not note.contact_id:
        return reader.find(Interviewer, note.interviewer_id)
    contact = reader.find(Contact, note.contact_id)
    return as_reader(contact, note.job_id) if contact else None


def zone_of(reader: Reader, job_id: str) -> str:
    """Returns the zone in which a day counts that no interview gave rise to.

    That is the person's own; while the profile names none, that of the job's last interview, else
    UTC. What an interview gives rise to counts in that interview's zone (docs/decisions.md).
    """
    rounds = reader.where(Interview, job_id=job_id)
    last = max(rounds, key=lambda one: one.starts_at(), default=None)
    return profile_of(reader).zone or (last.zone if last else "UTC")


def people_of(reader: Reader, interview: Interview) -> tuple[Interviewer, ...]:
    """The people of that interview, in the order in which they were added."""
    found = (reader.find(Interviewer, one) for one in interview.interviewer_ids)
    return tuple(person for person in found if person)


def people_met(reader: Reader, job_id: str) -> tuple[Interviewer, ...]:
    """Returns everyone of that job's interviews, those of the earliest first."""
    rounds = sorted(reader.where(Interview, job_id=job_id), key=lambda one: one.starts_at())
    found = {person.id: person for one in rounds for person in people_of(reader, one)}
    return tuple(found.values())


def save_person(tx: Transaction, person: Interviewer) -> Interviewer:
    """Saves an interviewer and puts the name as it is now on all their follow-ups."""
    name = called(person)
    for follow_up in tx.where(FollowUp, interviewer_id=person.id):
        if follow_up.who != name:
            tx.put(replace(follow_up, who=name))
    return tx.put(person)
