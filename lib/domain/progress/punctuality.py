"""The record of promises: how each turned out, by month, in a row, and what tends to be late.

How one promise is judged stands in `followups`; what the words mean, in docs/progress.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import NamedTuple, TypeVar

from dateutil.relativedelta import relativedelta

from lib.domain.dates.due import Due, local_day
from lib.domain.followups.followup import (
    FollowUp,
    Kind,
    Punctuality,
    Tally,
    punctuality,
    tally,
)

V = TypeVar("V")

MONTHS = 6
"""How many months the record looks back, the present one among them."""
ENOUGH = 4
"""A month with fewer promises says nothing about it."""
OFTEN = 3
"""From how many late ones on something is said to be late more often than the rest."""
ALIKE = Fraction(1, 20)
"""Two months that differ by less than this are much the same."""
BAD = (Punctuality.LATE, Punctuality.MISSED)


@dataclass(frozen=True, slots=True)
class Turned:
    """One promise, the date it is judged by, the one first given, and how it turned out."""

    follow_up: FollowUp
    agreed: Due
    first: Due
    outcome: Punctuality

    @property
    def moved(self) -> bool:
        """Returns True if it was moved in time and the other side knew."""
        return self.agreed != self.first

    def is_counted(self) -> bool:
        """Whether it is done or has come due."""
        return self.outcome is not Punctuality.PENDING

    def settled_at(self) -> datetime:
        """When it was kept or let go, or came due, whichever was first."""
        deadline = self.agreed.deadline()
        return min(deadline, self.follow_up.done_at or self.follow_up.closed_at or deadline)

    def day(self) -> date:
        """Returns the day on which it was kept or let go, at the latest the day it was due."""
        settled = self.follow_up.done_at or self.follow_up.closed_at
        local = local_day(settled, self.agreed.zone) if settled else self.agreed.day
        return min(self.agreed.day, local)


class Month(NamedTuple):
    """The promises that were settled or came due in one month."""

    first: date
    kept: int
    late: int
    missed: int

    @property
    def counted(self) -> int:
        """How many they are."""
        return self.kept + self.late + self.missed

    def share(self) -> Fraction:
        """The part that was kept on time; 0 if there were none."""
        return Fraction(self.kept, self.counted) if self.counted else Fraction(0)

    def words(self) -> str:
        """ "9 of 10"."""
        return f"{self.kept} of {self.counted}"


class Tendency(NamedTuple):
    """That something was late so many times out of so many."""

    late: int
    of: int


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """Everything about my promises; `longest` and `running` count those kept in a row."""

    promises: tuple[Turned, ...]
    tally: Tally
    months: tuple[Month, ...]
    trend: str
    longest: int
    running: int
    late_kind: tuple[Kind, Tendency] | None
    late_weekday: tuple[int, Tendency] | None


def record(followups: Sequence[FollowUp], *, now: datetime, today: date) -> PromiseRecord:
    """The record of all promised ones among them, as it stands at that moment."""
    promises = turned(followups, now)
    counted = [one for one in promises if one.is_counted()]
    by_month = months(counted, today)
    return PromiseRecord(
        promises=promises,
        tally=tally(tuple(followups), now),
        months=by_month,
        trend=trend(by_month),
        longest=max(_runs(counted), default=0),
        running=_runs(counted)[-1] if counted else 0,
        late_kind=_mostly_late(counted, lambda one: one.follow_up.kind),
        late_weekday=_mostly_late(counted, lambda one: one.agreed.day.weekday()),
    )


def turned(followups: Iterable[FollowUp], now: datetime) -> tuple[Turned, ...]:
    """How each promised one turned out, in the order in which they were settled or come due."""
    found = [
        Turned(one, one.promise.agreed, one.promise.first, punctuality(one.promise, one, now))
        for one in followups
        if one.promise is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.settled_at(), one.follow_up.id)))


def months(counted: Iterable[Turned], today: date) -> tuple[Month, ...]:
    """The last six months up to today's, the earliest first; a month without promises is empty."""
    this_month = today.replace(day=1)
    firsts = [this_month - relativedelta(months=back) for back in reversed(range(MONTHS))]
    found = Counter((min(one.day(), today).replace(day=1), one.outcome) for one in counted)
    kept, late, missed = Punctuality.KEPT, Punctuality.LATE, Punctuality.MISSED
    return tuple(
        Month(first, found[first, kept], found[first, late], found[first, missed])
        for first in firsts
    )


def trend(months: Sequence[Month]) -> str:
    """How the latest telling month compares with the one before it; empty where there are not two.

    "Better than in October: 9 of 10 after 6 of 9"; a month tells something from four promises on.
    """
    telling = [one for one in months if one.counted >= ENOUGH]
    if len(telling) < 2:
        return ""
    before, last = telling[-2:]
    figures = f"{last.words()} after {before.words()}"
    better = last.share() - before.share()
    how = "better than" if better > 0 else "not as good as"
    if abs(better) < ALIKE:
        how = "much as"
    if last == months[-1]:
        return f"{how[0].upper()}{how[1:]} in {before.first:%B}: {figures}"
    return f"{last.first:%B} was {how} {before.first:%B}: {figures}"


def _runs(counted: Iterable[Turned]) -> list[int]:
    """Returns how many were kept in a row, each time until one was not; the last run is on."""
    runs = [0]
    for one in counted:
        if one.outcome is Punctuality.KEPT:
            runs[-1] += 1
        else:
            runs.append(0)
    return runs


def _mostly_late(counted: Sequence[Turned], of: Callable[[Turned], V]) -> tuple[V, Tendency] | None:
    """Returns the sort that was late most often, if it stands out.

    It was late three times at least, and no less often than promises at large.
    """
    late = Counter(of(one) for one in counted if one.outcome in BAD)
    every = Counter(map(of, counted))
    often = [
        (value, Tendency(count, every[value]))
        for value, count in late.items()
        if count >= OFTEN and count * len(counted) >= every[value] * late.total()
    ]
    return max(often, key=lambda one: (one[1].late, -one[1].of), default=None)
