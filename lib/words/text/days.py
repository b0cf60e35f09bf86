"""Reading the days that a sentence names, in any usual spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from lib.words.text.named_days import DAY_NAME, MONTH_NAME, NUMBER, month_number, weekday_number

NUMBERS = {
    name: i
    for i, name in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
NUMBER_WORD = "|".join(NUMBERS)
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
SURE_SHORT = re.compile(r"(?:mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun)\Z", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(?P<word>the day after tomorrow|tomorrow|tonight|today)\b"
    rf"|\bin (?P<count>a|{NUMBER_WORD}|\d{{1,2}}) (?P<unit>day|week|month)s?(?:' time)?\b"
    rf"|\b(?P<count2>a|{NUMBER_WORD}|\d{{1,2}}) (?P<unit2>day|week|month)s? from (?:now|today"
    rf"|(?P<from>{DAY_NAME}))\b"
    r"|\b(?P<span>next week|this week|next month)\b",
    re.IGNORECASE,
)
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


def number_of(word: str) -> int:
    """Returns the number that a word or a figure means."""
    return NUMBERS.get(word.casefold(), 0) or int(word)


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
            mention = read(match, near, sent)
            if mention is not None:
                found.append(mention)
                taken.append(match.span())
    return sorted(found, key=lambda one: one.at)


def _words(match: re.Match[str]) -> str:
    return match.group().strip(" ,.")


def _weekday(match: re.Match[str]) -> int | None:
    name = match["weekday"]
    return weekday_number(name) if name else None


def _full(match: re.Match[str], near: date, _sent: date | None) -> Mention | None:
    if match["m2"] and match["m2"].islower() and match["m2"].casefold() in {"may", "march", "mar"}:
        return None
    number = int(re.sub(r"\D", "", match["d1"] or match["d2"]))
    month = month_number(match["m1"] or match["m2"])
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
    if (first, second) in {(24, 7), (50, 50), (9, 5), (1, 2), (1, 3), (1, 4)} and not match[
        "weekday"
    ]:
        return None
    year = match["y"] or match["z"]
    whole = (int(year) + 2000 if len(year) == 2 else int(year)) if year else None
    found = (*_dates(second, first, whole, near), *_dates(first, second, whole, near))
    return Mention(_words(match), match.start(), found, _weekday(match))


def _nth(match: re.Match[str], _near: date, _sent: date | None) -> Mention:
    lead = match.group().find("the ")
    words = match.group()[lead:] if lead >= 0 and not match["weekday"] else match.group()
    return Mention(words.strip(), match.start(), None, _weekday(match), int(match["nth"]))


def _alone(match: re.Match[str], _near: date, _sent: date | None) -> Mention | None:
    name = match["name"]
    if SURE_SHORT.match(name) and (name[0].islower() or name.casefold() in {"sat", "sun"}):
        return None
    return Mention(_words(match), match.start(), None, weekday_number(name))


def _relative(match: re.Match[str], near: date, sent: date | None) -> Mention | None:
    starts = [sent] if sent else [near + timedelta(days=i) for i in range(4)]
    if match["word"]:
        ahead = {"today": 0, "tonight": 0, "tomorrow": 1}.get(match["word"].casefold(), 2)
        found = {day + timedelta(days=ahead) for day in starts}
    elif match["span"]:
        found = _span(match["span"].casefold(), starts)
    elif match["from"]:
        return Mention(_words(match), match.start(), None, weekday_number(match["from"]))
    else:
        found = _ahead(match["count"] or match["count2"], match["unit"] or match["unit2"], starts)
    return Mention(_words(match), match.start(), tuple(sorted(found)))


def _span(span: str, starts: list[date]) -> set[date]:
    ahead = {"this week": 0, "next week": 7}.get(span)
    if ahead is None:
        return {day + timedelta(days=i) for day in starts for i in range(5, 62)}
    mondays = [day - timedelta(days=day.weekday() - ahead) for day in starts]
    return {monday + timedelta(days=i) for monday in mondays for i in range(7)}


def _ahead(count: str, unit: str, starts: list[date]) -> set[date]:
    number = 1 if count.casefold() == "a" else number_of(count)
    unit = unit.casefold()
    days = number * {"day": 1, "week": 7, "month": 30}[unit]
    slack = SLACK[unit]
    return {day + timedelta(days=days + i) for day in starts for i in range(-slack, slack + 1)}


READERS = (
    (DAY_AND_MONTH, _full),
    (ISO, _iso),
    (SLASHED, _slashed),
    (THE_NTH, _nth),
    (RELATIVE, _relative),
    (ALONE, _alone),
)
"""The kinds of mention in the order in which they take their words."""
