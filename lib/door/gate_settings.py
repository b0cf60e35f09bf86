"""What a login is configured: read from the environment, secrets.toml, or beside the data."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from lib.domain.errors import FollowThroughError
from lib.door import secrets_file
from lib.door.account_list import Accounts, read_accounts
from lib.door.open_sessions import IDLE, LONGEST, MINUTE, Attempts, Sessions
from lib.door.passphrase_file import Key, Malformed, read_key
from lib.door.secrets_file import Unclear
from lib.store.file import place

VARIABLE: Final = "FOLLOW_THROUGH_PASSPHRASE_HASH"
LAN_VARIABLE: Final = "FOLLOW_THROUGH_LAN"
SECTION, LOGIN_SECTION = "door", "auth"
FILE_NAME: Final = "passphrase-hash"
"""In the data folder; `start.py --lan` writes it, with mode 0600."""
admitted_token: ContextVar[str | None] = ContextVar("admitted_token", default=None)
"""The token of the request that was let through, for what answers it outside of a page's run."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """A configured login, and the open sessions. Nobody gets in with neither key nor accounts."""

    key: Key | None
    accounts: Accounts | None = None
    sessions: Sessions = field(default_factory=Sessions)
    attempts: Attempts = field(default_factory=Attempts)
    lan_only: bool = False

    @property
    def is_whole(self) -> bool:
        """True if there is exactly one login."""
        return (self.key is None) != (self.accounts is None)

    def admits(self, token: str | None, *, used: bool = False) -> bool:
        """True for the token of an open session."""
        return self.is_whole and self.sessions.is_open(token, used=used)


_gate: Gate | None = None
_making = threading.Lock()


def configured_gate() -> Gate | None:
    """Returns the one gate of this process; None as long as nothing is configured.

    Once there is one it stays until the app is restarted: removing a setting opens nothing.
    """
    global _gate
    with _making:
        if _gate is None:
            _gate = _configured()
        return _gate


def hash_file() -> Path:
    """Returns where the hash of a passphrase that was asked for at the start is kept."""
    return place.data_folder() / FILE_NAME


def _configured() -> Gate | None:
    lan_only = bool(os.environ.get(LAN_VARIABLE))
    try:
        # What is not a section, or cannot be read, may have said something about the login.
        door, auth = secrets_file.section(SECTION), secrets_file.section(LOGIN_SECTION)
        line = _line(door or {})
        if line is None and door is None and auth is None:
            return None
        key, accounts = _key_or_accounts(line, door or {}, auth, lan_only=lan_only)
        sessions = Sessions(idle=_idle(door or {}))
    except (Malformed, Unclear):
        return Gate(key=None, lan_only=lan_only)
    return Gate(key=key, accounts=accounts, sessions=sessions, lan_only=lan_only)


def _key_or_accounts(
    line: object, door: Mapping[str, Any], auth: Mapping[str, Any] | None, *, lan_only: bool
) -> tuple[Key | None, Accounts | None]:
    """Returns a passphrase's key, or the accounts that are let in; never both.

    Raises:
        Malformed: it is not whole, or there are both, of which the weaker would count.
    """
    if auth is None and "emails" not in door:
        return read_key(line), None
    # A provider sends nobody back to an address in a local network.
    if line is not None or lan_only:
        raise Malformed
    return None, read_accounts(auth, door.get("emails"))


def _line(section: Mapping[str, Any]) -> object:
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    return section["passphrase"] if "passphrase" in section else _kept_line()


def _kept_line() -> str | None:
    try:
        path = hash_file()
    except (OSError, FollowThroughError):
        return None  # no folder, and so no data in it; the pages say what is wrong
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise Malformed from error


def _idle(section: Mapping[str, Any]) -> float:
    """Returns the seconds without use after which a session ends."""
    minutes = section.get("idle_minutes", IDLE / MINUTE)
    if type(minutes) not in (int, float) or not 1 <= minutes <= LONGEST / MINUTE:
        raise Malformed
    return float(minutes * MINUTE)
