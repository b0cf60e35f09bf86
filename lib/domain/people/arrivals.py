"""Which people in a file are known already, and what the file adds to them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import NamedTuple

from lib.domain.people.arrival_identity import (
    Identity,
    all_that_is_said,
    identity_of,
    owned_keys,
    sought_keys,
)
from lib.domain.people.arrival_merge import MOST, merged, updated
from lib.domain.people.contacts import Acquaintance, Reach, emails_of
from lib.domain.people.name_keys import are_other_initials
from lib.domain.people.positions import are_other_positions

_SORTS = ((False, False), (False, True), (True, False), (True, True))


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What a file brings: people who are new, and known ones with what is new about them.

    Every row counts once: `new`, `merged`, `unchanged` (known, and nothing new about them), or
    `doubled` (the same person as another row of the file; what it says is merged into that person).
    `namesakes` are the people to ask about.
    """

    new: tuple[Acquaintance, ...]
    merged: tuple[Acquaintance, ...]
    unchanged: int
    doubled: int
    namesakes: tuple[Namesake, ...] = ()


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody of a file with the name and company, but not the position, of somebody known.

    `row` is their place in the file. Nothing else tells whether they are one person.
    """

    row: int
    person: Acquaintance
    known: Acquaintance


def arrivals(
    known: Sequence[Acquaintance],
    people: Iterable[Acquaintance],
    *,
    new_id: Callable[[], str],
    same: Collection[int] = (),
) -> Arrivals:
    """Who is new, who is known and changes, and how many rows change nothing; in one pass.

    A newer position or company replaces the older one, which a company survives among the past
    ones; an empty cell erases nothing. The first e-mail address and phone number stay, further
    ones join the others; labels and past companies are united; the earliest day of connection
    stays. The name stays as it was, unless the same kind of file gives the same LinkedIn profile
    another one.

    Args:
        same: the rows of which the person said that they are whoever has their name at their
            company. Without that, a namesake with another position is somebody new.
    """
    index = _Index(known)
    rows = []
    namesakes = []
    for row, person in enumerate(people):
        placed = index.placed(person, is_same=row in same)
        rows.append((placed.place, placed.person))
        if placed.namesake is not None:
            namesakes.append(Namesake(row, person, known[placed.namesake]))
    arrived: dict[int, Acquaintance] = {}
    for place, person in rows:
        root = index.root(place)
        arrived[root] = merged(arrived[root], person) if root in arrived else person
    new = tuple(replace(one, id=new_id()) for place, one in arrived.items() if place >= len(known))
    both = [(known[i], updated(known[i], one)) for i, one in arrived.items() if i < len(known)]
    changed = tuple(after for before, after in both if after != before)
    counts = len(both) - len(changed), len(rows) - len(arrived)
    return Arrivals(new, changed, *counts, tuple(namesakes))


@dataclass(slots=True)
class _Facts:
    """What tells namesakes of one company apart, and somebody's names with their companies."""

    has_profile: bool = False
    has_mail: bool = False
    names: tuple[str, ...] = ()
    initials: str = ""
    positions: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


class _Placed(NamedTuple):
    """Where a row belongs, the row itself, and the place of a namesake to ask about."""

    place: int
    person: Acquaintance
    namesake: int | None


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
            if (who := identity_of(person)).is_bare():
                self._bare[all_that_is_said(person)].append(place)
            self._learn(self._new_place(), who)

    def placed(self, person: Acquaintance, *, is_same: bool) -> _Placed:
        """Returns the person's place, known or new, and the row without others' addresses."""
        who = identity_of(person)
        known = self._bare.get(all_that_is_said(person)) if who.is_bare() else None
        places = [known.popleft()] if known else [*self._named(who)]
        fitting = [] if known else self._namesakes_of(who, places)
        sure = [one for one in fitting if is_same or not self._is_doubtful(one, who)]
        place = self._joined(places + sure[:1])
        doubtful = () if places or sure else fitting
        asked = next((one for one in doubtful if one < self._known), None)
        others = {
            mail for mail in who.mails if set(self._owners_of(sought_keys(mail, who))) - {place}
        }
        self._learn(place, who)
        return _Placed(place, _without(person, others) if others else person, asked)

    def root(self, place: int) -> int:
        """The place that this one turned out to be."""
        while self._roots[place] != place:
            self._roots[place] = place = self._roots[self._roots[place]]
        return place

    def _new_place(self) -> int:
        self._facts.append(_Facts())
        self._roots.append(len(self._roots))
        return len(self._roots) - 1

    def _named(self, who: Identity) -> dict[int, None]:
        """Returns the places that have the row's profile or one of its addresses."""
        sought = chain([f"link {who.profile}"], *(sought_keys(mail, who) for mail in who.mails))
        return dict.fromkeys(self._owners_of(sought))

    def _joined(self, places: list[int]) -> int:
        """Returns the place that these are, a known one first; a new one if there is none."""
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

    def _namesakes_of(self, who: Identity, found: list[int]) -> list[int]:
        """Returns others of that name and company, if nothing known of both speaks against it.

        Who has the same position stands first.
        """
        has_profile = bool(who.profile) or any(self._facts[place].has_profile for place in found)
        has_mail = bool(who.mails) or any(self._facts[place].has_mail for place in found)
        fitting: list[int] = []
        for profile_there, mail_there in _SORTS if who.at_company else ():
            if not (profile_there and has_profile) and not (mail_there and has_mail):
                heap = self._namesakes.get((who.at_company, profile_there, mail_there), ())
                fitting += [one for one in heap if one not in found and self._may_be(one, who)]
        return sorted(fitting, key=lambda one: self._facts[one].positions.isdisjoint(who.positions))

    def _may_be(self, place: int, who: Identity) -> bool:
        return not are_other_initials(self._facts[place].initials, who.initials)

    def _is_doubtful(self, place: int, who: Identity) -> bool:
        facts = self._facts[place]
        if not facts.phones.isdisjoint(who.phones):
            return False
        pairs = product(facts.positions, who.positions)
        are_other = [are_other_positions(one, other) for one, other in pairs]
        return bool(are_other) and all(are_other)

    def _learn(self, place: int, who: Identity) -> None:
        for key in owned_keys(who):
            self._owners.setdefault(key, place)
        has, names = (bool(who.profile), bool(who.mails)), who.at_any_company
        self._put(place, _Facts(*has, names, who.initials, who.positions, who.phones))

    def _put(self, place: int, facts: _Facts) -> None:
        before = self._facts[place]
        names = tuple(dict.fromkeys((*before.names, *facts.names)))[:MOST]
        after = _Facts(
            before.has_profile or facts.has_profile,
            before.has_mail or facts.has_mail,
            names,
            before.initials or facts.initials,
            before.positions | facts.positions,
            before.phones | facts.phones,
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


def _without(person: Acquaintance, mails: set[str]) -> Acquaintance:
    """Without those addresses: with them, the next file could not tell whose they are."""
    kept = [one for one in emails_of(person) if one.value.casefold() not in mails]
    first, *others = kept or [Reach("")]
    return replace(person, email=first.value, email_kind=first.kind, other_emails=tuple(others))
