"""Writes what a follow-up calls for, and moves on to what was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lib.actions import asks, notes
from lib.actions.done import Done
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import Channel, NoteKind
from lib.ui.core import navigation, session


def called_for(follow_up: FollowUp, kind: NoteKind) -> tuple[Any, ...]:
    """Returns the action that writes that kind of note for a follow-up, and its values."""
    if follow_up.ask_id:
        return asks.write, follow_up.ask_id, kind
    return notes.write_for, follow_up.id, kind, Channel.EMAIL


def write(action: Callable[..., Done], *args: Any) -> None:
    """Does an action that writes a note, and moves on to that note."""
    done = session.act(action, *args)
    if done is not None:
        navigation.go_next("notes", note=done.record_id)
