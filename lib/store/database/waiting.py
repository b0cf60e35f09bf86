"""How long an answer of the server is waited for.

One look or save has so many seconds in all, however many steps and tries it takes. Then the
connection is cut from this side: no setting of the server or of its driver helps against a server
that says nothing at all.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager, suppress
from typing import TypeVar

from sqlalchemy.engine import Connection

T = TypeVar("T")

QUICK, LONG = 2.0, 30.0
"""Seconds to wait for a short answer, and for work that the server does by itself."""
LEAST = 0.3
"""Seconds that the last step is waited for, however long those before it took."""
SLOWEST = 100_000
"""Bytes a second that a line carries at least: so much more time a long answer gets."""
AGAIN_FOR = QUICK
"""Seconds for which something that may be tried again is: within three the screen has to say so."""
_PAUSES = (0.0, 0.05, 0.1, 0.2, 0.4)


class Tries:
    """Counts the tries of one thing and the seconds that they take together."""

    def __init__(self, seconds: float) -> None:
        self._began = time.monotonic()
        self._until = self._began + seconds
        self._pauses = iter(_PAUSES)

    def one_more(self) -> bool:
        """Waits and says True, unless the time is up."""
        pause = next(self._pauses, _PAUSES[-1])
        if time.monotonic() + pause >= self._until:
            return False
        time.sleep(pause)
        return True

    def left(self, seconds: float) -> float:
        """Returns how many of so many seconds are left since the first try began."""
        return max(self._began + seconds - time.monotonic(), LEAST)


@contextmanager
def deadline(connection: Connection, seconds: float) -> Iterator[None]:
    """Cuts the connection if what is done inside takes longer; the driver then finds it broken."""
    handle = connection.connection.driver_connection.fileno()  # type: ignore[union-attr]
    over, guard = False, threading.Lock()

    def cut() -> None:
        with guard:
            if not over:
                with suppress(OSError), socket.socket(fileno=os.dup(handle)) as line:
                    line.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with guard:
            over = True
        timer.cancel()


def drop(connection: Connection) -> None:
    """Nobody uses this connection again."""
    with suppress(Exception):
        connection.invalidate()
    with suppress(Exception):
        connection.close()


def seconds_for(size: int) -> float:
    """Returns how long to wait for so many bytes, one way or the other."""
    return QUICK + size / SLOWEST


def in_time(act: Callable[[], T], seconds: float, otherwise: Callable[[T], object]) -> T:
    """Returns what this gives if it does so in time.

    Args:
        otherwise: what is done with what comes too late.

    Raises:
        TimeoutError: it did not, and goes on by itself.
    """
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(act())
        except BaseException as problem:
            future.set_exception(problem)

    def put_away(late: Future[T]) -> None:
        if late.exception() is None:
            otherwise(late.result())

    threading.Thread(target=run, daemon=True).start()
    try:
        return future.result(seconds)
    except FutureTimeout:
        if not future.done():
            future.add_done_callback(put_away)
            raise TimeoutError("timed out") from None
        return future.result()
