"""Public holidays: the days on which the federal government keeps them, and a person's own days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd
import pytest
from pandas.tseries.holiday import USFederalHolidayCalendar

from lib.domain.profile import Holidays, Profile
from lib.formats.holidays import us_federal, workdays_of


@pytest.mark.parametrize("year", range(2024, 2064))
def test_they_are_those_of_the_federal_calendar(year: int) -> None:
    first, last = date(year - 3, 1, 1), date(year + 3, 12, 30)
    listed = USFederalHolidayCalendar().holidays(pd.Timestamp(first), pd.Timestamp(last))

    kept = {day for day in us_federal(year) if first <= day <= last}

    assert kept == {day.date() for day in listed}


@pytest.mark.parametrize(
    ("holiday", "kept"),
    [
        (date(2022, 1, 1), date(2021, 12, 31)),
        (date(2026, 7, 4), date(2026, 7, 3)),
        (date(2027, 7, 4), date(2027, 7, 5)),
        (date(2026, 11, 26), date(2026, 11, 26)),
    ],
)
def test_one_on_a_weekend_is_kept_on_the_working_day_next_to_it(holiday: date, kept: date) -> None:
    days = us_federal(kept.year)

    assert kept in days
    assert (holiday in days) == (holiday == kept)


def test_who_keeps_no_public_holidays_works_on_them() -> None:
    thanksgiving = date(2026, 11, 26)

    assert not workdays_of(Profile(), 2026).is_one(thanksgiving)
    assert workdays_of(Profile(holidays=Holidays.NONE), 2026).is_one(thanksgiving)
    assert not workdays_of(Profile(holidays=Holidays.NONE, days_off=(thanksgiving,)), 2026).is_one(
        thanksgiving
    )


def test_the_working_days_of_a_person_need_no_pandas() -> None:
    code = (
        "import sys; from lib.domain.profile import Profile; from lib.formats import holidays; "
        "holidays.workdays_of(Profile(), 2026); print('pandas' in sys.modules)"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert printed.stdout.strip() == b"False"
