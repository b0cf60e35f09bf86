"""Keeping what the widgets of a page show, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lib.ui.core import session, sheet
from lib.ui.core.sheet import Clash, Values
from lib.ui.shared import frame


def keep(
    name: str, stored: Mapping[str, Any], commit: Callable[[Values], Mapping[str, Any] | None]
) -> tuple[Clash, ...]:
    """Commits what a sheet shows where it differs from what is stored, and tells the frame that it did.

    `commit` is given the values shown and comes back with those that are stored then; None if it was
    refused. Comes back with the fields that another window changed, too: then nothing is committed.
    """
    clashes = sheet.open_sheet(name, stored)
    if clashes or not sheet.changed(name):
        return clashes
    kept = commit(sheet.values(name))
    if kept is None:
        frame.not_saved()
    else:
        sheet.saved(name, kept)
        frame.saved(session.now())
    return ()
