"""Several typed days in one field, such as days off."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from lib.domain.dates.typed_dates import read_date
from lib.domain.dates.workdays import Workdays
from lib.domain.english import English


class DayList(NamedTuple):
    """The days of a typed list, and the parts of it that could not be read."""

    days: tuple[date, ...]
    unread: tuple[str, ...]


def read_days(
    words: str, *, today: date, workdays: Workdays, english: English | None = None
) -> DayList:
    """Reads several days with commas or semicolons between them, such as "Dec 24, 2026, 31 Dec"."""
    days: set[date] = set()
    unread: list[str] = []
    for group in re.split(r"[;\n]", words):
        pieces = [piece.strip() for piece in group.split(",") if piece.strip()]
        while pieces:
            day, count = _longest_day(pieces, today, workdays, english)
            if day is None:
                unread.append(pieces[0])
            else:
                days.add(day)
            del pieces[:count]
    return DayList(tuple(sorted(days)), tuple(unread))


def _longest_day(
    pieces: list[str], today: date, workdays: Workdays, english: English | None
) -> tuple[date | None, int]:
    """Returns the day that the pieces begin with, and how many of them it takes: up to three."""
    for count in range(min(3, len(pieces)), 0, -1):
        words = ", ".join(pieces[:count])
        day = read_date(words, today=today, workdays=workdays, english=english)
        if day is not None:
            return day, count
    return None, 1
