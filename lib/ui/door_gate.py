"""What the door asks for here, if anything: read from the environment, secrets.toml, or beside the data."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import streamlit as st
from streamlit import config

from lib.domain.errors import FollowThroughError
from lib.store import place
from lib.ui.door_keys import Key, Malformed, read_key
from lib.ui.door_sessions import IDLE, LONGEST, MINUTE, Attempts, Sessions

COOKIE: Final = "follow_through_door"
VARIABLE: Final = "FOLLOW_THROUGH_PASSPHRASE_HASH"
LAN_VARIABLE: Final = "FOLLOW_THROUGH_LAN"
SECTION: Final = "door"
FILE_NAME: Final = "passphrase-hash"
"""In the data folder; `start.py --lan` writes it, with mode 0600."""
passed: ContextVar[str | None] = ContextVar("passed", default=None)
"""The token of the request that the door has let through, for what answers it outside of any page's run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """A configured door, and who is in. Without a key it is wrongly configured, and nobody gets in."""

    key: Key | None
    sessions: Sessions = field(default_factory=Sessions)
    attempts: Attempts = field(default_factory=Attempts)
    lan_only: bool = False

    def admits(self, token: str | None, *, used: bool = False) -> bool:
        """True for the token of an open session."""
        return self.key is not None and self.sessions.lives(token, used=used)


_gate: Gate | None = None
_making = threading.Lock()


def here() -> Gate | None:
    """The one gate of this process; None as long as no passphrase is configured.

    Once there is one it stays until the app is started anew: whoever takes a setting away opens nothing.
    """
    global _gate
    with _making:
        if _gate is None:
            _gate = _configured()
        return _gate


def file() -> Path:
    """Where a passphrase that was asked for at the start is kept, stretched."""
    return place.data_folder() / FILE_NAME


def _configured() -> Gate | None:
    lan_only = bool(os.environ.get(LAN_VARIABLE))
    try:
        section = _section()
        line = _line(section or {})
        if line is None and section is None:
            return None
        return Gate(key=read_key(line), sessions=Sessions(idle=_idle(section or {})), lan_only=lan_only)
    except Malformed:
        return Gate(key=None, lan_only=lan_only)


def _line(section: Mapping[str, Any]) -> object:
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    return section["passphrase"] if "passphrase" in section else _kept_line()


@functools.cache
def _section() -> Mapping[str, Any] | None:
    """What secrets.toml says about the door; None if it says nothing.

    Raises:
        Malformed: it cannot be read, and so may have said something.
    """
    try:
        if not st.secrets.load_if_toml_exists():
            if any(Path(one).exists() for one in config.get_option("secrets.files")):
                raise Malformed
            return None
        section = st.secrets.to_dict().get(SECTION)
    except (OSError, ValueError) as error:
        raise Malformed from error
    if section is not None and not isinstance(section, dict):
        raise Malformed
    return section


def _kept_line() -> str | None:
    try:
        path = file()
    except (OSError, FollowThroughError):
        return None  # no folder, and so no data in it; the pages say what is wrong
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise Malformed from error


def _idle(section: Mapping[str, Any]) -> float:
    """Seconds without use after which a session ends."""
    minutes = section.get("idle_minutes", IDLE / MINUTE)
    if type(minutes) not in (int, float) or not 1 <= minutes <= LONGEST / MINUTE:
        raise Malformed
    return float(minutes * MINUTE)
