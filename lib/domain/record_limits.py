"""Finds values that this app never wrote, and that would stop a page later on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from lib.domain.records import Record
from lib.domain.validation import LONGEST_INTERVIEW, LONGEST_TEXT, is_zone

EARLIEST, LATEST = 1900, 2200
"""Years: wider than what can be typed."""
OF_OTHERS = {"connected_on"}
"""Days that stand as other programs' lists have them, and that nothing is counted from."""
LONGEST_ID = 200
LONGEST = 10 * LONGEST_TEXT
"""Characters of one text: far more than any field takes."""
OF_ANY_LENGTH = {"row"}
"""A record that cannot be read, as it stands in the file."""
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
    for name, empty in _fields_of(whole.__class__):
        value = getattr(whole, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                wrong = _wrong_text(name, one, empty=empty)
            elif is_dataclass(one):
                wrong = next(_in_parts(one), "")
            else:
                wrong = _wrong_value(name, one)
            if wrong:
                yield wrong


@cache
def _fields_of(kind: type) -> tuple[tuple[str, bool], ...]:
    """The name of each field, and whether it may be empty."""
    return tuple((one.name, one.default == "") for one in fields(kind))


def _wrong_text(name: str, text: str, *, empty: bool) -> str:
    if isinstance(text, Enum):
        return ""
    if name == "zone" and not (text == "" and empty) and not is_zone(text):
        return f"the time zone “{text[:40]}”"
    if name in OF_ANY_LENGTH:
        return ""
    longest = LONGEST_ID if name == "id" or name.endswith(("_id", "_ids")) else LONGEST
    return f"a text of {len(text):,} characters" if len(text) > longest else ""


def _wrong_value(name: str, value: object) -> str:
    if isinstance(value, date) and name not in OF_OTHERS and not EARLIEST <= value.year <= LATEST:
        return f"the day {value.isoformat()[:10]}"
    if type(value) is int and value not in WITHIN.get(name, range(LARGEST)):
        return f"the number {value}"
    return ""
