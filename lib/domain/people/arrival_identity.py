"""What tells who somebody of a file is: their profile, addresses, names with companies."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from lib.domain.people.contacts import Acquaintance, phones_of
from lib.domain.people.identity import bare, linkedin_profile, mails_of, name_at_company
from lib.domain.people.name_keys import initials_of, name_key
from lib.domain.people.name_words import GENERATIONS

_NO_DIGITS = re.compile(r"\D+")


class Identity(NamedTuple):
    """What tells who somebody is. The names are empty where no address needs them."""

    profile: str
    mails: list[str]
    name: str
    short_names: tuple[str, ...]
    at_company: str
    at_any_company: tuple[str, ...]
    initials: str
    positions: frozenset[str]
    phones: frozenset[str]

    def is_bare(self) -> bool:
        return not (self.profile or self.mails or self.at_any_company)


def identity_of(person: Acquaintance) -> Identity:
    """Returns what tells who somebody is, from all that a file says of them."""
    mails = mails_of(person)
    name, short_names = _name_forms(person.name) if mails else ("", ())
    at, *past = (
        name_at_company(person.name, one) for one in (person.company, *person.past_companies)
    )
    positions = map(bare, (person.position, *person.other_positions))
    phones = (_NO_DIGITS.sub("", one.value) for one in phones_of(person))
    return Identity(
        profile=linkedin_profile(person.link),
        mails=mails,
        name=name,
        short_names=short_names,
        at_company=at,
        at_any_company=tuple(filter(None, (at, *past))),
        initials=initials_of(person.name),
        positions=frozenset(filter(None, positions)),
        phones=frozenset(filter(None, phones)),
    )


def all_that_is_said(person: Acquaintance) -> Hashable:
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


def owned_keys(who: Identity) -> Iterator[str]:
    """The profile, and each address with the name in full and with what it may be shortened to."""
    yield from [f"link {who.profile}"] if who.profile else []
    for mail in who.mails:
        yield f"mail {mail} {who.name}"
        yield from (f"mail {mail} as {form}" for form in (who.name, *who.short_names))


def sought_keys(mail: str, who: Identity) -> tuple[str, ...]:
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
