"""The lock of a document: one writer at a time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from lib.domain.store_errors import Busy


class WriterLock(ABC):
    """One writer at a time, among all threads and all processes; re-entrant within a thread.

    Whoever waits longer than `patience` seconds gives up.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._threads = RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Holds the lock inside.

        Raises:
            Busy: another one kept it too long.
            StoreError: the place is not there, or cannot be reached.
        """
        if not self._threads.acquire(timeout=self._patience):
            raise Busy(self._patience)
        try:
            if self._depth == 0:
                self._take()
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._let_go()
        finally:
            self._threads.release()

    @abstractmethod
    def _take(self) -> None:
        """Keeps all other processes out."""

    @abstractmethod
    def _let_go(self) -> None:
        """Lets another process write."""
