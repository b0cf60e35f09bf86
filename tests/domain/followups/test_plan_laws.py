"""What holds for the plan of any debrief, whenever it is written."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, PersonDebrief, Request, SpokenPromise
from lib.domain.followups.followup import Kind
from lib.domain.notes import THANKS_BY
from tests.domain.followups.planned import (
    DANA,
    ENDED,
    NAMELESS,
    THURSDAY,
    WORKDAYS,
    ZONE,
    only,
    planned,
)

days_off = st.integers(-3, 30).map(lambda count: THURSDAY + timedelta(count))
dues = st.none() | st.builds(Due, days_off, st.none() | st.just(time(9)), st.just(ZONE))
sheets = st.builds(
    PersonDebrief, interviewer_id=st.sampled_from(["dana", "nameless"]), was_there=st.booleans(),
    thanks=st.lists(st.sampled_from(THANKS_BY), unique=True).map(tuple),
    thanked_already=st.none() | st.booleans(),
)  # fmt: skip
debriefs = st.fixed_dictionaries(
    {
        "people": st.lists(sheets, max_size=3).map(tuple),
        "commitment": st.builds(Commitment, by=st.none() | days_off),
        "decision_on": st.none() | days_off,
        "requests": st.lists(
            st.builds(Request, id=st.sampled_from("ab"), what=st.just("sample"), due=dues),
            max_size=3,
        ).map(tuple),
        "promises": st.lists(
            st.builds(SpokenPromise, id=st.sampled_from("ab"), to_id=st.just("dana"), due=dues),
            max_size=3,
        ).map(tuple),
    }
)
lateness = st.integers(0, 40 * 24).map(lambda hours: timedelta(hours=hours))


@given(told=debriefs, after=lateness)
def test_the_same_debrief_gives_the_same_plan_in_order_and_one_follow_up_a_reason(
    told: dict[str, Any],
    after: timedelta,
) -> None:
    first, second = (
        planned(DANA, NAMELESS, after=after, **told),
        planned(DANA, NAMELESS, after=after, **told),
    )

    assert first == second
    deadlines = [one.due.deadline() for one in first]
    assert deadlines == sorted(deadlines)
    assert len({one.reason for one in first}) == len(first)
    assert len({one.id for one in first}) == len(first)


@given(told=debriefs, after=lateness.filter(lambda late: late > timedelta(hours=72)))
def test_what_was_not_promised_is_never_overdue_in_the_plan_of_an_interview_long_past(
    told: dict[str, Any],
    after: timedelta,
) -> None:
    unpromised = [
        one for one in planned(DANA, NAMELESS, after=after, **told) if one.promise is None
    ]

    assert all(one.due.deadline() > ENDED + after for one in unpromised)


@given(told=debriefs, after=lateness)
def test_there_is_one_check_in_and_it_is_on_a_working_day_after_the_interview(
    told: dict[str, Any],
    after: timedelta,
) -> None:
    due = only(planned(DANA, NAMELESS, after=after, **told), Kind.CHECK_IN).due

    assert due.day > max(THURSDAY, told["commitment"].by or THURSDAY)
    assert WORKDAYS.is_one(due.day)
