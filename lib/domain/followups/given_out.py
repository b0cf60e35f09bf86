"""What calendar files have said so far, so that the next one tells another calendar of changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import State
from lib.domain.records import Record

CANCELED = "Canceled"
"""The title of an entry that is canceled; the words of what was deleted are not kept."""
KEPT_AFTER = timedelta(days=30)
"""How long a canceled entry stays in the files: after its day, and after it was first canceled.

Once its day is over, no alarm of an old copy can ring. Thirty days more let somebody who brings the
file in once a month clear the past as well.
"""
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenOut(Record):
    """What was last given out for one entry; `id` is the entry's UID.

    `mark` stands for everything that the entry showed, "" once it is canceled. `at` is when that
    was first given out. `clock` is in UTC, None for a whole day.
    """

    sequence: int
    at: datetime
    day: date
    clock: time | None = None
    mark: str = ""

    def is_canceled(self) -> bool:
        """Whether the last file said that the entry is canceled."""
        return not self.mark

    def is_over(self, now: datetime) -> bool:
        """Whether no other calendar needs to hear of the canceled entry any more."""
        day_over = datetime.combine(self.day, time(), UTC) + timedelta(days=1)
        return self.is_canceled() and max(day_over, self.at) + KEPT_AFTER <= now


def given_out(entry: Entry, mark: str, before: GivenOut | None, now: datetime) -> GivenOut:
    """Returns what a file says for this entry now: `before` if it shows nothing else than then."""
    if before is not None and before.mark == mark:
        return before
    day, clock = _start_of(entry)
    return GivenOut(
        id=entry.uid,
        revision=before.revision if before else 0,
        sequence=_next_sequence(before, now),
        at=now,
        day=day,
        clock=clock,
        mark=mark,
    )


def _start_of(entry: Entry) -> tuple[date, time | None]:
    """Returns the day and the time on which it starts, in UTC; for a whole day no time."""
    starts = entry.starts_at()
    return (starts.date(), starts.time()) if starts else (entry.day, None)


def canceled(
    before: Mapping[str, GivenOut], standing: Iterable[str], now: datetime
) -> tuple[GivenOut, ...]:
    """Returns what a file says for the entries that were given out and do not stand any more."""
    gone = before.keys() - set(standing)
    found = (_canceled(before[uid], now) for uid in gone)
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def stamped(entry: Entry, given: GivenOut) -> Entry:
    """Returns the entry with the sequence and the moment that a file says."""
    return replace(entry, revision=given.sequence, changed_at=given.at)


def canceled_entry(given: GivenOut) -> Entry:
    """Returns the entry that tells another calendar to take it out."""
    entry = Entry(
        uid=given.id,
        title=CANCELED,
        day=given.day,
        clock=given.clock,
        kind=EntryKind.OTHER,
        state=State.CLOSED,
    )
    return stamped(entry, given)


def _canceled(one: GivenOut, now: datetime) -> GivenOut:
    if one.is_canceled():
        return one
    return replace(one, sequence=_next_sequence(one, now), at=now, mark="")


def _next_sequence(before: GivenOut | None, now: datetime) -> int:
    """Returns a number above the last one, and above what a record that was lost had (RFC 5545
    3.8.7.4).

    It follows the clock, so it does not fall where this record is missing: after going back to an
    older file, or in another home.
    """
    seconds = int((now - _COUNTED_FROM).total_seconds())
    return max(seconds, before.sequence + 1 if before else 0)
