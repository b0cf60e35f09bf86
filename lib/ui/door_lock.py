"""The door once more, from within a page: no store without an open session, and the button that ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lib.domain.errors import FollowThroughError
from lib.ui import door_gate

_HTML = '<form method="post" action="lock"><button type="submit">Lock</button></form>'
_CSS = Path(__file__).with_name("door_lock.css").read_text(encoding="utf-8")
_SCRIPT = Path(__file__).with_name("door_lock.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("lock", html=_HTML, css=_CSS, js=_SCRIPT)


class Locked(FollowThroughError):
    """A page was asked for without an open session."""

    def __init__(self) -> None:
        super().__init__(
            "Follow Through is locked. What was saved is safe, and what you were typing is kept in this "
            "browser. Reload the page to sign in."
        )


def require() -> None:
    """Nothing, if this window's session is open or no passphrase is configured.

    A file that is made only when it is downloaded is made outside of any run: there its request counts.

    Raises:
        Locked: otherwise.
    """
    gate = door_gate.here()
    if gate is not None and not gate.admits(_token()):
        raise Locked


def found() -> Locked | None:
    """Why no page may be drawn; None if one may."""
    try:
        require()
    except Locked as locked:
        return locked
    return None


def draw(locked: Locked) -> None:
    """What stands in the place of every page."""
    st.title("Locked", anchor=False)
    st.info(locked.sentence, icon=":material/lock:")


def button() -> None:
    """Lock, in the sidebar; and a watch that leaves the page once its session has ended elsewhere."""
    if door_gate.here() is not None:
        with st.sidebar:
            _component(key="door.lock")


def _token() -> str | None:
    return st.context.cookies.get(door_gate.COOKIE) or door_gate.passed.get()
