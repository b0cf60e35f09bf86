"""Writes bytes so that a reader, a kill or a power cut finds one whole file, old or new."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from lib.domain.store_errors import CannotRead, DiskFailure, Full, ReadOnly, StoreError
from lib.store.document import PEEK

_ON_WINDOWS = sys.platform == "win32"
_BINARY = getattr(os, "O_BINARY", 0)
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_OWNER_ONLY = 0o600
# A virus scanner or an indexer may hold the file for a moment on Windows: in all about two seconds.
_PATIENCE = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.6)


class Stamp(NamedTuple):
    """Tells one save from another; inodes are used again and clocks are coarse, hence `head`."""

    mtime_ns: int
    size: int
    inode: int
    head: bytes


def target_of(path: Path) -> Path:
    """Returns the file that a symbolic link leads to, so that the link stays when it is replaced.

    What is no link, and a link that leads round in a circle, comes back as it is.
    """
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of the file that is there now, None if there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY)
    except FileNotFoundError:
        return None
    try:
        return _stamp(handle, os.read(handle, PEEK))
    finally:
        os.close(handle)


def read_file(path: Path) -> tuple[bytes, Stamp] | None:
    """All bytes and the stamp of one and the same file, None if there is none."""
    try:
        with path.open("rb") as file:
            content = file.read()
            return content, _stamp(file.fileno(), content[:PEEK])
    except FileNotFoundError:
        return None


def replace_file(
    path: Path, content: bytes, *, just_before: Callable[[], None] = lambda: None
) -> Stamp:
    """Save `content` at `path` in one step and return its stamp once it is safe on the disk.

    On any failure the old file stands as it was, and nothing is left beside it. `just_before` is
    called when all that remains is the swap, and may still raise.

    Raises:
        OSError: whatever the system reported.
    """
    temporary = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    with _old_version(path) as put_back:
        try:
            stamp = _write_new(temporary, content)
            just_before()
            _swap(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        try:
            sync_folder(path.parent)
        except OSError:
            put_back()
            raise
    return stamp


def sweep(folder: Path, name: str = "") -> None:
    """Removes what killed saves left in the folder, or of one file in it; the lock must be held."""
    prefix = f".{name}." if name else "."
    with os.scandir(folder) as found:
        leftovers = [
            one.path for one in found if one.name.startswith(prefix) and one.name.endswith(".tmp")
        ]
    for leftover in leftovers:
        with suppress(OSError):
            Path(leftover).unlink()


def sync_folder(folder: Path) -> None:
    """Make what was made, renamed or removed in the folder last, where the system has a way to."""
    if _ON_WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turns what the system reports inside into the sentence that a person can act on."""
    try:
        yield
    except OSError as problem:
        raise _named(path, problem) from problem


@contextmanager
def readably(path: Path) -> Iterator[None]:
    """The same for reading, where whatever goes wrong leaves everything as it is."""
    try:
        yield
    except OSError as problem:
        raise CannotRead(path, _reason(problem)) from problem


def _named(path: Path, problem: OSError) -> StoreError:
    if problem.errno in _NO_ROOM:
        return Full(path.parent)
    if problem.errno in _NOT_ALLOWED:
        return ReadOnly(path.parent)
    return DiskFailure(path, _reason(problem))


def _reason(problem: OSError) -> str:
    return problem.strerror or type(problem).__name__


def _stamp(handle: int, head: bytes) -> Stamp:
    status = os.fstat(handle)
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino, head)


def _write_new(path: Path, content: bytes) -> Stamp:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _OWNER_ONLY)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _sync(handle)
        return _stamp(handle, content[:PEEK])
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There, fsync stops at the drive's own cache. Not every file system knows better.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _swap(temporary: Path, path: Path) -> None:
    for wait in _PATIENCE if _ON_WINDOWS else ():
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(path)


@contextmanager
def _old_version(path: Path) -> Iterator[Callable[[], None]]:
    """Gives a function that puts the old file back if the swap cannot be made to last."""
    try:
        # Windows does not swap a file that is open, nor has it the step that may fail after the
        # swap.
        handle = None if _ON_WINDOWS else os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        handle = None
    if handle is None:
        yield lambda: path.unlink(missing_ok=True)
        return
    try:
        yield lambda: _put_back(path, os.fdopen(handle, "rb", closefd=False).read())
    finally:
        os.close(handle)


def _put_back(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    try:
        _write_new(temporary, content)
        temporary.replace(path)
    except OSError:
        # The new file stays: it is whole, and the person hears that the save is in doubt.
        temporary.unlink(missing_ok=True)
