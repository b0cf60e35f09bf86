"""How a follow-up stands, and how each promise turned out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.followups.changes import hide
from lib.domain.followups.followup import (
    FollowUp,
    Kind,
    Promise,
    Punctuality,
    State,
    Tally,
    punctuality,
    tally,
)

TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"
MADE = datetime(2026, 11, 19, 16, tzinfo=UTC)
A_DAY = Due(date(2026, 11, 24), None, NEW_YORK)
DAY_ENDS = datetime(2026, 11, 25, 5, tzinfo=UTC)
AT_TEN = Due(date(2026, 11, 24), time(10), NEW_YORK)
TEN = datetime(2026, 11, 24, 15, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
PLAIN = FollowUp(id="f", who="Priya Raman", kind=Kind.CALL, what="Call", due=AT_TEN)


def promised(due: Due, **given: Any) -> FollowUp:
    return replace(PLAIN, due=due, promise=Promise(made_at=MADE, first=due, agreed=due), **given)


def outcome(one: FollowUp, now: datetime = MADE) -> Punctuality:
    assert one.promise is not None
    return punctuality(one.promise, one, now)


@pytest.mark.parametrize(
    ("due", "now", "state"),
    [
        (A_DAY, DAY_ENDS - SECOND, State.OPEN),
        (A_DAY, DAY_ENDS + SECOND, State.OVERDUE),
        (AT_TEN, TEN, State.OPEN),
        (AT_TEN, TEN + SECOND, State.OVERDUE),
    ],
)
def test_it_is_overdue_once_its_day_or_its_time_is_over(
    due: Due, now: datetime, state: State
) -> None:
    assert replace(PLAIN, due=due).state(now) is state


def test_the_day_ends_where_it_was_agreed() -> None:
    in_tokyo = replace(PLAIN, due=replace(A_DAY, zone=TOKYO))
    in_new_york = replace(PLAIN, due=A_DAY)
    noon_in_new_york = datetime(2026, 11, 24, 17, tzinfo=UTC)

    assert in_tokyo.state(noon_in_new_york) is State.OVERDUE
    assert in_new_york.state(noon_in_new_york) is State.OPEN


def test_done_and_let_go_are_never_overdue_and_no_longer_open() -> None:
    done, closed = replace(PLAIN, done_at=TEN + DAY), replace(PLAIN, closed_at=TEN)
    month_later = TEN + timedelta(days=30)

    assert (done.state(month_later), closed.state(month_later)) == (State.DONE, State.CLOSED)
    assert replace(closed, done_at=TEN).state(month_later) is State.DONE
    assert [one.is_open() for one in (PLAIN, done, closed)] == [True, False, False]


def test_a_hidden_row_comes_back_and_its_due_date_never_moves() -> None:
    hidden = hide(PLAIN, TEN + DAY)

    assert hidden.is_hidden(TEN)
    assert not hidden.is_hidden(TEN + DAY)
    assert (hidden.due, hidden.state(TEN + SECOND)) == (AT_TEN, State.OVERDUE)


def test_what_is_done_is_not_hidden() -> None:
    assert not replace(PLAIN, hidden_until=TEN + DAY, done_at=MADE).is_hidden(TEN)


@pytest.mark.parametrize(
    ("due", "done_at", "turned_out"),
    [
        (A_DAY, DAY_ENDS - SECOND, Punctuality.KEPT),
        (A_DAY, DAY_ENDS + SECOND, Punctuality.LATE),
        (AT_TEN, TEN + 15 * MINUTE, Punctuality.KEPT),
        (AT_TEN, TEN + 15 * MINUTE + SECOND, Punctuality.LATE),
        (AT_TEN, TEN + 7 * DAY - SECOND, Punctuality.LATE),
        (AT_TEN, TEN + 7 * DAY, Punctuality.MISSED),
    ],
)
def test_a_promise_is_kept_until_its_day_ends_or_a_quarter_of_an_hour_after_its_time(
    due: Due, done_at: datetime, turned_out: Punctuality
) -> None:
    assert outcome(promised(due, done_at=done_at)) is turned_out


@pytest.mark.parametrize(
    ("due", "now", "stands"),
    [
        (A_DAY, DAY_ENDS - SECOND, Punctuality.PENDING),
        (A_DAY, DAY_ENDS + SECOND, Punctuality.LATE),
        (AT_TEN, TEN + 15 * MINUTE, Punctuality.PENDING),
        (AT_TEN, TEN + 16 * MINUTE, Punctuality.LATE),
        (A_DAY, DAY_ENDS + 7 * DAY - SECOND, Punctuality.LATE),
        (A_DAY, DAY_ENDS + 7 * DAY, Punctuality.MISSED),
    ],
)
def test_an_open_promise_is_pending_then_late_and_missed_after_seven_days(
    due: Due, now: datetime, stands: Punctuality
) -> None:
    assert outcome(promised(due), now) is stands


def test_a_promise_kept_once_stays_kept_however_much_time_passes() -> None:
    assert outcome(promised(AT_TEN, done_at=TEN), TEN + 400 * DAY) is Punctuality.KEPT


def test_a_promise_let_go_undone_is_missed_even_before_it_came_due() -> None:
    assert outcome(promised(A_DAY, closed_at=MADE)) is Punctuality.MISSED


def test_a_promise_let_go_and_then_done_after_all_is_judged_by_when_it_was_done() -> None:
    assert outcome(promised(A_DAY, closed_at=MADE, done_at=TEN)) is Punctuality.KEPT


def test_a_promise_is_judged_by_the_date_agreed_and_not_by_the_one_it_is_due_on() -> None:
    later = Due(date(2026, 12, 1), time(10), NEW_YORK)
    done = replace(PLAIN, due=later, done_at=TEN + 3 * DAY)

    told = replace(done, promise=Promise(made_at=MADE, first=AT_TEN, agreed=later))
    untold = replace(done, promise=Promise(made_at=MADE, first=AT_TEN, agreed=AT_TEN))

    assert (outcome(told), outcome(untold)) == (Punctuality.KEPT, Punctuality.LATE)


def test_a_timed_promise_keeps_its_quarter_of_an_hour_when_the_row_has_become_a_day() -> None:
    whole_day = replace(promised(AT_TEN, done_at=TEN + 10 * MINUTE), due=A_DAY)

    assert outcome(whole_day) is Punctuality.KEPT


def test_the_tally_counts_promises_that_are_done_or_have_come_due() -> None:
    kept_early, kept = promised(A_DAY, done_at=MADE), promised(AT_TEN, done_at=TEN)
    late, pending = promised(AT_TEN), promised(A_DAY)
    let_go = promised(A_DAY, closed_at=MADE)
    planned_only = replace(PLAIN, done_at=TEN)

    counted = tally(
        (kept_early, kept, late, pending, let_go, planned_only), TEN + timedelta(hours=1)
    )

    assert counted == Tally(kept=2, counted=4)


def test_with_no_promise_due_there_is_nothing_to_count() -> None:
    assert tally((PLAIN, promised(A_DAY)), MADE) == Tally(kept=0, counted=0)


moments = st.integers(-10 * 1440, 20 * 1440).map(lambda minutes: TEN + minutes * MINUTE)
rows = st.builds(
    promised,
    st.sampled_from([A_DAY, AT_TEN]),
    done_at=st.none() | moments,
    closed_at=st.none() | moments,
)


@given(one=rows, now=moments, later=moments)
def test_what_has_been_judged_never_gets_better_by_waiting(
    one: FollowUp, now: datetime, later: datetime
) -> None:
    order = [Punctuality.KEPT, Punctuality.PENDING, Punctuality.LATE, Punctuality.MISSED]
    now, later = sorted((now, later))

    assert order.index(outcome(one, now)) <= order.index(outcome(one, later))


@given(given_rows=st.lists(rows, max_size=8), now=moments)
def test_no_more_are_kept_than_counted_and_no_more_counted_than_promised(
    given_rows: list[FollowUp], now: datetime
) -> None:
    counted = tally((*given_rows, PLAIN), now)

    assert 0 <= counted.kept <= counted.counted <= len(given_rows)
