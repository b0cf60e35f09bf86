"""Never to be imported by a test, whose own store it would spoil: only a server of its own runs it.

The app on a disk that fails when it is told to: a word in the file `fails` of the data folder says
how.

The tests run as root in many places, so that no right that is taken away refuses anything: what the
system would answer is made up where the store asks it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from lib.domain.profile import Profile
from lib.domain.store_errors import Stale
from lib.door.middleware import AccessMiddleware
from lib.store import vault
from lib.store.file import atomic, locks
from lib.store.file.file_home import FileHome
from lib.ui.core import faults
from tests.browser.serving import CONTROL
from tests.narrowing import of_kind

PATIENCE = 0.3
ANSWERS = {"full": errno.ENOSPC, "read-only": errno.EROFS, "failing": errno.EIO}

_lock, _replace, _read, _stamp, _save = (
    locks.FileLock.__init__,
    atomic.replace_file,
    atomic.read_file,
    atomic.stamp_of,
    vault.Vault.save,
)


def told(folder: Path) -> str:
    """How the disk is to fail now; empty where it is not."""
    try:
        return (folder / CONTROL).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def impatient(self: locks.FileLock, path: Path, _: float) -> None:
    _lock(self, path, PATIENCE)


def replace_file(
    path: Path, content: bytes, *, just_before: Callable[[], None] = lambda: None
) -> atomic.Stamp:
    how = told(path.parent)
    if how in ANSWERS:
        raise OSError(ANSWERS[how], os.strerror(ANSWERS[how]))
    if how == "elsewhere":
        # Some other program writes the file anew, with the same bytes, in the middle of our save.
        _replace(path, path.read_bytes())
    return _replace(path, content, just_before=just_before)


def read_file(path: Path) -> tuple[bytes, atomic.Stamp] | None:
    refuse_to_read(path)
    return _read(path)


def stamp_of(path: Path) -> atomic.Stamp | None:
    refuse_to_read(path)
    return _stamp(path)


def refuse_to_read(path: Path) -> None:
    if told(path.parent) == "unreadable":
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def save(self: vault.Vault, *args: Any) -> Any:
    if told(of_kind(FileHome, self.home).folder) == "stale":
        raise Stale(Profile(), Profile())
    return _save(self, *args)


locks.FileLock.__init__ = impatient  # type: ignore[method-assign, assignment]
atomic.replace_file, atomic.read_file, atomic.stamp_of = replace_file, read_file, stamp_of
vault.Vault.save = save  # type: ignore[method-assign, assignment]
faults.keep_values_out_of_console()

app = st.App(
    Path(__file__).resolve().parents[2] / "lib" / "ui" / "shell" / "shell.py",
    middleware=[Middleware(AccessMiddleware)],
    on_script_error=faults.on_script_error,
    exception_handlers={Exception: faults.on_server_error},
)
