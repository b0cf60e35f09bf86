"""Keeping the worksheet of an interview, and what a new round's starts from."""

from __future__ import annotations

from datetime import datetime

from lib.actions.done import Done
from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview
from lib.domain.strategies import Strategy, carried_over
from lib.domain.validation import problems_with_strategy, refuse
from lib.store.repository import Reader, Store


def strategy_of(reader: Reader, interview: Interview) -> Strategy:
    """That interview's worksheet; one that was never touched starts from a copy of the last round's."""
    return reader.find(Strategy, interview.id) or _from_last_round(reader, interview)


def last_round(reader: Reader, interview: Interview) -> Interview | None:
    """The latest earlier round for the same job that has a worksheet."""
    earlier = [
        one
        for one in reader.where(Interview, job_id=interview.job_id)
        if one.starts_at() < interview.starts_at() and reader.find(Strategy, one.id)
    ]
    return max(earlier, key=lambda one: one.starts_at(), default=None)


def save(store: Store, strategy: Strategy, *, now: datetime, visit: str = "", did: str = "") -> Done:
    """Keeps the worksheet; the saves of one visit are taken back together, one with a sentence alone."""
    refuse(problems_with_strategy(strategy))
    merge = "" if did else f"strategy:{strategy.id}:{visit}"
    with store.transaction(now=now, did=did, merge=merge) as tx:
        tx.put(strategy)
    return Done(did, strategy.id)


def start_empty(store: Store, interview_id: str, *, now: datetime) -> Done:
    """Empties the worksheet, also one that was copied from the last round."""
    did = "Emptied the worksheet"
    with store.transaction(now=now, did=did) as tx:
        interview = tx.get(Interview, interview_id)
        standing = tx.find(Strategy, interview_id)
        revision = standing.revision if standing else 0
        tx.put(Strategy(id=interview_id, revision=revision, example=interview.example))
    return Done(did, interview_id)


def _from_last_round(reader: Reader, interview: Interview) -> Strategy:
    before = last_round(reader, interview)
    if before is None:
        return Strategy(id=interview.id, example=interview.example)
    told = reader.find(Debrief, before.id)
    return carried_over(reader.get(Strategy, before.id), told, interview.id, example=interview.example)
