"""Who is who: what two records must share to be of one person, and what tells them apart."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from lib.domain.people.companies import normalised
from lib.domain.people.contacts import Person, emails_of
from lib.domain.people.name_keys import have_other_initials, name_key, name_keys
from lib.domain.search import folded

_PROFILE = re.compile(
    r"(?:https?://)?(?:[a-z0-9-]+\.)*linkedin\.com(?::\d+)?/(in|pub)/([^?#]*[^?#/])", re.I
)


def keys_of(person: Person) -> frozenset[str]:
    """Returns what identifies somebody: LinkedIn profile, e-mail addresses, name with company.

    Two people who share a key are probably one, unless `are_two` says otherwise. A name alone is no
    key, and no link but a LinkedIn profile; an address may be shared, so it counts with the
    initials. It is one company however its name is spelt.
    """
    name = name_key(person.name)
    initials = name[:1] + name.rpartition(" ")[2][:1]
    keys = {f"mail {mail} {initials}" for mail in mails_of(person)}
    if profile := linkedin_profile(person.link):
        keys.add(f"link {profile}")
    if person.name.strip() and person.company.strip():
        company = normalised(bare(person.company))
        keys |= {f"name {spelling} at {company}" for spelling in name_keys(person.name)}
    return frozenset(keys)


def are_two(one: Person, other: Person) -> bool:
    """Returns True if they are surely not one person.

    Each has a LinkedIn profile, or middle initials, and they are not the same.
    """
    profiles = {linkedin_profile(one.link), linkedin_profile(other.link)}
    has_other_profile = len(profiles) == 2 and "" not in profiles
    return has_other_profile or have_other_initials(one.name, other.name)


def may_be_one(one: Person, other: Person) -> bool:
    """Returns True if they share a key, and nothing says that they are two."""
    return not keys_of(one).isdisjoint(keys_of(other)) and not are_two(one, other)


@lru_cache(maxsize=65_536)
def linkedin_profile(link: str) -> str:
    """The path of a LinkedIn profile, however its link is written; nothing for any other link."""
    if not (found := _PROFILE.match(link)):
        return ""
    path = unquote(found[2]).casefold()
    return path.partition("/")[0] if found[1].lower() == "in" else f"pub/{path}"


def mails_of(person: Person) -> list[str]:
    """Every e-mail address of that person, in small letters."""
    return [mail.value.casefold() for mail in emails_of(person)]


def name_at_company(name: str, company: str) -> str:
    """Returns the key that a name gives together with a company; empty without either."""
    return f"name {name_key(name)} at {bare(company)}" if name.strip() and company.strip() else ""


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """The text in small letters, without accents, with single spaces."""
    return " ".join(folded(text).split())
