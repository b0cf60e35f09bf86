"""What was typed on this page and is not in the store, for the person to take along."""

from __future__ import annotations

import re

import streamlit as st

from lib.ui.core import text_keeper

_ID = re.compile(r"[0-9a-f]{32}")


def unsaved() -> dict[str, str]:
    """The text of each field that shows something else than the store holds, by the field's key."""
    known: dict[str, str] = st.session_state.get(text_keeper.KNOWN, {})
    shown = {key: st.session_state.get(key) for key in known}
    return {
        key: text for key, text in shown.items() if isinstance(text, str) and text != known[key]
    }


def as_text(found: dict[str, str]) -> str:
    """The same as one text: each field's name, then what stands in it."""
    return "\n\n".join(f"{_named(key)}:\n{text}" for key, text in found.items()) + "\n"


def _named(key: str) -> str:
    """A field's name without what only the app can read."""
    words = [part.replace("_", " ") for part in key.split(".") if not _ID.fullmatch(part) and part]
    return ", ".join(words)
