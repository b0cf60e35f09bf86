"""Expressions that suit the spoken word and no letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slip import Prose, Slip, like, one_of

ADVICE = "“{}” is how one talks: find other words for a letter."
INSTEAD = "“{}” is how one talks: write “{}”."
SPEECH = re.compile(rf"(?<![\w'-])(?:{one_of(list(wording.slip_table('speech')))})(?![\w'-])", re.IGNORECASE)
HEDGE = re.compile(
    r"(?P<before>\S+\s+)?\b(?P<hedge>(?:kind|sort) of)"
    r"(?! (?:of|you|your|him|her|them|everyone|everybody|people|person|work|place|thing)\b)(?= )",
    re.IGNORECASE,
)
NOUN_BEFORE = wording.slip_words("noun_before")


def find_raw_speech(prose: Prose) -> Iterator[Slip]:
    """Finds "killing us", "you guys", "kind of" and their like."""
    for match in SPEECH.finditer(prose.plain):
        word = match.group()
        instead = like(word, wording.slip_table("speech")[word.casefold()])
        if word.casefold() == "stuff" and re.match(r"\s+(?:the|into|it|them)\b", prose.plain[match.end() :]):
            continue
        advice = INSTEAD.format(word, instead) if instead else ADVICE.format(word)
        yield prose.slip("speech", match.start(), match.end(), advice, instead or None)
    for match in HEDGE.finditer(prose.plain):
        before = (match["before"] or "").strip().casefold()
        if before in NOUN_BEFORE or before.endswith(("y", "al", "ful", "ive", "ous", "ic", "est", "'s")):
            continue
        start, end = match.span("hedge")
        yield prose.slip("speech", start, end, ADVICE.format(match["hedge"]))
