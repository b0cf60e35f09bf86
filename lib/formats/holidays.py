"""US federal holidays as plain dates (5 U.S.C. 6103), and the working days of a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import MO, TH, relativedelta

from lib.domain.dates.workdays import Workdays
from lib.domain.profile import Holidays, Profile

YEARS_EACH_WAY = 3
FIXED = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
"""Month and day."""
FLOATING = (
    relativedelta(month=1, day=1, weekday=MO(3)),
    relativedelta(month=2, day=1, weekday=MO(3)),
    relativedelta(month=5, day=31, weekday=MO(-1)),
    relativedelta(month=9, day=1, weekday=MO(1)),
    relativedelta(month=10, day=1, weekday=MO(2)),
    relativedelta(month=11, day=1, weekday=TH(4)),
)
NEAREST_WORKDAY = {5: timedelta(days=-1), 6: timedelta(days=1)}
"""From a Saturday to the Friday before, and from a Sunday to the Monday after."""


@lru_cache(maxsize=32)
def us_federal(year: int) -> frozenset[date]:
    """Returns the US federal holidays from three years before that year to three years after."""
    years = range(year - YEARS_EACH_WAY, year + YEARS_EACH_WAY + 1)
    return frozenset(day for one in years for day in _holidays_of(one))


def workdays_of(profile: Profile, year: int) -> Workdays:
    """Returns the working days this person chose, good for the years around that one."""
    public = us_federal(year) if profile.holidays is Holidays.US_FEDERAL else frozenset()
    return Workdays(profile.weekdays, public | frozenset(profile.days_off))


def _holidays_of(year: int) -> Iterator[date]:
    """Yields the days on which the year's holidays are kept; the first may fall into December."""
    for month, day in FIXED:
        holiday = date(year, month, day)
        yield holiday + NEAREST_WORKDAY.get(holiday.weekday(), timedelta())
    for rule in FLOATING:
        yield date(year, 1, 1) + rule
