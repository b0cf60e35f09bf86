"""Keeping the profile, and starting over."""

from __future__ import annotations

from datetime import datetime

from lib.actions import drafts
from lib.actions.done import Done
from lib.domain.errors import FollowThroughError
from lib.domain.profile import Profile
from lib.domain.validation import problems_with_profile, refuse
from lib.store.repository import Store

ERASE_WORDS = "erase everything"


class NotConfirmed(FollowThroughError):
    """Erasing was asked for without the words that confirm it."""

    SENTENCE = f"Type “{ERASE_WORDS}” to confirm. Nothing was erased."


def save_profile(store: Store, profile: Profile, *, now: datetime, visit: str = "") -> Done:
    """Keeps the profile, and has the drafts follow it; saves of one visit are one action."""
    refuse(problems_with_profile(profile))
    with store.transaction(now=now, did="", merge=f"profile:{visit}") as tx:
        tx.put(profile)
        drafts.refresh(tx)
    return Done("", profile.id)


def erase(store: Store, typed: str, *, now: datetime) -> Done:
    """Starts empty; one last copy of everything is kept for 30 days beside the data."""
    if typed.strip().casefold() != ERASE_WORDS:
        raise NotConfirmed
    folder = store.erase_both(now=now)
    return Done(f"Everything was erased. A last copy lies in {folder} for 30 days.")
