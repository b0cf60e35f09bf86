"""Who could put in a good word: the address book as an index, and the suggestions for a job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from lib.actions.people import people_met
from lib.domain.dates.due import local_day
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Acquaintance, Contact, Person, SameCompany
from lib.domain.people.suggestions import JobNetwork, Suggestion, rank, same_as_interviewer
from lib.store.repository import Reader

_LOOKED_AT = (Job, Interview, Interviewer, Contact, Ask, SameCompany)
# One index serves the whole process: it is made anew only when the address book has changed.
_kept = AddressBook()


@dataclass(frozen=True, slots=True)
class Helpers:
    """Who could help with one job: ranked, and who seems to be one of those met for it."""

    suggestions: tuple[Suggestion, ...]
    same: tuple[tuple[Person, Interviewer], ...]


def address_book(book: Reader) -> AddressBook:
    """The address book as an index."""
    global _kept
    people, kept = book.all(Acquaintance), _kept
    if kept.people is not people:
        kept = _kept = AddressBook(people)
    return kept


def helpers(reader: Reader, book: Reader, job: Job, *, now: datetime, zone: str) -> Helpers:
    """Returns who could put in a good word for that job, and why."""
    given = address_book(book), local_day(now, zone)
    return reader.derived(_helpers, job.id, of=_LOOKED_AT, given=given)


def _helpers(reader: Reader, job_id: str, index: AddressBook, today: date) -> Helpers:
    job, met = reader.get(Job, job_id), people_met(reader, job_id)
    network = JobNetwork(job, met, reader.all(Contact), index, reader.all(SameCompany))
    now = datetime.combine(today, time(12), UTC)
    ranked = rank(network, reader.all(Ask), today=today, now=now)
    return Helpers(ranked, same_as_interviewer(network))
