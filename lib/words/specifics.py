"""Whether a text says something that only this reader raised."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.notes import Channel, NoteKind, Text
from lib.words import captured, contact_thanks, fit, good_word, stems, to_contact
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.named_days import MENTION

OF_ONES_OWN = 3
"""How many telling words make a sentence of one's own, where nothing was captured."""
ABOUT_ME = 2
"""How many of them say something about me, where neither a trait nor a point was captured."""


def count_told(text: Text, brief: Brief, siblings: Mapping[str, Text]) -> int:
    """How many specifics of the reader's own the text holds.

    Where points were captured, how many of them it tells, in these words or near them. Where none were,
    how many of its sentences say something that neither the facts nor the other notes say. In a note to
    somebody I know: what it says about me, or of what they did and what came of it.
    """
    if brief.kind.is_to_a_contact():
        return _count_to_contact(text, brief)
    return sum(_is_own(one, brief, siblings) for one in captured.sentences(text.body))


def count_about_me(text: Text, brief: Brief) -> int:
    """How many things an ask says about me: the trait, the strategy's points, else sentences of one's own."""
    body = stems.stems(words_in(text.body))
    traits = {to_contact.good_word(brief).trait.strip(), good_word.about_me(brief)[1]}
    told = int(any(_is_told(one, body, brief) for one in traits))
    points = sum(fit.is_told(one, text.body) for one in brief.fit)
    return max(told, points) or sum(_is_about_me(one, brief) for one in captured.sentences(text.body))


def _count_to_contact(text: Text, brief: Brief) -> int:
    if brief.kind is NoteKind.GOOD_WORD:
        return count_about_me(text, brief)
    if brief.kind is NoteKind.GOOD_WORD_AGAIN:
        return 0
    body = stems.stems(words_in(text.body))
    lines = (contact_thanks.did(brief), contact_thanks.came_of_it(brief))
    return sum(_is_told(one, body, brief) for one in lines)


def _is_about_me(sentence: str, brief: Brief) -> bool:
    """Whether it says what neither the facts nor the app's own wordings for a contact say."""
    bare = MENTION.sub(" ", captured.own_words(captured.without(sentence, captured.names(brief)), brief))
    return len(stems.telling(bare) - stems.stock(stems.TO_CONTACTS)) >= ABOUT_ME


def _is_told(line: str, body: frozenset[str], brief: Brief) -> bool:
    telling = stems.telling(line)
    wanted = stems.ENOUGH * len(telling)
    if brief.channel is Channel.INVITATION:
        wanted = min(wanted, stems.ENOUGH_IN_SHORT)
    return bool(telling) and len(telling & body) >= max(1, wanted)


def _is_own(sentence: str, brief: Brief, siblings: Mapping[str, Text]) -> bool:
    bare = MENTION.sub(" ", captured.without(sentence, captured.names(brief)))
    others = frozenset[str]().union(*(stems.stems(words_in(text.body)) for text in siblings.values()))
    stock = stems.stock(stems.IN_WEEKS if brief.weeks else stems.BOOKS)
    # A company such as "St. Brendan's" is parted where sentences are, so that the whole name is not found.
    company = stems.stems(words_in(brief.job.company))
    return len(stems.telling(bare) - others - stock - company) >= OF_ONES_OWN
