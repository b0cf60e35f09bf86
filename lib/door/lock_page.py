"""Asks for an open session once more from within a page, and draws the button that ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lib.domain.errors import FollowThroughError
from lib.door import gate_settings, session_cookies
from lib.door.account_list import Accounts
from lib.door.streamlit_internals import get_script_run_ctx

_HTML = '<form method="post" action="lock"><button type="submit">Lock</button></form>'
_CSS = Path(__file__).with_name("door_lock.css").read_text(encoding="utf-8")
_SCRIPT = Path(__file__).with_name("door_lock.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component(
    "lock", html=_HTML, css=_CSS, js=_SCRIPT
)


class Locked(FollowThroughError):
    """A page was asked for without an open session."""

    SENTENCE = (
        "Follow Through is locked. What was saved is safe, and what you were typing is kept in "
        "this browser. Reload the page to sign in."
    )


def require() -> None:
    """Does nothing if this window's session is open or no login is configured.

    Raises:
        Locked: otherwise.
    """
    if locked := found():
        raise locked


def found() -> Locked | None:
    """Returns why no page may be drawn; None if one may.

    Where accounts are let in, Streamlit must also know this window's as one of the list. A file
    that is made only when it is downloaded is made outside of any run: there its request counts,
    as the middleware let it in.
    """
    gate = gate_settings.configured_gate()
    if gate is None or (gate.admits(_token()) and _is_listed(gate.accounts)):
        return None
    return Locked()


def draw(locked: Locked) -> None:
    """Draws what stands in place of every page."""
    st.title("Locked", anchor=False)
    st.info(locked.sentence, icon=":material/lock:")


def button() -> None:
    """Draws Lock in the sidebar, with a script that leaves the page once its session has ended."""
    if gate_settings.configured_gate() is not None:
        with st.sidebar:
            _component(key="door.lock")


def _token() -> str | None:
    return session_cookies.token_of(st.context.cookies) or gate_settings.admitted_token.get()


def _is_listed(accounts: Accounts | None) -> bool:
    is_run = get_script_run_ctx(suppress_warning=True) is not None
    return accounts is None or not is_run or accounts.admits(st.user.to_dict())
