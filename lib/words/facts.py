"""The facts that a note states: days, names, role, company, and what goes with them."""

from __future__ import annotations

import re

from lib.domain.due import Due
from lib.domain.english import English
from lib.domain.english import clock as clock_words
from lib.domain.english import weekday_and_date as weekday_and_date
from lib.domain.greetings import greeting_name
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


def moment(due: Due, english: English, *, clock_24h: bool) -> str:
    """Returns "Tuesday, December 1", with "at 10 a.m." where a time was agreed."""
    day = weekday_and_date(due.day, english)
    if due.clock is None:
        return day
    return f"{day} at {clock_words(due.clock, english, clock_24h=clock_24h)}"


def first_name(person: Interviewer) -> str:
    """Returns how the person is addressed: "Dana", or "Dr. Weiß"; empty where no name is known."""
    return greeting_name(person.name, person.greet_as)


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
        "day": weekday_and_date(on, brief.english),
        "weekday": f"{on:%A}",
    }


def word_count(text: str) -> int:
    """How many words a text has, as a person would count them."""
    return len(words_in(text))
