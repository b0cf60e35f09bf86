"""The lines of a job's history about the employer, and about those who put in a good word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from lib.domain.answers import EventKind, JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment
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


def theirs(case: Case) -> Iterator[Line]:
    """Yields interviews, what they said, days that passed, what was heard, and the end."""
    held = case.records.ended(case.now)
    yield from (_round(case, one) for one in held)
    yield from _said(case, held)
    yield from (_heard(case, one) for one in case.records.events)
    for said_at, line in _their_days(case):
        if line.at <= case.now and not _is_settled(case, said_at, line.at):
            last, more = line.at - A_MOMENT, f"by {case.date(line.when)}, they had said"
            when = case.day_of(last)
            yield replace(line, at=last, when=when, kind=LineKind.DAY_PASSED, more=more)
    yield from _ends(case)


def theirs_to_come(case: Case) -> Iterator[Line]:
    """Yields the interviews to come, and the days they gave that nothing has settled yet."""
    coming = [one for one in case.records.interviews if one.ends_at() > case.now]
    yield from (_round(case, one) for one in coming)
    for said_at, line in _their_days(case):
        if line.at > case.now and not _is_settled(case, said_at, case.now):
            yield line


def good_words(case: Case) -> Iterator[Line]:
    """Yields every step that somebody was asked for, or took, towards a good word."""
    for ask in case.records.asks:
        yield from (_step(case, ask, one) for one in ask.steps if one.step in STEPS)


def is_a_step(case: Case, note: Note) -> bool:
    """Returns True if a message to a contact stands in the history as a step already."""
    asks = (ask for ask in case.records.asks if ask.contact_id == note.contact_id)
    return any(WRITTEN_FOR.get(one.step) is note.kind for ask in asks for one in ask.steps)


def _round(case: Case, one: Interview) -> Line:
    known = {person.id for person in case.records.people}
    people = [case.records.name(id, "somebody") for id in one.interviewer_ids if id in known]
    met = f"with {', '.join(people)}" if people else ""
    more = joined(met, one.place.strip())
    return case.line(
        one.starts_at(), LineKind.INTERVIEW, ROUNDS[one.kind], more, About.INTERVIEW, one.id
    )


def _said(case: Case, held: Iterable[Interview]) -> Iterator[Line]:
    """Yields what they said would happen, each at the end of its interview."""
    for interview in held:
        said = case.records.debrief(interview).commitment
        if said.is_empty():
            continue
        by = f"by {case.date(Due(said.by, None, interview.zone))}" if said.by else "no day named"
        words, id = _commitment(case, said), interview.id
        yield case.line(interview.ends_at(), LineKind.THEY_SAID, words, by, About.CHECKLIST, id)


def _commitment(case: Case, said: Commitment) -> str:
    who = _upper(case.records.name(said.who_id, "They"))
    return f"{who}: {said.what.strip() or 'the next step'}"


def _their_days(case: Case) -> Iterator[tuple[datetime, Line]]:
    """Yields when they gave a day, in an interview or afterwards, and the line for that day."""
    for interview in case.records.ended(case.now):
        debrief, ended = case.records.debrief(interview), interview.ends_at()
        by, decided = debrief.commitment.by, debrief.decision_on
        given = {decided: "They decide", by: _commitment(case, debrief.commitment)}
        for day, words in given.items():
            if day is not None:
                line = _their_day(Due(day, None, interview.zone), words)
                yield ended, replace(line, about=About.CHECKLIST, record_id=interview.id)
    for event in case.records.events:
        if event.by and event.kind.is_from_them():
            who = _upper(case.records.name(event.who_id, "They"))
            due = Due(event.by, None, case.zone)
            yield event.at, _their_day(due, f"{who}: the next step")


def _their_day(due: Due, words: str) -> Line:
    return Line(due.deadline(), due, LineKind.THEIR_DAY, words, "the day they gave")


def _is_settled(case: Case, said_at: datetime, until: datetime) -> bool:
    """Returns True if they were in touch again by then, or held a later interview."""
    heard = [one.at for one in case.records.events if one.kind.is_from_them()]
    heard += [case.records.answer.at] if case.records.answer else []
    later = any(one.starts_at() > said_at for one in case.records.interviews)
    return later or any(said_at < at <= until for at in heard)


def _heard(case: Case, one: JobEvent) -> Line:
    """Returns the line that was added by hand, with a day and no time, as its moment is a guess."""
    kind, words, when = LineKind.OWN, one.words.strip(), case.day_of(one.at)
    more = f"next by {case.date(Due(one.by, None, case.zone))}" if one.by else ""
    if one.kind.is_from_them():
        more = joined(words, more)
        who = case.records.name(one.who_id, "They")
        kind, words = LineKind.HEARD, _upper(HEARD[one.kind].format(who=who))
    return Line(one.at, when, kind, words, more, About.EVENT, one.id)


def _step(case: Case, ask: Ask, one: Reached) -> Line:
    to_them = [note for note in case.records.notes if note.contact_id == ask.contact_id]
    kind = WRITTEN_FOR.get(one.step)
    sent = [note for note in to_them if note.sent_at and note.kind is kind]
    words = _upper(STEPS[one.step].format(who=case.records.contact_name(ask.contact_id)))
    did = (ask.did.strip(), ask.came_of_it.strip()) if one.step is Step.DONE else ()
    if not sent:
        job_id = case.records.job.id
        more = joined(*did)
        return case.line(one.at, LineKind.GOOD_WORD, words, more, About.GOOD_WORD, job_id)
    more = joined(CHANNELS[sent[-1].channel], *did)
    return case.line(one.at, LineKind.GOOD_WORD, words, more, About.NOTE, sent[-1].id)


def _ends(case: Case) -> Iterator[Line]:
    """Yields the answer, and that the job was archived."""
    job, answer = case.records.job, case.records.answer
    if answer is not None:
        told, learned = case.records.name(answer.from_id), answer.learned.strip()
        by = Due(answer.answer_by, None, case.zone) if answer.answer_by else None
        more = joined(
            f"{_upper(told)} told you" if told else "",
            f"to be answered by {case.date(by)}" if by else "",
            f"for next time: {learned}" if learned else "",
        )
        words = OUTCOMES[answer.status]
        yield case.line(answer.at, LineKind.OUTCOME, words, more, About.ANSWER, job.id)
    if job.archived_at is not None:
        yield case.line(job.archived_at, LineKind.OUTCOME, "Job archived")


def _upper(words: str) -> str:
    """Returns the words as they begin a line."""
    return f"{words[:1].upper()}{words[1:]}"
