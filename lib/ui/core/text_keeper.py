"""Typed text that the server has not saved yet is held in the browser, and given back after a mishap.

A page seeds its widgets from the store, saves what differs, and last of all calls `settle` with the text
that the store then holds for every text field. The browser's part (`keeper.js`) writes each keystroke to the
browser's own storage, lets an entry go once the store holds the same, sends a text area's value after a pause
in typing, and, when the person comes back to the page, hands over what was never saved. That comes in through
a callback, before any widget is drawn; the frame then says so in one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from lib.domain.records import new_id

KEY = "keeper"
SESSION = "keeper.session"
KNOWN = "keeper.known"
GIVEN = "keeper.given"
OFFERED = "keeper.offered"
DROPPED = "keeper.dropped"
ADDED = "keeper.added"

_SCRIPT = Path(__file__).with_name("keeper.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("keeper", js=_SCRIPT)


@dataclass(frozen=True, slots=True)
class Offered:
    """A text that was typed over something that has been saved differently since."""

    key: str
    text: str
    saved: str


def settle(scope: str, fields: Mapping[str, str], mid_sentence: Iterable[str] = ()) -> None:
    """Tells the browser what the store holds for each text field of this page; call it last.

    Args:
        mid_sentence: the fields whose text goes on in a sentence: a phone must not begin them with a capital.
    """
    st.session_state[KNOWN] = dict(fields)
    dropped = st.session_state.pop(DROPPED, [])
    session = st.session_state.setdefault(SESSION, new_id())
    data = {
        "scope": scope,
        "session": session,
        "fields": dict(fields),
        "mid_sentence": list(mid_sentence),
        "dropped": dropped,
    }
    with st.container(key="keeper.place"):
        _component(key=KEY, data=data, on_found_change=_take_back)


def let_go(scope: str, keys: Iterable[str]) -> None:
    """What a form held is in the store under another name now: the browser lets it go."""
    st.session_state[ADDED] = {"token": new_id(), "forget": [f"{scope}:{key}" for key in keys]}


def forget_let_go() -> None:
    """Tells the browser so on whichever page comes next, and on, as a run may be cut short."""
    if added := st.session_state.get(ADDED):
        with st.container(key="keeper.place.added"):
            _component(key="keeper.added.told", data=added)


def given_at() -> datetime | None:
    """When the text was typed that was just brought back; None if nothing was. Said once."""
    at: float | None = st.session_state.pop(GIVEN, None)
    return datetime.fromtimestamp(at / 1000, UTC) if at else None


def offered() -> tuple[Offered, ...]:
    """Texts that could not be brought back by themselves, since something else was saved meanwhile."""
    known: Mapping[str, str] = st.session_state.get(KNOWN, {})
    waiting: dict[str, str] = st.session_state.get(OFFERED, {})
    return tuple(Offered(key, text, known[key]) for key, text in waiting.items() if key in known)


def answer(key: str, text: str | None) -> None:
    """Settles one offered text: takes it into its field, or, with None, lets it go for good."""
    st.session_state.get(OFFERED, {}).pop(key, None)
    if text is None:
        st.session_state.setdefault(DROPPED, []).append(key)
    else:
        st.session_state[key] = text


def _take_back() -> None:
    """The browser found typed text; only fields that the page has are listened to."""
    found = getattr(st.session_state.get(KEY), "found", None) or {}
    known: Mapping[str, str] = st.session_state.get(KNOWN, {})
    give = {key: entry for key, entry in found.get("give", {}).items() if key in known}
    for key, entry in give.items():
        st.session_state[key] = str(entry["text"])
    if give:
        st.session_state[GIVEN] = max(float(entry["at"]) for entry in give.values())
    offer = {
        key: str(entry["text"]) for key, entry in found.get("offer", {}).items() if key in known
    }
    st.session_state[OFFERED] = offer
