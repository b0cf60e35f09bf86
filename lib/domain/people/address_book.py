"""The address book as an index, and a list of everybody known: contacts, and others in the book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, filterfalse, product
from operator import attrgetter
from typing import Any, NamedTuple

from lib.domain.people.companies import companies_of, normalised
from lib.domain.people.contacts import Acquaintance, Contact, Person, Reach, emails_of, phones_of
from lib.domain.people.identity import are_two, keys_of
from lib.domain.search import findable, folded, is_in

_NO_DIGITS = re.compile(r"\D+")


class Order(StrEnum):
    """What a list of people is ordered by; ties by name."""

    NAME = "name"
    COMPANY = "company"
    HOW_WELL = "how_well"
    LAST_CONTACT = "last_contact"


class Line(NamedTuple):
    """Somebody with the folded words that find and order them. `rank` is the name, then the id."""

    person: Person
    text: str
    name: str
    company: str
    rank: str


BY_NAME = attrgetter("rank")


class AddressBook:
    """Everybody whom files brought in, found by company or as a known person.

    Made once from the records and never changed: each index is built when it is first asked for.
    """

    def __init__(self, people: Iterable[Acquaintance] = ()) -> None:
        self.people = tuple(people)

    @cached_property
    def companies(self) -> frozenset[str]:
        """The normalised names of every company where one of them works or has worked."""
        return frozenset(self._at)

    def at_company(self, company: str) -> tuple[Acquaintance, ...]:
        """Who works at the company of that normalised name, then who did."""
        return tuple(self._at.get(company, ()))

    def same_as(self, person: Person) -> tuple[Acquaintance, ...]:
        """Returns the records that are this very person.

        That is the one it was copied from, and those with the same link, e-mail, or name and
        company.
        """
        copied = self._ids.get(person.listed_id)
        found = {copied.id: copied} if copied else {}
        for key in sorted(keys_of(person)):
            found |= {one.id: one for one in self._keys.get(key, ()) if not are_two(person, one)}
        return tuple(found.values())

    def ids_of(self, contacts: Iterable[Contact]) -> frozenset[str]:
        """Returns the ids of the records that are one of these contacts."""
        same = chain.from_iterable(map(self.same_as, contacts))
        return frozenset(one.id for one in same)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """A row for each of them, by name."""
        return tuple(sorted(map(_line, self.people), key=BY_NAME))

    @cached_property
    def _ids(self) -> dict[str, Acquaintance]:
        return {one.id: one for one in self.people}

    @cached_property
    def _at(self) -> dict[str, list[Acquaintance]]:
        now = ((normalised(one.company), one) for one in self.people)
        past = ((one, companies_of(one) - {normalised(one.company)}) for one in self.people)
        once = ((company, one) for one, companies in past for company in companies)
        return _grouped(chain(now, once))

    @cached_property
    def _keys(self) -> dict[str, list[Acquaintance]]:
        return _grouped(pair for one in self.people for pair in product(keys_of(one), (one,)))


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
) -> tuple[Person, ...]:
    """Returns everybody who fits, each person once: the contacts, and who in the book is none.

    What nobody said comes last, whichever way the order runs. A contact's own record in the book is
    left out, even if the contact is archived.
    """
    mine = tuple(contacts)
    taken = book.ids_of(mine)
    lines = [_line(one) for one in mine if wanted.archived or one.archived_at is None]
    lines += [line for line in book.lines if line.person.id not in taken]
    lines = _with_words(lines, folded(wanted.query).split())
    if wanted.company.strip():
        company = normalised(wanted.company)
        lines = [line for line in lines if company in companies_of(line.person)]
    if tag := folded(wanted.tag.strip()):
        lines = [line for line in lines if tag in map(folded, line.person.tags)]
    if wanted.how_well:
        lines = [line for line in lines if line.person.how_well >= wanted.how_well]
    return tuple(line.person for line in _ordered(lines, VALUES[order], descending))


VALUES: dict[Order, Callable[[Line], Any]] = {
    Order.NAME: attrgetter("name"),
    Order.COMPANY: attrgetter("company"),
    Order.HOW_WELL: attrgetter("person.how_well"),
    Order.LAST_CONTACT: attrgetter("person.last_contact"),
}


def _ordered(lines: Iterable[Line], value: Callable[[Line], Any], descending: bool) -> list[Line]:
    by_name = sorted(lines, key=BY_NAME)
    said = sorted(filter(value, by_name), key=value, reverse=descending)
    return said + list(filterfalse(value, by_name))


def _with_words(lines: Iterable[Line], words: Iterable[str]) -> list[Line]:
    found = list(lines)
    for word in words:
        found = [line for line in found if is_in((word,), line.text)]
    return found


def _line(person: Person) -> Line:
    words = (person.position, *person.past_companies, *person.tags, person.how, person.remarks)
    mails, phones = _values(emails_of(person)), _values(phones_of(person))
    bare_numbers = (_NO_DIGITS.sub("", number) for number in phones)
    written = " ".join(person.name.split())
    name, company = folded(written), folded(person.company)
    found_by = (written, person.company, *words, *mails, *phones, *bare_numbers)
    return Line(person, findable(" ".join(found_by)), name, company, f"{name}\n{person.id}")


def _values(reaches: Iterable[Reach]) -> list[str]:
    return [one.value for one in reaches]


def _grouped(pairs: Iterable[tuple[str, Acquaintance]]) -> dict[str, list[Acquaintance]]:
    """The people by each of their keys; nothing under an empty one."""
    groups: dict[str, list[Acquaintance]] = defaultdict(list)
    for key, one in pairs:
        if key:
            groups[key].append(one)
    return dict(groups)
