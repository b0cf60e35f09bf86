"""Things that could be of use to them, as they were noted in the worksheet."""

from __future__ import annotations

import re

from lib.words import facts, favours, parts, shapes, wording
from lib.words.brief import Brief
from lib.words.capture import clean, words_in

MOST_WORDS = 10
OFFERING = re.compile(
    r"^(?:(?:I\s+)?(?:can|could|will|would|'d|'ll)\s+|I(?:'d|'ll)\s+|(?:I'm\s+)?(?:happy|glad|ready|able)\s+)*"
    r"(?:to\s+)?(?:also\s+)?(?:(?:bring|offer|show|supply|add)\s+(?:(?:along|them|her|him|over)\s+)*)?",
    re.IGNORECASE,
)
PERSONS = re.compile(
    r"\b(?:she|he|her|hers|him|his|they|them|their|we|us|our|you|your|I|me)\b", re.IGNORECASE
)
PREPOSITION = re.compile(r"\s(?:of|from|for|with|about|on|in|at|to|by|that|which|who|as|between)\s|[,;:(]")


def useful(brief: Brief) -> str:
    """The first offer that can stand as a thing: "two references"; empty where none can."""
    offers = brief.weeks.offers if brief.weeks else ()
    return next(filter(None, (thing(one, keep=parts.names_kept(brief)) for one in offers)), "")


def thing(scrap: str, *, keep: tuple[str, ...] = ()) -> str:
    """The offer as a thing, with its article; empty where it is not one for sure."""
    words = clean(scrap, most=MOST_WORDS, keep=keep)
    bare = facts.ASKED_TO.sub("", OFFERING.sub("", words, count=1)).strip()
    if not words_in(bare) or re.search("[?!;]", bare) or favours.NOTHING.match(bare):
        return ""
    if PERSONS.search(bare) or facts.NOT_A_THING.match(bare) or _is_doing(bare):
        return ""
    return _with_article(bare)


def _is_doing(words: str) -> bool:
    first = words.split()[0].casefold().strip(",;:")
    gerund = first.endswith("ing") and first not in wording.terms("ing_nouns")
    sure = any(word.casefold() in wording.terms("sure_verbs") for word in words_in(words))
    return gerund or sure or shapes.is_bare_verb(first, words)


def _with_article(words: str) -> str:
    tokens = words.split()
    first = tokens[0].casefold()
    if facts.FIXED.match(words) or first in wording.terms("determiners") or "'s" in first or "’s" in first:
        return words
    head = (PREPOSITION.split(words)[0].split() or tokens)[-1].casefold()
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return words
    return f"{facts.article(words) if head in wording.terms('offered') else 'the'} {words}"
