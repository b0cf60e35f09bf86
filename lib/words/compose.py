"""Writing a message from what was captured. By rules: the same brief always gives the same text."""

from __future__ import annotations

from lib.domain.notes import NoteKind, Text
from lib.words import (
    after_no,
    check_in,
    contact_thanks,
    good_word,
    good_word_again,
    letters,
    missed_call,
    news,
    offer_reply,
    phone,
    thank_you,
    traits,
    wording,
)
from lib.words.brief import Brief
from lib.words.capture import MOST_WORDS, says_something, sentence, words_in

TOO_LONG = f"Too long for one note as it stands: in {MOST_WORDS} words or fewer it can go in."
TOO_LITTLE = "Not enough for a note yet: a word or two on what it was about."
TRAIT_TOO_LONG = f"Too long for an ask as it stands: in {traits.MOST_WORDS} words or fewer it can go in."
NOT_ABOUT_ME = (
    "This cannot be said of you as it stands: try “staying calm when the queue grows” or “someone patient”."
)
WRITERS = {
    NoteKind.THANK_YOU: thank_you.thank_you,
    NoteKind.COORDINATOR: letters.coordinator,
    NoteKind.COVER_LINE: letters.cover_line,
    NoteKind.APOLOGY: letters.apology,
    NoteKind.CALL: phone.script,
    NoteKind.GOOD_WORD: good_word.ask,
    NoteKind.GOOD_WORD_AGAIN: good_word_again.remind,
    NoteKind.CONTACT_THANKS: contact_thanks.thank,
    NoteKind.CHECK_IN: check_in.check_in,
    NoteKind.CHECK_IN_AGAIN: check_in.again,
    NoteKind.CLOSE_LOOP: check_in.close_loop,
    NoteKind.MISSED_CALL: missed_call.again,
    NoteKind.GRACIOUS_REPLY: after_no.reply,
    NoteKind.STAY_IN_TOUCH: after_no.in_touch,
    NoteKind.OFFER_THANKS: offer_reply.thank,
    NoteKind.WITHDRAWAL: offer_reply.withdraw,
}


def compose(brief: Brief) -> Text:
    """Returns the message that the brief calls for."""
    return WRITERS[brief.kind](brief)


def trait_sentence(trait: str) -> str:
    """What a typed trait becomes in an ask for a good word, to be shown while it is typed."""
    read = traits.read(trait)
    if read:
        return str(wording.book("good_word")["trait"][read.frame.value][0]).format(x=read.words)
    if len(words_in(trait)) > traits.MOST_WORDS:
        return TRAIT_TOO_LONG
    return NOT_ABOUT_ME if says_something(trait) else TOO_LITTLE


def news_sentence(happened: str) -> str:
    """What typed news becomes in a message to stay in touch, to be shown while it is typed."""
    told = news.read(happened)
    if told is None:
        return _unusable(happened)
    if told.is_clause:
        return sentence(told.words)
    return str(wording.book("stay_in_touch")["news"]["line"][0]).format(x=told.words)


def _unusable(scrap: str) -> str:
    return TOO_LONG if len(words_in(scrap)) > MOST_WORDS else TOO_LITTLE
