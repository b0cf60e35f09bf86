"""Somebody spoken of who is the reader, and faults said as the reader's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import LOOK_BACK, Prose, Slip

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
NOT_A_THING = frozenset(["who", "what", "that", "which", "if", "when", "people", "i", "you", "we"])


def find_third_persons(prose: Prose) -> Iterator[Slip]:
    """Finds "she", "he" or "they" with nobody before whom it could mean."""
    for i, sentence in enumerate(prose.sentences):
        text = prose.straight(sentence)
        before = prose.straight(prose.sentences[i - 1]) if i else ""
        match = STARTS_SHE.match(text)
        if match and not _names_person(before):
            yield _slip(prose, sentence.start, match)
        match = STARTS_THEY.match(text)
        if match and not _names_several(before):
            yield _slip(prose, sentence.start, match)
        match = TOLD_SHE.search(text)
        if match and not _names_person(before) and not _names_person(text[: match.start()]):
            yield _slip(prose, sentence.start, match)


def _slip(prose: Prose, at: int, match: re.Match[str]) -> Slip:
    return prose.slip("third_person", at + match.start(), at + match.end(), WHO)


def _names_person(text: str) -> bool:
    words = re.findall(r"[\w'-]+", text)
    named = any(
        word[:1].isupper() and word != "I" and not word.startswith("I'") for word in words[1:]
    )
    return named or any(word.casefold() in wording.word_list("person_words") for word in words)


def _names_several(text: str) -> bool:
    words = [word.casefold() for word in re.findall(r"[\w-]+", text)]
    return any(word in wording.word_list("plural_words") or _is_plural(word) for word in words)


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in NOT_PLURAL
    )


NOT_PLURAL = wording.word_list("not_plural")


def find_reproaches(prose: Prose) -> Iterator[Slip]:
    """Finds "your trackers keep failing": a problem said as the reader's fault."""
    for match in HOUSE_FAULT.finditer(prose.plain):
        if match["thing"].split()[0].casefold() in NOT_A_THING or _is_hypothetical(
            prose.plain, match.start()
        ):
            continue
        words = match.group()
        becomes = ("The" if words[0].isupper() else "the") + words[len("your") :]
        yield prose.slip_at(match, "reproach", REPROACH, becomes)


def _is_hypothetical(text: str, at: int) -> bool:
    """True for "if your flight is late" and "how your team fails"."""
    before = text[max(0, at - LOOK_BACK) : at].rstrip().casefold()
    return (
        re.search(
            r"\b(?:if|whether|until|before|unless|when|once|in case|hope|hoping"
            r"|sorry)\s*(?:that)?\Z",
            before,
        )
        is not None
    )
