"""What follows "Dear" or "Hi": guessed from a name, unless the person has said it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lib.domain.people import name_words as words
from lib.domain.people.name_parts import NameParts, is_written_without_spaces, take_apart
from lib.domain.people.names import (
    is_shouted,
    is_unknown,
    name_of_address,
    normal_case,
    without_credentials,
    without_remarks,
    without_what_follows,
)
from lib.domain.people.titles import JOINS, has_title, is_bare_title, split_titles, title_key

__all__ = ["clean_name", "greeting_choices", "greeting_name", "has_title", "is_bare_title"]

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:-(?:[^\W\d_]\.)+)*|[^\W\d_]")


@lru_cache(maxsize=4_096)
def greeting_name(name: str, greet_as: str = "", *, formal: bool = False) -> str:
    """Returns what follows "Dear" or "Hi"; empty where nothing but a title is known.

    Args:
        name: the person's whole name, as it was typed.
        greet_as: what the person chose to say; it is used as it is, in every tone.
        formal: the whole name instead of the given name, where no title is known.
    """
    if greet_as.strip():
        return greet_as.strip()
    if is_unknown(name):
        return ""
    if several := _several(name, formal=formal):
        return several
    parts = take_apart(clean_name(name))
    if title := parts.titled.spoken():
        guess = _after_title(title, parts)
    elif formal or parts.titled.is_honorable():
        guess = parts.whole
    else:
        guess = _guesses(parts)[0]
    return "" if is_bare_title(guess) else guess


def greeting_choices(name: str) -> tuple[str, ...]:
    """Returns the greetings that a name allows, the likeliest first; none without a name."""
    parts = take_apart(clean_name(name))
    guess = greeting_name(name)
    if not guess:
        return ()
    if _several(name):
        return (guess,)
    title = parts.titled.spoken()
    if title_key(title) in words.TITLES_OR_GIVEN_NAMES:
        return guess, title
    if title or parts.titled.is_honorable():
        return (guess,)
    return _guesses(parts)


def clean_name(name: str) -> str:
    """Returns a name without pronouns, tags and credentials, in normal case if it was shouted."""
    if "@" in name and (spelled := name_of_address(name)):
        return spelled
    bare = without_credentials(without_what_follows(without_remarks(name)))
    return normal_case(bare) if is_shouted(bare) else bare


def _several(name: str, *, formal: bool = False) -> str:
    """Returns the greeting of two people in one name ("Ian and Dana"); empty for one person."""
    whole = clean_name(name)
    titled = split_titles(whole)
    found = re.split(r"\s+(and|&|und|or)\s+", titled.rest)
    if len(found) < 3 or not all(found) or titled.couple:
        return ""
    if titled.titles or formal:
        return "" if is_bare_title(whole) else whole
    joined = " ".join(map(_one_of_several, found))
    return "" if is_bare_title(joined) else joined


def _one_of_several(part: str) -> str:
    return part if part in JOINS else greeting_name(part) or part


def _after_title(title: str, parts: NameParts) -> str:
    """Returns the title with the name that follows it; empty if nothing follows."""
    key = title_key(title)
    name = parts.family
    if key in words.TITLES_BEFORE_WHOLE_NAME:
        name = parts.whole
    elif key in words.TITLES_BEFORE_GIVEN_NAME:
        name = parts.given
    return f"{title} {name}" if name else ""


def _guesses(parts: NameParts) -> tuple[str, ...]:
    """Returns the greetings of somebody without a title, the likeliest first."""
    whole, given = parts.whole, parts.given
    if whole.rpartition(" ")[2].casefold() in words.NOT_A_PERSON:
        return (whole,)
    if is_written_without_spaces(whole):
        return (parts.nickname or whole,)
    if parts.family_first:
        return (parts.nickname, whole, given) if parts.nickname else (whole, given)
    if parts.maybe_swapped:
        return given, parts.family
    if _INITIALS.fullmatch(given):
        return (whole, *_full_words(parts.middle))
    if "." in given or given.casefold() == "the":
        return (whole,)
    return tuple(dict.fromkeys(_by_given_name(parts)))


def _by_given_name(parts: NameParts) -> Iterator[str]:
    given = parts.given
    is_title = title_key(given) in words.GIVEN_NAMES_OR_TITLES
    if is_title and parts.middle:
        yield f"{given} {parts.family}"
    if parts.goes_by_nickname:
        yield parts.nickname
    yield given
    if parts.nickname:
        yield parts.nickname
    for second in _full_words(parts.middle):
        yield f"{given} {second}"
    if is_title and parts.family != given:
        yield f"{given} {parts.family}"


def _full_words(middle: str) -> tuple[str, ...]:
    """Returns the first of the middle names, if it is more than an initial."""
    first = middle.partition(" ")[0]
    return () if not first or "." in first or len(first) < 2 else (first,)
