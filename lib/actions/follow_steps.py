"""Marks a follow-up as done or open again, with what follows from it; in an open transaction."""

from __future__ import annotations

from datetime import datetime

from lib.actions import ask_steps, check_in_schedule
from lib.domain.followups import changes
from lib.domain.followups.followup import FollowUp
from lib.store.repository import Transaction


def mark_done(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """Marks it as done, takes its ask a step on, and plans the next check-in."""
    tx.put(changes.mark_done(follow_up, at, now))
    ask_steps.advance_after(tx, follow_up, at, now)
    check_in_schedule.plan_next(tx, follow_up, at, now)


def reopen(tx: Transaction, follow_up: FollowUp, now: datetime) -> None:
    """Opens it again, takes its ask a step back, and removes the next check-in."""
    tx.put(changes.reopen(follow_up, now))
    ask_steps.go_back_after(tx, follow_up, now)
    check_in_schedule.take_next_back(tx, follow_up)
