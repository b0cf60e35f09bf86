"""Somebody spoken of who is the reader, and faults said as the reader's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.slips.slip import Prose, Slip

WHO = "Is this your reader? Then say “you”, else say who it is."
REPROACH = "It sounds as if this were the reader's fault: leave out “your”."
STARTS_SHE = re.compile(
    r"\A(?:(?:also|and|but|plus|plus,|also,)\s+)?(?:she|he)(?:'s|'d|'ll)?\b", re.IGNORECASE
)
STARTS_THEY = re.compile(
    r"\Athey(?:'re| are|'d| would)?\s+(?:also |really |just )?(?:need|want|asked|ask|like|value"
    r"|hate|look for|looking for|expect"
    r"|care about|worry about|worried|prefer|hoping|hope|said|mentioned|keep losing|lose)\b",
    re.IGNORECASE,
)
TOLD_SHE = re.compile(
    r"\byou (?:mentioned|said|told me|explained|felt|thought)(?: that)? (?:she|he)\b", re.IGNORECASE
)
BAD = (
    "broken|failing|a mess|messy|terrible|awful|horrible|chaotic|chaos|outdated|useless|a disaster"
    "|behind|hopeless|unreliable|a nightmare|flaky|bad|poor|slow"
)
FAILS = "fail|lapse|break|crash|flop|leak|quit|leave|miss|slip|collapse"
FAILING = (
    "failing|lapsing|breaking|crashing|flopping|leaking|quitting|leaving|missing|slipping"
    "|collapsing|expiring"
)
HOUSE_FAULT = re.compile(
    rf"\b(?P<your>your)\s+(?P<thing>[a-z][\w-]*(?:\s+[a-z][\w-]*){{0,2}}?)\s+"
    rf"(?:(?:keeps?|kept|are|is|were|was|was always|are always)\s+(?:{FAILING})"
    rf"|(?:is|are|was|were|looks|look|seems|seem)\s+(?:so |very |really |pretty |such |all "
    rf"|quite )?(?:{BAD})"
    rf"|(?:always |often |constantly )?(?:{FAILS})s?)\b(?!\s+(?:me|room|nothing|no|a lot|much"
    rf"|little|open)\b)",
    re.IGNORECASE,
)
NOT_A_THING = word_set("who what that which if when people i you we")
HYPOTHETICAL = re.compile(
    r"\b(?:if|whether|until|before|unless|when|once|in case|hope|hoping|sorry)\s*(?:that)?\Z",
    re.IGNORECASE,
)
"""What makes it no reproach: "if your flight is late"."""


def find_third_persons(prose: Prose) -> Iterator[Slip]:
    """Finds "she", "he" or "they" with nobody before whom it could mean."""
    for i, sentence in enumerate(prose.sentences):
        text = prose.straight(sentence)
        before = prose.straight(prose.sentences[i - 1]) if i else ""
        for pattern, names_somebody in STARTS:
            match = pattern.match(text)
            if match and not names_somebody(before):
                yield _slip(prose, sentence.start, match)
        match = TOLD_SHE.search(text)
        if match and not (_names_person(before) or _names_person(text[: match.start()])):
            yield _slip(prose, sentence.start, match)


def _slip(prose: Prose, at: int, match: re.Match[str]) -> Slip:
    return prose.slip("third_person", at + match.start(), at + match.end(), WHO)


def _names_person(text: str) -> bool:
    words = re.findall(r"[\w'-]+", text)
    named = any(word[:1].isupper() and word.partition("'")[0] != "I" for word in words[1:])
    return named or not wording.word_list("person_words").isdisjoint(map(str.casefold, words))


def _names_several(text: str) -> bool:
    words = {word.casefold() for word in re.findall(r"[\w-]+", text)}
    plurals = {word for word in words if len(word) > 3 and PLURAL.search(word)}
    return bool(words & wording.word_list("plural_words") or plurals - NOT_PLURAL)


NOT_PLURAL = wording.word_list("not_plural")
PLURAL = re.compile(r"(?<![sui])s\Z")
STARTS = ((STARTS_SHE, _names_person), (STARTS_THEY, _names_several))
"""How a sentence begins about somebody else, and what names them in the sentence before."""


def find_reproaches(prose: Prose) -> Iterator[Slip]:
    """Finds "your trackers keep failing": a problem said as the reader's fault."""
    for match in HOUSE_FAULT.finditer(prose.plain):
        first, before = match["thing"].split()[0].casefold(), prose.before(match.start()).rstrip()
        if first in NOT_A_THING or HYPOTHETICAL.search(before):
            continue
        words = match.group()
        becomes = ("The" if words[0].isupper() else "the") + words[len("your") :]
        yield prose.slip_at(match, "reproach", REPROACH, becomes)
