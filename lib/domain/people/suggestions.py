"""Who could put in a good word for a job, the best first, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job
from lib.domain.people.address_book import AddressBook
from lib.domain.people.asks import Ask, Step, asked_lately
from lib.domain.people.companies import answers_about, companies_of, maybe_same, normalised
from lib.domain.people.contacts import Acquaintance, Contact, Knows, Person, SameCompany
from lib.domain.people.identity import keys_of, may_be_one
from lib.domain.people.suggestion_points import Place, Standing, Tie, reasons
from lib.domain.search import folded


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One person to ask, with the reasons in words and the points they add up to.

    `place` is what they have to do with the company; `maybe` the other spelling of its name, where
    nobody said yet that it is the same. `knows` is the best link to one of the people of the job,
    `ask` the one that stands for it; `asked_lately` counts other jobs within two months.
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
class JobNetwork:
    """One job, everyone interviewed with for it, and everybody known.

    A contact stands for their own record in the book as well. `answers` are what the person said
    about companies with similar names.
    """

    job: Job
    people: Sequence[Interviewer]
    contacts: Sequence[Contact]
    book: AddressBook
    answers: Sequence[SameCompany] = ()

    def companies(self) -> tuple[frozenset[str], frozenset[str]]:
        """Returns the normalised names that are the job's company, and those that may be."""
        wanted = normalised(self.job.company)
        if not wanted:
            return frozenset(), frozenset()
        said = answers_about(self.answers, wanted)
        known = set(self.book.companies)
        for one in self.contacts:
            known |= companies_of(one)
        same = frozenset({wanted, *(name for name, is_same in said.items() if is_same)})
        return same, frozenset(maybe_same(wanted, known - said.keys()))

    def still_here(self) -> list[Contact]:
        """Returns the contacts that are not archived."""
        return [one for one in self.contacts if one.archived_at is None]

    def not_contacts(self, listed: Iterable[Acquaintance]) -> list[Acquaintance]:
        """Returns whoever of these is no contact yet, each once."""
        taken = self.book.ids_of(self.contacts)
        found = {one.id: one for one in listed}
        return [one for one in found.values() if one.id not in taken]


@dataclass(frozen=True, slots=True)
class _Case:
    """One job, and whatever bears on whom to ask. `same` and `maybe` are normalized names."""

    job: Job
    people: Mapping[str, Interviewer]
    same: frozenset[str]
    maybe: frozenset[str]
    asks: Sequence[Ask]
    now: datetime

    def ask_of(self, person: Person) -> Ask | None:
        mine = (one for one in self.asks if one.contact_id == person.id)
        return next((one for one in mine if one.job_id == self.job.id), None)

    def asked_for_others(self, person: Person) -> int:
        others = (one for one in self.asks if one.job_id != self.job.id)
        return asked_lately(others, person.id, self.now)


def rank(
    network: JobNetwork, asks: Iterable[Ask], *, today: date, now: datetime
) -> tuple[Suggestion, ...]:
    """Returns who has a tie to that job, the best first.

    They know one of its people, or are or were at the company. Left out are archived contacts, and
    whoever is one of those people.
    """
    same, maybe = network.companies()
    people = {one.id: one for one in network.people}
    case = _Case(network.job, people, same, maybe, tuple(asks), now)
    listings = (_listings(one, network.job, same) for one in network.people)
    met = tuple(chain.from_iterable(listings))
    at_company = chain.from_iterable(map(network.book.at_company, same | maybe))
    candidates: list[Person] = [*network.still_here(), *network.not_contacts(at_company)]
    keys = frozenset(chain.from_iterable(map(keys_of, met)))
    others = (one for one in candidates if not _is_among(one, met, keys))
    able = (one for one in others if people.keys().isdisjoint(one.met_as))
    found = (_suggestion(one, case, today) for one in able)
    by_name = sorted(filter(None, found), key=lambda one: (folded(one.person.name), one.person.id))
    return tuple(sorted(by_name, key=lambda one: -one.score))


def best(ranked: Iterable[Suggestion], count: int = 3) -> tuple[Suggestion, ...]:
    """Returns the first few not asked yet; those with a similar company only if nobody else."""
    free = [one for one in ranked if one.ask is None or one.ask.step is Step.IDEA]
    sure = [one for one in free if not one.is_only_maybe()]
    return tuple((sure or free)[:count])


def same_as_interviewer(network: JobNetwork) -> tuple[tuple[Person, Interviewer], ...]:
    """Returns who seems to be one of the people of that job and is not linked to them yet.

    They have the same e-mail, link, or name and company. In the order of the people, contacts
    first.
    """
    same, _ = network.companies()
    linked = set(chain.from_iterable(one.met_as for one in network.contacts))
    found: list[tuple[Person, Interviewer]] = []
    for one in network.people:
        if one.id not in linked:
            listings = _listings(one, network.job, same)
            found += [(person, one) for person in _very_same(listings, network)]
    return tuple(found)


def _very_same(listings: Sequence[Acquaintance], network: JobNetwork) -> Iterator[Person]:
    keys = frozenset(chain.from_iterable(map(keys_of, listings)))
    yield from (one for one in network.still_here() if _is_among(one, listings, keys))
    yield from network.not_contacts(chain.from_iterable(map(network.book.same_as, listings)))


def _listings(person: Interviewer, job: Job, companies: Iterable[str]) -> list[Acquaintance]:
    """The interviewer as the address book would have them, under each name of the company."""
    one = Acquaintance(
        id="", name=person.name, company=job.company, email=person.email, link=person.link
    )
    return [one, *(replace(one, company=name) for name in companies)]


def _is_among(person: Person, others: Iterable[Acquaintance], keys: Set[str]) -> bool:
    """Returns True if somebody may be one of the others; `keys` are theirs, to be quick."""
    if keys.isdisjoint(keys_of(person)):
        return False
    return any(may_be_one(person, one) for one in others)


def _suggestion(person: Person, case: _Case, today: date) -> Suggestion | None:
    """Returns None for somebody without a tie."""
    ties, (place, spelling) = _ties(person, case.people), _place(person, case)
    if not ties and place is None:
        return None
    ask, asked = case.ask_of(person), case.asked_for_others(person)
    declined = ask is not None and ask.step is Step.DECLINED
    standing = Standing(ties, place, person.how_well, person.last_contact, asked, declined)
    maybe = spelling if place and not place.is_sure() else ""
    return Suggestion(
        person=person,
        reasons=tuple(reasons(person, standing, maybe or case.job.company, today)),
        score=standing.score(today),
        place=place,
        maybe=maybe,
        knows=ties[0].knows if ties else None,
        ask=ask,
        asked_lately=asked,
    )


def _ties(person: Person, people: Mapping[str, Interviewer]) -> tuple[Tie, ...]:
    """Whom of these people they know, the link that is worth most first."""
    by_id = {one.interviewer_id: one for one in person.knows if one.interviewer_id in people}
    ties = [Tie(knows, people[id_]) for id_, knows in by_id.items()]
    ties.sort(key=lambda tie: (-tie.points(), tie.person.name, tie.person.id))
    return tuple(ties)


def _place(person: Person, case: _Case) -> tuple[Place | None, str]:
    """What they have to do with the company, and how its name is written with them."""
    here, past = (person.company,), person.past_companies
    places = (
        (Place.NOW, here, case.same),
        (Place.BEFORE, past, case.same),
        (Place.MAYBE, here, case.maybe),
        (Place.MAYBE_BEFORE, past, case.maybe),
    )
    for place, names, wanted in places:
        for name in names:
            if normalised(name) in wanted:
                return place, name.strip()
    return None, ""
