"""Recording how a job turned out, and what follows; nothing open is closed silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from lib.actions import drafts
from lib.actions.done import Done, say
from lib.actions.people import people_met, workdays_at, zone_of
from lib.actions.planned_follow_ups import bring_into_line
from lib.actions.worksheets import round_to_refer_to
from lib.domain.answers import Answer
from lib.domain.errors import FollowThroughError
from lib.domain.followups import changes
from lib.domain.followups.answer_plan import (
    REASONS,
    AnswerCase,
    gracious_reply,
    makes_no_sense_any_more,
    plan_answer,
)
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import ReasonKind
from lib.domain.interviews import Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.validation import problems_with_answer, refuse
from lib.store.repository import Reader, Store, Transaction

SAID = {
    JobStatus.INTERVIEWING: "{company}: still running",
    JobStatus.OFFER: "An offer from {company}",
    JobStatus.ACCEPTED: "Accepted the offer of {company}",
    JobStatus.NOT_SELECTED: "Not selected at {company}",
    JobStatus.WITHDRAWN: "Withdrew from {company}",
    JobStatus.SILENT: "{company} went silent",
}
WRITTEN_AT_ONCE = (
    Kind.GRACIOUS_REPLY,
    Kind.OFFER_THANKS,
    Kind.WITHDRAWAL,
    Kind.CLOSE_LOOP,
)


class NoAnswerYet(FollowThroughError):
    """Something was asked of an answer that is not recorded (any more)."""

    SENTENCE = "There is no answer for this job any more, perhaps through another window."


def record(store: Store, job_id: str, status: JobStatus, *, now: datetime) -> Done:
    """Records how a job stands; the message that this calls for is written at once."""
    with store.transaction(now=now, did="") as tx:
        job = tx.get(Job, job_id)
        standing = tx.find(Answer, job_id)
        if job.status is status and (standing is not None or status is JobStatus.INTERVIEWING):
            return Done("", job_id)
        tx.put(replace(job, status=status))
        did = SAID[status].format(company=job.company)
        if status is JobStatus.INTERVIEWING:
            _remove_obsolete(tx, job_id, status)
            tx.remove(Answer, job_id)
        else:
            fresh = Answer(id=job_id, status=status, at=now, example=job.example)
            answer = replace(standing, status=status, at=now) if standing else fresh
            did += _plan_follow_ups(tx, tx.put(answer), now)
            if status in (JobStatus.ACCEPTED, JobStatus.WITHDRAWN):
                _answered(tx, job_id, now)
        return say(tx, did, job_id)


def save(store: Store, answer: Answer, *, now: datetime, visit: str = "") -> Done:
    """Keeps what was typed about an answer; what is due because of it follows."""
    refuse(problems_with_answer(answer))
    with store.transaction(now=now, did="", merge=f"answer:{answer.id}:{visit}") as tx:
        _plan_follow_ups(tx, tx.put(answer), now)
        drafts.refresh(tx)
    return Done("", answer.id)


def stay_in_touch(store: Store, job_id: str, *, yes: bool, now: datetime) -> Done:
    """Keeps whether to be back in touch after a no, in five weeks and in three months."""
    with store.transaction(now=now, did="") as tx:
        answer = _answer(tx, job_id)
        if answer.stay_in_touch is yes:
            return Done("", job_id)
        _plan_follow_ups(tx, tx.put(replace(answer, stay_in_touch=yes)), now)
        company = tx.get(Job, job_id).company
        if not yes:
            return say(tx, f"Letting {company} rest", job_id)
        return say(tx, f"Back in touch with {company} in 5 weeks and in 3 months", job_id)


def reply_to(store: Store, job_id: str, interviewer_id: str, *, now: datetime) -> Done:
    """Writes the gracious reply to one more of the people met; never twice to one of them."""
    with store.transaction(now=now, did="") as tx:
        case, person = _case(tx, _answer(tx, job_id), now), tx.get(Interviewer, interviewer_id)
        wanted = gracious_reply(case, person, ReasonKind.FURTHER_REPLY)
        for id in (gracious_reply(case, person).id, wanted.id):
            if tx.find(FollowUp, id) is not None:
                notes = tx.where(Note, follow_up_id=id)
                return Done("", notes[0].id if notes else "")
        tx.put(wanted)
        note = drafts.further(tx, wanted, NoteKind.GRACIOUS_REPLY, Channel.EMAIL)
        return say(tx, f"Wrote a gracious reply to {person.name or 'them'}", note.id)


def senseless(reader: Reader, job_id: str) -> tuple[FollowUp, ...]:
    """Returns what is open for the job and makes no sense after its answer."""
    answer = reader.find(Answer, job_id)
    return makes_no_sense_any_more(reader.where(FollowUp, job_id=job_id), answer) if answer else ()


def let_go(store: Store, job_id: str, ids: Sequence[str], *, now: datetime) -> Done:
    """Lets these follow-ups of a job go, all at once."""
    with store.transaction(now=now, did="") as tx:
        known = map(partial(tx.find, FollowUp), ids)
        found = [one for one in known if one and one.is_open()]
        if not found:
            return Done("", job_id)
        for one in found:
            close = changes.overtaken if asks_how_it_stands(one) else changes.close
            tx.put(close(one, now))
        if len(found) == 1:
            return say(tx, f"Let go: {found[0].what}", job_id)
        return say(tx, f"Let {len(found)} follow-ups go", job_id)


def _answer(tx: Transaction, job_id: str) -> Answer:
    answer = tx.find(Answer, job_id)
    if answer is None:
        raise NoAnswerYet
    return answer


def _case(tx: Transaction, answer: Answer, now: datetime) -> AnswerCase:
    people, days = people_met(tx, answer.id), workdays_at(tx, now)
    return AnswerCase(answer, people, days, zone_of(tx, answer.id))


def _plan_follow_ups(tx: Transaction, answer: Answer, now: datetime) -> str:
    """Brings the answer's follow-ups into line, and writes what is written at once.

    Returns:
        What to add to the sentence of the action.
    """
    planned = plan_answer(_case(tx, answer, now))
    _remove_obsolete(tx, answer.id, answer.status, planned)
    wanted = [one for one in planned if not _stands_already(tx, one)]
    added = bring_into_line(tx, wanted).added
    # Only now: the thanks for an offer name a day that is a follow-up of its own.
    written = [
        one for one in added if one.kind in WRITTEN_AT_ONCE and round_to_refer_to(tx, answer.id)
    ]
    for one in written:
        drafts.further(tx, one, drafts.ON_DEMAND[one.kind], Channel.EMAIL)
    return "; the message is written" if written else ""


def _answered(tx: Transaction, job_id: str, now: datetime) -> None:
    """Saying yes or stepping back is the answer to the offer that was promised."""
    for one in tx.where(FollowUp, job_id=job_id):
        if one.kind is Kind.ANSWER_OFFER and one.is_open():
            tx.put(changes.mark_done(one, now, now))


def _stands_already(tx: Transaction, wanted: FollowUp) -> bool:
    """True if the loop is or will be closed, or a reply went out or stands for the same person."""
    others = [one for one in tx.where(FollowUp, job_id=wanted.job_id) if one.id != wanted.id]
    same = [
        one
        for one in others
        if one.kind is wanted.kind and (one.is_open() or one.done_at is not None)
    ]
    if wanted.kind is Kind.GRACIOUS_REPLY:
        return any(one.done_at or one.interviewer_id == wanted.interviewer_id for one in same)
    return wanted.kind is Kind.CLOSE_LOOP and bool(same)


def _remove_obsolete(
    tx: Transaction, job_id: str, status: JobStatus, planned: Sequence[FollowUp] = ()
) -> None:
    """Removes what an earlier answer planned and this one does not, unless a person touched it."""
    kept, kinds = {one.id for one in planned}, set(REASONS)
    if status is JobStatus.NOT_SELECTED:
        # The person chose to write these.
        kinds.remove(ReasonKind.FURTHER_REPLY)
    earlier = [one for one in tx.where(FollowUp, job_id=job_id) if one.reason.kind in kinds]
    bring_into_line(tx, (), [one for one in earlier if one.id not in kept])
