"""Open sessions and failed attempts, in memory only: a restart ends and forgets them."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

MINUTE, HOUR = 60.0, 3600.0
IDLE: Final = 60 * MINUTE
LONGEST: Final = 12 * HOUR
TOKEN_BYTES: Final = 32

FREE_ATTEMPTS: Final = 2
LONGEST_DELAY: Final = 15.0
MOST_WRONG: Final = 10
WINDOW: Final = 15 * MINUTE


def ticking() -> float:
    """Returns seconds that also pass while the machine sleeps, as `time.monotonic`'s may not."""
    clock: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if clock is None else time.clock_gettime(clock)


@dataclass(slots=True)
class _Visit:
    began: float
    seen: float


class Sessions:
    """The open sessions, by a digest of their tokens: what is kept here lets nobody in."""

    def __init__(self, *, idle: float = IDLE, clock: Callable[[], float] = ticking) -> None:
        self._idle = idle
        self._clock = clock
        self._visits: dict[bytes, _Visit] = {}
        self._lock = threading.Lock()

    def begin(self) -> str:
        """Opens a session and returns its token, which is not kept here."""
        token, now = secrets.token_urlsafe(TOKEN_BYTES), self._clock()
        with self._lock:
            self._visits = {key: one for key, one in self._visits.items() if self._lasts(one, now)}
            self._visits[_digest(token)] = _Visit(now, now)
        return token

    def is_open(self, token: str | None, *, used: bool = False) -> bool:
        """True while this token's session is open; `used` restarts its idle time."""
        if not token:
            return False
        now = self._clock()
        with self._lock:
            visit = self._visits.get(_digest(token))
            if visit is None or not self._lasts(visit, now):
                self._visits.pop(_digest(token), None)
                return False
            if used:
                visit.seen = now
            return True

    def end(self, token: str | None) -> None:
        """Ends this token's session, if it has one."""
        if token:
            with self._lock:
                self._visits.pop(_digest(token), None)

    def _lasts(self, visit: _Visit, now: float) -> bool:
        return now - visit.seen < self._idle and now - visit.began < LONGEST


class Verdict(Enum):
    """What came of an attempt."""

    RIGHT = "right"
    WRONG = "wrong"
    SHUT = "shut"


class Attempts:
    """Attempts at the passphrase: one at a time, slowed down, counted over all clients."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = ticking,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._wrong: list[float] = []
        self._shut_until = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def judge(self, check: Callable[[], Awaitable[bool]]) -> Verdict:
        """Runs `check` and returns its verdict; while attempts are shut out it is not even run."""
        async with self._one_at_a_time:
            if self._clock() < self._shut_until:
                return Verdict.SHUT
            self._wrong = [at for at in self._wrong if self._clock() - at < WINDOW]
            await self._sleep(delay(len(self._wrong)))
            self._wrong.append(self._clock())  # before the check: one that breaks off has counted
            if await check():
                self._wrong.clear()
                return Verdict.RIGHT
            return self._after_a_wrong_one()

    def _after_a_wrong_one(self) -> Verdict:
        if len(self._wrong) < MOST_WRONG:
            return Verdict.WRONG
        self._wrong.clear()
        self._shut_until = self._clock() + WINDOW
        return Verdict.SHUT


def delay(wrong: int) -> float:
    """Returns the seconds to wait before the next attempt, after that many wrong ones."""
    return 0.0 if wrong < FREE_ATTEMPTS else min(2.0 ** (wrong - FREE_ATTEMPTS), LONGEST_DELAY)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
