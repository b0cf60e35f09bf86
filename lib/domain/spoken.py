"""Dates and times as people say them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lib.domain.due import Due

MINUTE, HOUR, DAY = 60, 3600, 86400
SOON = timedelta(hours=36)


def day(on: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", "Fri 27 Nov", with the year where it is another one."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    if near:
        return near
    words = f"{on:%a} {on.day} {on:%b}"
    return words if on.year == today.year else f"{words} {on.year}"


def long_day(on: date) -> str:
    """ "Friday 27 November 2026"."""
    return f"{on:%A} {on.day} {on:%B} {on.year}"


def clock(at: time, *, clock_24h: bool) -> str:
    """ "10:00" and "14:30", or "10 am" and "2:30 pm"."""
    if clock_24h:
        return f"{at:%H:%M}"
    hour, half = at.hour % 12 or 12, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at:%M} {half}" if at.minute else f"{hour} {half}"


def moment(at: datetime, zone: str, *, clock_24h: bool) -> str:
    """ "Fri 27 Nov 2026, 10:42" by the calendar of that zone: the same whenever it is read."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b %Y}, {clock(local.time(), clock_24h=clock_24h)}"


def due(when: Due, now: datetime, zone: str, *, clock_24h: bool) -> str:
    """ "today 10:00", "Fri 27 Nov", "by end of today", by the calendar of that zone."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if when.clock is None:
        words = day(when.day, today)
        return f"by end of {words}" if words in ("today", "tomorrow") else words
    local = when.deadline().astimezone(ZoneInfo(zone))
    return f"{day(local.date(), today)} {clock(local.time(), clock_24h=clock_24h)}"


def distance(when: Due, now: datetime) -> str:
    """ "in 40 min", "in 3 days", "2 h late", "1 day late"; a day's due counts whole days."""
    if when.clock is None:
        days = (now.astimezone(ZoneInfo(when.zone)).date() - when.day).days
        return "today" if days == 0 else f"{_days(days)} late" if days > 0 else f"in {_days(-days)}"
    seconds = (when.deadline() - now).total_seconds()
    return f"in {_length(seconds)}" if seconds >= 0 else f"{_length(-seconds)} late"


def ago(moment: datetime, now: datetime) -> str:
    """ "just now", "40 min ago", "2 h ago", "3 days ago"."""
    seconds = (now - moment).total_seconds()
    return "just now" if seconds < MINUTE else f"{_length(seconds)} ago"


def _length(seconds: float) -> str:
    if seconds < HOUR:
        return f"{max(1, round(seconds / MINUTE))} min"
    if seconds < SOON.total_seconds():
        return f"{round(seconds / HOUR)} h"
    return _days(round(seconds / DAY))


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
