"""The address book as an index, and a list of everybody known: contacts, and others in the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain, filterfalse
from operator import attrgetter
from typing import Any, NamedTuple

from lib.domain.people.companies import normalised
from lib.domain.people.contacts import Acquaintance, Contact, Person
from lib.domain.people.identity import are_two, same_person_keys
from lib.domain.people.names import name_key
from lib.domain.search import folded


class Order(StrEnum):
    """What a list of people is ordered by; ties by name."""

    NAME = "name"
    COMPANY = "company"
    HOW_WELL = "how_well"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True, slots=True)
class Known:
    """One row of everybody known. `tags` are a contact's, or the groups that a file gave."""

    id: str
    is_contact: bool
    name: str
    position: str
    company: str
    how_well: int
    last_contact: date | None
    tags: tuple[str, ...]
    email: str
    record: Person


class Line(NamedTuple):
    """A row with the folded words that find and order it. `rank` is the name, then the id."""

    known: Known
    text: str
    name: str
    company: str
    rank: str


BY_NAME = attrgetter("rank")


class AddressBook:
    """Everybody whom files brought in, found by id, company or words, or as a known person.

    Made once from the records and never changed: each index is built when it is first asked for.
    """

    def __init__(self, people: Iterable[Acquaintance] = ()) -> None:
        self.people = tuple(people)

    def by_id(self, id_: str) -> Acquaintance | None:
        """The record of that id, None if there is none."""
        return self._ids.get(id_)

    @cached_property
    def companies(self) -> frozenset[str]:
        """The normalised names of every company where one of them works or has worked."""
        return frozenset(self._now.keys() | self._once.keys())

    def now_at(self, company: str) -> tuple[Acquaintance, ...]:
        """Who works at the company of that normalised name."""
        return tuple(self._now.get(company, ()))

    def once_at(self, company: str) -> tuple[Acquaintance, ...]:
        """Who worked at the company of that normalised name, and no longer does."""
        return tuple(self._once.get(company, ()))

    def at_company(self, company: str) -> tuple[Acquaintance, ...]:
        """Who works at the company of that normalised name, then who did."""
        return self.now_at(company) + self.once_at(company)

    def same_as(self, person: Person) -> tuple[Acquaintance, ...]:
        """Returns the records that are this very person.

        That is the one it was copied from, and those with the same link, e-mail, or name and
        company.
        """
        found: dict[str, Acquaintance] = {}
        copied = self.by_id(person.listed_id) if isinstance(person, Contact) else None
        if copied:
            found[copied.id] = copied
        for key in sorted(keys_of(person)):
            found |= {one.id: one for one in self._keys.get(key, ()) if not are_two(person, one)}
        return tuple(found.values())

    def ids_of(self, contacts: Iterable[Contact]) -> frozenset[str]:
        """Returns the ids of the records that are one of these contacts."""
        same = chain.from_iterable(map(self.same_as, contacts))
        return frozenset(one.id for one in same)

    def search(self, query: str, limit: int = 20, offset: int = 0) -> tuple[Acquaintance, ...]:
        """Those in whose record all the words occur, by name; first where they are all in the name.

        Without a word there is nobody.
        """
        words = folded(query).split()
        found = _with_words(self.lines, words) if words else []
        found.sort(key=lambda line: not all(word in line.name for word in words))
        people = [self._ids[line.known.id] for line in found[offset : offset + limit]]
        return tuple(people)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """A row for each of them, by name."""
        return tuple(sorted(map(_line, self.people), key=BY_NAME))

    @cached_property
    def _ids(self) -> dict[str, Acquaintance]:
        return {one.id: one for one in self.people}

    @cached_property
    def _now(self) -> dict[str, list[Acquaintance]]:
        return _grouped(self.people, lambda one: {normalised(one.company)})

    @cached_property
    def _once(self) -> dict[str, list[Acquaintance]]:
        return _grouped(self.people, _companies_before)

    @cached_property
    def _keys(self) -> dict[str, list[Acquaintance]]:
        return _grouped(self.people, keys_of)


def keys_of(person: Person) -> frozenset[str]:
    """What identifies somebody, the name with the company however it is spelt among it."""
    keys, company = same_person_keys(person), normalised(person.company)
    if not company or not person.name.strip():
        return keys
    return keys | {f"name {name_key(person.name)} at {company}"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Whom a list of people holds. `archived` is True if archived contacts are among them.

    All words of the query must occur; `company` is one where they work or have worked, however it
    is spelt; `how_well` is the least.
    """

    query: str = ""
    company: str = ""
    tag: str = ""
    how_well: int = 0
    archived: bool = False


EVERYBODY = Filter()


def everyone(
    contacts: Iterable[Contact],
    book: AddressBook,
    wanted: Filter = EVERYBODY,
    *,
    order: Order = Order.NAME,
    descending: bool = False,
) -> tuple[Known, ...]:
    """Returns everybody who fits, each person once: the contacts, and who in the book is none.

    What nobody said comes last, whichever way the order runs. A contact's own record in the book is
    left out, even if the contact is archived.
    """
    mine = tuple(contacts)
    taken = book.ids_of(mine)
    lines = [_line(one) for one in mine if wanted.archived or one.archived_at is None]
    lines += [line for line in book.lines if line.known.id not in taken]
    lines = _with_words(lines, folded(wanted.query).split())
    if wanted.company.strip():
        lines = _with_company(lines, normalised(wanted.company), book)
    if tag := folded(wanted.tag.strip()):
        lines = [line for line in lines if tag in map(folded, line.known.tags)]
    if wanted.how_well:
        lines = [line for line in lines if line.known.how_well >= wanted.how_well]
    return tuple(line.known for line in _ordered(lines, VALUES[order], descending))


VALUES: dict[Order, Callable[[Line], Any]] = {
    Order.NAME: attrgetter("name"),
    Order.COMPANY: attrgetter("company"),
    Order.HOW_WELL: attrgetter("known.how_well"),
    Order.LAST_CONTACT: attrgetter("known.last_contact"),
}


def _ordered(lines: Iterable[Line], value: Callable[[Line], Any], descending: bool) -> list[Line]:
    by_name = sorted(lines, key=BY_NAME)
    said = sorted(filter(value, by_name), key=value, reverse=descending)
    return said + list(filterfalse(value, by_name))


def _with_words(lines: Iterable[Line], words: Iterable[str]) -> list[Line]:
    found = list(lines)
    for word in words:
        found = [line for line in found if word in line.text]
    return found


def _with_company(lines: Iterable[Line], company: str, book: AddressBook) -> list[Line]:
    listed = {one.id for one in book.at_company(company)}
    return [line for line in lines if line.known.id in listed or _has_been_at(line.known, company)]


def _has_been_at(known: Known, company: str) -> bool:
    """True for a contact who is or was there; the book's own index knows the others."""
    names = (known.company, *known.record.past_companies)
    return known.is_contact and company in map(normalised, names)


def _line(person: Person) -> Line:
    named = (person.name, person.position, person.company)
    more: tuple[str, ...]
    if isinstance(person, Contact):
        said = (person.how_well, person.last_contact, person.tags)
        known = Known(person.id, True, *named, *said, person.email, person)
        more = (person.how,)
    else:
        known = Known(person.id, False, *named, 0, None, person.labels, person.email, person)
        more = person.other_emails
    words = (person.position, *person.past_companies, *known.tags, person.email, *more)
    found_by = folded(" ".join((*words, person.remarks)))
    name, company = folded(" ".join(person.name.split())), folded(person.company)
    return Line(known, f"{name} {company} {found_by}", name, company, f"{name}\n{person.id}")


def _companies_before(person: Acquaintance) -> set[str]:
    past = set(map(normalised, person.past_companies))
    return past - {normalised(person.company)} if past else past


def _grouped(
    people: Iterable[Acquaintance], keys: Callable[[Acquaintance], Collection[str]]
) -> dict[str, list[Acquaintance]]:
    """The people by each of their keys; nothing under an empty one."""
    groups: dict[str, list[Acquaintance]] = defaultdict(list)
    for one in people:
        for key in filter(None, keys(one)):
            groups[key].append(one)
    return dict(groups)
