"""What the checker asks of messages in the weeks after an interview, besides what it asks of every note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.notes import NoteKind, Text
from lib.words import captured, facts, named_days, wording
from lib.words.brief import Brief
from lib.words.finding import Finding, Weight

CHECK_INS = (NoteKind.CHECK_IN, NoteKind.CHECK_IN_AGAIN)
ONCE_MORE = re.compile(r"(?<!thank you )(?<!thanks )\bagain\b")
NO_DOOR = (
    "It does not say yet that you would be glad to be considered again, should their choice not work out."
)


def findings(text: Text, brief: Brief) -> Iterator[Finding]:
    """What is missing in a reply to a no or to an offer, and what is too much in it or in a check-in."""
    own = captured.own_words(text.body, brief)
    said = own.casefold().replace("’", "'")
    if brief.kind is NoteKind.GRACIOUS_REPLY:
        yield from _gracious(said)
    elif brief.kind in CHECK_INS and own.count("?") > 1:
        words = f"It has {own.count('?')} questions; one question is answered more readily."
        yield Finding("one_question", Weight.WARNS, words)
    elif brief.kind is NoteKind.OFFER_THANKS:
        yield from _answer_day(text, brief)


def _gracious(said: str) -> Iterator[Finding]:
    if not ONCE_MORE.search(said) and not any(phrase in said for phrase in wording.phrases("door")):
        yield Finding("no_door", Weight.REFUSES, NO_DOOR)
    for phrase in wording.phrases("argument"):
        if phrase in said:
            words = f"“{phrase}” argues with the decision; a reply to a no is remembered for not doing so."
            yield Finding(f"argues:{phrase}", Weight.WARNS, words)


def _answer_day(text: Text, brief: Brief) -> Iterator[Finding]:
    day = brief.weeks.answer_by if brief.weeks else None
    if day and day not in named_days.days_named(text.body, day):
        words = f"It does not say when you will answer: {facts.weekday_and_date(day, brief.english)}."
        yield Finding("no_answer_day", Weight.WARNS, words)
