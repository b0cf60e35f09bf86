"""The days that a text names, and whether they are the right ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lib.domain.typed_dates import MONTHS
from lib.words import captured
from lib.words.brief import Brief

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
WHOLE_DAY = rf"(?:{'|'.join(DAYS)})"
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NUMBER = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?:,?\s+(?P<year{n}>\d{{4}}))?"
MENTION = re.compile(
    rf"\b(?:(?P<weekday>{DAY_NAME})\b\.?,?\s+(?:the\s+)?)?"
    rf"(?:(?P<d1>{NUMBER})\s+(?:of\s+)?(?P<m1>{MONTH_NAME})\b\.?{YEAR.format(n=1)}"
    rf"|(?P<m2>{MONTH_NAME})\b\.?\s+(?P<d2>{NUMBER})\b{YEAR.format(n=2)})"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"\b(?:on|by|next|this|until|till|before|for|of)\s+(?P<name>{WHOLE_DAY})\b(?!,?\s+(?:the\s+)?(?:\d|{MONTH_NAME}\b))",
    re.IGNORECASE,
)


class WrongDay(Exception):
    """A mention that is no day, or whose weekday is another one."""


def days_named(text: str, near: date) -> tuple[date, ...]:
    """The dates that a text names, those without a year taken in the year that is nearest to `near`."""
    return tuple(found for _, found in _read(text, near) if found)


def differing(body: str, brief: Brief, near: date) -> Iterator[str]:
    """Each mention of a day, as it is written, that is none of the note's own days.

    What was captured from the reader may name any day. A weekday alone must be that of a day in the brief.
    """
    text = captured.own_words(body, brief)
    known = days_of(brief)
    yield from (words for words, found in _read(text, near) if found not in known)
    weekdays = {day.weekday() for day in known}
    for match in BARE.finditer(text):
        if _weekday(match["name"]) not in weekdays:
            yield match["name"]


def days_of(brief: Brief) -> frozenset[date]:
    """Every day that a note may name: interview, next contact, requests, employer, ask, weeks after."""
    days: list[date | None] = [brief.interview.day, brief.interview.ended_on()]
    days += [request.due.day for request in brief.requests if request.due]
    days += [brief.next_contact.due.day] if brief.next_contact else []
    days += [brief.commitment.by] if brief.commitment else []
    told = brief.good_word
    days += [told.asked_on, told.agreed_on, told.spoke_on] if told else []
    since = brief.weeks
    if since:
        days += [since.checked_in_on, since.heard_on, since.answer_by]
        days += [since.missed.day] if since.missed else []
    return frozenset(day for day in days if day)


def _read(text: str, near: date) -> Iterable[tuple[str, date | None]]:
    """Every mention, and its date; None where it is no date or its weekday does not fit."""
    for match in MENTION.finditer(text):
        words = match.group().strip().rstrip(".")
        try:
            yield words, _date(match, near)
        except (ValueError, WrongDay):
            yield words, None


def _date(match: re.Match[str], near: date) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    number = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    month = next(
        i for i, name in enumerate(MONTHS, 1) if name.startswith((match["m1"] or match["m2"]).casefold()[:3])
    )
    year = match["year1"] or match["year2"]
    found = date(int(year), month, number) if year else _nearest(month, number, near)
    if match["weekday"] and found.weekday() != _weekday(match["weekday"]):
        raise WrongDay
    return found


def _nearest(month: int, number: int, near: date) -> date:
    years = (near.year - 1, near.year, near.year + 1)
    leap = [date(year, month, number) for year in years if _exists(year, month, number)]
    if not leap:
        raise WrongDay
    return min(leap, key=lambda day: abs((day - near).days))


def _exists(year: int, month: int, number: int) -> bool:
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True


def _weekday(name: str) -> int:
    return next(i for i, day in enumerate(DAYS) if day.startswith(name.casefold()[:3]))
