"""Who could put in a good word: the address book as an index, and the suggestions for a job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lib.actions.people import people_met
from lib.domain.dates.due import local_day
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Acquaintance, Contact, Person, SameCompany
from lib.domain.people.suggestions import JobNetwork, Suggestion, rank, same_as_interviewer
from lib.store.repository import Reader

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
    """Who could put in a good word for that job, and why."""
    met, index = people_met(reader, job.id), address_book(book)
    network = JobNetwork(job, met, reader.all(Contact), index, reader.all(SameCompany))
    today = local_day(now, zone)
    ranked = rank(network, reader.all(Ask), today=today, now=now)
    return Helpers(ranked, same_as_interviewer(network))
