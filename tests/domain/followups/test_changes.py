"""What each change leaves of a follow-up: its dates, its promise, and a line of history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English
from lib.domain.followups.changes import (
    Until,
    close,
    hide,
    hide_until,
    mark_done,
    move,
    moved_by_them,
    overtaken,
    promised,
    reopen,
    unpromised,
)
from lib.domain.followups.followup import (
    FollowUp,
    Happening,
    HappeningKind,
    Kind,
    Promise,
    Punctuality,
    State,
    punctuality,
)
from tests.narrowing import not_none

STYLE = DateStyle()
ZONE = "America/New_York"
MADE = datetime(2026, 11, 19, 16, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
TUESDAY = Due(date(2026, 11, 24), time(10), ZONE)
TUESDAY_AT_TEN = datetime(2026, 11, 24, 15, tzinfo=UTC)
THURSDAY = Due(date(2026, 12, 3), None, ZONE)
CALL = FollowUp(id="f", who="Priya Raman", kind=Kind.CALL, what="Call", due=TUESDAY)
PROMISED = replace(CALL, promise=Promise(made_at=MADE, first=TUESDAY, agreed=TUESDAY))
HIDDEN = replace(PROMISED, hidden_until=NOW + timedelta(hours=3))


def test_done_is_done_at_the_moment_given_and_written_down_now() -> None:
    done = mark_done(HIDDEN, NOW - timedelta(hours=2), NOW)

    assert (done.done_at, done.state(NOW)) == (NOW - timedelta(hours=2), State.DONE)
    assert done.hidden_until is None
    assert done.history == (Happening(at=NOW, what="Done", kind=HappeningKind.DONE),)


def test_what_was_let_go_can_still_be_done() -> None:
    done = mark_done(close(PROMISED, NOW), TUESDAY_AT_TEN, TUESDAY_AT_TEN)

    assert done.closed_at is None
    assert punctuality(not_none(PROMISED.promise), done, TUESDAY_AT_TEN) is Punctuality.KEPT


@pytest.mark.parametrize("over", [mark_done(PROMISED, NOW, NOW), close(PROMISED, NOW)])
def test_taken_up_again_it_is_open_as_before_and_the_history_remembers(over: FollowUp) -> None:
    again = reopen(over, NOW)

    assert again.is_open()
    assert (again.due, again.promise) == (PROMISED.due, PROMISED.promise)
    assert [one.what for one in again.history] == [over.history[0].what, "Taken up again"]


def test_letting_go_shows_the_row_as_closed() -> None:
    closed = close(HIDDEN, NOW)

    assert (closed.state(NOW), closed.closed_at, closed.hidden_until) == (State.CLOSED, NOW, None)
    assert [one.what for one in closed.history] == ["Let go"]


def test_hiding_moves_no_date_and_leaves_no_line() -> None:
    hidden = hide(PROMISED, NOW + timedelta(days=1))

    assert hidden == replace(PROMISED, hidden_until=NOW + timedelta(days=1))


def test_moved_in_time_and_told_the_new_date_is_the_one_agreed_and_the_first_stays() -> None:
    moved = move(PROMISED, THURSDAY, STYLE, told=True, now=NOW)

    assert moved.promise == Promise(made_at=MADE, first=TUESDAY, agreed=THURSDAY)
    assert moved.due == THURSDAY
    assert (
        moved.history[-1].what
        == "Moved from Tue, Nov 24, 10 a.m. to Thu, Dec 3, and they were told"
    )


def test_moved_in_time_and_not_told_the_old_date_counts() -> None:
    moved = move(PROMISED, THURSDAY, STYLE, told=False, now=NOW)

    assert moved.promise == PROMISED.promise
    assert moved.due == THURSDAY
    assert moved.history[-1].what.endswith(", not told yet")


@pytest.mark.parametrize(("late", "agreed"), [(0, THURSDAY), (1, TUESDAY)])
def test_telling_them_after_it_came_due_moves_no_promise(late: int, agreed: Due) -> None:
    moved = move(PROMISED, THURSDAY, STYLE, told=True, now=TUESDAY_AT_TEN + timedelta(seconds=late))

    assert not_none(moved.promise).agreed == agreed


def test_telling_them_later_counts_as_long_as_the_date_they_know_has_not_come() -> None:
    untold = move(PROMISED, Due(date(2026, 11, 30), None, ZONE), STYLE, told=False, now=NOW)

    told = move(untold, THURSDAY, STYLE, told=True, now=NOW + timedelta(hours=1))
    too_late = move(untold, THURSDAY, STYLE, told=True, now=TUESDAY_AT_TEN + timedelta(hours=1))

    assert not_none(told.promise).agreed == THURSDAY
    assert not_none(too_late.promise).agreed == TUESDAY


def test_a_date_a_person_has_moved_is_overruled_and_shows_again() -> None:
    moved = move(HIDDEN, THURSDAY, STYLE, told=True, now=NOW)

    assert moved.overruled
    assert not moved.is_hidden(NOW)


def test_moving_what_nobody_was_promised_says_nothing_about_telling() -> None:
    moved = move(CALL, THURSDAY, STYLE, told=False, now=NOW)

    assert moved.promise is None
    assert moved.history[-1].what == "Moved from Tue, Nov 24, 10 a.m. to Thu, Dec 3"


def test_a_promise_is_for_the_day_on_which_it_is_due() -> None:
    told = promised(CALL, STYLE, MADE, NOW)

    assert told.promise == Promise(made_at=MADE, first=TUESDAY, agreed=TUESDAY)
    assert told.history == (
        Happening(at=NOW, what="Promised for Tue, Nov 24, 10 a.m.", kind=HappeningKind.PROMISED),
    )


def test_promising_twice_changes_nothing() -> None:
    moved = move(PROMISED, THURSDAY, STYLE, told=False, now=NOW)

    assert promised(moved, STYLE, NOW, NOW) is moved


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (DateStyle(English.BRITISH), "Moved from Tue 24 Nov, 10am to Thu 3 Dec"),
        (DateStyle(English.BRITISH, clock_24h=True), "Moved from Tue 24 Nov, 10:00 to Thu 3 Dec"),
        (DateStyle(clock_24h=True), "Moved from Tue, Nov 24, 10:00 to Thu, Dec 3"),
    ],
)
def test_a_line_of_history_names_the_dates_as_the_person_reads_them(
    style: DateStyle, words: str
) -> None:
    moved = move(CALL, THURSDAY, style, told=False, now=NOW)

    assert moved.history[-1].what == words


SUNDAY_EVENING = datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("option", "now", "back"),
    [
        (Until.A_DAY, SUNDAY_EVENING, datetime(2026, 11, 24, 1, tzinfo=UTC)),
        (Until.TOMORROW, SUNDAY_EVENING, datetime(2026, 11, 23, 13, tzinfo=UTC)),
        (Until.NEXT_WORKDAY, SUNDAY_EVENING, datetime(2026, 11, 24, 13, tzinfo=UTC)),
        (
            Until.TOMORROW,
            datetime(2026, 10, 31, 16, tzinfo=UTC),
            datetime(2026, 11, 1, 13, tzinfo=UTC),
        ),
    ],
)
def test_a_hidden_row_comes_back_in_the_persons_own_morning(
    option: Until, now: datetime, back: datetime
) -> None:
    off_on_monday = Workdays(off=frozenset({date(2026, 11, 23)}))

    assert hide_until(option, now, ZONE, off_on_monday) == back


changes = st.lists(
    st.sampled_from(
        [
            lambda one: mark_done(one, NOW, NOW),
            lambda one: reopen(one, NOW),
            lambda one: hide(one, NOW),
            lambda one: close(one, NOW),
            lambda one: move(one, THURSDAY, STYLE, told=True, now=NOW),
            lambda one: move(one, TUESDAY, STYLE, told=False, now=NOW),
            lambda one: promised(one, STYLE, NOW, NOW),
        ]
    ),
    max_size=8,
)


@given(steps=changes)
def test_whatever_happens_the_first_promise_stays_on_record_and_no_line_is_lost(
    steps: list[Callable[..., Any]],
) -> None:
    one = PROMISED
    for step in steps:
        before, one = one, step(one)

        assert one.history[: len(before.history)] == before.history
        assert (one.promise.first, one.promise.made_at) == (TUESDAY, MADE)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda: mark_done(CALL, NOW, NOW), HappeningKind.DONE),
        (lambda: reopen(mark_done(CALL, NOW, NOW), NOW), HappeningKind.REOPENED),
        (lambda: close(CALL, NOW), HappeningKind.LET_GO),
        (lambda: overtaken(CALL, NOW), HappeningKind.THEY_ACTED),
        (lambda: move(CALL, THURSDAY, STYLE, told=False, now=NOW), HappeningKind.MOVED),
        (lambda: moved_by_them(CALL, THURSDAY, STYLE, NOW), HappeningKind.MOVED_BY_THEM),
        (lambda: promised(CALL, STYLE, NOW, NOW), HappeningKind.PROMISED),
        (lambda: unpromised(PROMISED, NOW), HappeningKind.NOT_PROMISED),
    ],
)
def test_a_line_of_history_from_before_it_had_a_kind_is_told_by_its_words(
    change: Callable[..., Any], kind: HappeningKind
) -> None:
    line = change().history[-1]

    assert line.kind is kind
    assert Happening(at=NOW, what=line.what).known_kind() is kind
