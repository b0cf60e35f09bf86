"""Public holidays and working weeks, for every country and region that the library holidays has.

Import this where it is used: that library loads slowly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import islice

import holidays

from lib.domain.dates.workdays import MONDAY_TO_FRIDAY, Workdays
from lib.domain.profile import Profile

YEARS_EACH_WAY = 3
IF_UNKNOWN = "US"
"""The country of somebody of whom not even the time zone is known."""
_NOT_LISTED = {"XK": "Kosovo"}
_MAIN_REGION = {"GB": "ENG"}
"""Where most people live in one part of a country that keeps more holidays than all parts do."""


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """Returns the English name of each country by its code (ISO 3166), in the order of names."""
    named = dict(_rows("iso3166.tab")) | _NOT_LISTED
    known = holidays.list_supported_countries(include_aliases=False)
    found = {code: named.get(code, code) for code in known}
    return dict(sorted(found.items(), key=lambda one: one[1]))


@lru_cache(maxsize=32)
def regions(country: str) -> Mapping[str, str]:
    """Returns the name of each part of a country that has holidays of its own, by its code."""
    if country not in countries():
        return {}
    kind = type(holidays.country_holidays(country))
    names = {code: name for name, code in getattr(kind, "subdivisions_aliases", {}).items()}
    found = {code: names.get(code, code) for code in kind.subdivisions}
    return dict(sorted(found.items(), key=lambda one: one[1]))


def main_region(country: str) -> str:
    """Returns the part of a country that is taken as long as none is chosen; "" for all of it."""
    return _MAIN_REGION.get(country, "")


@lru_cache(maxsize=1024)
def country_of_zone(zone: str) -> str:
    """Returns the code of the country that this time zone is for, "" for one that is for none."""
    named = _newer_names().get(zone, zone)
    found = next((row[0] for row in _rows("zone.tab") if row[2] in (zone, named)), "")
    return found if found in countries() else ""


@lru_cache(maxsize=1)
def _newer_names() -> Mapping[str, str]:
    """Returns today's name of each zone that has an older one: browsers still say Asia/Calcutta."""
    lines = files("tzdata.zoneinfo").joinpath("tzdata.zi").read_text(encoding="utf-8").splitlines()
    links = (line.split() for line in lines if line.startswith("L "))
    return {older: newer for _, newer, older in links}


@lru_cache(maxsize=32)
def public_holidays(country: str, region: str, year: int) -> Mapping[date, str]:
    """Returns the holidays from three years before that year to three years after, by day.

    Days that stand in for a holiday on a week-end are among them. Nothing for an unknown country;
    a region that the country has not counts as none.
    """
    if country not in countries():
        return {}
    part = region if region in regions(country) else None
    years = range(year - YEARS_EACH_WAY, year + YEARS_EACH_WAY + 1)
    found = holidays.country_holidays(country, subdiv=part, years=years, language="en_US")
    return dict(sorted(found.items()))


@lru_cache(maxsize=256)
def working_week(country: str) -> tuple[int, ...]:
    """Returns the weekdays on which people work there: 0 for Monday to 6 for Sunday."""
    if country not in countries():
        return MONDAY_TO_FRIDAY
    weekend = holidays.country_holidays(country).weekend
    return tuple(day for day in range(7) if day not in weekend)


def with_country(profile: Profile, guess: str) -> Profile:
    """Returns the profile with that country, and its working week, if it names none itself."""
    if profile.country is not None:
        return profile
    week = working_week(guess) if profile.weekdays == MONDAY_TO_FRIDAY else profile.weekdays
    return replace(profile, country=guess, region=main_region(guess), weekdays=week)


def workdays_of(profile: Profile, year: int, zone: str = "") -> Workdays:
    """Returns the working days this person chose, good for the years around that one.

    Args:
        zone: where they are if the profile does not say: the country is guessed from it.
    """
    guess = country_of_zone(profile.zone or zone) or IF_UNKNOWN
    chosen = with_country(profile, guess)
    public = public_holidays(chosen.country or "", chosen.region, year)
    return Workdays(chosen.weekdays, frozenset(public) | frozenset(chosen.days_off))


def next_holidays(profile: Profile, today: date, count: int) -> tuple[tuple[date, str], ...]:
    """Returns the next holidays on days of this person's working week, with their names."""
    public = public_holidays(profile.country or "", profile.region, today.year)
    coming = (
        (day, name)
        for day, name in public.items()
        if day >= today and day.weekday() in (profile.weekdays or MONDAY_TO_FRIDAY)
    )
    return tuple(islice(coming, count))


def _rows(name: str) -> Iterator[list[str]]:
    """Yields the rows of a table of the time zone database: its fields are set apart by tabs."""
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
