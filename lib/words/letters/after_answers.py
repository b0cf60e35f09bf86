"""What is written once an answer came: to a no, weeks after a no, to an offer, and to step back."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.english import weekday_and_date
from lib.domain.notes import Channel, Text
from lib.domain.profile import Tone
from lib.words.letters.message import Message, Recipe, joined
from lib.words.text import tidy

NEW_YEAR_UNTIL = 15
NO_NEWS = "[one thing that has happened since]"
NO_DAY = "[the day by which you will answer]"


def _write_reply(message: Message) -> Text:
    understood, specific, meaning = (
        message.own(name) for name in ("understood", "specific", "meaning")
    )
    feedback, own = message.own("feedback"), message.own("more")
    reason = tidy.as_part(message.answers.get("thanks_for", ""), after="for")
    and_for = f", and for {reason}" if reason else ""
    to_come = joined(understood, specific, meaning)
    thanks = message.frame("thanks", after=to_come, and_for=and_for)
    message.add(thanks, understood)
    message.add(specific, meaning)
    message.add(feedback)
    message.add(message.frame("door"))
    is_short = message.brief.channel is Channel.LINKEDIN or message.closes_with(own)
    message.add(own, "" if is_short else message.frame("wish", unlike=f"{own} {thanks}"))
    return message.mailed(message.subject(unlike=thanks))


def _suggest_in_touch(message: Message) -> Mapping[str, str]:
    is_first = message.brief.weeks.turn == 1
    return {"look_back": message.looking_back("look_back") if is_first else ""}


def _write_in_touch(message: Message) -> Text:
    news, back, them = (message.own(name) for name in ("news", "look_back", "about_them"))
    which = "first" if message.brief.weeks.turn == 1 else "second"
    opening = message.frame(which, after=joined(back, news, them))
    message.add(_new_year(message), opening)
    message.add(back, news or NO_NEWS)
    message.add(them)
    message.add(message.frame("close", unlike=message.text()))
    return message.mailed(message.subject())


def _new_year(message: Message) -> str:
    """A wish for the new year, in a message of its first half month."""
    on = message.brief.sent_on
    is_new = on is not None and on.month == 1 and on.day <= NEW_YEAR_UNTIL
    return message.frame("new_year") if is_new else ""


def _suggest_thanks(message: Message) -> Mapping[str, str]:
    day = message.brief.weeks.answer_by
    answer = weekday_and_date(day, message.brief.english) if day else NO_DAY
    return {"answer": message.frame("suggest", "answer", answer=answer)}


def _write_thanks(message: Message) -> Text:
    thanks, glad = message.frame("thanks"), message.own("glad")
    answer, question = message.own("answer"), message.own("question")
    if message.brief.channel is Channel.PHONE:
        ask = question or message.frame("phone", "ask")
        return message.spoken(joined(thanks, glad, answer), ask)
    message.add(thanks, glad)
    message.add(answer, question)
    is_brief = message.brief.sender.tone is Tone.BRIEF and bool(question)
    message.add("" if is_brief else message.frame("close", unlike=message.text()))
    return message.mailed(message.subject(unlike=thanks))


def _suggest_withdrawal(message: Message) -> Mapping[str, str]:
    reason = message.frame("suggest", "reason") if message.brief.weeks.took_another else ""
    return {"reason": reason, "specific": message.looking_back("specific")}


def _write_withdrawal(message: Message) -> Text:
    specific, reason = message.own("specific"), message.own("reason")
    thanks = message.frame("thanks", after=specific)
    message.add(thanks, specific)
    message.add(message.frame("word", after=reason), reason)
    message.add(message.frame("open"))
    return message.mailed(message.subject(unlike=thanks))


GRACIOUS_REPLY = Recipe(_write_reply, lambda one: {"specific": one.looking_back("specific")})
STAY_IN_TOUCH = Recipe(_write_in_touch, _suggest_in_touch)
OFFER_THANKS = Recipe(_write_thanks, _suggest_thanks)
WITHDRAWAL = Recipe(_write_withdrawal, _suggest_withdrawal)
