"""Two contacts who are one person, as one record that holds all that both held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lib.domain.people.contacts import Contact, Knows, Reach, emails_of, phones_of
from lib.domain.people.identity import bare, may_be_one
from lib.domain.people.name_keys import is_same_name

_ALSO = {"name": "Also called", "position": "Also", "address": "Also at", "link": "Also"}
"""How a value that only one of them can have is kept in the notes, by its field."""


def merged(kept: Contact, other: Contact) -> Contact:
    """Returns the first contact with everything of the second one.

    Where both say something, the first one's value stays. What differs is kept beside it: a company
    among the earlier ones, addresses and numbers as further ones, all else in the notes.
    """
    email, *emails = _each_once((*emails_of(kept), *emails_of(other))) or (Reach(""),)
    phone, *phones = _each_once((*phones_of(kept), *phones_of(other))) or (Reach(""),)
    company = kept.company or other.company
    past = (*kept.past_companies, other.company, *other.past_companies)
    return replace(
        kept,
        position=kept.position or other.position,
        company=company,
        past_companies=_once(one for one in past if bare(one) != bare(company)),
        email=email.value,
        email_kind=email.kind,
        other_emails=tuple(emails),
        phone=phone.value,
        phone_kind=phone.kind,
        other_phones=tuple(phones),
        address=kept.address or other.address,
        link=kept.link or other.link,
        how="; ".join(_once((kept.how, other.how))),
        how_well=max(kept.how_well, other.how_well),
        last_contact=max(filter(None, (kept.last_contact, other.last_contact)), default=None),
        tags=_once((*kept.tags, *other.tags)),
        remarks="\n".join(_once((kept.remarks, other.remarks, *_what_differs(kept, other)))),
        knows=_known_by(kept, other),
        met_as=tuple(dict.fromkeys((*kept.met_as, *other.met_as))),
        listed_id=kept.listed_id or other.listed_id,
        archived_at=None if other.archived_at is None else kept.archived_at,
        greet_as=kept.greet_as or other.greet_as,
    )


def likely_twins(contact: Contact, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Returns all other contacts, those first who may be the same person, then by name."""

    def rank(other: Contact) -> tuple[bool, bool, str]:
        is_namesake = is_same_name(contact.name, other.name)
        return not may_be_one(contact, other), not is_namesake, bare(other.name)

    return tuple(sorted((one for one in contacts if one.id != contact.id), key=rank))


def _what_differs(kept: Contact, other: Contact) -> Iterable[str]:
    for field, words in _ALSO.items():
        mine, theirs = getattr(kept, field), getattr(other, field)
        if mine and theirs and bare(mine) != bare(theirs):
            yield f"{words}: {' '.join(theirs.split())}"


def _each_once(reaches: Iterable[Reach]) -> tuple[Reach, ...]:
    """Returns the addresses or numbers in their order, none twice."""
    found: dict[str, Reach] = {}
    for one in reaches:
        found.setdefault(bare(one.value), one)
    return tuple(found.values())


def _once(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in filter(None, values):
        found.setdefault(bare(value), value)
    return tuple(found.values())


def _known_by(kept: Contact, other: Contact) -> tuple[Knows, ...]:
    """Returns whom they know, each once: how well as the one says who says more."""
    found: dict[str, Knows] = {}
    for one in (*kept.knows, *other.knows):
        before = found.get(one.interviewer_id)
        if before is None:
            found[one.interviewer_id] = one
        else:
            how = "; ".join(_once((before.how, one.how)))
            well = max(before.how_well, one.how_well)
            found[one.interviewer_id] = replace(before, how_well=well, how=how)
    return tuple(found.values())
