"""Reads the days that exports write, in the forms of many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lib.domain.search import folded

_WORD = r"(?P<word>[^\W\d_]{3,})[.]?"
_DAYS = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<year>\d{4})[年년]\s*(?P<month>\d{1,2})[月월]\s*(?P<day>\d{1,2})[日일]"),
    re.compile(
        rf"(?P<day>\d{{1,2}})[.º]?[ ./-]*(?:de |di |d')?{_WORD}(?: de| del)?[ ./,-]+"
        r"(?P<year>\d{4}|\d\d)"
    ),
    re.compile(rf"{_WORD} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4}|\d\d)"),
)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[./-](\d{4}|\d\d)")
_MONTHS = (
    "jan|ene|gen|sty feb|fev|lut|fevr mar|mrz|mae|maa|mrt apr|avr|abr|kwi may|mai|mag|mei|maj"
    " jun|giu|juin|cze jul|lug|juil|lip aug|aou|ago|sie sep|set|wrz oct|okt|ott|out|paz"
    " nov|lis dec|dez|dic|gru"
)
"""How the months begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish."""


@lru_cache(maxsize=8_192)
def day(text: str, day_first: bool | None = None) -> date | None:
    """Returns the day that a text names, or None if it is unclear.

    `12 Mar 2024`, `7-Feb-22`, `Mar 12, 2024`, `2024-03-12`, `12.03.2024`, `12 de mar. de 2024`,
    `2024年3月12日`. `3/4/2024` is unclear, unless `day_first` says which comes first.
    """
    bare = " ".join(text.split())[:60]
    if slashed := _SLASHED.fullmatch(bare):
        return _slashed(int(slashed[1]), int(slashed[2]), int(slashed[3]), day_first)
    for pattern in _DAYS:
        if found := pattern.fullmatch(bare):
            given = found.groupdict()
            month = given.get("month") or _month(given["word"])
            return _made(int(given["year"]), int(month), int(given["day"]))
    return None


def has_day_first(texts: Iterable[str]) -> bool | None:
    """Returns whether days with slashes have the day first, None if no day shows it."""
    orders = set()
    for text in texts:
        if found := _SLASHED.fullmatch(" ".join(text.split())[:60]):
            first, second = int(found[1]), int(found[2])
            orders |= {first > 12} if max(first, second) > 12 else set()
    return orders.pop() if len(orders) == 1 else None


def _month(word: str) -> int:
    plainly = folded(word)
    for number, beginnings in enumerate(_MONTHS.split(), 1):
        if plainly.startswith(tuple(beginnings.split("|"))):
            return number
    return 0


def _slashed(first: int, second: int, year: int, day_first: bool | None) -> date | None:
    """Returns the day between slashes where one order of day and month is possible or known."""
    if max(first, second) <= 12 and first != second and day_first is None:
        return None
    is_day_first = first > 12 or (day_first is True and second <= 12)
    return _made(year, second, first) if is_day_first else _made(year, first, second)


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        return None
