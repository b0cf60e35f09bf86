"""The lines of a job's history that others wrote: the employer, and people who put in a good word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.followups.calendar_entries import ROUNDS
from lib.domain.history.lines import A_MOMENT, CHANNELS, About, Case, Line, LineKind, joined
from lib.domain.interviews import Interview
from lib.domain.jobs import JobStatus
from lib.domain.notes import Note, NoteKind
from lib.domain.people.asks import Ask, Reached, Step

HEARD = {
    EventKind.WROTE: "{who} wrote",
    EventKind.CALLED: "{who} called",
    EventKind.MOVED_DATE: "{who} moved the date",
}
STEPS = {
    Step.ASKED: "Asked {who} for a good word",
    Step.AGREED: "{who} agreed to put in a good word",
    Step.DONE: "{who} put in a good word",
    Step.THANKED: "Thanked {who} for the good word",
    Step.DECLINED: "{who} would rather not put in a word",
}
WRITTEN_FOR = {Step.ASKED: NoteKind.GOOD_WORD, Step.THANKED: NoteKind.CONTACT_THANKS}
"""The message with which a step is taken: the two are one line."""
OUTCOMES = {
    JobStatus.INTERVIEWING: "Still running",
    JobStatus.OFFER: "They made an offer",
    JobStatus.ACCEPTED: "Offer accepted",
    JobStatus.NOT_SELECTED: "Not selected",
    JobStatus.WITHDRAWN: "Stepped back",
    JobStatus.SILENT: "Silent: not waiting any longer",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _TheirDay:
    """A day that the employer gave, and when they did; `line` is what stands in the list for it."""

    said_at: datetime
    due: Due
    words: str
    about: About
    record_id: str


def theirs(of: Case) -> Iterator[Line]:
    """What happened on their side: interviews, what they said, days that passed, what was heard, the end."""
    held = [one for one in of.rounds.values() if one.ends_at() <= of.now]
    yield from (_round(of, one) for one in held)
    yield from _said(of)
    yield from (_heard(of, one) for one in of.events)
    days = [one for one in _their_days(of) if one.due.deadline() <= of.now]
    yield from (_passed(of, one) for one in days if not _settled_by(of, one, one.due.deadline()))
    yield from _ends(of)


def theirs_to_come(of: Case) -> Iterator[Line]:
    """What is to come from their side: interviews, and the days they gave that nothing has settled yet."""
    coming = [one for one in of.rounds.values() if one.ends_at() > of.now]
    yield from (_round(of, one) for one in coming)
    for day in _their_days(of):
        if day.due.deadline() > of.now and not _settled_by(of, day, of.now):
            yield Line(
                at=day.due.deadline(),
                when=day.due,
                kind=LineKind.THEIR_DAY,
                words=day.words,
                more="the day they gave",
                about=day.about,
                record_id=day.record_id,
            )


def good_words(of: Case) -> Iterator[Line]:
    """Every step that somebody was asked for, or took, towards a good word."""
    for ask in of.asks:
        yield from (_step(of, ask, one) for one in ask.steps if one.step in STEPS)


def is_a_step(of: Case, note: Note) -> bool:
    """Whether a message to somebody I know stands in the history as a step already."""
    asks = (ask for ask in of.asks if ask.contact_id == note.contact_id)
    return any(WRITTEN_FOR.get(one.step) is note.kind for ask in asks for one in ask.steps)


def _round(of: Case, one: Interview) -> Line:
    people = [of.name(id, "somebody") for id in one.interviewer_ids if id in of.people]
    return Line(
        at=one.starts_at(),
        when=of.on(one.starts_at()),
        kind=LineKind.INTERVIEW,
        words=ROUNDS[one.kind],
        more=joined(f"with {', '.join(people)}" if people else "", one.place.strip()),
        about=About.INTERVIEW,
        record_id=one.id,
    )


def _said(of: Case) -> Iterator[Line]:
    """What they said would happen, each at the end of its interview."""
    for debrief in of.debriefs:
        interview, said = of.rounds[debrief.id], debrief.commitment
        if interview.ends_at() <= of.now and not said.is_empty():
            by = Due(said.by, None, interview.zone) if said.by else None
            yield Line(
                at=interview.ends_at(),
                when=of.on(interview.ends_at()),
                kind=LineKind.THEY_SAID,
                words=_commitment(of, debrief),
                more=f"by {of.date(by)}" if by else "no day named",
                about=About.DEBRIEF,
                record_id=debrief.id,
            )


def _commitment(of: Case, debrief: Debrief) -> str:
    said = debrief.commitment
    return f"{_upper(of.name(said.who_id, 'They'))}: {said.what.strip() or 'the next step'}"


def _their_days(of: Case) -> Iterator[_TheirDay]:
    """Every day that they gave: in an interview, or when they were in touch afterwards."""
    for debrief in of.debriefs:
        one, by = of.rounds[debrief.id], debrief.commitment.by
        given = [(by, _commitment(of, debrief))] if by else []
        if debrief.decision_on and debrief.decision_on != by:
            given.append((debrief.decision_on, "They decide"))
        for day, words in given if one.ends_at() <= of.now else ():
            due = Due(day, None, one.zone)
            yield _TheirDay(
                said_at=one.ends_at(),
                due=due,
                words=words,
                about=About.DEBRIEF,
                record_id=debrief.id,
            )
    for event in of.events:
        if event.by and event.kind.is_from_them():
            yield _TheirDay(
                said_at=event.at,
                due=Due(event.by, None, of.zone),
                words=f"{_upper(of.name(event.who_id, 'They'))}: the next step",
                about=About.NOTHING,
                record_id="",
            )


def _settled_by(of: Case, day: _TheirDay, until: datetime) -> bool:
    """Whether they were in touch again by then. A later interview shows that they have acted, too."""
    heard = [one.at for one in of.events if one.kind.is_from_them()]
    heard += [of.answer.at] if of.answer else []
    later = any(one.starts_at() > day.said_at for one in of.rounds.values())
    return later or any(day.said_at < at <= until for at in heard)


def _passed(of: Case, day: _TheirDay) -> Line:
    last = day.due.deadline() - A_MOMENT
    return Line(
        at=last,
        when=of.day_of(last),
        kind=LineKind.DAY_PASSED,
        words=day.words,
        more=f"by {of.date(day.due)}, they had said",
        about=day.about,
        record_id=day.record_id,
    )


def _heard(of: Case, one: JobEvent) -> Line:
    """A line that was put there by hand. It has a day and no time, as its moment is a guess."""
    words, by = (
        one.words.strip(),
        f"next by {of.date(Due(one.by, None, of.zone))}" if one.by else "",
    )
    theirs = one.kind.is_from_them()
    return Line(
        at=one.at,
        when=of.day_of(one.at),
        kind=LineKind.HEARD if theirs else LineKind.OWN,
        words=_upper(HEARD[one.kind].format(who=of.name(one.who_id, "They"))) if theirs else words,
        more=joined(words, by) if theirs else by,
        about=About.EVENT,
        record_id=one.id,
    )


def _step(of: Case, ask: Ask, one: Reached) -> Line:
    sent = [
        note
        for note in of.notes
        if note.contact_id == ask.contact_id
        and note.sent_at
        and note.kind is WRITTEN_FOR.get(one.step)
    ]
    did = (ask.did.strip(), ask.came_of_it.strip()) if one.step is Step.DONE else ()
    return Line(
        at=one.at,
        when=of.on(one.at),
        kind=LineKind.GOOD_WORD,
        words=_upper(STEPS[one.step].format(who=of.friend(ask.contact_id))),
        more=joined(CHANNELS[sent[-1].channel] if sent else "", *did),
        about=About.NOTE if sent else About.NETWORK,
        record_id=sent[-1].id if sent else of.job.id,
    )


def _ends(of: Case) -> Iterator[Line]:
    if of.answer is not None:
        told = of.name(of.answer.from_id, "")
        by = Due(of.answer.answer_by, None, of.zone) if of.answer.answer_by else None
        yield Line(
            at=of.answer.at,
            when=of.on(of.answer.at),
            kind=LineKind.OUTCOME,
            words=OUTCOMES[of.answer.status],
            more=joined(
                f"{_upper(told)} told you" if told else "",
                f"to be answered by {of.date(by)}" if by else "",
                f"for next time: {of.answer.learned.strip()}" if of.answer.learned.strip() else "",
            ),
            about=About.OUTCOME,
            record_id=of.job.id,
        )
    if of.job.archived_at is not None:
        at = of.job.archived_at
        yield Line(at=at, when=of.on(at), kind=LineKind.OUTCOME, words="Job archived")


def _upper(words: str) -> str:
    """The words as they begin a line."""
    return f"{words[:1].upper()}{words[1:]}"
