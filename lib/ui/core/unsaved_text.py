"""Typed text that the server has not saved yet: held in the browser, and given back after a mishap.

On every run the browser is told what the store holds for each text field of the page. Its part
(`keeper.js`) writes each keystroke to the browser's own storage, drops an entry once the store
holds the same, sends a text area after a pause in typing, and hands over what was never saved when
the person comes back to the page. That arrives in a callback, before any widget is drawn, and the
frame says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit as st

from lib.domain.records import new_id

KEY = "keeper"
SESSION = "keeper.session"
SCOPE = "keeper.scope"
STORED = "keeper.stored"
"""What the store holds for each text field of this page, by widget key."""
GIVEN_AT = "keeper.given_at"
OFFERED = "keeper.offered"
FOCUS = "keeper.focus"
"""The field that gets the focus, and a token, so that it gets it once."""
FORGET = "keeper.forget"
"""Entries for the browser to drop, each once: each has a token, and is told on every run."""
TOLD_AT_MOST = 100

_SCRIPT = Path(__file__).with_name("keeper.js").read_text(encoding="utf-8")
_component: Callable[..., Any] = st.components.v2.component("keeper", js=_SCRIPT)
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Offered:
    """A text that was typed over something that has been saved differently since."""

    key: str
    text: str
    saved: str


def tell_browser(scope: str, stored: Mapping[str, str], mid_sentence: Iterable[str] = ()) -> None:
    """Tells the browser what the store holds for each text field of this page.

    Args:
        scope: names what the page works on, in the browser's storage.
        stored: the text by widget key; "" for a field that only a button saves.
        mid_sentence: the keys that a phone must not begin with a capital.
    """
    st.session_state[SCOPE] = scope
    st.session_state[STORED] = dict(stored)
    # Tuples alone: for a list or a dict in here, Streamlit imports pandas and looks for a table.
    data = {
        "scope": scope,
        "session": st.session_state.setdefault(SESSION, new_id()),
        "fields": tuple(stored.items()),
        "mid_sentence": tuple(mid_sentence),
        "focus": st.session_state.get(FOCUS, ("", "")),
        "forget": tuple(st.session_state.get(FORGET, ())),
    }
    with st.container(key="keeper.place"):
        _component(key=KEY, data=data, on_found_change=_take_back)


def drop(scope: str, keys: Iterable[str]) -> None:
    """Has the browser drop what it holds of these fields: it is in the store under another name."""
    told = st.session_state.get(FORGET, [])
    told = [*told, *([new_id(), f"{scope}:{key}"] for key in keys)]
    st.session_state[FORGET] = told[-TOLD_AT_MOST:]


def drop_here(key: str) -> None:
    """Has the browser drop what it holds of one field of this page."""
    drop(st.session_state.get(SCOPE, ""), [key])


def focus(key: str) -> None:
    """Has the browser put the cursor into that field, once."""
    st.session_state[FOCUS] = key, new_id()


def given_at() -> datetime | None:
    """Returns when the text was typed that was just brought back, once; None if nothing was."""
    at: float | None = st.session_state.pop(GIVEN_AT, None)
    return datetime.fromtimestamp(at / 1000, UTC) if at else None


def offered() -> tuple[Offered, ...]:
    """Returns the texts that are not brought back by themselves, as others were saved since."""
    stored, waiting = _stored(), st.session_state.get(OFFERED, {})
    return tuple(Offered(key, text, stored[key]) for key, text in waiting.items() if key in stored)


def take_offered(offer: Offered) -> None:
    """Puts an offered text into its field."""
    st.session_state[OFFERED].pop(offer.key, None)
    st.session_state[offer.key] = offer.text


def drop_offered(offer: Offered) -> None:
    """Drops an offered text for good."""
    st.session_state[OFFERED].pop(offer.key, None)
    drop_here(offer.key)


def unsaved() -> dict[str, str]:
    """Returns the text of each field that shows something else than the store holds, by key."""
    found = {}
    for key, saved in _stored().items():
        text = st.session_state.get(key)
        if isinstance(text, str) and text != saved:
            found[key] = text
    return found


def as_text(found: Mapping[str, str]) -> str:
    """Returns those texts as one, each under its field's name."""
    return "\n\n".join(f"{_field_name(key)}:\n{text}" for key, text in found.items()) + "\n"


def _field_name(key: str) -> str:
    """A key without the parts that only the app can read."""
    words = [part.replace("_", " ") for part in key.split(".") if part and not _ID.fullmatch(part)]
    return ", ".join(words)


def _stored() -> Mapping[str, str]:
    stored: Mapping[str, str] = st.session_state.get(STORED, {})
    return stored


def _take_back() -> None:
    """Takes what the browser hands over, for the fields that this page has."""
    found = getattr(st.session_state.get(KEY), "found", None) or {}
    stored = _stored()
    given = {key: entry for key, entry in found.get("give", {}).items() if key in stored}
    for key, entry in given.items():
        st.session_state[key] = str(entry["text"])
    if given:
        st.session_state[GIVEN_AT] = max(float(entry["at"]) for entry in given.values())
    offers = found.get("offer", {})
    st.session_state[OFFERED] = {
        key: str(entry["text"]) for key, entry in offers.items() if key in stored
    }
