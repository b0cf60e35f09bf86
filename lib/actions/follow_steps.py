"""What follows by itself when a follow-up was done, or was not done after all; in an open transaction."""

from __future__ import annotations

from datetime import datetime

from lib.actions import ask_steps, silence_steps
from lib.domain.followups.followup import FollowUp
from lib.store.repository import Transaction


def followed(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """An ask goes a step on, and after a check-in the next one is due."""
    ask_steps.followed(tx, follow_up, at, now)
    silence_steps.followed(tx, follow_up, at, now)


def not_followed(tx: Transaction, follow_up: FollowUp, now: datetime) -> None:
    """The same the other way round."""
    ask_steps.not_followed(tx, follow_up, now)
    silence_steps.not_followed(tx, follow_up)
