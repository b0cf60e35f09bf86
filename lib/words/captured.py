"""What in a text comes from the reader, and what is fact: the rest is the writer's own wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lib.words import facts, parts, shapes
from lib.words.brief import Brief
from lib.words.capture import words_in

BRIEFS_KEPT = 64
"""For how many notes the reading of the captures is remembered: each run of a page checks all its notes."""
BREAK = "\n¦\n"
"""Put where a fact or a captured phrase was, so that no five words run across it."""


@lru_cache(maxsize=BRIEFS_KEPT)
def phrases(brief: Brief) -> tuple[str, ...]:
    """Everything captured that a note may repeat, as captured and as it is said to the reader."""
    found = [point.words for one in parts.told(brief) for point in one if point]
    raw = [text for point in brief.points for text in (point.raised, point.help)]
    things = [text for request in brief.requests for text in (request.what, facts.thing(request.what))]
    said = brief.commitment.what if brief.commitment else ""
    fit = [point.words for text in brief.fit if (point := shapes.help_given(text))]
    every = [*found, *raw, *things, said, *fit, *brief.fit, brief.valued, shapes.valued(brief.valued)]
    return tuple(sorted({text.strip() for text in every if len(text.strip()) > 2}, key=len, reverse=True))


@lru_cache(maxsize=BRIEFS_KEPT)
def names(brief: Brief) -> tuple[str, ...]:
    """The facts that every note of one interview states: people, role, company, sender."""
    people = [brief.reader, *brief.others]
    parted = [text for one in people for text in (one.name, *one.name.split(), one.position)]
    sender = brief.sender
    every = [*parted, brief.job.role, brief.job.company, sender.name, sender.phone, sender.sign_off]
    return tuple(sorted({text.strip() for text in every if text.strip()}, key=len, reverse=True))


def without(text: str, taken: Iterable[str]) -> str:
    """The text with each of those phrases cut out, whatever its case; a break stands where it was."""
    for phrase in taken:
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", BREAK, text, flags=re.IGNORECASE)
    return text


def own_words(text: str, brief: Brief) -> str:
    """The text without what was captured for its reader."""
    return without(text, phrases(brief))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a body, one by one; greeting and signature are no sentences."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if words_in(block) and not _is_edge(block):
            yield from (part for part in re.split(r"(?<=[.!?”])\s+", block) if words_in(part))


def _is_edge(block: str) -> bool:
    lines = block.strip().splitlines()
    return not re.search(r"[.!?]”?(?:\s|$)", lines[-1]) and len(words_in(lines[0])) <= 6
