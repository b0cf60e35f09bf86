"""What the spellings of one person's name share, and what tells two such names apart."""

from __future__ import annotations

import re
from functools import lru_cache

from lib.domain.people import name_words as words
from lib.domain.people.loud_names import loud_name
from lib.domain.people.names import (
    in_usual_order,
    without_credentials,
    without_remarks,
    without_what_follows,
)
from lib.domain.people.titles import KNOWN, split_titles
from lib.domain.search import folded, spelled_out

_PLAIN = re.compile(r"[a-z]+(?:[ '-][a-z]+)*")
_CAPITALS = re.compile(r"[A-Z]{2}")
_BESIDES = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]|[\"“„][^\"“”]*[\"”]|(?<!\w)'[^']+'(?!\w)")
_NOT_IN_A_KEY = re.compile(r"[.`\"()\[\]{}“”]|'\s*")
_BETWEEN = re.compile(r"[-_,/|\s]+")
_BETWEEN_SIGNS = re.compile(r"(?<=[぀-ヿ㐀-鿿가-힯])\s+(?=[぀-ヿ㐀-鿿가-힯])")


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Returns what the spellings of one person's name share.

    Case, accents, apostrophes, hyphens, credentials, pronouns, titles, nicknames in brackets,
    middle initials, and whether the family name stands first before a comma make no difference.
    """
    return " ".join(_without_initials(_whole_key(name).split()))


def name_keys(name: str) -> frozenset[str]:
    """Returns the key of a name, and that of its spelling with "ue" for "ü"."""
    return frozenset((name_key(name), name_key(spelled_out(name))))


def is_same_name(one: str, other: str) -> bool:
    """True if two names may be spellings of one name, which is not empty."""
    if not one.strip() or not other.strip() or have_other_initials(one, other):
        return False
    return bool(name_keys(one) & name_keys(other))


def share_a_word(one: str, other: str) -> bool:
    """True if two names have a word or initials in common, or one is empty.

    People of one office may share its address, so that alone says nothing.
    """
    mine, theirs = _whole_key(one).split(), _whole_key(other).split()
    if not mine or not theirs or set(mine) & set(theirs):
        return True
    return mine[0][0] + mine[-1][0] == theirs[0][0] + theirs[-1][0]


def have_other_initials(one: str, other: str) -> bool:
    """True if both have middle initials, and not the same: "Dana M." and "Dana R. Neil"."""
    return are_other_initials(initials_of(one), initials_of(other))


def are_other_initials(one: str, other: str) -> bool:
    """True if neither begins with the other: "m" and "r", but not "m" and "mk", or "m" and ""."""
    return not one.startswith(other) and not other.startswith(one)


def initials_of(name: str) -> str:
    """Returns the initials between the first and the last word, folded: "mk" of "Jo M. K. Fox"."""
    parts = _whole_key(name).split()
    if len(parts) < 3 or len(parts[0]) < 2:
        return ""
    return "".join(part for part in parts[1:-1] if len(part) == 1)


@lru_cache(maxsize=65_536)
def _whole_key(name: str) -> str:
    plain = " ".join(folded(name).split())
    first, last = plain.partition(" ")[0], plain.rpartition(" ")[2]
    is_plain = _PLAIN.fullmatch(plain) and not _CAPITALS.search(name)
    if is_plain and first not in KNOWN and last not in words.CREDENTIALS:
        # The quick way, as an address book has thirty thousand names.
        return plain.replace("'", "").replace("-", " ")
    bare = without_what_follows(without_credentials(without_remarks(name)))
    ordered = in_usual_order(_BESIDES.sub(" ", bare).strip() or bare)
    titled = split_titles(ordered)
    kept = titled.rest if len(titled.rest.split()) > 1 else ordered
    if loud := loud_name(kept):
        kept = loud.whole()
    joined = _BETWEEN_SIGNS.sub("", kept)
    parts = _BETWEEN.sub(" ", _NOT_IN_A_KEY.sub("", folded(joined))).split()
    return " ".join(parts) or plain


def _without_initials(parts: list[str]) -> list[str]:
    """Returns the words without single letters between the first and the last one."""
    if len(parts) < 3 or len(parts[0]) < 2:
        return parts
    return [parts[0], *(part for part in parts[1:-1] if len(part) > 1), parts[-1]]
