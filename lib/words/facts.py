"""The facts that a note states: days, names, role, company, and what goes with them."""

from __future__ import annotations

import re
from datetime import date, time

from lib.domain import spoken
from lib.domain.due import Due
from lib.domain.interviews import Interviewer
from lib.words.articles import article_of
from lib.words.brief import Brief
from lib.words.capture import clean, words_in

AN_AS_LETTERS = frozenset("AEFHILMNORSX")
FIXED = re.compile(
    r"^(?:(?:a|an|the|my|our|your|some|any|more|these|those|two|three|four|five)\s|\d)", re.IGNORECASE
)
ASKED_TO = re.compile(
    r"^(?:please\s+)?(?:to\s+)?(?:send|share|email|e-mail|provide|forward|give)\s+(?:(?:her|him|them|you|me|over|along|in)\s+)*",
    re.IGNORECASE,
)
NOT_A_THING = re.compile(
    r"^(?:to|how|when|whether|if|what|why|that|I|confirm|let|tell|call|check|fill|sign|do|talk|think)\b",
    re.IGNORECASE,
)


def article(role: str) -> str:
    """ "a" or "an", by the sound that the role begins with."""
    first = role.split()[0] if role.split() else ""
    return article_of(first) or ("an" if first[:1] in AN_AS_LETTERS else "a")


def weekday_and_date(on: date) -> str:
    """ "Tuesday 1 December"."""
    return f"{on:%A} {on.day} {on:%B}"


def moment(due: Due, *, clock_24h: bool) -> str:
    """ "Tuesday 1 December", with "at 10 am" where a time was agreed."""
    return f"{weekday_and_date(due.day)}{_at(due.clock, clock_24h=clock_24h)}"


def first_name(person: Interviewer) -> str:
    """The first name, past a title such as "Dr."; empty where no name is known."""
    parts = [part for part in person.name.split() if part.rstrip(".").casefold() not in TITLES]
    return parts[0] if parts else ""


def thing(what: str, *, most: int = 12) -> str:
    """What was asked for, with an article, to stand as a noun; in quotation marks where it is none."""
    words = ASKED_TO.sub("", clean(what, most=most)).rstrip("?")
    if not words:
        return "what you asked for"
    if NOT_A_THING.match(words):
        return f"what you asked for (“{words}”)"
    return words if FIXED.match(words) else f"the {words}"


def slots(brief: Brief) -> dict[str, str]:
    """What the wordings' places are filled with."""
    on = brief.interview.day
    return {
        "first": first_name(brief.reader),
        "full": brief.reader.name.strip(),
        "role": brief.job.role.strip(),
        "company": brief.job.company.strip(),
        "article": article(brief.job.role.strip() or "role"),
        "day": weekday_and_date(on),
        "weekday": f"{on:%A}",
    }


def word_count(text: str) -> int:
    """How many words a text has, as a person would count them."""
    return len(words_in(text))


TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "rev"})


def _at(clock: time | None, *, clock_24h: bool) -> str:
    return f" at {spoken.clock(clock, clock_24h=clock_24h)}" if clock else ""
