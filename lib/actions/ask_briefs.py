"""Gathering what a note to a contact is written from: the job, its interview, and who knows whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.actions.people import people_of, profile_of, zone_of
from lib.actions.worksheets import strategy_of, written_debrief
from lib.domain.answers import JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.their_day import standing_commitment
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.people.asks import Ask, Step
from lib.domain.people.companies import normalised, said_same
from lib.domain.people.contacts import Contact, Knows, SameCompany, as_reader
from lib.store.repository import Reader
from lib.words.brief import NOTHING_SAID, Brief, GoodWord, Tie


def brief_for_contact(
    reader: Reader, follow_up: FollowUp, kind: NoteKind, channel: Channel
) -> Brief | None:
    """What that note to a contact is written from; None when the ask, its job or its interviews are gone."""
    ask = reader.find(Ask, follow_up.ask_id)
    contact = reader.find(Contact, ask.contact_id) if ask else None
    job = reader.find(Job, ask.job_id) if ask else None
    interview = spoken_of(reader, ask.job_id) if ask else None
    if ask is None or contact is None or job is None or interview is None:
        return None
    met = people_met(reader, job.id)
    told = _good_word(reader, ask, contact, job, met)
    debrief = reader.find(Debrief, interview.id) or Debrief(id=interview.id)
    judge = told.decides or told.knows
    return Brief(
        kind=kind,
        channel=channel,
        sender=profile_of(reader),
        job=job,
        interview=interview,
        reader=as_reader(contact, job.id),
        others=tuple(one for one in met if one.name.strip() and one.id not in contact.met_as),
        fit=tuple(point for point in strategy_of(reader, interview).points if not point.is_empty()),
        place=_place(reader, ask),
        sent_on=follow_up.due.day,
        commitment=standing_commitment(debrief, interview, reader.all(JobEvent)),
        said=debrief.about(judge.id).said if judge else NOTHING_SAID,
        good_word=told,
    )


def people_met(reader: Reader, job_id: str) -> tuple[Interviewer, ...]:
    """Everyone of that job's interviews, those of the earliest first."""
    rounds = sorted(reader.where(Interview, job_id=job_id), key=lambda one: one.starts_at())
    found = {person.id: person for one in rounds for person in people_of(reader, one)}
    return tuple(found.values())


def spoken_of(reader: Reader, job_id: str) -> Interview | None:
    """The interview that an ask refers to: the last one that was written down, else the first of all."""
    rounds = sorted(reader.where(Interview, job_id=job_id), key=lambda one: one.ends_at())
    written = [one for one in rounds if written_debrief(reader, one.id)]
    return written[-1] if written else rounds[0] if rounds else None


def link_of(
    ask: Ask, contact: Contact, met: Iterable[Interviewer]
) -> tuple[Interviewer, Knows] | None:
    """The interviewer whom they could speak to: the chosen one, else who decides, else the best known."""
    known = {one.interviewer_id: one for one in contact.knows}
    links = [(one, known[one.id]) for one in met if one.id in known and one.name.strip()]
    if not links:
        return None
    return max(
        links,
        key=lambda link: (
            link[0].id == ask.speak_to,
            link[0].role is Role.DECISION_MAKER,
            link[1].how_well,
        ),
    )


def _good_word(
    reader: Reader, ask: Ask, contact: Contact, job: Job, met: tuple[Interviewer, ...]
) -> GoodWord:
    link, zone = link_of(ask, contact, met), zone_of(reader, job.id)
    deciding = (one for one in met if one.role is Role.DECISION_MAKER and one.name.strip())
    return GoodWord(
        how=contact.how,
        tie=_tie(reader, contact, job),
        knows=link[0] if link else None,
        knows_how=link[1].how if link else "",
        decides=next(deciding, None),
        trait=ask.trait.strip(),
        asked_on=_day(ask.reached_at(Step.ASKED), zone),
        agreed_on=_day(ask.reached_at(Step.AGREED), zone),
        spoke_on=_day(ask.reached_at(Step.DONE), zone),
        did=ask.did,
        came_of_it=ask.came_of_it,
    )


def _tie(reader: Reader, contact: Contact, job: Job) -> Tie:
    answers = reader.all(SameCompany)
    if _is_same(contact.company, job.company, answers):
        return Tie.WORKS_THERE
    if any(_is_same(one, job.company, answers) for one in contact.past_companies):
        return Tie.WORKED_THERE
    return Tie.NONE


def _is_same(one: str, other: str, answers: tuple[SameCompany, ...]) -> bool:
    if not one.strip():
        return False
    return normalised(one) == normalised(other) or said_same(answers, one, other) is True


def _place(reader: Reader, ask: Ask) -> int:
    ids = [one.id for one in reader.where(Ask, job_id=ask.job_id)]
    return ids.index(ask.id)


def _day(at: datetime | None, zone: str) -> date | None:
    return at.astimezone(ZoneInfo(zone)).date() if at else None
