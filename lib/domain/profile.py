"""The one person who uses the app, and how they like their days and letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.dates.workdays import MONDAY_TO_FRIDAY
from lib.domain.english import English
from lib.domain.records import Record

PROFILE_ID = "profile"


class Tone(StrEnum):
    """How the notes sound."""

    WARM = "warm"
    FORMAL = "formal"
    BRIEF = "brief"


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile(Record):
    """What the notes are signed with and the calendar goes by.

    An empty zone means: not known yet. `english` is None until it was guessed or chosen. `country`
    is the one whose public holidays are no working days: "" for none, None until it was guessed or
    chosen; `region` is a part of it with holidays of its own.
    """

    id: str = PROFILE_ID
    name: str = ""
    email: str = ""
    phone: str = ""
    sign_off: str = "Best regards"
    tone: Tone = Tone.WARM
    zone: str = ""
    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    country: str | None = None
    region: str = ""
    days_off: tuple[date, ...] = ()
    first_weekday: int = 0
    clock_24h: bool = False
    english: English | None = None
