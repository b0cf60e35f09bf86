"""Writing a message from what was captured. By rules: the same brief always gives the same text."""

from __future__ import annotations

from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, NoteKind, Text
from lib.domain.strategies import PointToMake
from lib.words import fit, letters, linkedin, parts, phone, shapes, wording
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
    NoteKind.CALL: phone.script,
}
THANKS = {
    Channel.EMAIL: email,
    Channel.CARD: card,
    Channel.LINKEDIN: linkedin.message,
    Channel.INVITATION: linkedin.invitation,
    Channel.PHONE: phone.script,
}
"""Who writes thanks for each channel; of the other kinds there is one form, whatever the channel."""


def compose(brief: Brief) -> Text:
    """The message that the brief calls for. What is not known stands in brackets, to be filled in."""
    write = THANKS[brief.channel] if brief.kind is NoteKind.THANK_YOU else WRITERS[brief.kind]
    return write(brief)


def raised_sentence(reader: Interviewer, raised: str) -> str:
    """What a captured line becomes in a note, to be shown while it is typed."""
    return _shown(shapes.raised(raised, reader.name), raised)


def help_sentence(help_: str) -> str:
    """What a captured offer of help becomes in a note, to be shown while it is typed."""
    return _shown(shapes.help_given(help_), help_)


def fit_sentence(point: PointToMake) -> str:
    """What a point of the worksheet becomes in a note, with its evidence, to be shown while it is typed."""
    said = fit.said(point)
    if said is None:
        return _unusable(point.point if point.point.strip() else point.evidence)
    return fit.shown(said)


def _unusable(scrap: str) -> str:
    return TOO_LONG if len(words_in(scrap)) > MOST_WORDS else TOO_LITTLE


def _shown(phrase: Phrase | None, scrap: str) -> str:
    if phrase is None:
        return _unusable(scrap)
    if phrase.shape is Shape.ANSWER:
        return sentence(phrase.words)
    return parts.placed(wording.book("points")[phrase.shape.value]["first"][0], phrase)
