"""One writer at a time, among the threads of this process and among all processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from filelock import FileLock as LockedFile
from filelock import Timeout

from lib.domain.store_errors import Busy, Vanished
from lib.store.file.atomic import plainly

_OWNER_ONLY = 0o600


class FileLock:
    """Re-entrant within a thread; whoever waits longer than `patience` seconds gives up."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._threads = RLock()
        # The thread that holds the lock above is the only one to touch the file's, so one counter
        # serves all.
        self._processes = LockedFile(
            path, patience, _OWNER_ONLY, False, poll_interval=0.005, preserve_lock_file=True
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Holds both locks inside.

        Raises:
            Busy: another thread or process kept them too long.
            Vanished: the folder is not there any more.
        """
        if not self._threads.acquire(timeout=self._patience):
            raise Busy(self._patience)
        try:
            self._take_file()
            try:
                yield
            finally:
                self._processes.release()
        finally:
            self._threads.release()

    def _take_file(self) -> None:
        # The lock would make the folder anew, as if an unplugged drive were an empty one.
        if not self._path.parent.is_dir():
            raise Vanished(self._path.parent)
        with plainly(self._path):
            try:
                self._processes.acquire()
            except Timeout as timeout:
                raise Busy(self._patience) from timeout
