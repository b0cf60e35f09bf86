"""Asking where things stand, once and once more; and closing the loop when nothing came."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.notes import Channel, Text
from lib.words.letters.message import Message, Recipe, joined
from lib.words.text import tidy


def _suggest(message: Message) -> Mapping[str, str]:
    question = "question" if message.brief.commitment.by else "question_without_day"
    return {
        "why": message.looking_back("why"),
        "useful": _useful(message),
        "their_day": _their_day(message),
        "question": message.frame("suggest", question),
    }


def _their_day(message: Message) -> str:
    """A sentence with the day that they gave, as it stands now; nothing where they gave none."""
    commitment = message.brief.commitment
    if commitment.by is None:
        return ""
    sent_on = message.brief.sent_on
    if sent_on and sent_on <= commitment.by:
        return message.frame("suggest", "day_ahead")
    is_another = commitment.who_id not in ("", message.brief.reader.id)
    return message.frame("suggest", "another_gave_it" if is_another else "their_day")


def _useful(message: Message) -> str:
    """An offer of the first thing that the worksheet offers."""
    offers = message.brief.weeks.offers
    thing = tidy.as_part(offers[0]) if offers else ""
    return message.frame("suggest", "useful", offer=thing) if thing else ""


def _write(message: Message) -> Text:
    why, useful, question = (message.own(name) for name in ("why", "useful", "question"))
    their_day = message.own("their_day")
    if message.brief.channel is Channel.PHONE:
        say = joined(their_day, why, useful) or message.frame("say")
        return message.spoken(say, question)
    message.add(message.frame("opening", after=why), why)
    message.add(useful)
    message.add(their_day, question)
    is_short = message.brief.channel is Channel.LINKEDIN and bool(useful or why)
    message.add("" if is_short else message.frame("close", unlike=message.text()))
    return message.mailed(message.subject())


def _write_again(message: Message) -> Text:
    when = message.when(message.brief.weeks.checked_in_on)
    question = message.own("question")
    message.add(message.frame("opening", when=when, after=question), question)
    message.add(message.own("news"))
    message.add(message.frame("last"))
    return message.mailed(message.subject())


def _write_closing(message: Message) -> Text:
    message.add(message.frame("opening"))
    back = message.own("look_back")
    message.add(message.frame("thanks", after=back), back)
    own = message.own("more")
    wish = "" if message.closes_with(own) else message.frame("wish")
    message.add(message.frame("door"))
    message.add(own, wish)
    return message.mailed(message.subject())


CHECK_IN = Recipe(_write, _suggest)
CHECK_IN_AGAIN = Recipe(_write_again, lambda one: {"question": one.frame("suggest", "question")})
CLOSE_LOOP = Recipe(_write_closing, lambda one: {"look_back": one.looking_back("look_back")})
