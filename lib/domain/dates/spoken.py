"""Dates and times as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lib.domain.dates.due import Due, local_day
from lib.domain.english import DateStyle, English, short_date, short_day

MINUTE, HOUR, DAY = 60, 3600, 86400
SOON = timedelta(hours=36)


def day(on: date, today: date, english: English) -> str:
    """Returns "today", "tomorrow", "yesterday" or "Fri, Nov 27", with a year if not this one."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    if near:
        return near
    return short_day(on, english) if on.year == today.year else short_date(on, english)


def moment(at: datetime, zone: str, style: DateStyle) -> str:
    """Returns "Fri, Nov 27, 2026, 10:42 a.m." by the calendar of that zone, whenever it is read."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{short_date(local.date(), style.english)}, {style.clock(local.time())}"


def due(when: Due, now: datetime, zone: str, style: DateStyle) -> str:
    """Returns "today 10 a.m.", "Fri, Nov 27", "by end of today".

    A time is by the calendar of that zone, which is the reader's; a whole day by that of the zone
    in which it was agreed, as `distance` counts it.
    """
    today = local_day(now, zone)
    if when.clock is None:
        words = day(when.day, local_day(now, when.zone), style.english)
        return f"by end of {words}" if words in ("today", "tomorrow") else words
    local = when.deadline().astimezone(ZoneInfo(zone))
    words, is_near = day(local.date(), today, style.english), abs((local.date() - today).days) <= 1
    return f"{words}{'' if is_near else ','} {style.clock(local.time())}"


def deadline(when: Due, now: datetime, zone: str, style: DateStyle) -> str:
    """Returns "by Fri, Nov 27", "by end of today", by the calendar of that zone."""
    words, ahead = due(when, now, zone, style), (when.day - local_day(now, when.zone)).days
    return words if when.clock is None and ahead in (0, 1) else f"by {words}"


def field_words(due: Due, style: DateStyle) -> str:
    """Returns a date as its field shows it: "Fri, Nov 27, 2026, 9:30 a.m.".

    `typed_dates.read_due` reads it back as the same.
    """
    words = short_date(due.day, style.english)
    return words if due.clock is None else f"{words}, {style.clock(due.clock)}"


def distance(when: Due, now: datetime) -> str:
    """ "in 40 min", "in 3 days", "2 h late", "1 day late"; a day's due counts whole days."""
    if when.clock is None:
        days = (local_day(now, when.zone) - when.day).days
        if days == 0:
            return "today"
        return f"{_days(days)} late" if days > 0 else f"in {_days(-days)}"
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
