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
from lib.domain.dates.typed_clocks import split_bare_hour, split_clock, with_clock_last
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English, day_and_month
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
LAST_HOUR, LEAP_YEAR = 12, 2028
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
_WORKING = re.compile(
    r"^(?:in\s+)?(\d{1,2})\s+(?:business|working|work)\s*days?(?:\s+from\s+(?:now|today))?$"
)
_SPAN = re.compile(r"^(?:in\s+)?(\d{1,3})\s+(day|week|month)s?(?:\s+from\s+(?:now|today))?$")
_END = re.compile(r"^(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(next\s+)?(week|month|[a-z]{3,9})$")
_DAYS_END = re.compile(
    r"^(?:(?:the\s+)?end\s+of\s+(?:the\s+)?day|eod|cob|close\s+of\s+business)\s*(?:on\s+)?"
)
_WEEK_ON = re.compile(r"^(?:a\s+)?week\s+(?:on|from)\s+(.+)$")
_NEXT_SPAN = re.compile(r"^(?:next|a|in a)\s+(week|fortnight|month)$")
_WEEKDAY = re.compile(
    r"^(?:(this|next|coming|last|past|this past)\s+)?(?:on\s+)?"
    r"(mon|tues?|weds?|wednes|thur?s?|fri|satur|sat|sun)(?:day)?\.?(\s+(?:next|last)\s+week)?$"
)
_NTH = re.compile(r"^the\s+(\d{1,2})(?:st|nd|rd|th)?$|^(\d{1,2})(?:st|nd|rd|th)$")
_DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$"
)
_MONTH_DAY = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$")
_WEEKS_LATER = re.compile(r"^((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s+week$")
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$")
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


def examples(style: DateStyle, *, with_time: bool, is_past: bool = False) -> str:
    """Returns what can be typed into a date field: "Tue 10 a.m., Dec 3, in 3 days"."""
    day = "last Tue" if is_past else "Tue"
    day = f"{day} {style.clock(time(10))}" if with_time else day
    distance = "3 days ago" if is_past else "in 3 days"
    return f"{day}, {day_and_month(EXAMPLE, style.english)}, {distance}"


def read_date(
    words: str, *, today: date, workdays: Workdays, english: English | None = None
) -> date | None:
    """The day that these words mean, None if they are not clear (see `read_due`)."""
    due = read_due(words, today=today, zone="UTC", workdays=workdays, english=english)
    return due.day if due else None


def read_due(
    words: str, *, today: date, zone: str, workdays: Workdays, english: English | None = None
) -> Due | None:
    """Returns the day, and the time if one was given, that these words mean; None if not clear.

    Without a year written out it is at most a year back and two ahead.

    Args:
        english: whose order "12/1" has; without it, only what can be read in one way counts.
    """
    plain = _in_words(_plain(words), english)
    if not plain:
        return None
    rest, clock = split_clock(_with_hour(plain, today, workdays))
    if clock is None and rest is None:
        return None
    day = today if not rest and clock else _day(rest or "", today, workdays)
    if day is None or not (_YEAR.search(plain) or today - BACK <= day <= today + AHEAD):
        return None
    return Due(day, clock, zone) if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _plain(words: str) -> str:
    text = with_clock_last(" ".join(words.casefold().replace(",", " ").split())[:80])
    for number, name in enumerate(NUMBERS, 1):
        counted = rf"\b{name}\b(?=\s+(?:business|working|work|day|week|month))"
        text = re.sub(counted, str(number), text)
    text = _LEADING.sub("", text)
    return _DAYS_END.sub("", text) or "today" if _DAYS_END.match(text) else text


def _in_words(text: str, english: English | None) -> str:
    """Returns "12/1" as "1 december", or as "12 january" in British English; "" if unclear."""
    for word in text.split():
        if match := _SLASHED.match(word):
            found = _slashed(int(match[1]), int(match[2]), english)
            if found is None:
                return ""
            day, month = found
            text = text.replace(word, f"{day} {MONTHS[month - 1]} {match[3] or ''}".strip(), 1)
    return text


def _slashed(first: int, second: int, english: English | None) -> tuple[int, int] | None:
    """Returns day and month: in the order of that English, or in the only one that is possible."""
    orders = [(second, first), (first, second)]
    if english is English.BRITISH:
        orders.reverse()
    possible = [(day, month) for day, month in orders if _made(LEAP_YEAR, month, day)]
    if english is None and len(set(possible)) > 1:
        return None
    return possible[0] if possible else None


def _with_hour(text: str, today: date, workdays: Workdays) -> str:
    """Returns "wed 10" as "wed at 10"; "" where the tenth is a Wednesday: it might be the day."""
    found = split_bare_hour(text)
    if found is None or not (_WEEKDAY.match(found[0]) or found[0] in NAMED):
        return text
    rest, number = found
    day, numbered = _day(rest, today, workdays), _numbered(f"the {number}", today)
    same_weekday = day and numbered and day.weekday() == numbered.weekday()
    if same_weekday and _WEEKDAY.match(rest):
        return f"{rest} the {number}" if number > LAST_HOUR else ""
    return f"{rest} at {number}" if number <= LAST_HOUR else text


def _day(text: str, today: date, workdays: Workdays) -> date | None:
    text = text.removeprefix("the ") if text.startswith("the day") else text
    if text in NAMED:
        return today + timedelta(days=NAMED[text])
    if match := _WEEK_ON.match(text) or _WEEKS_LATER.match(text):
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
    """Returns the coming day of that name; with "next", the one of next week; "last": before."""
    match = _WEEKDAY.match(text.removeprefix("next week ")) if text else None
    if match is None:
        return None
    wanted = WEEKDAYS.index(match[2][:3])
    if (match[3] or "").endswith("last week"):
        return today - timedelta(days=today.weekday() + 7 - wanted)
    if match[1] in ("last", "past", "this past"):
        return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
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
