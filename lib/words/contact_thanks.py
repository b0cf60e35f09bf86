"""Thanks to somebody who put in a good word: what they did, and what has come of it so far."""

from __future__ import annotations

from lib.domain.notes import Channel, Text
from lib.words import facts, favours, to_contact
from lib.words.brief import Brief
from lib.words.draft import Draft
from lib.words.signing import first_name_of_sender, signature
from lib.words.to_contact import good_word, in_short, names

LEAST, MOST, MOST_ON_CARD = 30, 90, 70
"""How many words the thanks have, and how many a card takes (plan's words)."""
PARAGRAPHS = (("thanks", "more"), ("came",), ("close", "wish"))


def thank(brief: Brief) -> Text:
    """The thanks for that channel."""
    if brief.channel is Channel.PHONE:
        say = f"{_thanks(brief)} {_came(brief)}"
        return Text("", to_contact.script(brief, "contact_thanks", say, _said(brief, "phone", "ask")))
    if brief.channel is Channel.CARD:
        return Text("", _written(brief, signature(brief.sender, with_phone=False), MOST_ON_CARD))
    if brief.channel in (Channel.LINKEDIN, Channel.INVITATION):
        return Text("", _written(brief, first_name_of_sender(brief), MOST))
    return Text(_said(brief, "subject", "all"), _written(brief, signature(brief.sender), MOST))


def did(brief: Brief) -> str:
    """What they did, said to them; empty where that cannot be said for sure."""
    first = facts.first_name(brief.reader)
    return favours.did(good_word(brief).did, first, _whom(brief), keep=names(brief))


def came_of_it(brief: Brief) -> str:
    """What has come of it, to stand behind a colon; empty where nothing has or nothing clean was captured."""
    return favours.came(good_word(brief).came_of_it, _whom(brief), keep=names(brief))


def _whom(brief: Brief) -> str:
    """Whom "her" and "him" stand for; empty where two people may be meant."""
    told = good_word(brief)
    alone = told.knows and (told.decides is None or told.decides.id == told.knows.id)
    return in_short(told.knows, brief) if alone else ""


def _written(brief: Brief, signature: str, most: int) -> str:
    note = Draft((to_contact.greeting(brief), signature), PARAGRAPHS, LEAST, most)
    note.add(thanks=_thanks(brief), came=_came(brief))
    note.add_if_it_fits(close=_said(brief, "close", brief.sender.tone.value))
    note.add_if_too_short(lambda: {"more": _said(brief, "more", "all")})
    note.add_if_too_short(lambda: {"wish": _said(brief, "more", "wish")})
    return note.body()


def _thanks(brief: Brief) -> str:
    tone, clause = brief.sender.tone.value, did(brief)
    if clause:
        return _said(brief, "did", tone, did=clause, Did=f"{clause[:1].upper()}{clause[1:]}")
    told = good_word(brief)
    who = "" if told.did.strip() else in_short(told.knows, brief)
    when = f" on {facts.weekday_and_date(told.spoke_on, brief.english)}" if told.spoke_on else ""
    return _said(brief, "plain", tone, when=when, **{"with": f" with {who}" if who else ""})


def _came(brief: Brief) -> str:
    words = came_of_it(brief)
    if words:
        return _said(brief, "came", "all", x=words)
    nothing = favours.is_nothing(good_word(brief).came_of_it)
    return _said(brief, "came", "nothing" if nothing else "later")


def _said(brief: Brief, *at: str, **places: str) -> str:
    return to_contact.said(brief, "contact_thanks", *at, **places)
