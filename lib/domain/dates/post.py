"""When a card must be posted so that it is there in time (the When table of the plan's words)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.dates.workdays import Workdays

LOCAL, FAR = 1, 3
"""Working days that a card travels: within the same town, and at most further away."""


class InTime(StrEnum):
    """Whether a card is there by the day on which they decide."""

    YES = "yes"
    LOCALLY = "locally"
    NO = "no"


@dataclass(frozen=True, kw_only=True, slots=True)
class Posting:
    """Between which days a card arrives, and whether that is early enough."""

    arrives_first: date
    arrives_last: date
    in_time: InTime


def arrival(posted: date, workdays: Workdays) -> tuple[date, date]:
    """The days on which a card posted then is there: locally, and at the latest further away.

    Nobody empties the letter box on a day off: what is put in then leaves on the next working day.
    """
    leaves = workdays.on_or_after(posted)
    return workdays.after(leaves, LOCAL), workdays.after(leaves, FAR)


def posting(due: date, decided: date | None, workdays: Workdays) -> Posting:
    """Returns when a card posted on that day arrives, and whether before `decided`."""
    first, last = arrival(due, workdays)
    in_time = _in_time(first, last, decided)
    return Posting(arrives_first=first, arrives_last=last, in_time=in_time)


def _in_time(first: date, last: date, decided: date | None) -> InTime:
    if decided is None or last <= decided:
        return InTime.YES
    return InTime.LOCALLY if first <= decided else InTime.NO
