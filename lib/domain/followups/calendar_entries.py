"""What stands on the calendar: follow-ups, interviews, and the days that employers gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from lib.domain.answers import JobEvent
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.english import English, short_date
from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import FollowUp, Kind, State
from lib.domain.followups.their_day import their_day
from lib.domain.interviews import Interview, Interviewer, InterviewKind
from lib.domain.jobs import Job

GROUPS = {
    Kind.THANK_YOU: EntryKind.NOTE,
    Kind.CARD: EntryKind.CARD,
    Kind.CALL: EntryKind.CALL,
    Kind.MESSAGE: EntryKind.MESSAGE,
    Kind.MATERIAL: EntryKind.MATERIAL,
    Kind.PREPARE: EntryKind.MATERIAL,
    Kind.CHECK_IN: EntryKind.CHECK_IN,
    Kind.ASK_NAME: EntryKind.OTHER,
    Kind.GOOD_WORD: EntryKind.GOOD_WORD,
    Kind.GOOD_WORD_AGAIN: EntryKind.GOOD_WORD,
    Kind.CONTACT_THANKS: EntryKind.GOOD_WORD,
    Kind.CLOSE_LOOP: EntryKind.CHECK_IN,
    Kind.GRACIOUS_REPLY: EntryKind.NOTE,
    Kind.STAY_IN_TOUCH: EntryKind.MESSAGE,
    Kind.OFFER_THANKS: EntryKind.NOTE,
    Kind.ANSWER_OFFER: EntryKind.MESSAGE,
    Kind.WITHDRAWAL: EntryKind.NOTE,
    Kind.OTHER: EntryKind.OTHER,
}
"""Under which group each kind of follow-up stands."""

ROUNDS = {
    InterviewKind.PHONE_SCREEN: "Phone screen",
    InterviewKind.FIRST: "First interview",
    InterviewKind.TECHNICAL: "Technical interview",
    InterviewKind.CASE: "Case interview",
    InterviewKind.PANEL: "Panel interview",
    InterviewKind.FINAL: "Final interview",
    InterviewKind.INFORMAL: "Informal talk",
    InterviewKind.OTHER: "Interview",
}

CALL_MINUTES = 30


@dataclass(frozen=True, slots=True)
class CalendarRecords:
    """The records that a calendar is made from."""

    jobs: Iterable[Job] = ()
    interviews: Iterable[Interview] = ()
    interviewers: Iterable[Interviewer] = ()
    debriefs: Iterable[Debrief] = ()
    followups: Iterable[FollowUp] = ()
    events: Iterable[JobEvent] = ()


def entries(of: CalendarRecords, *, now: datetime, english: English) -> tuple[Entry, ...]:
    """Returns all that belongs on the calendar, by date.

    Archived jobs and what was let go undone are left out.
    """
    jobs = {job.id: job for job in of.jobs}
    shelved = {job.id for job in jobs.values() if job.archived_at is not None}
    people = {person.id: person for person in of.interviewers}
    rounds = {one.id: one for one in of.interviews if one.job_id not in shelved}
    case = _Case(jobs, rounds, people, tuple(of.events), now, english)
    due = (case.follow_up(one) for one in of.followups if one.job_id not in shelved)
    theirs = (one for debrief in of.debriefs for one in case.commitments(debrief))
    found = [*due, *(case.interview(one) for one in rounds.values()), *theirs]
    shown = [one for one in found if one.state is not State.CLOSED]
    return tuple(sorted(shown, key=lambda one: (one.day, one.clock or time.min, one.uid)))


@dataclass(frozen=True, slots=True)
class _Case:
    jobs: dict[str, Job]
    rounds: dict[str, Interview]
    people: dict[str, Interviewer]
    events: tuple[JobEvent, ...]
    now: datetime
    english: English

    def follow_up(self, one: FollowUp) -> Entry:
        """Returns what the calendar shows of something I owe."""
        job, kind = self.jobs.get(one.job_id), GROUPS[one.kind]
        person = self.people.get(one.interviewer_id)
        reach = _lines(person.phone, person.email) if person else ""
        entry = Entry(
            uid=f"followup-{one.id}@follow-through",
            title=_title(_of(one.what, one.who), job),
            short=_title(_of(one.who, one.what), job),
            day=one.due.day,
            clock=one.due.clock,
            zone=one.due.zone,
            details=_lines(_job(job), self._promise(one), reach),
            kind=kind,
            state=one.state(self.now),
            promised=one.promise is not None,
            job_id=one.job_id,
            record_id=one.id,
        )
        return replace(entry, minutes=CALL_MINUTES) if kind is EntryKind.CALL else entry

    def interview(self, one: Interview) -> Entry:
        """Returns what the calendar shows of an interview."""
        job = self.jobs.get(one.job_id)
        present = [self.people[id] for id in one.interviewer_ids if id in self.people]
        met = ", ".join(_with_position(person) for person in present)
        return Entry(
            uid=f"interview-{one.id}@follow-through",
            title=_title(ROUNDS[one.kind], job),
            short=f"{job.company} · {ROUNDS[one.kind]}" if job else ROUNDS[one.kind],
            day=one.day,
            clock=one.clock,
            zone=one.zone,
            minutes=max(one.minutes, 1),
            details=_lines(_job(job), f"With {met}" if met else ""),
            place=one.place,
            kind=EntryKind.INTERVIEW,
            state=State.DONE if one.ends_at() <= self.now else State.OPEN,
            job_id=one.job_id,
            record_id=one.id,
        )

    def commitments(self, debrief: Debrief) -> Iterator[Entry]:
        """Yields the days that the employer gave in an interview, as they stand now."""
        interview = self.rounds.get(debrief.id)
        if interview is None:
            return
        job, who = self.jobs.get(interview.job_id), self.people.get(debrief.commitment.who_id)
        heard = [one for one in self.events if one.job_id == interview.job_id]
        by = their_day(debrief, interview, heard)
        for key, title, day in _dates_they_gave(debrief, who, by):
            yield Entry(
                uid=f"{key}-{debrief.id}@follow-through",
                title=_title(title, job),
                day=day,
                zone=interview.zone,
                details=_lines(_job(job), "The employer's date, not yours."),
                kind=EntryKind.COMMITMENT,
                state=self._their_state(interview, day),
                job_id=interview.job_id,
                record_id=debrief.id,
            )

    def _their_state(self, interview: Interview, day: date) -> State:
        """A later interview for the job shows that they acted; else a day gone by is overdue."""
        of_job = [one for one in self.rounds.values() if one.job_id == interview.job_id]
        if max(of_job, key=Interview.starts_at).starts_at() > interview.starts_at():
            return State.DONE
        deadline = Due(day, None, interview.zone).deadline()
        return State.OVERDUE if deadline < self.now else State.OPEN

    def _promise(self, one: FollowUp) -> str:
        if one.promise is None:
            return ""
        first = one.promise.first.day
        moved = f" First for {short_date(first, self.english)}." if first != one.due.day else ""
        return f"You promised this.{moved}"


def _dates_they_gave(
    debrief: Debrief, who: Interviewer | None, by: date | None
) -> Iterator[tuple[str, str, date]]:
    said, name = debrief.commitment, who.name if who else ""
    if by:
        yield "commitment", f"{name or 'They'}: {said.what or 'next step'}", by
    if debrief.decision_on and debrief.decision_on not in (said.by, by):
        yield "decision", "They decide", debrief.decision_on


def _title(what: str, job: Job | None) -> str:
    return f"{what} · {job.company}" if job else what


def _of(first: str, second: str) -> str:
    """Returns both, or the one that holds the other."""
    if first.casefold() in second.casefold():
        return second
    return first if second.casefold() in first.casefold() else f"{first} · {second}"


def _with_position(person: Interviewer) -> str:
    name = person.name or "someone"
    return f"{name} ({person.position})" if person.position else name


def _job(job: Job | None) -> str:
    return f"{job.role}, {job.company}" if job else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
