"""American and British English, and how each writes a day and a time of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class English(StrEnum):
    """The English that a text is written in."""

    AMERICAN = "american"
    BRITISH = "british"


EUROPE = frozenset({
    "150", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GG", "GI",
    "GR", "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT",
    "RO", "SE", "SI", "SK", "UK",
})  # fmt: skip
COMMONWEALTH = frozenset({
    "AG", "AU", "BB", "BD", "BN", "BS", "BW", "BZ", "CM", "DM", "FJ", "GD", "GH", "GM", "GY", "HK",
    "IN", "JM", "KE", "KI", "KN", "LC", "LK", "LS", "MU", "MV", "MW", "MY", "MZ", "NA", "NG", "NR",
    "NZ", "PG", "PK", "RW", "SB", "SC", "SG", "SL", "SZ", "TO", "TT", "TV", "TZ", "UG", "VC", "VU",
    "WS", "ZA", "ZM", "ZW",
})  # fmt: skip
"""Without Canada, where people write "Friday, November 27" and "9:30 a.m."; with Hong Kong."""
BRITISH_REGIONS = EUROPE | COMMONWEALTH | {"001"}
"""Where people write British English, as the regions of language tags; "001" is the whole world."""


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a person reads dates: in which English, and on which clock."""

    english: English = English.AMERICAN
    clock_24h: bool = False

    def clock(self, at: time) -> str:
        """Returns "9:30 a.m.", or "9.30am" in British English; "09:30" on a 24-hour clock."""
        if self.clock_24h:
            return f"{at:%H:%M}"
        hour = at.hour % 12 or 12
        if self.english is English.BRITISH:
            minutes = f".{at:%M}" if at.minute else ""
            return f"{hour}{minutes}{'am' if at.hour < 12 else 'pm'}"
        minutes = f":{at:%M}" if at.minute else ""
        return f"{hour}{minutes} {'a.m.' if at.hour < 12 else 'p.m.'}"


def guess_english(locale: str) -> English:
    """Returns the English of a browser's language tag: British for "en-GB", American for "en-US".

    A browser in another language says nothing about the English that its person writes: American.
    """
    language, *rest = locale.replace("_", "-").split("-")
    if language.casefold() != "en":
        return English.AMERICAN
    is_british = any(part.upper() in BRITISH_REGIONS for part in rest)
    return English.BRITISH if is_british else English.AMERICAN


def weekday_and_date(on: date, english: English) -> str:
    """Returns "Monday, December 7", or "Monday 7 December" in British English."""
    if english is English.BRITISH:
        return f"{on:%A} {on.day} {on:%B}"
    return f"{on:%A}, {on:%B} {on.day}"


def long_date(on: date, english: English) -> str:
    """Returns "Monday, December 7, 2026", or "Monday 7 December 2026" in British English."""
    return _with_year(weekday_and_date(on, english), on, english)


def short_day(on: date, english: English) -> str:
    """Returns "Fri, Nov 27", or "Fri 27 Nov" in British English."""
    return f"{on:%a}{_comma(english)} {day_and_month(on, english)}"


def short_date(on: date, english: English) -> str:
    """Returns "Fri, Nov 27, 2026", or "Fri 27 Nov 2026" in British English."""
    return _with_year(short_day(on, english), on, english)


def day_and_month(on: date, english: English) -> str:
    """Returns "Nov 27", or "27 Nov" in British English."""
    if english is English.BRITISH:
        return f"{on.day} {on:%b}"
    return f"{on:%b} {on.day}"


def _with_year(words: str, on: date, english: English) -> str:
    return f"{words}{_comma(english)} {on.year}"


def _comma(english: English) -> str:
    return "," if english is English.AMERICAN else ""


def with_stop(words: str) -> str:
    """Returns the words with one mark at their end, also after "9:30 a.m.", "Inc.", "Yahoo!"."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
