"""The days that a text names, in any usual spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from lib.domain.dates.typed_dates import MONTHS, WEEKDAYS
from lib.words.text.number_words import UP_TO_TWELVE, number_of

DAY_NAME = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NUMBER = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
WEEKDAY = rf"(?P<weekday>{DAY_NAME})\b\.?,?\s+(?:the\s+)?"
DAY_AND_MONTH = re.compile(
    rf"\b(?:{WEEKDAY})?(?:(?P<d1>{NUMBER})\s+(?:of\s+)?(?P<m1>{MONTH_NAME})\b\.?"
    rf"|(?P<m2>{MONTH_NAME})\b\.?\s+(?:the\s+)?(?P<d2>{NUMBER})\b)(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
ISO = re.compile(r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b")
SLASHED = re.compile(
    rf"(?<![\w/])(?:{WEEKDAY})?(?P<a>[0-3]?\d)(?:/(?P<b>[0-3]?\d)(?:/(?P<y>\d{{4}}|\d{{2}}))?"
    rf"|\.(?P<c>[01]?\d)\.(?P<z>\d{{4}}|\d{{2}})?)(?![\w/%])",
    re.IGNORECASE,
)
THE_NTH = re.compile(
    rf"\b(?:{WEEKDAY}|(?:on|by|before|until|from|for)\s+the\s+|the\s+)(?P<nth>[0-3]?\d)(?:st|nd"
    rf"|rd|th)\b"
    r"(?!\s+(?:of\s+)?(?:grade|floor|century|time|year|street|avenue|anniversary|place|class"
    r"|percentile|edition|round|of)\b)",
    re.IGNORECASE,
)
ALONE = re.compile(
    rf"\b(?P<lead>(?:this|next|following|coming|last)\s+)?(?P<name>{DAY_NAME})\b(?!\w)",
    re.IGNORECASE,
)
FULL_DATE = re.compile(f"{DAY_AND_MONTH.pattern}|{ISO.pattern}", re.IGNORECASE)
SURE_SHORT = re.compile(r"(?:mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun)\Z", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(?P<word>the day after tomorrow|tomorrow|tonight|today)\b"
    rf"|\bin (?P<count>a|{UP_TO_TWELVE}|\d{{1,2}}) (?P<unit>day|week|month)s?(?:' time)?\b"
    rf"|\b(?P<count2>a|{UP_TO_TWELVE}|\d{{1,2}}) (?P<unit2>day|week|month)s? from (?:now|today"
    rf"|(?P<from>{DAY_NAME}))\b"
    r"|\b(?P<span>next week|this week|next month)\b",
    re.IGNORECASE,
)
NO_DAYS = {(24, 7), (50, 50), (9, 5), (1, 2), (1, 3), (1, 4)}
"""What "24/7" and "1/2" say is no day."""
LONG = {"day": 1, "week": 7, "month": 30}
SLACK = {"day": 1, "week": 3, "month": 8}


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that is named. Any of what is set must fit: dates, weekday, day of the month."""

    words: str
    at: int
    dates: tuple[date, ...] | None = None
    weekday: int | None = None
    nth: int | None = None

    def fits(self, day: date) -> bool:
        """True if it can mean that day."""
        if self.dates is not None and day not in self.dates:
            return False
        if self.nth is not None and day.day != self.nth:
            return False
        return self.weekday is None or day.weekday() == self.weekday

    def is_full(self) -> bool:
        """True if it names a day of the month, and not a weekday alone."""
        return self.nth is not None or self.dates is not None


def days_named(text: str, near: date) -> tuple[date, ...]:
    """Returns the full dates that a text names in words or as 2026-12-04, each on its weekday.

    Args:
        near: a date without a year is taken in the year that is nearest to this day.
    """
    written = [_full(match, near, None) for match in DAY_AND_MONTH.finditer(text)]
    written += [_iso(match, near, None) for match in ISO.finditer(text)]
    found = sorted(written, key=lambda one: one.at)
    return tuple(one.dates[0] for one in found if one.dates and one.fits(one.dates[0]))


def read_days(text: str, near: date, sent: date | None) -> list[Mention]:
    """Returns the days that a text names, in their order.

    Args:
        text: with straight apostrophes.
        near: where no year is named, the date nearest to this day is meant.
        sent: the day on which the text is read, for "tomorrow"; unknown if None.
    """
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            # "may 5" and "march 5" may be verbs.
            is_verb = pattern is DAY_AND_MONTH and match["m2"] in {"may", "march", "mar"}
            mention = None if is_verb else read(match, near, sent)
            if mention is not None:
                found.append(mention)
                taken.append(match.span())
    return sorted(found, key=lambda one: one.at)


def _words(match: re.Match[str]) -> str:
    return match.group().strip(" ,.")


def _weekday(match: re.Match[str]) -> int | None:
    return _number_of_weekday(match["weekday"]) if match["weekday"] else None


def _number_of_weekday(name: str) -> int:
    """Returns 0 for "Mon" and "Monday"."""
    return WEEKDAYS.index(name.casefold()[:3])


def _full(match: re.Match[str], near: date, _sent: date | None) -> Mention:
    number = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    name = (match["m1"] or match["m2"]).casefold()
    month = next(i for i, one in enumerate(MONTHS, 1) if one.startswith(name[:3]))
    year = int(match["year"]) if match["year"] else None
    return Mention(_words(match), match.start(), _dates(number, month, year, near), _weekday(match))


def _dates(number: int, month: int, year: int | None, near: date) -> tuple[date, ...]:
    years = [year] if year else [near.year - 1, near.year, near.year + 1]
    found = [day for one in years if (day := _date(one, month, number))]
    return (min(found, key=lambda day: abs((day - near).days)),) if found else ()


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _iso(match: re.Match[str], _near: date, _sent: date | None) -> Mention:
    year, month, number = (int(part) for part in match["iso"].split("-"))
    day = _date(year, month, number)
    return Mention(_words(match), match.start(), (day,) if day else ())


def _slashed(match: re.Match[str], near: date, _sent: date | None) -> Mention | None:
    first, second = int(match["a"]), int(match["b"] or match["c"])
    if (first, second) in NO_DAYS and not match["weekday"]:
        return None
    typed = match["y"] or match["z"] or ""
    whole = f"20{typed}" if len(typed) == 2 else typed
    year = int(whole) if whole else None
    found = (*_dates(second, first, year, near), *_dates(first, second, year, near))
    return Mention(_words(match), match.start(), found, _weekday(match))


def _nth(match: re.Match[str], _near: date, _sent: date | None) -> Mention:
    lead = match.group().find("the ")
    words = match.group()[lead:] if lead >= 0 and not match["weekday"] else match.group()
    return Mention(words.strip(), match.start(), None, _weekday(match), int(match["nth"]))


def _alone(match: re.Match[str], _near: date, _sent: date | None) -> Mention | None:
    name = match["name"]
    if SURE_SHORT.match(name) and (name[0].islower() or name.casefold() in {"sat", "sun"}):
        return None
    return Mention(_words(match), match.start(), None, _number_of_weekday(name))


def _relative(match: re.Match[str], near: date, sent: date | None) -> Mention | None:
    starts = {sent} if sent else _days_from((near,), range(4))
    if match["word"]:
        ahead = {"today": 0, "tonight": 0, "tomorrow": 1}.get(match["word"].casefold(), 2)
        found = _days_from(starts, range(ahead, ahead + 1))
    elif match["span"]:
        found = _span(match["span"].casefold(), starts)
    elif match["from"]:
        return Mention(_words(match), match.start(), None, _number_of_weekday(match["from"]))
    else:
        found = _ahead(match["count"] or match["count2"], match["unit"] or match["unit2"], starts)
    return Mention(_words(match), match.start(), tuple(sorted(found)))


def _span(span: str, starts: set[date]) -> set[date]:
    if span == "next month":
        return _days_from(starts, range(5, 62))
    ahead = 7 if span == "next week" else 0
    mondays = [start + timedelta(days=ahead - start.weekday()) for start in starts]
    return _days_from(mondays, range(7))


def _ahead(count: str, unit: str, starts: set[date]) -> set[date]:
    number = 1 if count.casefold() == "a" else number_of(count)
    unit = unit.casefold()
    days, slack = number * LONG[unit], SLACK[unit]
    return _days_from(starts, range(days - slack, days + slack + 1))


def _days_from(starts: Iterable[date], ahead: range) -> set[date]:
    return {start + timedelta(days=days) for start, days in product(starts, ahead)}


READERS = (
    (DAY_AND_MONTH, _full),
    (ISO, _iso),
    (SLASHED, _slashed),
    (THE_NTH, _nth),
    (RELATIVE, _relative),
    (ALONE, _alone),
)
"""The kinds of mention in the order in which they take their words."""
