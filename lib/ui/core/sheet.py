"""Autosave that compares: what the widgets show, what the store holds, and what both were last.

A page opens its sheet with the stored value of every widget key before it draws them, and asks for the
values afterwards. A field that was changed in another window is taken over where nothing was typed here;
where something was, both stand on the screen until the person chooses (docs/decisions.md says why fields
are compared instead of listened to).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.ui.core import session
from lib.ui.core.held_values import hold
from lib.ui.core.markdown_escape import plain

Values = dict[str, Any]
Replaced = dict[str, tuple[Any, float]]
"""What a widget showed before another value took its place, and when that was."""
BASE = ".base"
"""What the name of a sheet ends on in the session: what the store held for each of its fields."""
CHANGED_ELSEWHERE = (
    "Part of this page was changed in another window. Choose below what counts, then press again; "
    "nothing of either is lost."
)


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that was changed here and elsewhere, differently."""

    key: str
    here: Any
    elsewhere: Any


def open_sheet(
    name: str, stored: Mapping[str, Any], *, by_button: bool = False
) -> tuple[Clash, ...]:
    """Gives each widget key its value before it is drawn; comes back with the fields that clash.

    `by_button` is for a button's callback. The second click of two was made on a page that did not yet show
    what the first one changed: where it hands in a value that was replaced a moment ago, nobody typed that.
    """
    base: Values = st.session_state.setdefault(_base(name), {})
    for gone in set(base) - set(stored):
        del base[gone]
    pressed = bool(st.session_state.pop(session.PRESSED, False)) or by_button
    if by_button:
        st.session_state[session.PRESSED] = True
    replaced: Replaced = st.session_state.setdefault(f"{name}.replaced", {})
    lately = replaced if pressed else {}
    found = [_merge(base, replaced, lately, key, value) for key, value in stored.items()]
    return tuple(clash for clash in found if clash)


def agrees(name: str, stored: Mapping[str, Any]) -> bool:
    """For a button's callback: True if it may go on; if another window changed a field, a fault says so."""
    if open_sheet(name, stored, by_button=True):
        st.session_state[session.FAULT] = CHANGED_ELSEWHERE
        return False
    return True


def values(name: str) -> Values:
    """What every widget of that sheet shows now, the last known value for one that is not drawn."""
    base: Values = st.session_state[_base(name)]
    return {key: st.session_state.get(key, last) for key, last in base.items()}


def changed(name: str) -> bool:
    """Whether any widget shows something else than what the store held."""
    return bool(unsaved(name))


def unsaved(name: str) -> Values:
    """What the widgets of that sheet show otherwise than the store held; nothing if it was never opened."""
    base: Values | None = st.session_state.get(_base(name))
    if base is None:
        return {}
    return {key: value for key, value in values(name).items() if value != base[key]}


def opened() -> list[str]:
    """The names of all sheets that were opened in this session, the latest first."""
    names = [str(key) for key in st.session_state if str(key).endswith(BASE)]
    return [name.removesuffix(BASE) for name in reversed(names)]


def forget(name: str) -> None:
    """What was known of that sheet is let go; its record is gone."""
    st.session_state.pop(_base(name), None)


def saved(name: str, stored: Mapping[str, Any]) -> None:
    """Takes these values as what the store holds now; a field that could not be kept still differs."""
    st.session_state[_base(name)] = dict(stored)


def texts(name: str) -> dict[str, str]:
    """The text fields of that sheet as the store holds them, for the keeper of typed text."""
    base: Values = st.session_state[_base(name)]
    return {key: value for key, value in base.items() if isinstance(value, str)}


def draw_clashes(name: str, clashes: tuple[Clash, ...], words: Callable[[Any], str] = str) -> None:
    """Shows both versions of each clashing field, and lets the person choose; `words` says a value."""
    with st.container(key=f"{name}.clashes"):
        for clash in clashes:
            _clash(name, clash, words)


def _clash(name: str, clash: Clash, words: Callable[[Any], str]) -> None:
    with st.container(border=True, key=f"{name}.clash.{clash.key}"):
        st.markdown("**This was changed in another window while you were typing here.**")
        st.markdown(f"There: {plain(words(clash.elsewhere)) or '(empty)'}")
        st.markdown(f"Here: {plain(words(clash.here)) or '(empty)'}")
        with st.container(horizontal=True):
            for label, value in (
                ("Keep what is here", clash.here),
                ("Take the other", clash.elsewhere),
            ):
                st.button(
                    label,
                    key=f"{name}.clash.{clash.key}.{label}",
                    on_click=_choose,
                    args=(name, clash, value),
                )


def _merge(
    base: Values, replaced: Replaced, lately: Replaced, key: str, stored: Any
) -> Clash | None:
    shown = st.session_state.get(key, stored)
    last = base.get(key, stored)
    stale = _is_stale(lately.get(key), shown)
    if key not in st.session_state or shown in (last, stored) or stale:
        taken_over = stale or stored != last or key not in base
        if taken_over and shown != stored and not stale:
            replaced[key] = (shown, time.monotonic())
        # The widget first: a second click may stop the run right there, and with the base gone ahead the
        # older value would look like one that was typed.
        st.session_state[key] = stored if taken_over else shown
        base[key] = st.session_state[key]
        return None
    hold(key, shown)
    if stored == last:
        base[key] = stored
        return None
    return Clash(key, shown, stored)


def _is_stale(was: tuple[Any, float] | None, shown: Any) -> bool:
    return was is not None and shown == was[0] and time.monotonic() - was[1] < session.DOUBLE_CLICK


def _choose(name: str, clash: Clash, value: Any) -> None:
    st.session_state[clash.key] = value
    st.session_state[_base(name)][clash.key] = clash.elsewhere


def _base(name: str) -> str:
    return f"{name}{BASE}"
