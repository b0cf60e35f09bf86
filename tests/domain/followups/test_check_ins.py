"""When to ask politely, once more, and when to stop."""

from __future__ import annotations

from datetime import date

import pytest

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.followups import check_ins
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan_case import check_in_due
from lib.domain.followups.reasons import parse_reason

THANKSGIVING = date(2026, 11, 26)
DAYS = Workdays(off=frozenset({THANKSGIVING}))


def check_in(reason: str, kind: Kind = Kind.CHECK_IN) -> FollowUp:
    return FollowUp(id="f", kind=kind, due=Due(date(2026, 11, 20)), reason=parse_reason(reason))


def test_after_the_first_comes_the_second_and_then_closing_the_loop_and_nothing_more() -> None:
    first = check_in("check_in:i")
    second = check_in(str(check_ins.following_reason(first)))
    loop = check_in(str(check_ins.following_reason(second)), Kind.CLOSE_LOOP)

    assert str(second.reason) == "check_in_again:i"
    assert str(loop.reason) == "close_loop:i"
    assert check_ins.following_reason(loop) is None


def test_a_call_planned_in_place_of_the_check_in_is_followed_by_a_second_one() -> None:
    call = check_in("call:i:dana", Kind.CALL)

    assert str(check_ins.following_reason(call)) == "check_in_again:i"


@pytest.mark.parametrize(
    ("done", "day"),
    [
        (date(2026, 11, 12), date(2026, 11, 19)),
        (date(2026, 11, 13), date(2026, 11, 20)),
        (date(2026, 11, 14), date(2026, 11, 23)),
        (date(2026, 11, 19), date(2026, 11, 27)),
        (date(2027, 12, 27), date(2028, 1, 3)),
        (date(2028, 2, 22), date(2028, 2, 29)),
    ],
)
def test_the_second_is_at_least_seven_days_later_and_on_a_working_day(
    done: date, day: date
) -> None:
    assert check_ins.a_week_on(done, DAYS) == day


@pytest.mark.parametrize(
    ("heard", "by", "day"),
    [
        (date(2026, 11, 23), None, date(2026, 12, 1)),
        (date(2026, 11, 20), None, date(2026, 11, 30)),
        (date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30)),
        (date(2026, 11, 23), date(2026, 11, 20), date(2026, 11, 24)),
        (date(2028, 2, 28), date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_after_they_were_in_touch_one_asks_after_the_day_they_gave_or_five_working_days_on(
    heard: date, by: date | None, day: date
) -> None:
    assert check_in_due(heard, by, DAYS) == day


def test_what_asks_how_things_stand_is_told_from_all_else() -> None:
    asking = [
        check_in("check_in:i"),
        check_in("close_loop:i", Kind.CLOSE_LOOP),
        check_in("call:i:d", Kind.CALL),
    ]
    others = [check_in("promise:p", Kind.CALL), check_in("thank_you:i:d", Kind.THANK_YOU)]

    assert all(check_ins.asks_how_it_stands(one) for one in asking)
    assert not any(check_ins.asks_how_it_stands(one) for one in others)
