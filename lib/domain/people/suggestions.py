"""Who could put in a good word for a job, the best first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook, keys_of
from lib.domain.people.asks import Ask, Step, asked_lately
from lib.domain.people.companies import answers_about, maybe_same, normalised
from lib.domain.people.contacts import Acquaintance, Contact, Knows, Person, SameCompany
from lib.domain.people.identity import are_two
from lib.domain.people.suggestion_points import Place, Standing, Tie
from lib.domain.people.suggestion_words import reasons
from lib.domain.search import folded


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One person to ask, with the reasons in words and the points they add up to.

    `place` is what they have to do with the company; `maybe` the other spelling of its name, where nobody
    said yet that it is the same. `knows` is the best link to one of the people of the job, `ask` the one
    that stands for it; `asked_lately` counts other jobs within two months.
    """

    person: Person
    reasons: tuple[str, ...]
    score: int
    place: Place | None = None
    maybe: str = ""
    knows: Knows | None = None
    ask: Ask | None = None
    asked_lately: int = 0

    def is_only_maybe(self) -> bool:
        """Whether there is no tie but a company whose name is alike."""
        return bool(self.maybe) and self.knows is None


@dataclass(frozen=True, slots=True)
class _Case:
    """One job, and whatever bears on who can be asked about it. `same` and `maybe` are normalised names."""

    job: Job
    people: dict[str, Interviewer]
    same: frozenset[str]
    maybe: frozenset[str]
    asks: tuple[Ask, ...]
    today: date
    now: datetime

    def ask_of(self, person: Person) -> Ask | None:
        mine = (
            one for one in self.asks if one.job_id == self.job.id and one.contact_id == person.id
        )
        return next(mine, None)

    def asked_for_others(self, person: Person) -> int:
        others = (one for one in self.asks if one.job_id != self.job.id)
        return asked_lately(others, person.id, self.now)


def rank(
    job: Job,
    people: Sequence[Interviewer],
    contacts: Iterable[Contact],
    book: AddressBook,
    asks: Iterable[Ask],
    answers: Iterable[SameCompany],
    *,
    today: date,
    now: datetime,
) -> tuple[Suggestion, ...]:
    """Who has a tie to that job, the best first: knows one of its people, or is or was at the company.

    `people` is everyone interviewed with for the job. Left out are archived contacts, and whoever is one
    of those people. A contact stands for their own record in the book as well.
    """
    mine = tuple(contacts)
    same, maybe = _companies(job, mine, book, answers)
    case = _Case(job, {one.id: one for one in people}, same, maybe, tuple(asks), today, now)
    met = frozenset(chain.from_iterable(_keys_of_met(one, job, same) for one in people))
    able = (
        one for one in _candidates(mine, book, same | maybe) if not _is_met(one, case.people, met)
    )
    found = (_suggestion(one, case) for one in able)
    return tuple(sorted((one for one in found if one), key=_place_in_line))


def best(ranked: Iterable[Suggestion], count: int = 3) -> tuple[Suggestion, ...]:
    """The first few not asked yet; whoever is only there for a like name, if there is nobody else."""
    free = [one for one in ranked if one.ask is None or one.ask.step is Step.IDEA]
    sure = [one for one in free if not one.is_only_maybe()]
    return tuple((sure or free)[:count])


def same_as_interviewer(
    job: Job,
    people: Sequence[Interviewer],
    contacts: Iterable[Contact],
    book: AddressBook,
    answers: Iterable[SameCompany],
) -> tuple[tuple[Person, Interviewer], ...]:
    """Who seems to be one of the people of that job and is not linked to them yet: the same e-mail, link,
    or name and company. In the order of the people, contacts first."""
    mine = tuple(contacts)
    same, _ = _companies(job, mine, book, answers)
    linked = {id_ for one in mine for id_ in one.met_as}
    pairs = ((one, _listings(one, job, same)) for one in people if one.id not in linked)
    return tuple(
        (person, one) for one, listings in pairs for person in _very_same(listings, mine, book)
    )


def _very_same(
    listings: Sequence[Acquaintance], mine: Sequence[Contact], book: AddressBook
) -> Iterator[Person]:
    keys = {key for one in listings for key in keys_of(one)}
    yield from (
        one for one in mine if one.archived_at is None and not keys.isdisjoint(keys_of(one))
    )
    found = {one.id: one for listing in listings for one in book.same_as(listing)}
    yield from _not_contacts(found.values(), mine)


def _companies(
    job: Job, contacts: Sequence[Contact], book: AddressBook, answers: Iterable[SameCompany]
) -> tuple[frozenset[str], frozenset[str]]:
    """The names that are the job's company, and those that may be: not where the person said so or not."""
    wanted = normalised(job.company)
    if not wanted:
        return frozenset(), frozenset()
    said = answers_about(answers, wanted)
    known = {
        normalised(name) for one in contacts for name in (one.company, *one.past_companies)
    } | book.companies
    same = frozenset({wanted, *(name for name, is_same in said.items() if is_same)})
    return same, frozenset(maybe_same(wanted, known - said.keys()))


def _candidates(
    contacts: Sequence[Contact], book: AddressBook, companies: Iterable[str]
) -> Iterator[Person]:
    """The contacts, and whoever in the book is or was at these companies and is not a contact yet."""
    yield from (one for one in contacts if one.archived_at is None)
    listed = {one.id: one for company in companies for one in book.at_company(company)}
    yield from _not_contacts(listed.values(), contacts)


def _not_contacts(
    listed: Iterable[Acquaintance], contacts: Sequence[Contact]
) -> Iterator[Acquaintance]:
    copied = {one.listed_id for one in contacts}
    by_key = [(key, one) for one in contacts for key in keys_of(one)]
    known: dict[str, list[Contact]] = {}
    for key, contact in by_key:
        known.setdefault(key, []).append(contact)
    return (one for one in listed if one.id not in copied and not _is_known(one, known))


def _is_known(listed: Acquaintance, known: Mapping[str, Sequence[Contact]]) -> bool:
    sharing = (one for key in keys_of(listed) for one in known.get(key, ()))
    return any(not are_two(listed, one) for one in sharing)


def _listings(person: Interviewer, job: Job, companies: Iterable[str]) -> list[Acquaintance]:
    """The interviewer as the address book would have them, under each name of the company."""
    one = Acquaintance(
        id="", name=person.name, company=job.company, email=person.email, link=person.link
    )
    return [one, *(replace(one, company=name) for name in companies)]


def _keys_of_met(person: Interviewer, job: Job, companies: Iterable[str]) -> Iterator[str]:
    return (key for one in _listings(person, job, companies) for key in keys_of(one))


def _is_met(person: Person, people: Mapping[str, Interviewer], met: frozenset[str]) -> bool:
    """Whether they are one of the people of the job, as the person said or as it seems."""
    said = isinstance(person, Contact) and any(id_ in people for id_ in person.met_as)
    return said or not met.isdisjoint(keys_of(person))


def _suggestion(person: Person, case: _Case) -> Suggestion | None:
    """None for somebody without a tie."""
    ties, (place, spelling) = _ties(person, case.people), _place(person, case)
    if not ties and place is None:
        return None
    ask, asked = case.ask_of(person), case.asked_for_others(person)
    how_well, last = (
        (person.how_well, person.last_contact) if isinstance(person, Contact) else (0, None)
    )
    standing = Standing(
        ties, place, how_well, last, asked, ask is not None and ask.step is Step.DECLINED
    )
    unsure = place is not None and not place.is_sure()
    return Suggestion(
        person=person,
        reasons=tuple(
            reasons(person, standing, spelling if unsure else case.job.company, case.today)
        ),
        score=standing.score(case.today),
        place=place,
        maybe=spelling if unsure else "",
        knows=ties[0].knows if ties else None,
        ask=ask,
        asked_lately=asked,
    )


def _ties(person: Person, people: Mapping[str, Interviewer]) -> tuple[Tie, ...]:
    """Whom of these people they know, the link that is worth most first."""
    known = person.knows if isinstance(person, Contact) else ()
    ties = {
        one.interviewer_id: Tie(one, people[one.interviewer_id])
        for one in known
        if one.interviewer_id in people
    }
    return tuple(
        sorted(ties.values(), key=lambda tie: (-tie.points(), tie.person.name, tie.person.id))
    )


def _place(person: Person, case: _Case) -> tuple[Place | None, str]:
    """What they have to do with the company, and how its name is written with them."""
    here, past = (person.company,), person.past_companies
    places = ((Place.NOW, here, case.same), (Place.BEFORE, past, case.same))
    unsure = ((Place.MAYBE, here, case.maybe), (Place.MAYBE_BEFORE, past, case.maybe))
    found = (
        (place, name.strip())
        for place, names, wanted in (*places, *unsure)
        for name in names
        if normalised(name) in wanted
    )
    return next(found, (None, ""))


def _place_in_line(suggestion: Suggestion) -> tuple[int, str, str]:
    return -suggestion.score, folded(suggestion.person.name), suggestion.person.id
