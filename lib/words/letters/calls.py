"""The script of a call that I promised or planned, and the message after a missed call."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.notes import Text
from lib.words.brief import NextContact
from lib.words.letters.frame_facts import date_words, moment
from lib.words.letters.message import Message, Recipe
from lib.words.text import tidy

NO_DAY = "[the day of the call]"


def about_words(contact: NextContact | None) -> str:
    """Returns what to talk about, for behind a verb: " about the start date", or nothing."""
    words = tidy.as_part(contact.about, after="about") if contact else ""
    if not words or words.startswith("to "):
        return f" {words}" if words else ""
    return f" about {words}"


def _suggest(message: Message) -> Mapping[str, str]:
    about = message.brief.about
    why = message.frame("suggest", _reason(about), about=about_words(about))
    if about is None or not about.about.strip():
        return {"why": why, "say": message.frame("suggest", "say"), "question": _question(message)}
    say, question = (message.frame("suggest", f"{one}_about_it") for one in ("say", "question"))
    return {"why": why, "say": say, "question": question}


def _reason(about: NextContact | None) -> str:
    return "promised" if about and about.agreed else "planned"


def _question(message: Message) -> str:
    """What to ask: whether the day that they gave still stands, else what comes next."""
    by = message.brief.commitment.by
    if by is None:
        return message.frame("suggest", "no_day")
    calling_on = message.brief.about.due.day if message.brief.about else None
    is_past = calling_on is not None and calling_on > by
    return message.frame("suggest", "after_their_day" if is_past else "before_their_day")


def _write(message: Message) -> Text:
    about = message.brief.about
    opening = message.frame("opening", why=message.own("why"))
    voicemail = message.frame("voicemail", _reason(about), about=about_words(about))
    say, ask = message.own("say"), message.own("question")
    return message.spoken(say, ask, opening=opening, voicemail=voicemail)


def _write_missed(message: Message) -> Text:
    missed = message.brief.weeks.missed
    at = moment(missed, message.brief) if missed else NO_DAY
    short = date_words(missed.day, message.brief.english) if missed else NO_DAY
    about = about_words(message.brief.about)
    purpose = about.strip() if about.startswith(" to ") else f"to talk{about}"
    opening = message.frame("opening", at=at)
    message.add(opening, message.frame("purpose", purpose=purpose) if about else "")
    message.add(message.own("times"), message.own("question"))
    return message.mailed(message.subject(short=short))


CALL = Recipe(_write, _suggest)
MISSED_CALL = Recipe(_write_missed, lambda one: {"question": one.frame("suggest", "question")})
