"""Who speaks in a captured line, and the same line said to that person.

"wants someone who stays" was taken down about the reader; to the reader it is "you want someone who
stays". "we lose people" were the reader's own words; to the reader it is "you lose people".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.words import wording

TO_YOU = {
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves",
    "we're": "you are", "we've": "you have", "we'll": "you will", "we'd": "you would",
}  # fmt: skip
OF_THE_READER = {"her": "your", "his": "your", "their": "your"}
IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go", "isn't": "aren't",
    "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "am": "are",
}  # fmt: skip
SUBJECT = {
    "she": "you", "he": "you", "they": "you", "she's": "you are", "he's": "you are",
    "they're": "you are", "they've": "you have", "they'd": "you would", "she'd": "you would",
    "he'd": "you would", "they'll": "you will", "she'll": "you will", "he'll": "you will",
}  # fmt: skip
YOURSELF = {"herself": "yourself", "himself": "yourself", "themselves": "yourselves", "him": "you"}
SINGULAR = frozenset({"she", "he", "she's", "he's", "she'd", "he'd", "she'll", "he'll"})
JOINS = frozenset({"and", "but", "or", "also", "really", "always", "never"})
FIRST_SINGULAR = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine)\b")
FIRST_PLURAL = re.compile(r"\b(?:we|we're|we've|we'll|we'd|us|our|ours|ourselves)\b", re.IGNORECASE)
SECOND = re.compile(r"\b(?:you|your|yours|you're|you've|you'll|you'd)\b", re.IGNORECASE)
PIECE = re.compile(r"[\w’']+|[^\w’']+")
ADVISED = re.compile(r"^I(?:'d| would| should| could| can| need to| needed to| might| will|'ll)\b")


class Told(NamedTuple):
    """A captured line said to its reader. `own` are words to be quoted as they stand."""

    words: str
    own: bool


def to_reader(words: str, name: str) -> Told:
    """The line as it is said to the reader of that name, or as words of their own where that is unsure."""
    if SECOND.search(words):
        return Told(words, True)
    about = _about_reader(words, name)
    if FIRST_PLURAL.search(about):
        return Told(about, True) if FIRST_SINGULAR.search(about) else Told(_replaced(about, TO_YOU), False)
    speaks = about.startswith(("I ", "I'")) and not ADVISED.match(about)
    return Told(about, speaks)


def verb_for_you(verb: str) -> str:
    """The verb as it follows "you": "wants" gives "want", "is" gives "are"; past tenses stay."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def _about_reader(words: str, name: str) -> str:
    """Said to the reader, where the line is about them: "she wants", "Dana wants", "wants", "Dana's"."""
    first, _, rest = words.partition(" ")
    low = first.casefold().replace("’", "'")
    names = {part.casefold() for part in name.split()} | {name.casefold()}
    if low in OF_THE_READER or (low.endswith("'s") and low[:-2] in names):
        return f"your {rest}"
    if low in wording.terms("kin"):
        return f"your {low} {rest}"
    if low in SUBJECT or low in names:
        return f"{SUBJECT.get(low, 'you')} {_predicate(rest)}" if rest else words
    if low in wording.terms("predicates") and not _is_noun_here(rest):
        return f"you {_predicate(words)}"
    return _she_inside(words)


def _she_inside(words: str) -> str:
    """ "what she needs" gives "what you need", unless somebody else is spoken of who may be meant."""
    pieces = PIECE.findall(words)
    low = [piece.casefold().replace("’", "'") for piece in pieces]
    at = next((i for i, piece in enumerate(low) if piece in SINGULAR), None)
    if at is None or wording.terms("someone_else").intersection(low[:at]):
        return words
    return "".join(pieces[:at]) + SUBJECT[low[at]] + _predicate("".join(pieces[at + 1 :]))


def _is_noun_here(rest: str) -> bool:
    """Whether the word before was a noun after all: "needs of the field team", "plans for spring"."""
    return rest.partition(" ")[0].casefold() in {"of", "for", "from", "between", "around", "regarding", ""}


def _predicate(words: str) -> str:
    """A predicate fitted to "you", with the verbs that are joined to it."""
    pieces = PIECE.findall(words)
    first = next((i for i, piece in enumerate(pieces) if piece.strip()), 0)
    return "".join(_fitted(pieces, i, is_first=i == first) for i in range(len(pieces)))


def _fitted(pieces: list[str], i: int, *, is_first: bool) -> str:
    low = pieces[i].casefold().replace("’", "'")
    before = pieces[i - 2].casefold() if i >= 2 else ""
    predicate = low in wording.terms("predicates")
    if is_first:
        return verb_for_you(low) if predicate or low in IRREGULAR else pieces[i]
    if predicate and before in JOINS:
        return verb_for_you(low)
    if predicate and pieces[i - 1].strip() == ",":
        return f"and {verb_for_you(low)}"
    if low == "her" and _is_object(pieces, i):
        return "you"
    return OF_THE_READER.get(low, YOURSELF.get(low, pieces[i]))


def _is_object(pieces: list[str], i: int) -> bool:
    """Whether "her" stands for the reader rather than for something that is hers."""
    after = pieces[i + 2].casefold() if i + 2 < len(pieces) else ""
    ends = i + 1 >= len(pieces) or pieces[i + 1].strip() != ""
    return ends or after in wording.terms("after_verbs")


def _replaced(words: str, by: dict[str, str]) -> str:
    pieces = PIECE.findall(words)
    return "".join(by.get(piece.casefold().replace("’", "'"), piece) for piece in pieces)
