"""Expressions that suit the spoken word and no letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip, like, one_of

ADVICE = "“{}” is how one talks: find other words for a letter."
INSTEAD = "“{}” is how one talks: write “{}”."
SPEECH = re.compile(
    rf"(?<![\w'-])(?:{one_of(wording.slip_table('speech'))})(?![\w'-])", re.IGNORECASE
)
HEDGE = re.compile(
    r"(?P<before>\S+\s+)?\b(?P<hedge>(?:kind|sort) of)"
    r"(?! (?:of|you|your|him|her|them|everyone|everybody|people|person|work|place|thing)\b)(?= )",
    re.IGNORECASE,
)
IN_A_LETTER = {
    "stuff": re.compile(r"\s+(?:the|into|it|them)\b"),
    "my buddy": re.compile(r"\s+(?:system|program|programme|scheme)\b"),
}
"""What stands behind such an expression where it is a word for a letter: "stuff the envelopes"."""
DICTATED = re.compile(
    r"(?:\b(?:period|comma|full stop) )?\bnew paragraph\b(?=\s+[a-z]|\s*[.,]?\s*\Z)"
    r"|\b(?:period|comma|full stop) new line\b"
    r"|(?<=[a-z] )comma(?= (?!separated|delimited|splice)[a-z])"
)
"""A mark that was said aloud and written down as a word."""
NOUN_BEFORE = wording.word_list("noun_before")
BEFORE_A_MARK = NOUN_BEFORE | {"oxford", "serial", "missing"}
ADJECTIVE = re.compile(r"(?:y|al|ful|ive|ous|ic|est|'s)\Z")


def find_raw_speech(prose: Prose) -> Iterator[Slip]:
    """Finds "killing us", "you guys", "kind of" and their like."""
    for match in SPEECH.finditer(prose.plain):
        word = match.group()
        instead = like(word, wording.slip_table("speech")[word.casefold()])
        another = IN_A_LETTER.get(word.casefold())
        if another and another.match(prose.plain, match.end()):
            continue
        advice = INSTEAD.format(word, instead) if instead else ADVICE.format(word)
        yield prose.slip_at(match, "speech", advice, instead or None)
    for match in HEDGE.finditer(prose.plain):
        before = (match["before"] or "").strip().casefold()
        if before in NOUN_BEFORE or ADJECTIVE.search(before):
            continue
        start, end = match.span("hedge")
        yield prose.slip("speech", start, end, ADVICE.format(match["hedge"]))


def find_dictated_marks(prose: Prose) -> Iterator[Slip]:
    """Finds "comma", "period" and "new paragraph" as a program that takes dictation leaves them."""
    for match in DICTATED.finditer(prose.plain):
        before = prose.before(match.start()).split()
        if before and before[-1].casefold() in BEFORE_A_MARK:
            continue
        advice = f"“{match.group()}” was dictated: put the mark itself."
        yield prose.slip_at(match, "dictated", advice)
