"""What follows when a follow-up is done, or was not done after all; in an open transaction."""

from __future__ import annotations

from datetime import datetime

from lib.actions import ask_steps, check_in_schedule
from lib.domain.followups.followup import FollowUp
from lib.store.repository import Transaction


def after_done(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """Takes an ask a step on, and plans the next check-in."""
    ask_steps.advance_after(tx, follow_up, at, now)
    check_in_schedule.plan_next(tx, follow_up, at, now)


def after_reopened(tx: Transaction, follow_up: FollowUp, now: datetime) -> None:
    """Takes an ask a step back, and removes the next check-in."""
    ask_steps.go_back_after(tx, follow_up, now)
    check_in_schedule.take_next_back(tx, follow_up)
