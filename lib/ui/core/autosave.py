"""Autosave: each run of a page saves what its widgets show and the store does not hold.

A page hands `save_changes` its sheet before it draws anything. For each field, the session keeps
what the store held when the field was last looked at. A field that only another window changed is
taken over, one that was changed only here is saved, and one that was changed in both is a conflict:
both versions stand on the screen until the person chooses. docs/decisions.md says why fields are
compared instead of listened to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import streamlit as st

from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.held_values import hold

Values = dict[str, Any]
"""What fields hold, by widget key."""
STORED = "autosave.stored"
"""What the store held for each sheet's fields when they were last compared."""
SAVED_AT = "autosave.saved_at"
CHANGED_ELSEWHERE = (
    "Part of this page was changed in another window. Choose above what counts, then press again; "
    "nothing of either is lost."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fields of a page that are saved as they are changed.

    Attributes:
        name: names the sheet in the session, and in the browser's storage.
        stored: what the store holds for each widget key.
        commit: saves the values shown; returns what the store holds then, None if it was refused.
        in_words: says a value, for showing two versions of a field.
        mid_sentence: how the keys begin whose text goes on in a sentence.
    """

    name: str
    stored: Mapping[str, Any]
    commit: Callable[[Values], Values | None]
    in_words: Callable[[Any], str] = str
    mid_sentence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed here and elsewhere, differently."""

    key: str
    here: Any
    elsewhere: Any


@dataclass(frozen=True, slots=True)
class Saved:
    """A sheet after its changes were saved, or refused.

    Attributes:
        reader: what the store holds now.
        texts: the text fields, as the store holds them.
        conflicts: the fields that another window changed too; while there are any, nothing is
            saved.
        is_saved: False if the sheet shows something that the store does not hold.
    """

    sheet: Sheet
    reader: Reader
    texts: Mapping[str, str]
    conflicts: tuple[Conflict, ...]
    is_saved: bool


def save_changes(sheet: Sheet) -> Saved:
    """Saves what the widgets show where it differs from the store; call it before drawing them."""
    conflicts = _compare(sheet)
    if not conflicts and unsaved(sheet.name):
        kept = sheet.commit(_shown(sheet.name))
        if kept is None:
            st.session_state.pop(SAVED_AT, None)
        else:
            _note_saved(sheet.name, kept)
            st.session_state[SAVED_AT] = session.now()
    stored = _stored(sheet.name)
    texts = {key: value for key, value in stored.items() if isinstance(value, str)}
    is_saved = not conflicts and not unsaved(sheet.name)
    return Saved(sheet, session.reader(), texts, conflicts, is_saved)


def visible_values(sheet: Sheet) -> Values | None:
    """Returns what the fields show, for a button's callback to save together with what it does.

    Returns:
        None if another window changed one of the fields; the page then says so.
    """
    if _compare(sheet):
        st.session_state[session.FAULT] = CHANGED_ELSEWHERE
        return None
    return _shown(sheet.name)


def unsaved(name: str) -> Values:
    """Returns what that sheet shows and the store did not hold; nothing if it was never opened."""
    stored = _stored(name)
    return {key: value for key, value in _shown(name).items() if value != stored[key]}


def opened_sheets() -> list[str]:
    """Returns the names of all sheets of this session, the latest first."""
    return list(reversed(st.session_state.get(STORED, {})))


def forget(name: str) -> None:
    """Drops what is known of a sheet whose record is deleted."""
    st.session_state.get(STORED, {}).pop(name, None)


def choose(name: str, conflict: Conflict, value: Any) -> None:
    """Ends a conflict: its field shows `value`, which the next run saves."""
    st.session_state[conflict.key] = value
    _stored(name)[conflict.key] = conflict.elsewhere


def saved_at() -> datetime | None:
    """Returns when this page last saved by itself; None if it did not, or was refused since."""
    at: datetime | None = st.session_state.get(SAVED_AT)
    return at


def forget_saved_at() -> None:
    """Has the page that comes next say nothing about earlier saves."""
    st.session_state.pop(SAVED_AT, None)


def _compare(sheet: Sheet) -> tuple[Conflict, ...]:
    """Gives each widget key its value before it is drawn; returns the fields that conflict."""
    known: Values = st.session_state.setdefault(STORED, {}).setdefault(sheet.name, {})
    for gone in known.keys() - sheet.stored.keys():
        del known[gone]
    found = [_compare_field(known, key, value) for key, value in sheet.stored.items()]
    return tuple(conflict for conflict in found if conflict)


def _compare_field(known: Values, key: str, stored: Any) -> Conflict | None:
    shown, last = st.session_state.get(key, stored), known.get(key, stored)
    if shown in (last, stored):
        # The widget first: a second click may stop the run right there, and with the known value
        # gone ahead the older one would look as if it had been typed.
        st.session_state[key] = stored
        known[key] = stored
        return None
    hold(key, shown)
    if stored != last:
        return Conflict(key, shown, stored)
    known[key] = stored
    return None


def _note_saved(name: str, kept: Values) -> None:
    """Takes `kept` for what the store holds; what could not be kept still differs from it."""
    for key, value in kept.items():
        if key not in st.session_state:
            st.session_state[key] = value
    st.session_state[STORED][name] = dict(kept)


def _stored(name: str) -> Values:
    sheets: dict[str, Values] = st.session_state.get(STORED, {})
    return sheets.get(name, {})


def _shown(name: str) -> Values:
    """What the widgets show now; the last known value for one that is not drawn."""
    return {key: st.session_state.get(key, last) for key, last in _stored(name).items()}
