"""Public holidays and working weeks, country by country, and a person's own days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pandas as pd
import pytest
from pandas.tseries.holiday import USFederalHolidayCalendar

from lib.domain.profile import Profile
from lib.formats import holidays
from lib.formats.holidays import country_of_zone, public_holidays, regions, workdays_of

FROM_SUNDAY = (0, 1, 2, 3, 6)


@pytest.mark.parametrize("year", range(2024, 2040))
def test_in_the_united_states_they_are_those_of_the_federal_calendar(year: int) -> None:
    first, last = date(year, 1, 1), date(year, 12, 30)
    listed = USFederalHolidayCalendar().holidays(pd.Timestamp(first), pd.Timestamp(last))

    kept = {day for day in public_holidays("US", "", year) if first <= day <= last}

    on_working_days = {day for day in kept if day.weekday() < 5}
    assert on_working_days == {day.date() for day in listed}


@pytest.mark.parametrize(
    ("country", "region", "day", "name"),
    [
        ("US", "", date(2026, 7, 3), "Independence Day"),
        ("US", "", date(2021, 12, 31), "New Year"),
        ("GB", "ENG", date(2027, 12, 27), "Christmas Day"),
        ("GB", "ENG", date(2027, 12, 28), "Boxing Day"),
        ("GB", "ENG", date(2026, 4, 6), "Easter Monday"),
        ("GB", "SCT", date(2026, 11, 30), "Saint Andrew"),
        ("JP", "", date(2027, 3, 22), "Substitute Holiday"),
        ("HK", "", date(2027, 2, 8), "third day of Chinese New Year"),
        ("AU", "NSW", date(2026, 10, 5), "Labor Day"),
        ("AU", "VIC", date(2026, 11, 3), "Melbourne Cup Day"),
        ("DE", "BY", date(2026, 1, 6), "Epiphany"),
        ("DE", "", date(2026, 10, 3), "German Unity Day"),
        ("IE", "", date(2027, 2, 1), "Brigid"),
        ("EG", "", date(2027, 1, 7), "Christmas"),
    ],
)
def test_a_holiday_and_the_day_that_stands_in_for_it_are_no_working_days(
    country: str, region: str, day: date, name: str
) -> None:
    assert name in public_holidays(country, region, day.year)[day]
    assert not workdays_of(Profile(country=country, region=region), day.year).is_one(day)


@pytest.mark.parametrize(
    ("country", "region", "day"),
    [
        ("DE", "BE", date(2026, 1, 6)),
        ("GB", "ENG", date(2026, 11, 30)),
        ("GB", "SCT", date(2026, 4, 6)),
        ("AU", "NSW", date(2026, 11, 3)),
        ("CA", "", date(2026, 11, 26)),
        ("DE", "", date(2026, 11, 26)),
    ],
)
def test_people_work_on_a_day_that_only_others_keep(country: str, region: str, day: date) -> None:
    assert workdays_of(Profile(country=country, region=region), day.year).is_one(day)


@pytest.mark.parametrize(
    ("country", "week"),
    [
        ("EG", FROM_SUNDAY),
        ("BD", FROM_SUNDAY),
        ("IR", (0, 1, 2, 3, 5, 6)),
        ("DE", (0, 1, 2, 3, 4)),
        ("", (0, 1, 2, 3, 4)),
        ("??", (0, 1, 2, 3, 4)),
    ],
)
def test_the_working_week_is_that_of_the_country(country: str, week: tuple[int, ...]) -> None:
    assert holidays.working_week(country) == week


def test_somebody_in_cairo_works_from_sunday_to_thursday_until_they_choose_otherwise() -> None:
    friday, sunday = date(2026, 11, 27), date(2026, 11, 29)

    guessed = workdays_of(Profile(zone="Africa/Cairo"), 2026)
    chosen = workdays_of(Profile(zone="Africa/Cairo", country="EG"), 2026)

    assert (guessed.is_one(friday), guessed.is_one(sunday)) == (False, True)
    assert (chosen.is_one(friday), chosen.is_one(sunday)) == (True, False)


def test_who_keeps_no_public_holidays_works_on_them() -> None:
    thanksgiving = date(2026, 11, 26)

    assert not workdays_of(Profile(), 2026).is_one(thanksgiving)
    assert workdays_of(Profile(country=""), 2026).is_one(thanksgiving)
    own = Profile(country="", days_off=(thanksgiving,))
    assert not workdays_of(own, 2026).is_one(thanksgiving)


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("America/New_York", "US"),
        ("Pacific/Honolulu", "US"),
        ("Europe/Berlin", "DE"),
        ("Europe/London", "GB"),
        ("Asia/Tokyo", "JP"),
        ("Africa/Cairo", "EG"),
        ("Asia/Calcutta", "IN"),
        ("Asia/Saigon", "VN"),
        ("US/Pacific", "US"),
        ("America/Sao_Paulo", "BR"),
        ("UTC", ""),
        ("Mars/Olympus", ""),
        ("", ""),
    ],
)
def test_the_country_is_guessed_from_the_time_zone(zone: str, country: str) -> None:
    assert country_of_zone(zone) == country


def test_the_zone_of_an_interview_stands_in_for_one_that_is_not_known() -> None:
    unity_day = date(2028, 10, 3)

    assert not workdays_of(Profile(), 2028, "Europe/Berlin").is_one(unity_day)
    assert workdays_of(Profile(zone="Europe/Paris"), 2028, "Europe/Berlin").is_one(unity_day)


def test_in_the_united_kingdom_england_is_taken_as_long_as_no_part_is_chosen() -> None:
    easter_monday = date(2026, 4, 6)

    assert not workdays_of(Profile(zone="Europe/London"), 2026).is_one(easter_monday)


def test_every_country_has_a_name_and_gives_its_days_for_any_year() -> None:
    assert len(holidays.countries()) >= 200
    assert [code for code, name in holidays.countries().items() if code == name] == []
    for country in holidays.countries():
        assert public_holidays(country, "", 2026) is not None
        assert holidays.working_week(country)
        assert "" not in regions(country)


@pytest.mark.parametrize("year", [1, 4, 1900, 2200, 9996])
def test_a_year_without_data_is_no_error(year: int) -> None:
    for country in ("US", "EG", "HK", "DE"):
        assert workdays_of(Profile(country=country), max(year, 4)).weekdays


def test_a_country_or_region_that_is_none_has_no_holidays_of_its_own() -> None:
    assert public_holidays("??", "", 2026) == {}
    assert public_holidays("DE", "??", 2026) == public_holidays("DE", "", 2026)
    assert regions("??") == {}


def test_regions_have_the_names_that_people_know() -> None:
    assert regions("DE")["BY"] == "Bayern"
    assert regions("US")["CA"] == "California"
    assert regions("EG") == {}


def test_the_next_holidays_are_those_on_days_of_the_working_week() -> None:
    today = date(2026, 6, 30)

    coming = holidays.next_holidays(Profile(country="US"), today, 2)

    assert [day for day, _ in coming] == [date(2026, 7, 3), date(2026, 9, 7)]
    assert "Labor Day" in coming[1][1]
    everyday = Profile(country="US", weekdays=(0, 1, 2, 3, 4, 5, 6))
    assert holidays.next_holidays(everyday, today, 2)[1][0] == date(2026, 7, 4)
    assert holidays.next_holidays(Profile(country=""), today, 2) == ()


def test_a_guess_leaves_a_week_of_ones_own() -> None:
    own = Profile(weekdays=(0, 1, 2))

    assert holidays.with_country(own, "EG").weekdays == (0, 1, 2)
    assert holidays.with_country(Profile(country="DE"), "EG") == Profile(country="DE")


def test_the_working_days_of_a_person_need_no_pandas() -> None:
    code = (
        "import sys; from lib.domain.profile import Profile; from lib.formats import holidays; "
        "holidays.workdays_of(Profile(), 2026); print('pandas' in sys.modules)"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert printed.stdout.strip() == b"False"


def test_three_years_each_way_are_known() -> None:
    days = public_holidays("US", "", 2026)

    assert min(days) < date(2023, 2, 1)
    assert max(days) > date(2029, 12, 1)
    assert all(isinstance(day - timedelta(days=1), date) for day in days)
