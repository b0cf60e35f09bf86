"""What was filled in for an interview: its worksheet, own or copied, and its checklist."""

from __future__ import annotations

from lib.domain.debriefs import Debrief
from lib.domain.interviews import Interview
from lib.domain.people.asks import Ask
from lib.domain.readiness import Readiness, readiness
from lib.domain.strategies import Strategy, carried_over
from lib.store.repository import Reader


def strategy_of(reader: Reader, interview: Interview) -> Strategy:
    """Returns an interview's worksheet, else a copy of the last round's."""
    return reader.find(Strategy, interview.id) or _from_last_round(reader, interview)


def last_round(reader: Reader, interview: Interview) -> Interview | None:
    """The latest earlier round for the same job that has a worksheet."""
    earlier = [
        one
        for one in reader.where(Interview, job_id=interview.job_id)
        if one.starts_at() < interview.starts_at() and reader.find(Strategy, one.id)
    ]
    return max(earlier, key=lambda one: one.starts_at(), default=None)


def written_debrief(reader: Reader, interview_id: str) -> Debrief | None:
    """That interview's checklist, if notes and follow-ups were made from it already; else None."""
    debrief = reader.find(Debrief, interview_id)
    return debrief if debrief is not None and debrief.written_at is not None else None


def round_to_refer_to(reader: Reader, job_id: str, interviewer_id: str = "") -> Interview | None:
    """Returns the interview to speak of in a note that belongs to a job, and to no interview.

    The last one that was written down in which that interviewer sat; else the last one written
    down; else the first of all.
    """
    rounds = sorted(reader.where(Interview, job_id=job_id), key=lambda one: one.ends_at())
    written = [one for one in rounds if written_debrief(reader, one.id)]
    with_them = [one for one in written if interviewer_id in one.interviewer_ids]
    return next(iter((*with_them[-1:], *written[-1:], *rounds[:1])), None)


def readiness_of(reader: Reader, interview: Interview) -> Readiness:
    """How far that interview's worksheet is; who was lined up for the job could speak for me."""
    lined_up = bool(reader.where(Ask, job_id=interview.job_id))
    return readiness(strategy_of(reader, interview), lined_up=lined_up)


def _from_last_round(reader: Reader, interview: Interview) -> Strategy:
    before = last_round(reader, interview)
    if before is None:
        return Strategy(id=interview.id, example=interview.example)
    told = reader.find(Debrief, before.id)
    return carried_over(
        reader.get(Strategy, before.id), told, interview.id, example=interview.example
    )
