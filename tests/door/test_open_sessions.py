"""How long a session lasts, and how attempts are slowed and capped, by a clock set by hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest

from lib.door.open_sessions import (
    HOUR,
    IDLE,
    LONGEST,
    MINUTE,
    Attempts,
    Sessions,
    Verdict,
    delay,
    ticking,
)
from tests.door import loops


@dataclass
class Clock:
    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    return Sessions(clock=clock)


def test_a_new_session_is_open_and_a_made_up_token_is_not(sessions: Sessions) -> None:
    token = sessions.begin()

    assert sessions.is_open(token)
    for forged in ("", None, token[:-1], token + "A", "x" * 43, "\ud800"):
        assert not sessions.is_open(forged)


def test_a_token_has_256_bits_and_is_kept_nowhere(sessions: Sessions) -> None:
    token = sessions.begin()

    assert len(token) == 43
    assert token not in repr(vars(sessions))
    assert token.encode() not in b"".join(sessions._visits)


def test_a_session_ends_after_an_hour_without_use(sessions: Sessions, clock: Clock) -> None:
    token = sessions.begin()

    clock.now += IDLE - 1
    assert sessions.is_open(token)
    clock.now += 1
    assert not sessions.is_open(token)
    clock.now -= IDLE
    assert not sessions.is_open(token)


def test_use_puts_the_end_off_and_being_asked_about_does_not(
    sessions: Sessions, clock: Clock
) -> None:
    used, asked_about = sessions.begin(), sessions.begin()

    for _ in range(3):
        clock.now += IDLE / 2
        sessions.is_open(used, used=True)
        sessions.is_open(asked_about)

    assert sessions.is_open(used)
    assert not sessions.is_open(asked_about)


def test_a_session_ends_after_twelve_hours_however_much_it_is_used(
    sessions: Sessions, clock: Clock
) -> None:
    token = sessions.begin()
    for _ in range(int(LONGEST / MINUTE) - 1):
        clock.now += MINUTE
        assert sessions.is_open(token, used=True)

    clock.now += MINUTE
    assert not sessions.is_open(token, used=True)


def test_ending_one_session_leaves_the_others(sessions: Sessions) -> None:
    one, other = sessions.begin(), sessions.begin()

    sessions.end(one)
    sessions.end("made up")
    sessions.end(None)

    assert not sessions.is_open(one)
    assert sessions.is_open(other)


def test_ended_sessions_are_forgotten(sessions: Sessions, clock: Clock) -> None:
    for _ in range(50):
        sessions.begin()
    clock.now += HOUR
    sessions.begin()

    assert len(sessions._visits) == 1


def test_the_clock_runs_forward() -> None:
    assert ticking() <= ticking()


def test_the_clock_runs_where_no_better_one_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        monkeypatch.delattr(time, name, raising=False)

    assert ticking() <= ticking()


def attempt(attempts: Attempts, *rights: bool) -> list[Verdict]:
    """What came of attempts made one after the other."""

    async def make() -> list[Verdict]:
        return [await attempts.judge(_says(right)) for right in rights]

    return loops.run(make())


def _says(right: bool) -> Callable[[], Awaitable[bool]]:
    async def check() -> bool:
        return right

    return check


@pytest.fixture
def attempts(clock: Clock) -> Attempts:
    return Attempts(clock=clock, sleep=clock.sleep)


def test_fifteen_wrong_attempts_are_slowed_more_and_more_and_then_not_even_looked_at(
    attempts: Attempts, clock: Clock
) -> None:
    verdicts = attempt(attempts, *[False] * 15)

    assert clock.slept == [0, 0, 1, 2, 4, 8, 15, 15, 15, 15]
    assert verdicts == [Verdict.WRONG] * 9 + [Verdict.SHUT] * 6


def test_not_even_the_right_one_gets_in_for_fifteen_minutes_after_ten_wrong_ones(
    attempts: Attempts, clock: Clock
) -> None:
    attempt(attempts, *[False] * 10)

    clock.now += 15 * MINUTE - 1
    assert attempt(attempts, True) == [Verdict.SHUT]
    clock.now += 1
    assert attempt(attempts, True) == [Verdict.RIGHT]


def test_a_right_one_resets_the_count(attempts: Attempts, clock: Clock) -> None:
    attempt(attempts, *[False] * 9, True)
    clock.slept.clear()

    assert attempt(attempts, *[False] * 9) == [Verdict.WRONG] * 9
    assert clock.slept[:3] == [0, 0, 1]


def test_wrong_ones_of_long_ago_do_not_count(attempts: Attempts, clock: Clock) -> None:
    attempt(attempts, *[False] * 9)
    clock.now += 15 * MINUTE

    assert attempt(attempts, *[False] * 9) == [Verdict.WRONG] * 9


def test_attempts_at_the_same_moment_are_taken_one_at_a_time(
    attempts: Attempts, clock: Clock
) -> None:
    at_once: list[int] = []

    async def check() -> bool:
        at_once.append(1)
        assert len(at_once) == 1
        await asyncio.sleep(0)
        at_once.pop()
        return False

    async def crowd() -> list[Verdict]:
        return await asyncio.gather(*(attempts.judge(check) for _ in range(100)))

    verdicts = loops.run(crowd())

    assert verdicts.count(Verdict.WRONG) == 9
    assert sum(clock.slept) == 75


def test_an_attempt_that_breaks_off_has_counted(attempts: Attempts, clock: Clock) -> None:
    async def breaks() -> bool:
        raise MemoryError

    async def make() -> None:
        for _ in range(4):
            with pytest.raises(MemoryError):
                await attempts.judge(breaks)

    loops.run(make())

    assert clock.slept == [0, 0, 1, 2]


def test_the_delay_grows_and_has_an_end() -> None:
    assert [delay(wrong) for wrong in range(9)] == [0, 0, 1, 2, 4, 8, 15, 15, 15]
