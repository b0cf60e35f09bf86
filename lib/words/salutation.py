"""Whom a text greets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.search import folded
from lib.words import facts, labels
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.finding import Finding, Weight

GREETING = re.compile(
    r"\s*(?:(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day))\b)?"
    r"[\s,]*(?P<names>[^\n]{0,80}?)\s*[,:!–—-]?\s*(?:\n|$)",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\s*(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day))\b)?[\s,]*(?P<names>[^\n,;:.!?–—]*)",
    re.IGNORECASE,
)
"""How a call begins: whom it greets, up to the first pause."""
NEAR = 2


def findings(body: str, brief: Brief) -> Iterator[Finding]:
    """What is wrong with the greeting: the name missing or misspelt, or another reader's in its place."""
    name = brief.reader.name.strip()
    if not name:
        return
    script = labels.is_script(brief)
    said = called(body) if script else greeting(body)
    greeted, own = _parts(said), _parts(name)
    if greeted & own:
        return
    other = next((one.name for one in brief.others if greeted & _parts(one.name)), None)
    near = next((word for word in sorted(greeted) if any(_is_near(word, part) for part in own)), None)
    if other is not None:
        words = f"It greets {other}, but it goes to {name}."
        yield Finding("other_reader_greeted", Weight.REFUSES, words)
    elif near is not None:
        written = next(word for word in words_in(said) if word.casefold() == near)
        words = f"The greeting says “{written}”; the name is {name}."
        yield Finding("name_misspelt", Weight.REFUSES, words)
    elif not (script and own & _parts(_opening(body))):
        words = f"The greeting does not name {facts.first_name(brief.reader) or name}."
        yield Finding("name_missing", Weight.REFUSES, words)


def greeting(body: str) -> str:
    """The names in the first line of a text."""
    match = GREETING.match(body.lstrip())
    return match["names"] if match else " ".join(body.split()[:6])


def called(body: str) -> str:
    """Whom a phone script greets: what it opens with, up to the first pause."""
    match = CALLED.match(_opening(body))
    return match["names"] if match else ""


def _opening(script: str) -> str:
    return labels.without(script).strip().partition("\n")[0]


def _parts(name: str) -> set[str]:
    return {word.casefold() for word in words_in(name)} - facts.TITLES


def _is_near(written: str, name: str) -> bool:
    """Whether one was probably meant as the other: a slip or two apart, or without its accents."""
    if folded(written) == folded(name):
        return True
    allowed = NEAR if len(name) > 4 else 1
    return abs(len(written) - len(name)) <= allowed and _distance(written, name) <= allowed


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed to make one of the other (Levenshtein 1965)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
