"""The dates that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lib.domain.dates.typed_dates import MONTHS

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NAME = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
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


class WrongDay(Exception):
    """A mention that is no day, or whose weekday is another one."""


def days_named(text: str, near: date) -> tuple[date, ...]:
    """The dates that a text names, those without a year taken in the year that is nearest to `near`."""
    return tuple(_read(text, near))


def month_number(name: str) -> int:
    """1 for "Jan." and "January"."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))


def weekday_number(name: str) -> int:
    """0 for "Mon" and "Monday"."""
    return next(i for i, day in enumerate(DAYS) if day.startswith(name.casefold()[:3]))


def _read(text: str, near: date) -> Iterator[date]:
    """Yields every date that exists and whose weekday fits."""
    for match in MENTION.finditer(text):
        try:
            yield _date(match, near)
        except (ValueError, WrongDay):
            continue


def _date(match: re.Match[str], near: date) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    number = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    month = month_number(match["m1"] or match["m2"])
    year = match["year1"] or match["year2"]
    found = date(int(year), month, number) if year else _nearest(month, number, near)
    if match["weekday"] and found.weekday() != weekday_number(match["weekday"]):
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
