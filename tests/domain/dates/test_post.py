"""A card travels one to three working days, and is judged by the day on which they decide."""

from __future__ import annotations

from datetime import date

import pytest
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

    assert found == Posting(arrives_first=TUESDAY, arrives_last=THANKSGIVING, in_time=InTime.YES)


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
