"""Gathering what one note is written from, out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lib.actions.ask_briefs import brief_for_contact
from lib.actions.people import people_of, profile_of
from lib.actions.week_briefs import brief_for_weeks
from lib.actions.worksheets import strategy_of
from lib.domain.answers import JobEvent
from lib.domain.debriefs import Debrief, Request
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan import next_contact
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.followups.their_day import standing_commitment
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.people.contacts import Contact
from lib.store.repository import Reader
from lib.words.brief import Brief, NextContact

UNKNOWN = Interviewer(id="", job_id="")
ABOUT_IT = (NoteKind.COVER_LINE, NoteKind.APOLOGY, NoteKind.CALL)
"""Messages about the follow-up itself."""
TALKS = (Kind.CALL, Kind.MESSAGE)


def brief_for(
    reader: Reader,
    interview: Interview,
    debrief: Debrief,
    follow_up: FollowUp,
    kind: NoteKind,
    channel: Channel,
    follow_ups: Sequence[FollowUp],
) -> Brief:
    """What the note that belongs to that follow-up is written from. `follow_ups` are the interview's."""
    people = people_of(reader, interview)
    present = tuple(one for one in people if debrief.about(one.id).was_there)
    person = next((one for one in people if one.id == follow_up.interviewer_id), UNKNOWN)
    contact = next_contact([one for one in follow_ups if one.id != follow_up.id], person.id)
    return Brief(
        kind=kind,
        channel=channel,
        sender=profile_of(reader),
        job=reader.get(Job, interview.job_id),
        interview=interview,
        reader=person,
        others=tuple(one for one in present if one.id != person.id),
        said=debrief.about(person.id).said,
        sent_on=follow_up.due.day,
        met_before=_met_before(reader, interview, person),
        fit=tuple(point for point in strategy_of(reader, interview).points if not point.is_empty()),
        requests=_requests(debrief, follow_up, kind, person, follow_ups),
        commitment=standing_commitment(debrief, interview, reader.all(JobEvent)),
        next_contact=_next(contact, debrief) if contact else None,
        place=next((i for i, one in enumerate(present) if one.id == person.id), 0),
        about=_next(follow_up, debrief) if kind in ABOUT_IT and follow_up.kind in TALKS else None,
    )


def brief_of(reader: Reader, note: Note) -> Brief | None:
    """What that note was written from, as it stands now; None when its interview or job is gone."""
    follow_up = reader.find(FollowUp, note.follow_up_id)
    brief = brief_for_any(reader, follow_up, note.kind, note.channel) if follow_up else None
    return replace(brief, filled=note.filled) if brief else None


def brief_for_any(
    reader: Reader, follow_up: FollowUp, kind: NoteKind, channel: Channel
) -> Brief | None:
    """What a message of that kind for that follow-up is written from; None when its interview is gone."""
    if kind.is_to_a_contact():
        return brief_for_contact(reader, follow_up, kind, channel)
    if kind.is_of_the_weeks_after():
        return brief_for_weeks(reader, follow_up, kind, channel)
    interview = reader.find(Interview, follow_up.interview_id)
    if interview is None or reader.find(Job, follow_up.job_id) is None:
        return None
    debrief = reader.find(Debrief, interview.id) or Debrief(id=interview.id)
    follow_ups = reader.where(FollowUp, interview_id=interview.id)
    return brief_for(reader, interview, debrief, follow_up, kind, channel, follow_ups)


def siblings_of(reader: Reader, note: Note) -> dict[str, Text]:
    """The other notes of the same interview, of the same kind and channel, by their reader's name.

    Of a note to a contact: those to others about the same job.
    """
    others = reader.where(Note, interview_id=note.interview_id, job_id=note.job_id)
    names = {one.id: one.name for one in reader.where(Interviewer, job_id=note.job_id)}
    names |= {one.id: one.name for one in reader.all(Contact)}
    return {
        names.get(one.contact_id or one.interviewer_id) or "someone else": one.text
        for one in others
        if one.id != note.id and (one.kind, one.channel) == (note.kind, note.channel)
    }


def other_companies(reader: Reader, note: Note) -> tuple[str, ...]:
    """The companies of the person's other jobs."""
    mine = reader.get(Job, note.job_id).company.casefold()
    return tuple({job.company for job in reader.all(Job) if job.company.casefold() != mine})


def _next(follow_up: FollowUp, debrief: Debrief) -> NextContact:
    agreed = follow_up.promise is not None
    promised = [
        one for one in debrief.promises if follow_up.reason == Reason(ReasonKind.PROMISE, one.id)
    ]
    about = promised[0].about if promised else ""
    return NextContact(kind=follow_up.kind, due=follow_up.due, agreed=agreed, about=about)


def _met_before(reader: Reader, interview: Interview, person: Interviewer) -> bool:
    """True if that person sat in an earlier interview for the same job."""
    rounds = reader.where(Interview, job_id=interview.job_id)
    earlier = [one for one in rounds if one.starts_at() < interview.starts_at()]
    return any(person.id in one.interviewer_ids for one in earlier)


def _requests(
    debrief: Debrief,
    follow_up: FollowUp,
    kind: NoteKind,
    person: Interviewer,
    follow_ups: Sequence[FollowUp],
) -> tuple[Request, ...]:
    """What the note is about to send or to announce, due when its follow-up is, which may have been moved."""
    due = {one.reason: one.due for one in follow_ups}
    asked = tuple(
        replace(one, due=due.get(Reason(ReasonKind.MATERIAL, one.id), one.due))
        for one in debrief.requests
    )
    if kind in ABOUT_IT and follow_up.kind is not Kind.MATERIAL:
        return (Request(id=follow_up.id, what=follow_up.what, for_id=person.id, due=follow_up.due),)
    if kind in ABOUT_IT:
        return tuple(
            one for one in asked if follow_up.reason == Reason(ReasonKind.MATERIAL, one.id)
        )
    return tuple(one for one in asked if one.for_id == person.id and one.what.strip())
