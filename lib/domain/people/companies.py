"""Whether two spellings mean one company: surely, perhaps, or as the person said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from lib.domain.people.contacts import Person, SameCompany
from lib.domain.records import id_for
from lib.domain.search import folded
from lib.domain.word_lists import word_set

ALIKE = 88
"""From which token set ratio on, of 100, two names may mean one company."""
MOST = 10
LONG_WORD = 6
"""A single shared word of this length may stand anywhere in the longer name."""
SLIP_IN = 7
"""Two names of at least this many letters that are spelled alike may be one with a slip in it."""


LEGAL_FORMS = word_set(
    "inc incorporated corp corporation co company llc lllp llp lp ltd limited plc pllc gmbh mbh"
    " ggmbh ug ag se kg kgaa ohg gbr sa sas sasu sarl sl slu sca spa srl sapa bv nv cv vof bvba ab"
    " as asa aps oy oyj hb kft zrt nyrt sro doo ood eood spzoo pty pvt pte private ltda eirl kk"
    " bhd sdn"
)
"""Words at the end of a name that say what kind of firm it is, without capitals and dots."""

JOINING = word_set(
    "the and of for in on at by a an to de la le du des del di da und et y e van von"
)
DULL = JOINING | word_set(
    "ai it us usa uk eu group groups holding holdings bank banking company corporation"
    " international global worldwide national american european service services solution"
    " solutions technology technologies tech system systems software digital data consulting"
    " consultants partner partners capital ventures lab labs media studio studios design agency"
    " network networks university college school institute center centre hospital health"
    " healthcare care insurance energy research foundation management industries enterprise"
    " enterprises product products freelance self employed independent stealth startup retired"
)
"""Words that many names have in common: sharing nothing else tells nothing."""

_INITIALS = re.compile(r"\b(?:\w[./]\s?)+\w\b")
_APART = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=50_000)
def normalised(name: str) -> str:
    """Returns the name for comparing: folded, "&" as "and", without punctuation and legal forms.

    Something always stays, if anything was there: "Company" is "company". "The" stays as well.
    """
    plain = folded(name)
    spoken = plain.replace("&", " and ").replace("’", "").replace("'", "")
    joined = _INITIALS.sub(lambda found: _APART.sub("", found[0]), spoken)
    words = _APART.sub(" ", joined).replace(" sp z oo", " spzoo").split()
    return " ".join(_without_legal_forms(words)) or plain.strip()


def companies_of(person: Person) -> set[str]:
    """Returns the normalised names of the companies where somebody works or has worked."""
    return {normalised(person.company), *map(normalised, person.past_companies)}


def maybe_same(name: str, others: Collection[str]) -> tuple[str, ...]:
    """Returns the other normalized names that may mean the same company, the likeliest first."""
    from rapidfuzz import fuzz, process

    mine = normalised(name)
    if not _telling(mine.split()):
        return ()
    alike = process.extract(
        mine, others, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=None
    )
    found: list[tuple[float, str]] = []
    for other, _, _ in alike:
        ratio = fuzz.ratio(mine, other)
        is_slip = ratio >= ALIKE and min(len(mine), len(other)) >= SLIP_IN
        if other != mine and (is_slip or _share_something(mine, other)):
            found.append((-ratio, other))
    return tuple(other for _, other in sorted(found)[:MOST])


def pair_id(one: str, other: str) -> str:
    """The id of the question whether these two are one company, whichever is named first."""
    first, second = sorted((normalised(one), normalised(other)))
    return id_for(f"same_company:{first}|{second}")


def said_same(answers: Iterable[SameCompany], one: str, other: str) -> bool | None:
    """What the person said about these two; None if they were not asked yet."""
    return answers_about(answers, one).get(normalised(other))


def answers_about(answers: Iterable[SameCompany], company: str) -> dict[str, bool]:
    """What the person said about that company, by the other one's normalised name."""
    wanted = normalised(company)
    said: dict[str, bool] = {}
    for answer in answers:
        one, other = normalised(answer.one), normalised(answer.other)
        if wanted in (one, other):
            said[other if one == wanted else one] = answer.same
    return said


def _without_legal_forms(words: list[str]) -> list[str]:
    """The words up to the legal forms; all of them where only joining words would be left."""
    kept = list(words)
    while kept and kept[-1] in LEGAL_FORMS | ({"and", "de"} if len(kept) < len(words) else set()):
        kept.pop()
    return kept if set(kept) - JOINING else words


def _telling(words: Iterable[str]) -> set[str]:
    return {word for word in words if word not in DULL}


def _share_something(one: str, other: str) -> bool:
    """Whether what the two have in common tells anything: "Bank" alone is in a hundred names."""
    short, long = sorted((one.split(), other.split()), key=len)
    shared = set(short) & set(long)
    telling = _telling(shared)
    if not telling or len(shared - JOINING) > 1:
        return bool(telling)
    if any(len(word) >= LONG_WORD for word in telling):
        return True
    # The longer name begins with the shorter one, "the" aside, by more than a letter.
    first = [word for word in long if word != "the"]
    start = [word for word in short if word != "the"]
    return first[: len(start)] == start and len("".join(start)) > 1
