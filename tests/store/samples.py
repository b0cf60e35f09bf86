"""Records of the tests' own, so that the store is tested without the app's vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from lib.domain.records import Record, new_id

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    label: str
    counts: tuple[int, ...] = ()
    day: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Firm(Record):
    name: str
    remarks: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting(Record):
    firm_id: str
    title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet(Record):
    """Shares its id with a meeting."""

    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Everything(Record):
    """One field of each type that a record may have."""

    text: str = ""
    count: int = 0
    flag: bool = False
    day: date = date(2026, 1, 1)
    clock: time = time(9, 30)
    moment: datetime = NOON
    colour: Colour = Colour.RED
    words: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    colours: tuple[Colour, ...] = ()
    part: Part = Part(label="none")
    parts: tuple[Part, ...] = ()
    maybe_text: str | None = None
    maybe_count: int | None = None
    maybe_flag: bool | None = None
    maybe_day: date | None = None
    maybe_clock: time | None = None
    maybe_moment: datetime | None = None
    maybe_colour: Colour | None = None
    maybe_part: Part | None = None


TABLES: dict[type[Record], str] = {
    Firm: "firms",
    Meeting: "meetings",
    Sheet: "sheets",
    Everything: "everything",
}


def firm(name: str = "Harbor & Vale", **fields: Any) -> Firm:
    return Firm(id=new_id(), name=name, **fields)


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)
