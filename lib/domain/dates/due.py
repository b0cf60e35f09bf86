"""When something is due: a day, or a time on a day, in the zone in which it was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def at_local(day: date, clock: time, zone: str) -> datetime:
    """The moment at which a wall clock in that zone shows this time, in UTC.

    A time that the clocks skip in spring is read as if they had not been put forward; one that
    comes twice in autumn is the first of the two.
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def is_skipped(day: date, clock: time, zone: str) -> bool:
    """Returns whether no clock in that zone shows this time, as the clocks are put forward."""
    shown = at_local(day, clock, zone).astimezone(ZoneInfo(zone))
    return (shown.date(), shown.time()) != (day, clock)


def local_day(moment: datetime, zone: str) -> date:
    """Returns the day of that moment by the calendar of that zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


@dataclass(frozen=True, slots=True)
class Due:
    """A day, with a time if one was agreed, and the zone whose calendar counts."""

    day: date
    clock: time | None = None
    zone: str = "UTC"

    def deadline(self) -> datetime:
        """The last moment that is still on time, in UTC: the time itself, or the end of the day."""
        if self.clock is not None:
            return at_local(self.day, self.clock, self.zone)
        return at_local(self.day + timedelta(days=1), time(0), self.zone)

    @classmethod
    def at(cls, moment: datetime, zone: str) -> Due:
        """The due time that this moment is in that zone, to the minute."""
        local = moment.astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)
        return cls(local.date(), local.time().replace(tzinfo=None), zone)
