"""Which people in a file are known already, and what the file adds to them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

from lib.domain.people.arrival_merge import MOST, merged, updated
from lib.domain.people.contacts import Acquaintance, Reach, emails_of
from lib.domain.people.identity import bare, linkedin_profile, mails_of, name_at_company
from lib.domain.people.name_keys import are_other_initials, initials_of, name_key
from lib.domain.people.name_words import GENERATIONS

_SORTS = ((False, False), (False, True), (True, False), (True, True))


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What a file brings: people who are new, and known ones with what is new about them.

    Every row counts once: `new`, `merged`, `unchanged` (known, and nothing new about them), or
    `doubled` (the same person as another row of the file; what it says is merged into that person).
    """

    new: tuple[Acquaintance, ...]
    merged: tuple[Acquaintance, ...]
    unchanged: int
    doubled: int


def arrivals(
    known: Sequence[Acquaintance], people: Iterable[Acquaintance], *, new_id: Callable[[], str]
) -> Arrivals:
    """Who is new, who is known and changes, and how many rows change nothing; in one pass.

    A newer position or company replaces the older one, which a company survives among the past
    ones; an empty cell erases nothing. The first e-mail address and phone number stay, further
    ones join the others; labels and past companies are united; the earliest day of connection
    stays. The name stays as it was, unless the same kind of file gives the same LinkedIn profile
    another one.
    """
    index = _Index(known)
    rows = [index.placed(person) for person in people]
    arrived: dict[int, Acquaintance] = {}
    for place, person in rows:
        root = index.root(place)
        arrived[root] = merged(arrived[root], person) if root in arrived else person
    new = tuple(replace(one, id=new_id()) for place, one in arrived.items() if place >= len(known))
    both = [(known[i], updated(known[i], one)) for i, one in arrived.items() if i < len(known)]
    changed = tuple(after for before, after in both if after != before)
    return Arrivals(new, changed, len(both) - len(changed), len(rows) - len(arrived))


class _Identity(NamedTuple):
    """What tells who somebody is. The names are empty where no address needs them."""

    profile: str
    mails: list[str]
    name: str
    short_names: tuple[str, ...]
    at_company: str
    at_any_company: tuple[str, ...]
    initials: str

    def is_bare(self) -> bool:
        return not (self.profile or self.mails or self.at_any_company)


@dataclass(slots=True)
class _Facts:
    """What tells namesakes of one company apart, and somebody's names with their companies."""

    has_profile: bool = False
    has_mail: bool = False
    names: tuple[str, ...] = ()
    initials: str = ""


class _Index:
    """Places of people by what identifies them, found in the same time however many there are.

    A profile belongs to whoever had it first. So does an e-mail address, but only among like names,
    for many share "office@…". Of those with one name and company, a stranger may be one who has no
    profile if the stranger has one, and no address if the stranger has one: each such sort is a
    heap of its own. Who has a bare name is somebody known who has it as well, each of those once,
    so that a file may come twice.

    Two places turn out to be one when a row belongs to both; those of known records stay apart.
    """

    def __init__(self, known: Sequence[Acquaintance]) -> None:
        self._known = len(known)
        self._roots: list[int] = []
        self._facts: list[_Facts] = []
        self._owners: dict[str, int] = {}
        self._namesakes: dict[tuple[str, bool, bool], dict[int, None]] = {}
        self._bare: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place, person in enumerate(known):
            if (who := _identity(person)).is_bare():
                self._bare[_all_that_is_said(person)].append(place)
            self._learn(self._new_place(), who)

    def placed(self, person: Acquaintance) -> tuple[int, Acquaintance]:
        """Returns the person's place, known or new, and the row without others' addresses."""
        who = _identity(person)
        known = self._bare.get(_all_that_is_said(person)) if who.is_bare() else None
        place = known.popleft() if known else self._found(who)
        others = {
            mail for mail in who.mails if set(self._owners_of(_mail_sought(mail, who))) - {place}
        }
        self._learn(place, who)
        return place, _without(person, others) if others else person

    def root(self, place: int) -> int:
        """The place that this one turned out to be."""
        while self._roots[place] != place:
            self._roots[place] = place = self._roots[self._roots[place]]
        return place

    def _new_place(self) -> int:
        self._facts.append(_Facts())
        self._roots.append(len(self._roots))
        return len(self._roots) - 1

    def _found(self, who: _Identity) -> int:
        """Returns the place that the row belongs to, a known one first; joins several if it can."""
        sought = chain([f"link {who.profile}"], *(_mail_sought(mail, who) for mail in who.mails))
        places = [*dict.fromkeys(self._owners_of(sought))]
        places += self._namesake(who, places)
        if not places:
            return self._new_place()
        first = next((place for place in places if place < self._known), min(places))
        for other in {*places} - {first}:
            if other >= self._known:
                self._roots[other] = first
                self._take_away(other)
                self._put(first, self._facts[other])
        return first

    def _owners_of(self, keys: Iterable[str]) -> Iterator[int]:
        return (self.root(self._owners[key]) for key in keys if key in self._owners)

    def _namesake(self, who: _Identity, found: list[int]) -> list[int]:
        """Returns another of that name and company, if nothing known of both speaks against it."""
        has_profile = bool(who.profile) or any(self._facts[place].has_profile for place in found)
        has_mail = bool(who.mails) or any(self._facts[place].has_mail for place in found)
        for profile_there, mail_there in _SORTS if who.at_company else ():
            if not (profile_there and has_profile) and not (mail_there and has_mail):
                heap = self._namesakes.get((who.at_company, profile_there, mail_there), ())
                others = (place for place in heap if place not in found)
                if fitting := [*islice(filter(self._may_be(who), others), 1)]:
                    return fitting
        return []

    def _may_be(self, who: _Identity) -> Callable[[int], bool]:
        return lambda place: not are_other_initials(self._facts[place].initials, who.initials)

    def _learn(self, place: int, who: _Identity) -> None:
        for key in _owned(who):
            self._owners.setdefault(key, place)
        facts = _Facts(bool(who.profile), bool(who.mails), who.at_any_company, who.initials)
        self._put(place, facts)

    def _put(self, place: int, facts: _Facts) -> None:
        before = self._facts[place]
        names = tuple(dict.fromkeys((*before.names, *facts.names)))[:MOST]
        after = _Facts(
            before.has_profile or facts.has_profile,
            before.has_mail or facts.has_mail,
            names,
            before.initials or facts.initials,
        )
        if after != before:
            self._take_away(place)
            for name in names:
                self._namesakes.setdefault((name, after.has_profile, after.has_mail), {})[place] = (
                    None
                )
            self._facts[place] = after

    def _take_away(self, place: int) -> None:
        facts = self._facts[place]
        for name in facts.names:
            del self._namesakes[name, facts.has_profile, facts.has_mail][place]


def _identity(person: Acquaintance) -> _Identity:
    mails = mails_of(person)
    forms = _name_forms(person.name) if mails else ("", ())
    at, *past = (
        name_at_company(person.name, one) for one in (person.company, *person.past_companies)
    )
    names_at = tuple(filter(None, (at, *past)))
    initials = initials_of(person.name)
    return _Identity(linkedin_profile(person.link), mails, *forms, at, names_at, initials)


def _all_that_is_said(person: Acquaintance) -> Hashable:
    """Returns what two bare names must share: day of connection and phone, else everything."""
    if person.connected_on or person.phone:
        return bare(person.name), person.connected_on, person.phone
    return (
        bare(person.name),
        person.position,
        person.address,
        person.link,
        person.labels,
        person.remarks,
    )


def _owned(who: _Identity) -> Iterator[str]:
    """The profile, and each address with the name in full and with what it may be shortened to."""
    yield from [f"link {who.profile}"] if who.profile else []
    for mail in who.mails:
        yield f"mail {mail} {who.name}"
        yield from (f"mail {mail} as {form}" for form in (who.name, *who.short_names))


def _mail_sought(mail: str, who: _Identity) -> tuple[str, ...]:
    """Returns the keys of an address: with this name, with a longer and with a shorter one."""
    short = (f"mail {mail} {form}" for form in who.short_names)
    return (f"mail {mail} {who.name}", f"mail {mail} as {who.name}", *short)


def _name_forms(name: str) -> tuple[str, tuple[str, ...]]:
    """Returns first and last name in one order, and the short forms, such as with an initial."""
    words = [word for word in name_key(name).split() if word not in GENERATIONS]
    if len(words) < 2:
        return " ".join(words), ()
    first, last = words[0], words[-1]
    pairs = ((first, last), (first[0], last), (first, last[0]))
    whole, *initials = (" ".join(sorted(pair)) for pair in pairs)
    return whole, (*initials, first, last)


def _without(person: Acquaintance, mails: set[str]) -> Acquaintance:
    """Without those addresses: with them, the next file could not tell whose they are."""
    kept = [one for one in emails_of(person) if one.value.casefold() not in mails]
    first, *others = kept or [Reach("")]
    return replace(person, email=first.value, email_kind=first.kind, other_emails=tuple(others))
