"""What a known person and a newer record of the same person are together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from lib.domain.people.contacts import Acquaintance, Reach
from lib.domain.people.identity import bare, linkedin_profile
from lib.domain.validation import LONGEST_FIELD

LINKEDIN = "LinkedIn"
MOST = 50
"""The most past companies, labels, further addresses or numbers that one person has."""


def updated(before: Acquaintance, newer: Acquaintance) -> Acquaintance:
    """A known record with what a file says; whose profile bears another name now has changed it."""
    profile = linkedin_profile(before.link)
    renamed = before.source == newer.source and profile and profile == linkedin_profile(newer.link)
    return merged(replace(before, name=newer.name) if renamed else before, newer)


def merged(before: Acquaintance, newer: Acquaintance) -> Acquaintance:
    """What was known with what is newer; the same files twice give the same again.

    What people say of themselves on LinkedIn is not replaced by what an old address list says of
    them.
    """
    stays = before.source == LINKEDIN != newer.source
    company = (before.company if stays else "") or newer.company or before.company
    position = (before.position if stays else "") or newer.position or before.position
    leads_there = linkedin_profile(newer.link) and not linkedin_profile(before.link)
    mails = (Reach(before.email, before.email_kind), Reach(newer.email, newer.email_kind))
    numbers = (Reach(before.phone, before.phone_kind), Reach(newer.phone, newer.phone_kind))
    email, *emails = _united_reaches(mails, (*before.other_emails, *newer.other_emails))
    phone, *phones = _united_reaches(numbers, (*before.other_phones, *newer.other_phones))
    past = _once((*before.past_companies, before.company, *newer.past_companies))
    return replace(
        before,
        position=position,
        other_positions=_others(position, before, newer),
        company=company,
        past_companies=tuple(one for one in past if bare(one) != bare(company))[:MOST],
        email=email.value,
        email_kind=email.kind,
        other_emails=tuple(emails[:MOST]),
        phone=phone.value,
        phone_kind=phone.kind,
        other_phones=tuple(phones[:MOST]),
        address=newer.address or before.address,
        link=newer.link if leads_there else before.link or newer.link,
        connected_on=min(filter(None, (before.connected_on, newer.connected_on)), default=None),
        labels=_once((*before.labels, *newer.labels))[:MOST],
        remarks=_united(before.remarks, newer.remarks),
    )


def _others(position: str, *people: Acquaintance) -> tuple[str, ...]:
    """Returns the positions that stand in the files but not with the person."""
    all_of_them = chain.from_iterable((one.position, *one.other_positions) for one in people)
    others = (one for one in all_of_them if one and bare(one) != bare(position))
    return _once(tuple(others))[:MOST]


def _united_reaches(preferred: Sequence[Reach], others: Sequence[Reach]) -> list[Reach]:
    """Returns the preferred address or number, which may be empty, and the others, none twice.

    One without a kind takes the kind that stands with it elsewhere.
    """
    found: dict[str, Reach] = {}
    for one in (*preferred, *others):
        if one.value:
            key = _reach_key(one.value)
            standing = found.get(key, one)
            found[key] = replace(standing, kind=standing.kind or one.kind)
    if not any(one.value for one in preferred):
        return [Reach(""), *found.values()]
    return [*found.values()]


def _reach_key(value: str) -> str:
    """Returns what two spellings share: an address without case, a number without its signs."""
    return bare(value) if "@" in value else re.sub(r"[\s()./-]+", "", bare(value))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    """The values in their order, none twice whatever its case and accents."""
    first: dict[str, str] = {}
    for value in filter(None, values):
        first.setdefault(bare(value), value)
    return tuple(first.values())


def _united(before: str, newer: str) -> str:
    """The remarks with those lines of the newer ones that are not there yet."""
    there = set(before.split("\n"))
    fresh = [line for line in newer.split("\n") if line not in there]
    return "\n".join((before, *fresh)).strip("\n")[:LONGEST_FIELD].rstrip() if fresh else before
