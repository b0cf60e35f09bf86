"""Keeping the worksheet of an interview."""

from __future__ import annotations

from datetime import datetime

from lib.actions import drafts
from lib.actions.done import Done, say
from lib.actions.worksheets import written_debrief
from lib.domain.interviews import Interview
from lib.domain.strategies import Strategy
from lib.domain.validation import problems_with_strategy, refuse
from lib.store.repository import Store, Transaction


def save(
    store: Store, strategy: Strategy, *, now: datetime, visit: str = "", did: str = ""
) -> Done:
    """Keeps the worksheet; saves without a sentence are taken back by visit."""
    refuse(problems_with_strategy(strategy))
    merge = "" if did else f"strategy:{strategy.id}:{visit}"
    with store.transaction(now=now, did=did, merge=merge) as tx:
        tx.put(strategy)
        _tell_the_notes(tx, strategy.id)
    return Done(did, strategy.id)


def start_empty(store: Store, interview_id: str, *, now: datetime) -> Done:
    """Empties the worksheet, also one that was copied from the last round."""
    with store.transaction(now=now, did="") as tx:
        interview = tx.get(Interview, interview_id)
        standing = tx.find(Strategy, interview_id)
        revision = standing.revision if standing else 0
        tx.put(Strategy(id=interview_id, revision=revision, example=interview.example))
        _tell_the_notes(tx, interview_id)
        return say(tx, "Emptied the worksheet", interview_id)


def _tell_the_notes(tx: Transaction, interview_id: str) -> None:
    """Once the interview is written down, the notes that nobody touched follow the worksheet."""
    if written_debrief(tx, interview_id):
        drafts.refresh(tx)
