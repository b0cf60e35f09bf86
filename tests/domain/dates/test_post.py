"""A card travels one to three working days, and is judged by the day on which they decide."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.post import InTime, Posting, arrival, posting
from lib.domain.dates.workdays import Workdays

USUAL = Workdays()
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
THANKSGIVING = date(2026, 11, 26)
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)
NEXT_MONDAY, NEXT_TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
WITH_A_HOLIDAY = Workdays(off=frozenset({THANKSGIVING}))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
calendars = st.builds(
    Workdays,
    st.lists(st.integers(0, 6), unique=True).map(tuple),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=10),
)


@pytest.mark.parametrize(
    ("posted", "first", "last"),
    [
        (MONDAY, TUESDAY, THANKSGIVING),
        (FRIDAY, NEXT_MONDAY, date(2026, 12, 2)),
        (SATURDAY, NEXT_TUESDAY, date(2026, 12, 3)),
    ],
)
def test_a_card_is_there_after_one_working_day_or_three(
    posted: date, first: date, last: date
) -> None:
    assert arrival(posted, USUAL) == (first, last)


def test_the_post_rests_on_holidays() -> None:
    assert arrival(WEDNESDAY, WITH_A_HOLIDAY) == (FRIDAY, NEXT_TUESDAY)


def test_without_a_day_of_decision_every_card_is_in_time() -> None:
    found = posting(MONDAY, None, USUAL)

    assert found == Posting(
        post_by=MONDAY, arrives_first=TUESDAY, arrives_last=THANKSGIVING, in_time=InTime.YES
    )


@pytest.mark.parametrize(
    ("decided", "in_time"),
    [
        (THANKSGIVING, InTime.YES),
        (WEDNESDAY, InTime.LOCALLY),
        (TUESDAY, InTime.LOCALLY),
        (MONDAY, InTime.NO),
    ],
)
def test_a_card_that_comes_on_the_day_they_decide_is_in_time(
    decided: date, in_time: InTime
) -> None:
    assert posting(MONDAY, decided, USUAL).in_time is in_time


def test_the_last_days_to_post_it_are_named() -> None:
    found = posting(MONDAY, FRIDAY, WITH_A_HOLIDAY)

    assert (found.latest_local, found.latest_far) == (WEDNESDAY, MONDAY)


def test_for_a_decision_on_a_sunday_the_card_must_be_there_on_friday() -> None:
    found = posting(MONDAY, SUNDAY, USUAL)

    assert (found.latest_local, found.latest_far) == (THANKSGIVING, TUESDAY)


@given(days, days, calendars)
def test_the_last_days_are_in_time_and_the_days_after_them_are_not(
    due: date, decided: date, workdays: Workdays
) -> None:
    found = posting(due, decided, workdays)

    assert found.latest_local is not None
    assert found.latest_far is not None
    day = timedelta(days=1)
    assert (
        arrival(found.latest_local, workdays)[0]
        <= decided
        < arrival(found.latest_local + day, workdays)[0]
    )
    assert (
        arrival(found.latest_far, workdays)[1]
        <= decided
        < arrival(found.latest_far + day, workdays)[1]
    )
    assert (found.in_time is InTime.YES) == (due <= found.latest_far)
    assert (found.in_time is InTime.NO) == (due > found.latest_local)
