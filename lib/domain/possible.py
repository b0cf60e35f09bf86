"""Whether a record can be one that this app wrote: what was never typed here would stop a page later on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from lib.domain.records import Record
from lib.domain.validation import LONGEST_INTERVIEW, LONGEST_TEXT

EARLIEST, LATEST = 1900, 2200
"""Years: wider than what can be typed, for other programs' lists of people go far back."""
LONGEST_ID = 200
LONGEST = 10 * LONGEST_TEXT
"""Characters of one text: far more than any field takes."""
LARGEST = 1_000_000_000
WITHIN = {
    "minutes": range(1, LONGEST_INTERVIEW + 1),
    "weekdays": range(7),
    "first_weekday": range(7),
}
"""Whole numbers by the name of their field; others lie between nothing and the largest."""


def impossible(record: Record) -> str:
    """What in the record cannot be, such as `the day 9999-12-31`; empty if all of it can."""
    return next(_in_parts(record), "")


def _in_parts(whole: Any) -> Iterator[str]:
    for one in fields(whole):
        for value in _flat(getattr(whole, one.name)):
            if is_dataclass(value):
                yield from _in_parts(value)
            elif wrong := _wrong(one.name, value, empty=one.default == ""):
                yield wrong


def _flat(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _wrong(name: str, value: Any, *, empty: bool) -> str:
    if isinstance(value, date) and not EARLIEST <= value.year <= LATEST:
        return f"the day {value.isoformat()[:10]}"
    if type(value) is int and value not in WITHIN.get(name, range(LARGEST)):
        return f"the number {value}"
    if not isinstance(value, str) or isinstance(value, Enum):
        return ""
    if name == "zone" and not (value == "" and empty) and not _is_zone(value):
        return f"the time zone “{value[:40]}”"
    longest = LONGEST_ID if name == "id" or name.endswith(("_id", "_ids")) else LONGEST
    return f"a text of {len(value):,} characters" if len(value) > longest else ""


@cache
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
