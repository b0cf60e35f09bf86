"""What in a text comes from the reader, and what is fact: the rest is the writer's own wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lib.domain.notes import NoteKind
from lib.words import (
    acquainted,
    after_no,
    call_topic,
    contact_thanks,
    facts,
    fit,
    good_word,
    labels,
    offers,
    to_contact,
)
from lib.words.brief import Brief
from lib.words.capture import words_in

BRIEFS_KEPT = 64
"""For how many notes the reading of the captures is remembered: each run of a page checks all its notes."""
SENTENCE_END = re.compile(r"(?<=[.!?”])(?<![ap]\.m\.)\s+|(?<=[ap]\.m\.)\s+(?=[A-Z“])(?!I\b)")
"""Between two sentences; "at 9:30 a.m. I" goes on, "at 9:30 a.m. The" does not."""
BREAK = "\n¦\n"
"""Put where a fact or a captured phrase was, so that no five words run across it."""


@lru_cache(maxsize=BRIEFS_KEPT)
def phrases(brief: Brief) -> tuple[str, ...]:
    """Everything captured that a note may repeat, as captured and as it is said to the reader."""
    raw = list(brief.said.blanks().values())
    things = [text for request in brief.requests for text in (request.what, facts.thing(request.what))]
    said = brief.commitment.what if brief.commitment else ""
    every = [*raw, *things, said, *_mine(brief), *_agreed(brief)]
    every += [*_of_good_word(brief), *_of_weeks(brief)]
    return tuple(sorted({text.strip() for text in every if len(text.strip()) > 2}, key=len, reverse=True))


def _mine(brief: Brief) -> Iterator[str]:
    """The strategy's points with their evidence, as written and as said."""
    for one in brief.fit:
        yield from (one.point, one.evidence)
    for said in fit.usable(brief):
        yield from (phrase.words for phrase in said if phrase)


def _agreed(brief: Brief) -> Iterator[str]:
    """What a call was promised about."""
    if brief.kind is NoteKind.CALL:
        for topic in filter(None, (call_topic.read(one.what) for one in brief.requests)):
            yield from topic


def _of_good_word(brief: Brief) -> Iterator[str]:
    """What the person wrote about a contact and about what the word is for, as written and as said."""
    told = brief.good_word
    if told is None or not brief.kind.is_to_a_contact():
        return
    yield from (told.how, told.knows_how, told.trait, told.did, told.came_of_it)
    yield good_word.about_me(brief)[1]
    yield good_word.known(brief)
    yield acquainted.with_me(told.how, keep=to_contact.names(brief))
    yield from (contact_thanks.did(brief), contact_thanks.came_of_it(brief))


def _of_weeks(brief: Brief) -> Iterator[str]:
    """What the person wrote of use to them, and what has happened since, as written and as said."""
    if brief.weeks is None:
        return
    yield from (*brief.weeks.offers, brief.weeks.news, offers.useful(brief))
    happened = after_no.read_news(brief)
    yield happened.words if happened else ""


@lru_cache(maxsize=BRIEFS_KEPT)
def names(brief: Brief) -> tuple[str, ...]:
    """The facts that every note of one interview states: people, role, company, sender."""
    told = brief.good_word
    known = [one for one in (told.knows, told.decides) if one] if told else []
    people = [brief.reader, *brief.others, *known]
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
    """The sentences of a body, one by one; greeting, signature and the labels of a script are none."""
    for block in re.split(r"\n\s*\n", labels.without(text).strip()):
        if words_in(block) and not _is_edge(block):
            yield from (part for part in SENTENCE_END.split(block) if words_in(part))


def _is_edge(block: str) -> bool:
    lines = block.strip().splitlines()
    return not re.search(r"[.!?]”?(?:\s|$)", lines[-1]) and len(words_in(lines[0])) <= 6
