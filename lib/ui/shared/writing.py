"""Writing what a follow-up calls for, from wherever it stands, and moving on to what was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.actions import asks, notes
from lib.actions.done import Done
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import Channel, NoteKind
from lib.ui.core import navigation, session

WRITTEN = "writing.written"
"""The note that was just written, for the run that moves on to it."""


def called_for(follow_up: FollowUp, kind: NoteKind) -> tuple[Any, ...]:
    """The action that writes that kind of note for a follow-up, and its values: for `write`, or a callback
    that stays where it is."""
    if follow_up.ask_id:
        return asks.write, follow_up.ask_id, kind
    return notes.write_for, follow_up.id, kind, Channel.EMAIL


def write(action: Callable[..., Done], *args: Any) -> None:
    """Does an action that writes a note; the next run moves on to that note."""
    done = session.attempt(action, *args)
    if done is not None:
        st.session_state[WRITTEN] = done.record_id


def go_on() -> None:
    """Moves on to what was just written; a second press finds it and moves on as well."""
    if written := st.session_state.pop(WRITTEN, None):
        navigation.go("notes", note=written)
