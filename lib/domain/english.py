"""American and British English, and how each writes a day and a time of day."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum


class English(StrEnum):
    """The English that a text is written in."""

    AMERICAN = "american"
    BRITISH = "british"


def weekday_and_date(on: date, english: English) -> str:
    """Returns "Monday, December 7", or "Monday 7 December" in British English."""
    if english is English.BRITISH:
        return f"{on:%A} {on.day} {on:%B}"
    return f"{on:%A}, {on:%B} {on.day}"


def clock(at: time, english: English, *, clock_24h: bool = False) -> str:
    """Returns "9:30 a.m.", or "9.30am" in British English; "09:30" in either on a 24-hour clock."""
    if clock_24h:
        return f"{at:%H:%M}"
    hour = at.hour % 12 or 12
    if english is English.BRITISH:
        minutes = f".{at:%M}" if at.minute else ""
        return f"{hour}{minutes}{'am' if at.hour < 12 else 'pm'}"
    minutes = f":{at:%M}" if at.minute else ""
    return f"{hour}{minutes} {'a.m.' if at.hour < 12 else 'p.m.'}"
