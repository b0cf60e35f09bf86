"""What a word about me should be about, read from how it was captured.

"she said they need someone patient", "staying calm when the queue grows" and "calm" go into different
sentences; what is sure to be none of them goes behind a colon, and a line about other people into none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from lib.domain.strategies import PointToMake
from lib.words import facts, fit, shapes, wording
from lib.words.capture import clean, says_something, words_in
from lib.words.shapes import Phrase, Shape


class Frame(StrEnum):
    """The sentences it can stand in; the name of their wordings in the data file."""

    SOMEONE = "someone"  # "someone patient", "people who explain things simply"
    QUALITY = "quality"  # "staying calm when the queue grows", "honesty"
    WORD = "word"  # "meticulous": one word, quoted
    LINE = "line"  # anything else, behind a colon


class Trait(NamedTuple):
    """Words about me and the sentences that they can stand in."""

    frame: Frame
    words: str


IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't",
    "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "am": "are",
}  # fmt: skip
MOST_WORDS = 16
"""How long it may be: a trait is a few words, and a script has room for no more."""
ASKED = re.compile(
    r"^(?:(?:she|he|they)\s+)?(?:always\s+|often\s+)?"
    r"(?:(?:kept|keeps)\s+(?:asking|talking|coming back)|asked|asks|came back|comes back|went on)\s+"
    r"(?:me\s+)?(?:a lot\s+|mostly\s+)?(?:about|to)\s+(?=\S)",
    re.IGNORECASE,
)
ADVERBS = re.compile(r"^(?:well|hard|best|fast|with|without|under|\w+ly)$")
DOER = re.compile(r"^\w+(?:er|or|ist)$")
WANTS = re.compile(
    r"^(?:(?:she|he|they|we|you)(?:'re|'s)?\s+)?(?:(?:also|really|mostly|just|only|is|are|was|were)\s+)*"
    r"(?:needs?|needed|wants?|wanted|values?|valued|likes?|liked|loves?|prefers?|cares? about|cared about|"
    r"look(?:s|ed)? for|looking for|asked for|asks for|hopes? for|hoping for|after)\s+(?=\S)",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"^(?:someone|somebody|anyone|(?:people|person|candidates|colleagues|folks)\s+(?:who|that|with|able|willing)"
    r"|an? (?:[\w-]+ ){0,2}(?:person|colleague|listener|writer|thinker|pair of hands)\b)",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:she|he|her|hers|him|his|we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
MINE = re.compile(r"\b(?:I|me|my|mine)\b")
OPEN = re.compile(r"^(?:how|what|why|when|where|whether|if|to|not|there|it|that|this)\b", re.IGNORECASE)
NOT_DOING = re.compile(r"^not \w+ing\b", re.IGNORECASE)
NOBODY = frozenset({"people", "someone", "somebody", "anyone", "person", "candidates", "colleagues", "folks"})
"""What says nothing of me where nothing sure follows."""
NOUN = re.compile(r"^(?:\w+(?:ness|ity|ship|tion|ence|ance)|loyalty|honesty)$", re.IGNORECASE)
AFTER_NOUN = frozenset(
    {"with", "in", "of", "about", "when", "under", "and", "for", "towards", "at", "on", "over"}
)


def verb_for_you(verb: str) -> str:
    """The verb as it follows "you": "wants" gives "want", "is" gives "are"; past tenses stay."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def read(scrap: str, *, keep: tuple[str, ...] = ()) -> Trait | None:
    """What the word should be about, as it can stand in a note; None where it is not about me for sure."""
    words = clean(scrap, most=MOST_WORDS, keep=keep)
    if not words or words.endswith("?"):
        return None
    wanted = _wanted(words, keep)
    asked = wanted is not None
    words = words if wanted is None else wanted
    if OTHERS.search(words) or not says_something(words):
        return None
    trait = _as_someone(words) or _as_mine(words, asked=asked)
    return trait if trait and not OTHERS.search(trait.words) else None


def point(said: Phrase | None) -> str:
    """A point of the strategy, as it stands behind a colon in a note to a contact; empty where it cannot."""
    if said is None or OTHERS.search(said.words):
        return ""
    return f"I can {said.words}" if said.shape is Shape.DO else said.words


def _wanted(words: str, keep: Iterable[str]) -> str | None:
    """What they said they want, need or value; None where the line does not say so."""
    told = shapes.TELLS.match(words) or shapes.TALKS.match(words) or ASKED.match(words)
    rest = words[told.end() :] if told else words
    firsts = "|".join(re.escape(name.split()[0]) for name in keep if name.split())
    rest = re.sub(rf"^(?:{firsts})\s+", "", rest, flags=re.IGNORECASE) if firsts else rest
    wants = WANTS.match(rest)
    if wants:
        return rest[wants.end() :]
    return rest if told else None


def _as_someone(words: str) -> Trait | None:
    tokens = words.split()
    second = tokens[1].casefold() if len(tokens) > 1 else ""
    if MINE.search(words):
        return None
    if PEOPLE.match(words):
        return Trait(Frame.SOMEONE, words)
    first = tokens[0].casefold()
    if first in wording.terms("traits") and (not second or second in wording.terms("after_traits")):
        return Trait(Frame.SOMEONE, f"someone {words}")
    if first in wording.terms("traits") and len(tokens) == 2 and DOER.match(second):
        return Trait(Frame.SOMEONE, f"{facts.article(words)} {words}")
    if second and _is_done_by_someone(first, second):
        return Trait(Frame.SOMEONE, f"someone who {words}")
    if first in {"always", "never"} and second and not _is_verb([second]):
        return Trait(Frame.SOMEONE, f"someone who {words}" if second == "is" else f"someone who is {words}")
    return None


def _is_done_by_someone(verb: str, after: str) -> bool:
    """Whether it is a verb as in "stays calm" or "works well" that can be no plural."""
    bare = verb_for_you(verb)
    if not verb.endswith("s") or bare not in wording.terms("bare_verbs"):
        return False
    return bare not in wording.terms("thing_verbs") or ADVERBS.match(after) is not None


def _as_mine(words: str, *, asked: bool) -> Trait | None:
    """A doing, a thing of mine or a sentence about me. What they asked of me is none of these."""
    tokens = [token.casefold() for token in words_in(words)]
    others = OPEN.match(words) and not MINE.search(words) and not NOT_DOING.match(words)
    if others or (asked and MINE.search(words)) or tokens[0] in NOBODY:
        return None
    phrase = fit.said(PointToMake(words))
    if phrase is None or phrase.shape is Shape.ANSWER:
        return None
    if phrase.shape is Shape.DO:
        return Trait(Frame.LINE if MINE.search(words) else Frame.SOMEONE, _doer(phrase.words, words))
    wanted = asked and tokens[0] not in {"a", "an"}
    noun = phrase.shape is Shape.THING and (wanted or _is_quality(tokens) or NOT_DOING.match(words))
    if (noun or phrase.shape is Shape.DOING) and not MINE.search(words):
        return Trait(Frame.LINE if "," in phrase.words else Frame.QUALITY, phrase.words)
    return Trait(Frame.WORD if len(tokens) == 1 and "," not in phrase.words else Frame.LINE, phrase.words)


def _doer(said: str, words: str) -> str:
    return f"I can {said}" if MINE.search(words) else f"someone who can {said}"


def _is_verb(tokens: list[str]) -> bool:
    known = wording.terms("past_verbs") | wording.terms("bare_verbs")
    return any(token in known or token.endswith("ed") for token in tokens)


def _is_quality(tokens: list[str]) -> bool:
    noun = bool(NOUN.match(tokens[0]))
    return noun and (len(tokens) == 1 or tokens[1] in AFTER_NOUN)
