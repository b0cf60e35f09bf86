"""The script of a call that I promised or planned, and the message after a call that did not take place."""

from __future__ import annotations

from collections.abc import Mapping

from lib.domain.notes import Text
from lib.words.brief import NextContact, Weeks
from lib.words.letters.frame_facts import date_words, moment
from lib.words.letters.message import Message, Recipe
from lib.words.text import tidy

NO_DAY = "[the day of the call]"


def about_words(contact: NextContact | None) -> str:
    """Returns what was to be talked about, for behind a verb: " about the start date", or nothing."""
    words = tidy.as_part(contact.about, after="about") if contact else ""
    if not words or words.startswith("to "):
        return f" {words}" if words else ""
    return f" about {words}"


def _suggest(message: Message) -> Mapping[str, str]:
    about = message.brief.about
    reason = "promised" if about and about.agreed else "planned"
    has_topic = about is not None and bool(about.about.strip())
    return {
        "why": message.frame("suggest", reason, about=about_words(about)),
        "say": message.frame("suggest", "say_about_it" if has_topic else "say"),
        "question": message.frame("suggest", "question_about_it")
        if has_topic
        else _question(message),
    }


def _question(message: Message) -> str:
    """What to ask: whether the day that they gave still stands, else what comes next."""
    by = message.brief.commitment.by if message.brief.commitment else None
    if by is None:
        return message.frame("suggest", "no_day")
    calling_on = message.brief.about.due.day if message.brief.about else None
    is_past = calling_on is not None and calling_on > by
    return message.frame("suggest", "after_their_day" if is_past else "before_their_day")


def _write(message: Message) -> Text:
    about = message.brief.about
    reason = "promised" if about and about.agreed else "planned"
    opening = " ".join(message.frame("opening", why=message.own("why")).split())
    voicemail = message.frame("voicemail", reason, about=about_words(about))
    return message.spoken_with(opening, message.own("say"), message.own("question"), voicemail)


def _suggest_missed(message: Message) -> Mapping[str, str]:
    return {"times": "", "question": message.frame("suggest", "question")}


def _write_missed(message: Message) -> Text:
    missed = (message.brief.weeks or Weeks()).missed
    at = moment(missed, message.brief) if missed else NO_DAY
    short = date_words(missed.day, message.brief.english) if missed else NO_DAY
    about = about_words(message.brief.about)
    purpose = about.strip() if about.startswith(" to ") else f"to talk{about}"
    message.add(
        message.frame("opening", at=at), message.frame("purpose", purpose=purpose) if about else ""
    )
    message.add(message.own("times"), message.own("question"))
    return message.mailed(message.subject(short=short))


CALL = Recipe(_suggest, _write)
MISSED_CALL = Recipe(_suggest_missed, _write_missed)
