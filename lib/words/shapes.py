"""What a line about me is, grammatically, for an ask for a good word."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from lib.words import wording
from lib.words.capture import clean


class Shape(StrEnum):
    """What kind of words they are; the name of their wordings in the data file."""

    DOING = "doing"  # "bringing the codes"
    DO = "do"  # "bring the codes"
    MINE = "mine"  # "I built the codes"
    THING = "thing"  # "the codes I built"
    ANSWER = "answer"  # "yes, Lyon is fine": stands by itself


class Phrase(NamedTuple):
    """Captured words and what they are."""

    shape: Shape
    words: str


TELLS = re.compile(
    r"^(?:(?:she|he|they|we)\s+)?(?:also\s+|just\s+)?"
    r"(?:said|says|told me|mentioned|mentions|noted|explained|pointed out|stressed|raised|"
    r"feels|felt|thinks|thought|believes|believed)\s+(?:that\s+|how\s+(?=much|hard|little))?(?=\S)",
    re.IGNORECASE,
)
TALKS = re.compile(
    r"^(?:(?:she|he|they|we)\s+)?(?:also\s+)?(?:talked|spoke|talking|brought)\s+"
    r"(?:a lot |mostly |me )?(?:about|up)\s+(?=\S)",
    re.IGNORECASE,
)
TAIL = re.compile(r", |; | – | \((?=\w)")
OFFERS = re.compile(
    r"^(?:(?:and\s+)?(?:I\s+)?(?:can|could|would|will|'d|'ll)\s+(?:help\s+)?(?:by\s+(?=\w+ing\b))?|I(?:'d|'ll)\s+|by\s+|to\s+)",
    re.IGNORECASE,
)


def help_given(scrap: str, *, keep: tuple[str, ...] = ()) -> Phrase | None:
    """How I can help, in whatever form it was captured; None where nothing clean was."""
    words = clean(scrap, keep=keep).rstrip("?")
    if not words:
        return None
    offer = OFFERS.match(words)
    rest = words[offer.end() :] if offer else words
    if not rest or rest.startswith("with "):
        return Phrase(Shape.THING, words)
    head, tail = _tail_apart(rest)
    shape, said = _offered(head, bool(offer and "by" not in offer.group().split()))
    return Phrase(shape, f"{said}; I {tail}" if tail else said)


def _offered(words: str, after_can: bool) -> tuple[Shape, str]:
    first = words.split()[0].casefold().strip(",;:")
    if first in {"yes", "no", "sure", "of"}:
        return Shape.ANSWER, words
    if after_can or is_bare_verb(first, words):
        return Shape.DO, _for_reader(words)
    if first.endswith("ing") and first not in wording.terms("ing_nouns"):
        return Shape.DOING, _for_reader(words)
    if first in {"i", "i've", "i'm", "i'd"}:
        return Shape.MINE, words
    if _is_past_verb(first, words):
        return Shape.MINE, f"I {words}"
    return (Shape.ANSWER if is_clause(words) else Shape.THING), words


def is_bare_verb(first: str, words: str) -> bool:
    if first not in wording.terms("bare_verbs") | wording.terms("thing_verbs"):
        return False
    if first in {"cut", "put", "set"} and re.search(r"\d|\bfrom\b.*\bto\b|\bat [A-Z]", words):
        return False
    return first not in wording.terms("thing_verbs") or _has_object(words)


def _is_past_verb(first: str, words: str) -> bool:
    if first in {"cut", "put", "set"}:
        return True
    known = first in wording.terms("past_verbs")
    return (known or first.endswith("ed")) and (_has_object(words) or (known and " of " not in words))


def _has_object(words: str) -> bool:
    second = words.split()[1].casefold() if len(words.split()) > 1 else ""
    return second in wording.terms("after_verbs") or second[:1].isdigit()


def _tail_apart(words: str) -> tuple[str, str]:
    """An offer and the proof behind it, apart: "mentor juniors" and "did that for three"."""
    parted = TAIL.split(words, maxsplit=1)
    if len(parted) == 2 and parted[0].strip():
        tail = parted[1].rstrip(")").removeprefix("I ")
        if tail.split() and tail.split()[0].casefold() in wording.terms("past_verbs") | {
            "know",
            "speak",
            "have",
            "hold",
        }:
            return parted[0], tail
    return words, ""


def is_clause(words: str) -> bool:
    """Whether a verb that can be nothing else follows a subject, before any word that opens a side clause.

    A line that leaves its article out ("budget was cut") is none: a telegram reads better behind a colon.
    """
    tokens = re.findall(r"[\w'’]+|[,;:–—]", words)
    small = [token.casefold() for token in tokens]
    stop = next(
        (i for i, one in enumerate(small) if one in wording.terms("opens") or not one[0].isalnum()), None
    )
    head = small[:stop]
    at = next((i for i, one in enumerate(head) if one in wording.terms("sure_verbs")), None)
    if not at or not _opens_a_clause(tokens[0]):
        return False
    return at == 1 or head[at - 1] not in wording.terms("subjects")


def _opens_a_clause(first: str) -> bool:
    whole = first.casefold() in wording.terms("determiners") or first[:1].isupper() or first[:1].isdigit()
    return whole or first.endswith(("s", "ing", "'s", "’s"))


def _for_reader(words: str) -> str:
    """ "show her the board" said to her: "show you the board"; "help her team" gives "help your team"."""
    verb, _, rest = words.partition(" ")
    obj, _, after = rest.partition(" ")
    low, following = obj.casefold(), after.partition(" ")[0].casefold()
    given = verb.casefold() in GIVING and following not in wording.terms("reader_owns")
    if low in {"him", "them"} or (
        low == "her" and (given or not after or following in wording.terms("after_verbs"))
    ):
        return f"{verb} you {after}".strip()
    if low in {"her", "his", "their"}:
        return f"{verb} your {after}"
    return re.sub(
        r"\bwith (?:her|him)$", "with you", re.sub(r"\bwith (?:her|his) (?=\w)", "with your ", words)
    )


GIVING = frozenset(
    ["show", "send", "give", "bring", "tell", "walk", "teach", "hand", "offer", "lend", "mail"]
)
