"""One thing that has happened to me since, read from a scrap: a sentence about me where that is certain."""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.words import facts, favours, shapes, wording
from lib.words.capture import clean, says_something


class News(NamedTuple):
    """Words without their end mark; a clause ("I finished the course") or a line for behind a colon."""

    words: str
    is_clause: bool


LEAD = re.compile(
    r"^(?:(?:since then|in the meantime|meanwhile|news|update|and|also|well)\b[,:]?\s+)+(?=\S)", re.IGNORECASE
)
ADVERBS = re.compile(r"^(?:(?:just|finally|now|also|already|recently|even|officially)\s+)+", re.IGNORECASE)
MINE = re.compile(r"^(?:I|we|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))\s+(?=\S)", re.IGNORECASE)
PASSIVE_GOES_ON = frozenset({"to", "as", "for", "in", "into", "by", "at", "on", "onto", "back", "a", "an"})
ACTIVE_TOO = frozenset({"accepted", "offered", "named", "chosen", "asked", "hired", "invited"})
"""Of those that others do to one, what one may do oneself: "accepted a place"."""
LEARNING = frozenset({"learning", "studying", "doing", "taking"})
AFTER_VERB = frozenset({"as", "myself", "about", "through", "back"})
GAINING = frozenset({"got", "received", "found", "took", "earned", "gained"})
FRESH = frozenset({"new", "second", "short", "free", "small", "temporary", "part-time", "evening", "weekend"})
OBJECT_ENDS = re.compile(
    r"\s(?=(?:at|in|on|for|from|with|about|of|to|and|as|by|after|before|last|this|while)\b)|[,;:–]"
)
ALSO_DID = re.compile(r"(?P<mark>[;,]) (?P<verb>\w+)(?= )")


def read(scrap: str, *, keep: tuple[str, ...] = ()) -> News | None:
    """What has happened, as it can stand in a message; None where nothing was said that can."""
    words = LEAD.sub("", clean(scrap, keep=keep))
    if not words or words.endswith("?") or favours.is_nothing(scrap) or not says_something(words):
        return None
    adverbs = ADVERBS.match(words)
    before, rest = (adverbs.group(), words[adverbs.end() :]) if adverbs else ("", words)
    mine = _about_me(before, rest)
    if mine:
        return News(_also_mine(mine), is_clause=True)
    return News(words, is_clause=shapes.is_clause(words))


def _about_me(before: str, words: str) -> str:
    """The line with "I" where it was left out; empty where it is not about me for sure."""
    if MINE.match(words):
        return f"{before}{words}"
    tokens = [token.casefold().strip(",;:") for token in words.split()]
    verb = _helping_verb(tokens, words)
    if verb is None:
        return ""
    return f"I {verb}{before}{_with_article(words, tokens)}"


def _helping_verb(tokens: list[str], words: str) -> str | None:
    """What must stand between "I" and the line: "was ", "have ", "am " or nothing; None where "I" cannot."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if first in {"have", "am", "was", "had"} and second:
        return ""
    if first in wording.terms("passives") and _is_passive(first, second):
        return "was "
    if first in wording.terms("participles"):
        return "have "
    if first in wording.terms("happened") and second:
        return ""
    if first.endswith("ed") and second in wording.terms("after_verbs") | AFTER_VERB:
        return ""
    if first.endswith("ing") and first not in wording.terms("ing_nouns") and _goes_on(first, second):
        return "am "
    if first in wording.terms("past_verbs") and second in wording.terms("after_verbs") | AFTER_VERB:
        return ""
    return "" if second and shapes.is_bare_verb(first, words) else None


def _is_passive(first: str, second: str) -> bool:
    if first in ACTIVE_TOO and second in {"a", "an"}:
        return False
    return second in PASSIVE_GOES_ON


def _goes_on(first: str, second: str) -> bool:
    after = second in wording.terms("after_verbs") | AFTER_VERB
    return after or (first in LEARNING and bool(second) and second not in {"role", "job", "course", "day"})


def _with_article(words: str, tokens: list[str]) -> str:
    """ "finished SQL course" with its article: a telegram leaves it out."""
    verb, _, rest = words.partition(" ")
    named = OBJECT_ENDS.split(rest)[0].split()
    if not named or tokens[0] not in wording.terms("happened"):
        return words
    opens = named[0].casefold() in wording.terms("determiners") or facts.FIXED.match(rest)
    if opens or named[-1].casefold() not in wording.terms("happenings"):
        return words
    fresh = named[0].casefold() in FRESH or tokens[0] in GAINING
    return f"{verb} {facts.article(rest) if fresh else 'the'} {rest}"


def _also_mine(words: str) -> str:
    """With "I", or an "and", before a second thing that I did."""
    happened = wording.terms("happened")

    def joined(found: re.Match[str]) -> str:
        if found["verb"].casefold() not in happened:
            return found.group()
        return f"; I {found['verb']}" if found["mark"] == ";" else f" and {found['verb']}"

    return ALSO_DID.sub(joined, words)
