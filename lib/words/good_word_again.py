"""The one gentle reminder of an ask: the day, one question, an easy way out."""

from __future__ import annotations

from lib.domain.notes import Channel, Text
from lib.words import facts, to_contact
from lib.words.brief import Brief
from lib.words.draft import Draft
from lib.words.signing import first_name_of_sender, signature
from lib.words.to_contact import good_word, in_short

LEAST, MOST, MOST_IN_MESSAGE = 30, 80, 60
"""How many words an e-mail has, and how many a message has at most."""
PARAGRAPHS = (("opening",), ("question", "out"), ("more", "wish"))


def remind(brief: Brief) -> Text:
    """The reminder for that channel."""
    if brief.channel is Channel.PHONE:
        question = _said(brief, "question", _step(brief))
        asked = f"{question} {_said(brief, 'out', 'brief')}"
        return Text("", to_contact.script(brief, "good_word_again", _opening(brief), asked))
    if brief.channel is Channel.LINKEDIN:
        return Text("", _written(brief, first_name_of_sender(brief), MOST_IN_MESSAGE))
    return Text(_said(brief, "subject", "all"), _written(brief, signature(brief.sender), MOST))


def _written(brief: Brief, signature: str, most: int) -> str:
    note = Draft((to_contact.greeting(brief), signature), PARAGRAPHS, LEAST, most)
    note.add(
        opening=_opening(brief),
        question=_said(brief, "question", _step(brief)),
        out=_said(brief, "out", "brief"),
    )
    note.add_if_it_fits(out=_said(brief, "out", brief.sender.tone.value))
    note.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _said(brief, "more", "wish")})
    return note.body()


def _step(brief: Brief) -> str:
    return "agreed" if good_word(brief).agreed_on else "asked"


def _opening(brief: Brief) -> str:
    """What was asked for and when, with thanks where they said yes."""
    told = good_word(brief)
    if told.agreed_on:
        return _said(brief, "opening", "agreed", agreed=facts.weekday_and_date(told.agreed_on, brief.english))
    if told.asked_on:
        return _said(brief, "opening", "asked", asked=facts.weekday_and_date(told.asked_on, brief.english))
    return _said(brief, "opening", "undated")


def _said(brief: Brief, *at: str, **places: str) -> str:
    who = in_short(good_word(brief).knows, brief)
    there = to_contact.at_company(brief)
    word = f"a good word{f' with {who}' if who else ''} {there}"
    return to_contact.said(brief, "good_word_again", *at, word=word, there=there, **places)
