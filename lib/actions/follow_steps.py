"""What follows by itself when a follow-up was done, or was not done after all; in an open transaction."""

from __future__ import annotations

from datetime import datetime

from lib.actions import ask_steps, check_in_schedule
from lib.domain.followups.followup import FollowUp
from lib.store.repository import Transaction


def after_done(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """An ask goes a step on, and after a check-in the next one is due."""
    ask_steps.advance_after(tx, follow_up, at, now)
    check_in_schedule.plan_next(tx, follow_up, at, now)


def after_reopened(tx: Transaction, follow_up: FollowUp, now: datetime) -> None:
    """The same the other way round."""
    ask_steps.go_back_after(tx, follow_up, now)
    check_in_schedule.take_next_back(tx, follow_up)
