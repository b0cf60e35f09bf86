"""Public holidays as plain dates, from the calendars that pandas ships."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from lib.domain.dates.workdays import Workdays
from lib.domain.profile import Holidays, Profile

YEARS_EACH_WAY = 3


@lru_cache(maxsize=32)
def us_federal(year: int) -> frozenset[date]:
    """Returns the US federal holidays from three years before that year to three years after."""
    import pandas as pd
    from pandas.tseries.holiday import USFederalHolidayCalendar

    first, last = date(year - YEARS_EACH_WAY, 1, 1), date(year + YEARS_EACH_WAY, 12, 31)
    days = USFederalHolidayCalendar().holidays(pd.Timestamp(first), pd.Timestamp(last))
    return frozenset(day.date() for day in days)


def workdays_of(profile: Profile, year: int) -> Workdays:
    """The working days this person chose, good for the years around that one."""
    public = us_federal(year) if profile.holidays is Holidays.US_FEDERAL else frozenset()
    return Workdays(profile.weekdays, public | frozenset(profile.days_off))
