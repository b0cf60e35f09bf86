"""What a note may say: the facts of its brief, and what the person typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lib.domain.dates.due import Due
from lib.domain.interviews import Interviewer
from lib.words.brief import Brief
from lib.words.letters import compose


def typed(brief: Brief) -> Iterator[str]:
    """Yields what the person filled into the blanks of this message."""
    yield from brief.said.blanks().values()
    yield from compose.answers(brief).values()


def facts(brief: Brief) -> Iterator[str]:
    """Yields every text that counts as known: blanks, names, job, points, requests."""
    yield from typed(brief)
    for point in brief.fit:
        yield from (point.point, point.evidence)
    yield from (request.what for request in brief.requests)
    yield from (one.about for one in (brief.about, brief.next_contact) if one)
    if brief.weeks:
        yield from (*brief.weeks.offers, brief.weeks.news)
    if brief.good_word:
        told = brief.good_word
        yield from (told.how, told.knows_how, told.trait, told.did, told.came_of_it)
    yield brief.commitment.what if brief.commitment else ""
    yield from names(brief)


def names(brief: Brief) -> Iterator[str]:
    """Yields what things and people are called: job, place, everybody, the sender."""
    yield from (brief.job.company, brief.job.role, brief.interview.place)
    for person in people(brief):
        yield from (person.name, person.position, person.greet_as)
    yield from (brief.sender.name, brief.sender.phone, brief.sender.sign_off)


def people(brief: Brief) -> tuple[Interviewer, ...]:
    """The reader first, then everybody else whom the note may name."""
    told = brief.good_word
    known = (told.knows, told.decides) if told else ()
    return (brief.reader, *brief.others, *filter(None, known))


def dues(brief: Brief) -> tuple[Due, ...]:
    """Everything that I owe this reader, with its day."""
    asked = tuple(request.due for request in brief.requests if request.due)
    return (*asked, *(one.due for one in (brief.about, brief.next_contact) if one))


def days(brief: Brief) -> frozenset[date]:
    """Every day that the note may name."""
    found: list[date | None] = [brief.interview.day, brief.interview.ended_on(), brief.sent_on]
    found += [due.day for due in dues(brief)]
    found += [brief.commitment.by] if brief.commitment else []
    told, since = brief.good_word, brief.weeks
    found += [told.asked_on, told.agreed_on, told.spoke_on] if told else []
    if since:
        found += [since.checked_in_on, since.heard_on, since.answer_by]
        found += [since.missed.day] if since.missed else []
    return frozenset(day for day in found if day)
