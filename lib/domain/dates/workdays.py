"""Days on which people work: week-ends, holidays and own days off left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days count as working days. `weekdays` are 0 for Monday to 6 for Sunday."""

    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    off: frozenset[date] = frozenset()

    def is_one(self, day: date) -> bool:
        """Returns True if people work on that day; without working days, Monday to Friday count."""
        return day.weekday() in (self.weekdays or MONDAY_TO_FRIDAY) and day not in self.off

    def after(self, day: date, count: int) -> date:
        """Returns the count-th working day after that day, which never counts; count is >= 1."""
        for _ in range(count):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def before(self, day: date, count: int = 1) -> date:
        """The count-th working day before that day; count is 1 or more."""
        for _ in range(count):
            day -= timedelta(days=1)
            while not self.is_one(day):
                day -= timedelta(days=1)
        return day

    def on_or_after(self, day: date) -> date:
        """That day if people work on it, else the next day on which they do."""
        while not self.is_one(day):
            day += timedelta(days=1)
        return day
