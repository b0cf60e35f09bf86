"""Reads typed words such as "Fri", "3 Dec at 10" or "in 3 working days" as a date.

A date that is silently wrong is worse than none, so only what is understood to its last word
counts. That is why no library reads these: dateutil takes "in 3 days" for the 3rd, and
parsedatetime picks the words it knows out of "Friday after next" and drops the rest
(docs/decisions.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from dateutil.relativedelta import FR, relativedelta

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, day_and_month
from lib.domain.validation import FIRST_YEAR, LAST_YEAR

NAMED = {
    "today": 0,
    "tonight": 0,
    **{f"this {part}": 0 for part in ("morning", "afternoon", "evening")},
    "tomorrow": 1,
    "tmrw": 1,
    **{f"tomorrow {part}": 1 for part in ("morning", "afternoon", "evening")},
    "yesterday": -1,
    "day after tomorrow": 2,
}
EXAMPLE = date(2026, 12, 3)
BACK, AHEAD = relativedelta(years=1), relativedelta(years=2)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_YEAR = re.compile(r"\b(?:20\d{2}|2100)\b")
_LEADING = re.compile(r"^(?:by|within|on|until|till|due|before|at the latest by)\s+")
_CLOCK = re.compile(
    r"(?:^|[\s,]|\bat\b)\s*(?:at\s+)?(?:(\d{1,2})[:h](\d{2})\s*(am|pm|a\.m\.|p\.m\.)?"
    r"|(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.)|at\s+(\d{1,2})|(noon|midday))\s*(?:o'?clock)?$"
)
_WORKING = re.compile(
    r"^(?:in\s+)?(\d{1,2})\s+(?:business|working|work)\s*days?(?:\s+from\s+(?:now|today))?$"
)
_SPAN = re.compile(r"^(?:in\s+)?(\d{1,3})\s+(day|week|month)s?(?:\s+from\s+(?:now|today))?$")
_END = re.compile(r"^(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(next\s+)?(week|month|[a-z]{3,9})$")
_DAYS_END = re.compile(
    r"^(?:(?:the\s+)?end\s+of\s+(?:the\s+)?day|eod|cob|close\s+of\s+business)\s*(?:on\s+)?"
)
_DOTTED = re.compile(r"\b(?P<at>at\s+)?(\d{1,2})\.(\d{2})(?(at)(?!\d)|(?=\s*[ap]\.?m))")
_NOON_FIRST = re.compile(r"^(noon|midday)\s+(?:on\s+)?(.+)$")
_WEEK_ON = re.compile(r"^(?:a\s+)?week\s+(?:on|from)\s+(.+)$")
_NEXT_SPAN = re.compile(r"^(?:next|a|in a)\s+(week|fortnight|month)$")
_WEEKDAY = re.compile(
    r"^(?:(this|next|coming)\s+)?(?:on\s+)?(mon|tues?|wed|wednes|thur?s?|fri|satur|sat|sun)"
    r"(?:day)?\.?(\s+next\s+week)?$"
)
_NTH = re.compile(r"^the\s+(\d{1,2})(?:st|nd|rd|th)?$|^(\d{1,2})(?:st|nd|rd|th)$")
_DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$"
)
_MONTH_DAY = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WITH_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=.*\d)(.+)$")


@dataclass(frozen=True, slots=True)
class Chip:
    """A date to tap, and what it is called."""

    label: str
    day: date


def chips(today: date, workdays: Workdays) -> tuple[Chip, ...]:
    """Tomorrow, Friday, the end of next week, in three working days; each date once."""
    friday = today + relativedelta(days=1, weekday=FR(1))
    named = (
        ("tomorrow", today + timedelta(days=1)),
        ("Friday", friday),
        ("in 3 working days", workdays.after(today, 3)),
        ("end of next week", _friday_of_next_week(today)),
    )
    found: dict[date, Chip] = {}
    for label, day in named:
        found.setdefault(day, Chip(label, day))
    return tuple(sorted(found.values(), key=lambda chip: chip.day))


def examples(style: DateStyle, *, with_time: bool) -> str:
    """Returns what can be typed into a date field: "Tue 10 a.m., Dec 3, in 3 days"."""
    day = f"Tue {style.clock(time(10))}" if with_time else "Tue"
    return f"{day}, {day_and_month(EXAMPLE, style.english)}, in 3 days"


def read_date(words: str, *, today: date, workdays: Workdays) -> date | None:
    """The day that these words mean, None if they are not clear (see `read_due`)."""
    due = read_due(words, today=today, zone="UTC", workdays=workdays)
    return due.day if due else None


def read_due(words: str, *, today: date, zone: str, workdays: Workdays) -> Due | None:
    """Returns the day, and the time if one was given, that these words mean; None if not clear.

    Without a year written out it is at most a year back and two ahead.
    """
    plain = _plain(words)
    if not plain:
        return None
    rest, clock = _split_clock(plain)
    if clock is None and rest is None:
        return None
    day = today if not rest and clock else _day(rest or "", today, workdays)
    if day is None or not (_YEAR.search(plain) or today - BACK <= day <= today + AHEAD):
        return None
    return Due(day, clock, zone) if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _plain(words: str) -> str:
    text = " ".join(words.casefold().replace(",", " ").split())[:80]
    text = _DOTTED.sub(r"\g<at>\2:\3", text)
    text = _NOON_FIRST.sub(r"\2 at \1", text)
    for number, name in enumerate(NUMBERS, 1):
        counted = rf"\b{name}\b(?=\s+(?:business|working|work|day|week|month))"
        text = re.sub(counted, str(number), text)
    text = _LEADING.sub("", text)
    return _DAYS_END.sub("", text) or "today" if _DAYS_END.match(text) else text


def _split_clock(text: str) -> tuple[str | None, time | None]:
    """Returns the words without the time at their end, and that time; both None if it is none."""
    match = _CLOCK.search(text)
    if match is None:
        return text, None
    hour, minute, half, bare, bare_half, at, noon = match.groups()
    written = hour or bare or at
    evening = "tonight" in text or "evening" in text
    early = evening or not (written or "0").startswith("0")
    clock: time | None = time(12)
    if not noon:
        clock = _clock(int(written), int(minute or 0), half or bare_half, early, evening)
    if clock is None:
        return None, None
    return text[: match.start()].strip().removesuffix(" at").strip(), clock


def _clock(hour: int, minute: int, half: str | None, guessed: bool, evening: bool) -> time | None:
    """A time of day; "at 3" without am or pm means the afternoon, "at 9" the morning."""
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif guessed and 1 <= hour <= (11 if evening else 6):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(text: str, today: date, workdays: Workdays) -> date | None:
    text = text.removeprefix("the ") if text.startswith("the day") else text
    if text in NAMED:
        return today + timedelta(days=NAMED[text])
    if match := _WEEK_ON.match(text):
        day = _weekday(match[1], today)
        return day + timedelta(weeks=1) if day else None
    return (
        _counted(text, today, workdays)
        or _ended(text, today, workdays)
        or _weekday(text, today)
        or _numbered(text, today)
        or _calendar_day(text, today)
        or _checked_weekday(text, today)
    )


def _counted(text: str, today: date, workdays: Workdays) -> date | None:
    if match := _WORKING.match(text):
        return workdays.after(today, int(match[1])) if int(match[1]) else None
    if match := _SPAN.match(text):
        return today + _length(match[2], int(match[1]))
    if match := _NEXT_SPAN.match(text):
        return today + _length(match[1], 1)
    return None


def _length(unit: str, count: int) -> relativedelta:
    if unit == "month":
        return relativedelta(months=count)
    return relativedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _ended(text: str, today: date, workdays: Workdays) -> date | None:
    """The last working day of a week or month."""
    match = _END.match(text)
    if match is None:
        return None
    if match[2] == "week":
        friday = _friday_of_next_week(today) if match[1] else today + relativedelta(weekday=FR(1))
        last_day = workdays.before(friday + timedelta(days=1))
        return last_day if last_day >= today else friday
    if match[2] == "month":
        last = today + relativedelta(months=1 if match[1] else 0, day=31)
    elif month := _month(match[2]):
        last = today + relativedelta(years=int(month < today.month), month=month, day=31)
    else:
        return None
    return workdays.before(last + timedelta(days=1))


def _weekday(text: str, today: date) -> date | None:
    """Returns the coming day of that name; with "next", the one of next week."""
    match = _WEEKDAY.match(text.removeprefix("next week ")) if text else None
    if match is None:
        return None
    wanted = WEEKDAYS.index(match[2][:3])
    if match[1] == "next" or match[3] or text.startswith("next week "):
        monday = today + timedelta(days=7 - today.weekday())
        return monday + timedelta(days=wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _numbered(text: str, today: date) -> date | None:
    """ "the 25th": of this month if still to come, else of the next one that has it."""
    match = _NTH.match(text)
    if match is None:
        return None
    number = int(match[1] or match[2])
    for months in range(4):
        month = today + relativedelta(months=months, day=1)
        day = _made(month.year, month.month, number)
        if day and day >= today:
            return day
    return None


def _calendar_day(text: str, today: date) -> date | None:
    if match := _ISO.match(text):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.match(text):
        return _in_year(match[3], _month(match[2]), int(match[1]), today)
    if match := _MONTH_DAY.match(text):
        return _in_year(match[3], _month(match[1]), int(match[2]), today)
    return None


def _checked_weekday(text: str, today: date) -> date | None:
    """A date with its weekday in front counts only where the two agree."""
    match = _WITH_WEEKDAY.match(text)
    day = _calendar_day(match[2], today) or _numbered(match[2], today) if match else None
    return day if match and day and WEEKDAYS[day.weekday()] == match[1] else None


def _friday_of_next_week(today: date) -> date:
    return today + timedelta(days=7 - today.weekday() + 4)


def _month(name: str) -> int:
    return next(
        (i for i, month in enumerate(MONTHS, 1) if len(name) > 2 and month.startswith(name)), 0
    )


def _in_year(year: str | None, month: int, number: int, today: date) -> date | None:
    """Returns the day in the year given, else in this year.

    A day that is over two months past is the one of next year.
    """
    if year:
        return _made(int(year), month, number)
    day = _made(today.year, month, number)
    late = today - relativedelta(months=2)
    return _made(today.year + 1, month, number) if day is None or day < late else day


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
