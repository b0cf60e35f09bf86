"""Gathering what a message of the weeks after is written from."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.actions.ask_briefs import people_met, spoken_of
from lib.actions.people import profile_of
from lib.actions.worksheets import strategy_of, written_debrief
from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.check_ins import is_first
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.followups.their_day import standing_commitment
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, NoteKind
from lib.store.repository import Reader
from lib.words.brief import Brief, NextContact, Weeks


def brief_for_weeks(
    reader: Reader, follow_up: FollowUp, kind: NoteKind, channel: Channel
) -> Brief | None:
    """What that message is written from; None when its job or every interview of it is gone."""
    job = reader.find(Job, follow_up.job_id)
    interview = reader.find(Interview, follow_up.interview_id) or _spoken_with(reader, follow_up)
    if job is None or interview is None:
        return None
    people = people_met(reader, job.id)
    unknown = Interviewer(id="", job_id=job.id)
    person = next((one for one in people if one.id == follow_up.interviewer_id), unknown)
    debrief = reader.find(Debrief, interview.id) or Debrief(id=interview.id)
    sheet, strategy = debrief.about(person.id), strategy_of(reader, interview)
    return Brief(
        kind=kind,
        channel=channel,
        sender=profile_of(reader),
        job=job,
        interview=interview,
        reader=person,
        others=tuple(one for one in people if one.id != person.id),
        said=sheet.said,
        sent_on=follow_up.due.day,
        fit=tuple(point for point in strategy.points if not point.is_empty()),
        commitment=standing_commitment(debrief, interview, reader.all(JobEvent)),
        place=next((i for i, one in enumerate(people) if one.id == person.id), 0),
        about=_about_call(follow_up, debrief),
        weeks=_weeks(
            reader, follow_up, [one.what for one in strategy.offers if not one.is_empty()]
        ),
    )


def _spoken_with(reader: Reader, follow_up: FollowUp) -> Interview | None:
    """The last round that was written down in which that person sat; else the one spoken of with all."""
    rounds = [
        one
        for one in reader.where(Interview, job_id=follow_up.job_id)
        if follow_up.interviewer_id in one.interviewer_ids and written_debrief(reader, one.id)
    ]
    last = max(rounds, key=lambda one: one.ends_at(), default=None)
    return last or spoken_of(reader, follow_up.job_id)


def _weeks(reader: Reader, follow_up: FollowUp, offers: list[str]) -> Weeks:
    answer, zone = reader.find(Answer, follow_up.job_id), follow_up.due.zone
    return Weeks(
        checked_in_on=_day(_first_check_in(reader, follow_up), zone),
        heard_on=_day(answer.at if answer else None, zone),
        missed=follow_up.due if follow_up.kind is Kind.CALL else None,
        offers=tuple(offers),
        answer_by=answer.answer_by if answer else None,
        news=answer.news if answer else "",
        turn=follow_up.reason.turn or 1,
        took_another=_took_another(reader, follow_up.job_id),
    )


def _about_call(follow_up: FollowUp, debrief: Debrief) -> NextContact | None:
    """The call that did not take place, for the message about it."""
    if follow_up.kind is not Kind.CALL:
        return None
    promised = [
        one for one in debrief.promises if follow_up.reason == Reason(ReasonKind.PROMISE, one.id)
    ]
    about = promised[0].about if promised else ""
    return NextContact(kind=Kind.CALL, due=follow_up.due, agreed=bool(promised), about=about)


def _took_another(reader: Reader, job_id: str) -> bool:
    """True if I accepted another job."""
    jobs = reader.where(Job, status=JobStatus.ACCEPTED)
    return any(one.id != job_id for one in jobs)


def _first_check_in(reader: Reader, follow_up: FollowUp) -> datetime | None:
    """When the first check-in went out that this message follows."""
    since = follow_up.reason.of
    firsts = (
        one
        for one in reader.where(FollowUp, job_id=follow_up.job_id)
        if is_first(one) and one.reason.of == since
    )
    return max((one.done_at for one in firsts if one.done_at), default=None)


def _day(at: datetime | None, zone: str) -> date | None:
    return at.astimezone(ZoneInfo(zone)).date() if at else None
