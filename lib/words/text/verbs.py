"""Finds verbs in a typed phrase, as far as closed lists can tell. Nothing here rewrites a word."""

from __future__ import annotations

import re
from functools import cache

from lib.words.wording import word_list

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@cache
def known_verbs() -> frozenset[str]:
    """Returns every form of the listed verbs that can stand after a subject."""
    forms = forms_of(word_list("base_verbs") | word_list("verbs"))
    return forms | word_list("past_verbs") | word_list("sure_verbs")


def forms_of(bases: frozenset[str]) -> frozenset[str]:
    """Returns those verbs with their regular forms after "she" and in the past."""
    return bases.union(map(_third_person, bases), map(_past, bases))


PRONOUNS = frozenset(("i", "you", "we", "they"))
"""After a noun one of these opens a clause of its own: "the program you had to close"."""


def words_of(text: str) -> list[str]:
    """Returns the words in small letters, with straight apostrophes."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def is_whole_clause(text: str) -> bool:
    """True if a sure verb stands outside any clause in the phrase ("labs are running late")."""
    before = ""
    for i, word in enumerate(words_of(text)):
        opens_relative = before in PRONOUNS and i > 1
        if word in word_list("clause_openers") or (opens_relative and word in known_verbs()):
            return False
        if word in word_list("sure_verbs"):
            return True
        before = word
    return False


def has_verb(text: str) -> bool:
    """True if any word may be a verb after a subject; if False, the phrase is surely no clause."""
    words = words_of(text)
    return any(word in known_verbs() or word.endswith("ed") for word in words[1:])


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "ch", "sh", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"
