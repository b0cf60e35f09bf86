"""The lock of a document that lies in a folder: a file that one process at a time may lock."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock as LockedFile
from filelock import Timeout

from lib.domain.store_errors import Busy, Vanished
from lib.store.file.atomic import plainly
from lib.store.writer_lock import WriterLock

_OWNER_ONLY = 0o600


class FileLock(WriterLock):
    """The lock on the file at this path."""

    def __init__(self, path: Path, patience: float) -> None:
        super().__init__(patience)
        self._path = path
        self._processes = LockedFile(
            path, patience, _OWNER_ONLY, False, poll_interval=0.005, preserve_lock_file=True
        )

    def _take(self) -> None:
        # The lock would make the folder anew, as if an unplugged drive were an empty one.
        if not self._path.parent.is_dir():
            raise Vanished(self._path.parent)
        with plainly(self._path):
            try:
                self._processes.acquire()
            except Timeout as timeout:
                raise Busy(self._patience) from timeout

    def _let_go(self) -> None:
        self._processes.release()
