"""Hints for a blank that holds whole sentences: one that is a jotting is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.word_lists import word_set
from lib.words.hints.hint_shapes import Hint
from lib.words.text import verbs
from lib.words.text.sentences import split_sentences
from lib.words.text.tidy import as_sentences
from lib.words.wording import word_list

NO_SUBJECT = "It has no subject: begin with “I”, or say who."
NO_SENTENCE = "This reads like a note to yourself. Write it as a whole sentence."
BARE_AFTER_COMMA = re.compile(
    r",\s+(?:would|will|can|could|should|have|has|had|am|was|want|wanted|need|needed"
    r"|makes sense)\b",
    re.IGNORECASE,
)
"""A verb after a comma that lacks its subject: "the sheet, can send it"."""
SUBJECT = re.compile(
    r"\b(?:I|you|we|they|he|she|it|this|that|these|those|there|who|what|which|everyone|everybody"
    r"|anyone|nobody|everything|nothing|both)\b",
    re.IGNORECASE,
)
LINK = ("http://", "https://")
CONTRACTION = re.compile(
    r"\w(?:n't|'(?:m|re|ve|ll|d))\b|\b(?:it|that|there|he|she|who|what|here)'s\b", re.IGNORECASE
)
FINITE = word_set(
    "am is are was were be has have had do does did will would can could shall should may might"
    " must"
)
COMMANDS = word_set(
    "please thank thanks let give say send tell feel take pass wish good best congratulations"
    " happy all see no if as since because when while although though hearing whatever whoever"
    " once until after before in on at by for from with to of your my our the a an"
)
"""First words after which a sentence is complete without a subject, or has one later."""
COURTEOUS = word_set("please thank thanks let congratulations happy good best all")
JOTTED = word_list("past_verbs") - word_set("cost cut put read led given known")
JOTTED |= word_list("jotted_past") | word_set("have had was am started")
AFTER_PARTICIPLE = word_set("by as of you i we")
NARRATED = re.compile(r"(?:The|A|An|My|Our|Your|Their|[A-Z]\w+ [A-Z]\w+)\b")


def sentence_shape_hints(text: str) -> Iterator[Hint]:
    """Yields a hint where a sentence lacks its subject or its verb, as jottings do."""
    for sentence in split_sentences(as_sentences(text)):
        words = verbs.words_of(sentence)
        if not words or sentence.rstrip("”’\"').").endswith("?") or sentence.startswith(LINK):
            continue
        if _begins_with_verb(words):
            mended = f"I {text.strip()[:1].lower()}{text.strip()[1:]}"
            yield Hint("no_subject", NO_SUBJECT, "Begin with “I”", mended)
            return
        bare = BARE_AFTER_COMMA.search(sentence)
        is_bare = bare is not None and not _is_told(sentence[: bare.start()])
        if is_bare or not _has_clause(sentence, words):
            yield Hint("no_sentence", NO_SENTENCE)
            return


def _is_told(part: str) -> bool:
    """True if the part before a comma is a clause; a word such as "design" is no verb there."""
    words = set(verbs.words_of(part))
    forms = (words & verbs.known_verbs()) - word_list("base_verbs") - word_list("verbs")
    return bool(SUBJECT.search(part) or FINITE & words or forms)


def _begins_with_verb(words: list[str]) -> bool:
    """True for "finished the course" and "have refs ready": a verb of mine without "I"."""
    first = words[0]
    if len(words) < 2 or first in COMMANDS:
        return False
    is_regular = first.endswith("ed") and first in verbs.known_verbs()
    return (is_regular or first in JOTTED) and words[1] not in AFTER_PARTICIPLE


def _has_clause(sentence: str, words: list[str]) -> bool:
    """True if a subject, a helping verb, or a known verb with an article stands in it."""
    straight = sentence.replace("’", "'")
    if words[0] in COURTEOUS:
        return True
    if SUBJECT.search(sentence) or CONTRACTION.search(straight) or FINITE & set(words):
        return True
    known = [word for word in words[1:] if word in verbs.known_verbs() and not word.endswith("ing")]
    # A past form may be a jotting, unless an article or a name begins it: "The branch moved".
    has_present = any(not word.endswith("ed") for word in known)
    return has_present or (bool(known) and NARRATED.match(sentence) is not None)
