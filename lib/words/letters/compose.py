"""Writes a message from what is known and what its blanks hold; a brief gives one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lib.domain.notes import GREETING, NoteKind, Text
from lib.words.brief import Brief
from lib.words.letters import after_answers, calls, check_ins, deliveries, thank_you, to_contacts
from lib.words.letters.message import Recipe, message_of
from lib.words.letters.signing import greeted_as

RECIPES: dict[NoteKind, Recipe] = {
    NoteKind.COORDINATOR: deliveries.COORDINATOR,
    NoteKind.COVER_LINE: deliveries.COVER_LINE,
    NoteKind.APOLOGY: deliveries.APOLOGY,
    NoteKind.CALL: calls.CALL,
    NoteKind.MISSED_CALL: calls.MISSED_CALL,
    NoteKind.GOOD_WORD: to_contacts.GOOD_WORD,
    NoteKind.GOOD_WORD_AGAIN: to_contacts.GOOD_WORD_AGAIN,
    NoteKind.CONTACT_THANKS: to_contacts.CONTACT_THANKS,
    NoteKind.CHECK_IN: check_ins.CHECK_IN,
    NoteKind.CHECK_IN_AGAIN: check_ins.CHECK_IN_AGAIN,
    NoteKind.CLOSE_LOOP: check_ins.CLOSE_LOOP,
    NoteKind.GRACIOUS_REPLY: after_answers.GRACIOUS_REPLY,
    NoteKind.STAY_IN_TOUCH: after_answers.STAY_IN_TOUCH,
    NoteKind.OFFER_THANKS: after_answers.OFFER_THANKS,
    NoteKind.WITHDRAWAL: after_answers.WITHDRAWAL,
}
"""Every message that has its blanks on the note itself. A thank-you's stand on the checklist."""
LINES = ("link", "thanks_for")
"""The blanks of a message that hold no sentence."""
MESSAGES_KEPT = 64
"""How many messages are kept: a page asks again and again for the same few."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One blank of a message, as the page *Notes* shows it.

    `text` is what stands in it: what the person left there, else `suggestion`. `offers` are
    sentences that a tap puts into it. `noted` is what was noted elsewhere that may help; it enters
    no message.
    """

    name: str
    label: str
    example: str
    text: str
    suggestion: str
    offers: tuple[str, ...] = ()
    noted: str = ""

    @property
    def is_line(self) -> bool:
        """True for what is no sentence: a name, a link, the rest of a sentence."""
        return self.name in (GREETING, *LINES)


@lru_cache(maxsize=MESSAGES_KEPT)
def compose(brief: Brief) -> Text:
    """Returns the message that the brief calls for; the last ones are kept, as pages ask again."""
    if brief.kind is NoteKind.THANK_YOU:
        return thank_you.thank_you(brief)
    recipe = RECIPES[brief.kind]
    return recipe.write(message_of(brief, recipe))


@lru_cache(maxsize=MESSAGES_KEPT)
def fields(brief: Brief) -> tuple[Field, ...]:
    """Returns the blanks of the message in their order; none for a thank-you."""
    if brief.kind not in RECIPES:
        return ()
    recipe = RECIPES[brief.kind]
    message = message_of(brief, recipe)
    suggested, noted = recipe.suggest(message), _noted(brief)
    offered = message.book.get("offer", {})
    blanks = (
        Field(
            name=name,
            label=words["label"],
            example=words["example"],
            text=message.answers.get(name, ""),
            suggestion=suggested.get(name, ""),
            offers=tuple(message.variants("offer", name)) if name in offered else (),
            noted=noted.get(name, "").strip(),
        )
        for name, words in message.book["blank"].items()
    )
    return (*_greeting(brief), *blanks)


def _noted(brief: Brief) -> Mapping[str, str]:
    """Returns what was noted elsewhere that may help with a blank, by the blank's name."""
    told = brief.good_word
    by_kind = {
        NoteKind.GOOD_WORD: {"hello": told.how, "knows": told.knows_how, "about_me": told.trait},
        NoteKind.CONTACT_THANKS: {"did": told.did, "came_of_it": told.came_of_it},
        NoteKind.STAY_IN_TOUCH: {"news": brief.weeks.news},
    }
    return by_kind.get(brief.kind, {})


def _greeting(brief: Brief) -> tuple[Field, ...]:
    """Returns what follows "Dear", which belongs to the reader; none without a name."""
    greeted = greeted_as(brief)
    if not greeted:
        return ()
    label, example = "Greet as", "What follows “Dear” or “Hi”"
    return (Field(name=GREETING, label=label, example=example, text=greeted, suggestion=greeted),)


def answers(brief: Brief) -> dict[str, str]:
    """Returns what stands in each blank of the message, by name; nothing for a thank-you."""
    if brief.kind not in RECIPES:
        return {}
    message = message_of(brief, RECIPES[brief.kind])
    return {name: message.answers.get(name, "") for name in message.book["blank"]}
