"""Writing a message from what was captured. By rules: the same brief always gives the same text."""

from __future__ import annotations

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, NoteKind, Text
from lib.words import letters, parts, shapes, wording
from lib.words.brief import Brief
from lib.words.capture import MOST_WORDS, sentence, words_in
from lib.words.card import card
from lib.words.shapes import Phrase, Shape
from lib.words.thank_you import email

TOO_LONG = f"Too long for one note as it stands: in {MOST_WORDS} words or fewer it can go in."
TOO_LITTLE = "Not enough for a note yet: a word or two on what it was about."
WRITERS = {
    NoteKind.COORDINATOR: letters.coordinator,
    NoteKind.COVER_LINE: letters.cover_line,
    NoteKind.APOLOGY: letters.apology,
}


def compose(brief: Brief) -> Text:
    """The message that the brief calls for. What is not known stands in brackets, to be filled in."""
    if brief.kind is NoteKind.THANK_YOU:
        return card(brief) if brief.channel is Channel.CARD else email(brief)
    return WRITERS[brief.kind](brief)


def raised_sentence(reader: Interviewer, raised: str) -> str:
    """What a captured line becomes in a note, to be shown while it is typed."""
    return _shown(shapes.raised(raised, reader.name), raised)


def help_sentence(help_: str) -> str:
    """What a captured offer of help becomes in a note, to be shown while it is typed."""
    return _shown(shapes.help_given(help_), help_)


def _shown(phrase: Phrase | None, scrap: str) -> str:
    if phrase is None:
        return TOO_LONG if len(words_in(scrap)) > MOST_WORDS else TOO_LITTLE
    if phrase.shape is Shape.ANSWER:
        return sentence(phrase.words)
    return parts.placed(wording.book("points")[phrase.shape.value]["first"][0], phrase)
