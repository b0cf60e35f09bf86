"""How long an answer is waited for: all steps and tries of one look or save share their seconds."""

from __future__ import annotations

import threading
import time

import pytest

from lib.store.database import waiting
from lib.store.database.waiting import AGAIN_FOR, LEAST, QUICK, Tries, in_time, seconds_for


class Clock:
    """A clock that goes only when somebody sleeps, or when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(waiting, "time", clock)
    return clock


def test_what_is_waited_for_at_most_leaves_a_page_time_to_be_drawn_within_three_seconds() -> None:
    assert QUICK + LEAST <= 2.5
    assert AGAIN_FOR <= QUICK


def test_each_step_has_what_those_before_it_left(clock: Clock) -> None:
    tries = Tries(AGAIN_FOR)

    clock.sleep(1.5)

    assert tries.left(QUICK) == pytest.approx(QUICK - 1.5)


def test_the_last_step_has_a_moment_however_long_those_before_it_took(clock: Clock) -> None:
    tries = Tries(AGAIN_FOR)

    clock.sleep(QUICK + 10)

    assert tries.left(QUICK) == LEAST


@pytest.mark.parametrize("lasts", [0.0, 0.1, 0.7, QUICK])
def test_all_tries_together_end_in_time_however_long_one_lasts(clock: Clock, lasts: float) -> None:
    tries, began, count = Tries(AGAIN_FOR), clock.now, 1

    clock.sleep(lasts)
    while tries.one_more():
        clock.sleep(min(lasts, tries.left(QUICK)))
        count += 1

    assert clock.now - began <= QUICK + LEAST
    assert count > 1 or lasts == QUICK


def test_without_time_there_is_one_try() -> None:
    assert not Tries(0).one_more()


def test_a_long_content_has_more_time() -> None:
    assert seconds_for(0) == QUICK
    assert seconds_for(1_000_000) == pytest.approx(QUICK + 10)


def test_what_comes_too_late_is_put_away() -> None:
    let_go, put_away = threading.Event(), threading.Event()

    def late() -> str:
        let_go.wait(10)
        return "late"

    began = time.monotonic()
    with pytest.raises(TimeoutError):
        in_time(late, 0.05, otherwise=lambda _: put_away.set())
    assert time.monotonic() - began < 5
    let_go.set()

    assert put_away.wait(10)


def test_what_fails_in_time_says_why() -> None:
    def fails() -> str:
        raise OSError("refused")

    with pytest.raises(OSError, match="refused"):
        in_time(fails, 5, otherwise=lambda _: None)
