"""Gathers what a note is written from and checked against, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from lib.actions.people import people_met, people_of, profile_of, zone_of
from lib.actions.worksheets import round_to_refer_to, strategy_of
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import Due, local_day
from lib.domain.debriefs import Debrief, Request
from lib.domain.followups.check_ins import is_first
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan import next_contact
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.followups.their_day import standing_commitment
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.people.asks import Ask, Step
from lib.domain.people.companies import normalised, said_same
from lib.domain.people.contacts import Contact, Knows, SameCompany, as_reader
from lib.store.repository import Reader
from lib.words.brief import NO_COMMITMENT, NOTHING_SAID, Brief, GoodWord, NextContact, Tie, Weeks

ABOUT_A_FOLLOW_UP = (NoteKind.COVER_LINE, NoteKind.APOLOGY, NoteKind.CALL)
TALKS = (Kind.CALL, Kind.MESSAGE)


@dataclass(frozen=True, slots=True)
class Planned:
    """A checklist as it is being filled in, and the follow-ups that it calls for."""

    debrief: Debrief
    follow_ups: Sequence[FollowUp]


def brief_of(reader: Reader, note: Note) -> Brief | None:
    """Returns what the note would be written from now; None if its interview or job is gone."""
    follow_up = reader.find(FollowUp, note.follow_up_id)
    brief = brief_for(reader, follow_up, note.kind, note.channel) if follow_up else None
    return replace(brief, filled=note.filled) if brief else None


def brief_for(
    reader: Reader,
    follow_up: FollowUp,
    kind: NoteKind,
    channel: Channel,
    planned: Planned | None = None,
) -> Brief | None:
    """Returns what a note of that kind for that follow-up is written from.

    Args:
        planned: used in place of the checklist and follow-ups in the store, for a preview.

    Returns:
        None if the job, the interview or the contact is gone.
    """
    job = reader.find(Job, follow_up.job_id)
    interview = _interview_of(reader, follow_up, kind)
    if job is None or interview is None:
        return None
    debrief = reader.find(Debrief, interview.id) or Debrief(id=interview.id)
    if planned is None:
        planned = Planned(debrief, reader.where(FollowUp, interview_id=interview.id))
    points = strategy_of(reader, interview).points
    brief = Brief(
        kind=kind,
        channel=channel,
        sender=profile_of(reader),
        job=job,
        interview=interview,
        reader=Interviewer(id="", job_id=job.id),
        sent_on=follow_up.due.day,
        fit=tuple(point for point in points if not point.is_empty()),
        commitment=standing_commitment(planned.debrief, interview, reader.all(JobEvent))
        or NO_COMMITMENT,
    )
    if kind.is_to_a_contact():
        return _to_a_contact(reader, brief, follow_up, planned.debrief)
    if kind.is_of_the_weeks_after():
        return _in_the_weeks_after(reader, brief, follow_up, planned.debrief)
    return _after_an_interview(reader, brief, follow_up, planned)


def siblings_of(reader: Reader, note: Note) -> dict[str, Text]:
    """Returns the other notes of the same interview, kind and channel, by their reader's name.

    Beside a note to a contact stand those to other contacts about the same job.
    """
    others = reader.where(Note, interview_id=note.interview_id, job_id=note.job_id)
    return {
        _name_of_reader(reader, one) or "someone else": one.text
        for one in others
        if one.id != note.id and (one.kind, one.channel) == (note.kind, note.channel)
    }


def _name_of_reader(reader: Reader, note: Note) -> str:
    if note.contact_id:
        contact = reader.find(Contact, note.contact_id)
        return contact.name if contact else ""
    person = reader.find(Interviewer, note.interviewer_id)
    return person.name if person else ""


def other_companies(reader: Reader, note: Note) -> tuple[str, ...]:
    """Returns the companies of the person's other jobs."""
    mine = reader.get(Job, note.job_id).company.casefold()
    return tuple({job.company for job in reader.all(Job) if job.company.casefold() != mine})


def link_of(
    ask: Ask, contact: Contact, met: Iterable[Interviewer]
) -> tuple[Interviewer, Knows] | None:
    """Returns the interviewer whom the contact could speak to, and how they know each other.

    The one whom the person chose comes first, then who decides, then the best known.
    """
    known = {one.interviewer_id: one for one in contact.knows}
    links = [(one, known[one.id]) for one in met if one.id in known and one.name.strip()]
    return max(links, key=lambda link: _rank(ask, *link), default=None)


def _rank(ask: Ask, person: Interviewer, knows: Knows) -> tuple[bool, bool, int]:
    return person.id == ask.speak_to, person.role is Role.DECISION_MAKER, knows.how_well


def _interview_of(reader: Reader, follow_up: FollowUp, kind: NoteKind) -> Interview | None:
    """Returns the interview that the note refers to; one that was deleted has no successor."""
    own = reader.find(Interview, follow_up.interview_id)
    if own or not (kind.is_of_the_weeks_after() or kind.is_to_a_contact()):
        return own
    return round_to_refer_to(reader, follow_up.job_id, follow_up.interviewer_id)


def _after_an_interview(
    reader: Reader, brief: Brief, follow_up: FollowUp, planned: Planned
) -> Brief:
    """Adds what a thank-you, or a note about a call or material, is written from."""
    people, debrief = people_of(reader, brief.interview), planned.debrief
    present = [one for one in people if debrief.about(one.id).was_there]
    others = [one for one in planned.follow_ups if one.id != follow_up.id]
    brief = _to_interviewer(brief, follow_up, debrief, people, present)
    contact = next_contact(others, brief.reader.id)
    is_about_a_talk = brief.kind in ABOUT_A_FOLLOW_UP and follow_up.kind in TALKS
    return replace(
        brief,
        met_before=_met_before(reader, brief),
        requests=_requests(brief, follow_up, planned),
        next_contact=_contact(contact, debrief) if contact else None,
        about=_contact(follow_up, debrief) if is_about_a_talk else None,
    )


def _to_interviewer(
    brief: Brief,
    follow_up: FollowUp,
    debrief: Debrief,
    people: Sequence[Interviewer],
    addressed: Sequence[Interviewer],
) -> Brief:
    """Adds the reader, and their place among all those to whom such a note may go."""
    person = next((one for one in people if one.id == follow_up.interviewer_id), brief.reader)
    return replace(
        brief,
        reader=person,
        others=tuple(one for one in addressed if one.id != person.id),
        said=debrief.about(person.id).said,
        place=next((i for i, one in enumerate(addressed) if one.id == person.id), 0),
    )


def _contact(follow_up: FollowUp, debrief: Debrief) -> NextContact:
    reason = follow_up.reason
    told = (one for one in debrief.promises if reason == Reason(ReasonKind.PROMISE, one.id))
    about = next((one.about for one in told), "")
    agreed = follow_up.promise is not None
    return NextContact(kind=follow_up.kind, due=follow_up.due, agreed=agreed, about=about)


def _met_before(reader: Reader, brief: Brief) -> bool:
    """Returns True if the reader sat in an earlier interview for the same job."""
    rounds = reader.where(Interview, job_id=brief.job.id)
    earlier = [one for one in rounds if one.starts_at() < brief.interview.starts_at()]
    return any(brief.reader.id in one.interviewer_ids for one in earlier)


def _requests(brief: Brief, follow_up: FollowUp, planned: Planned) -> tuple[Request, ...]:
    """Returns what the note sends or announces, due when its follow-up is, which may have moved."""
    person, asked = brief.reader.id, planned.debrief.requests
    if brief.kind not in ABOUT_A_FOLLOW_UP:
        wanted = [one for one in asked if one.for_id == person and one.what.strip()]
    elif follow_up.kind is Kind.MATERIAL:
        wanted = [one for one in asked if _material(one) == follow_up.reason]
    else:
        wanted = [Request(id=follow_up.id, what=follow_up.what, for_id=person, due=follow_up.due)]
    return tuple(replace(one, due=_due(one, planned.follow_ups)) for one in wanted)


def _due(request: Request, follow_ups: Sequence[FollowUp]) -> Due | None:
    dates = (one.due for one in follow_ups if one.reason == _material(request))
    return next(dates, request.due)


def _material(request: Request) -> Reason:
    return Reason(ReasonKind.MATERIAL, request.id)


def _in_the_weeks_after(
    reader: Reader, brief: Brief, follow_up: FollowUp, debrief: Debrief
) -> Brief:
    """Adds what a check-in, an answer to their answer or another late message is written from."""
    people = people_met(reader, brief.job.id)
    is_call = follow_up.kind is Kind.CALL
    answer, zone = reader.find(Answer, brief.job.id), follow_up.due.zone
    offers = strategy_of(reader, brief.interview).offers
    accepted = reader.where(Job, status=JobStatus.ACCEPTED)
    weeks = Weeks(
        checked_in_on=_day(_first_check_in(reader, follow_up), zone),
        heard_on=_day(answer.at if answer else None, zone),
        missed=follow_up.due if is_call else None,
        offers=tuple(one.what for one in offers if not one.is_empty()),
        answer_by=answer.answer_by if answer else None,
        news=answer.news if answer else "",
        turn=follow_up.reason.turn or 1,
        took_another=any(one.id != brief.job.id for one in accepted),
    )
    brief = _to_interviewer(brief, follow_up, debrief, people, people)
    return replace(brief, about=_contact(follow_up, debrief) if is_call else None, weeks=weeks)


def _first_check_in(reader: Reader, follow_up: FollowUp) -> datetime | None:
    """Returns when the first check-in went out that this message follows."""
    firsts = [one for one in reader.where(FollowUp, job_id=follow_up.job_id) if is_first(one)]
    same = [one.done_at for one in firsts if one.reason.of == follow_up.reason.of]
    return max(filter(None, same), default=None)


def _to_a_contact(
    reader: Reader, brief: Brief, follow_up: FollowUp, debrief: Debrief
) -> Brief | None:
    """Adds what an ask for a good word, its reminder or the thanks for it is written from."""
    ask = reader.find(Ask, follow_up.ask_id)
    contact = reader.find(Contact, ask.contact_id) if ask else None
    if ask is None or contact is None:
        return None
    met = people_met(reader, brief.job.id)
    good_word = _good_word(reader, ask, contact, brief.job, met)
    judge = good_word.decides or good_word.knows
    asks = [one.id for one in reader.where(Ask, job_id=ask.job_id)]
    return replace(
        brief,
        reader=as_reader(contact, brief.job.id),
        others=tuple(one for one in met if one.name.strip() and one.id not in contact.met_as),
        place=asks.index(ask.id),
        said=debrief.about(judge.id).said if judge else NOTHING_SAID,
        good_word=good_word,
    )


def _good_word(
    reader: Reader, ask: Ask, contact: Contact, job: Job, met: Sequence[Interviewer]
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
    worked = any(_is_same(one, job.company, answers) for one in contact.past_companies)
    return Tie.WORKED_THERE if worked else Tie.NONE


def _is_same(one: str, other: str, answers: tuple[SameCompany, ...]) -> bool:
    if not one.strip():
        return False
    return normalised(one) == normalised(other) or said_same(answers, one, other) is True


def _day(at: datetime | None, zone: str) -> date | None:
    return local_day(at, zone) if at else None
