"""What stands on the calendar: follow-ups, interviews, and what the employer said would happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from lib.domain.answers import JobEvent
from lib.domain.dates.due import Due, at_local
from lib.domain.debriefs import Debrief
from lib.domain.english import English, short_date
from lib.domain.followups.entry_changes import changed_at_of, revision_of
from lib.domain.followups.followup import FollowUp, Kind, State
from lib.domain.followups.their_day import their_day
from lib.domain.interviews import Interview, Interviewer, InterviewKind
from lib.domain.jobs import Job
from lib.domain.records import Record


class EntryKind(StrEnum):
    """What sort of thing stands on the calendar, in the groups that its legend shows."""

    NOTE = "note"
    CARD = "card"
    CALL = "call"
    MESSAGE = "message"
    MATERIAL = "material"
    CHECK_IN = "check_in"
    GOOD_WORD = "good_word"
    OTHER = "other"
    INTERVIEW = "interview"
    COMMITMENT = "commitment"


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
TASK_MINUTES = 15


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One dated thing on a calendar: all day without a `clock`, else at that wall-clock time in `zone`.

    `short` is the title for narrow places, with the person or the company first. `record_id` is the
    follow-up's or the interview's id (for a commitment: of the interview in which it was made).
    `revision` rises whenever the entry may have changed; `minutes` is its length.
    """

    uid: str
    title: str
    short: str = ""
    day: date
    clock: time | None = None
    zone: str = "UTC"
    minutes: int = TASK_MINUTES
    details: str = ""
    place: str = ""
    kind: EntryKind
    revision: int = 0
    changed_at: datetime | None = None
    state: State = State.OPEN
    promised: bool = False
    job_id: str = ""
    record_id: str = ""

    def is_follow_up(self) -> bool:
        """Whether it is something I owe: that can be moved and done."""
        return self.kind not in (EntryKind.INTERVIEW, EntryKind.COMMITMENT)

    def starts_at(self) -> datetime | None:
        """The moment it starts, in UTC; None if it is for the whole day."""
        return at_local(self.day, self.clock, self.zone) if self.clock is not None else None

    def due_at(self, day: date, clock: time | None, zone: str) -> Due:
        """The due date it gets when it is put on that day (at that time) of a calendar in `zone`."""
        if clock is None:
            return Due(day, None, self.zone)
        return Due.at(at_local(day, clock, zone), self.zone)


def entries(
    jobs: Iterable[Job],
    interviews: Iterable[Interview],
    interviewers: Iterable[Interviewer],
    debriefs: Iterable[Debrief],
    followups: Iterable[FollowUp],
    events: Iterable[JobEvent] = (),
    *,
    now: datetime,
    english: English,
) -> tuple[Entry, ...]:
    """All that belongs on the calendar, by date. Archived jobs and what was let go undone are left out."""
    known = {job.id: job for job in jobs}
    shelved = {job.id for job in known.values() if job.archived_at is not None}
    people = {person.id: person for person in interviewers}
    rounds = {one.id: one for one in interviews if one.job_id not in shelved}
    found = (
        *(
            _follow_up(one, known, people, now, english)
            for one in followups
            if one.job_id not in shelved
        ),
        *(_interview(one, known, people, now) for one in rounds.values()),
        *_commitments(debriefs, events, rounds, known, people, now),
    )
    return tuple(sorted((one for one in found if one.state is not State.CLOSED), key=_by_date))


def _by_date(entry: Entry) -> tuple[date, time, str]:
    return entry.day, entry.clock or time.min, entry.uid


def _follow_up(
    one: FollowUp,
    jobs: Mapping[str, Job],
    people: Mapping[str, Interviewer],
    now: datetime,
    english: English,
) -> Entry:
    job, kind = jobs.get(one.job_id), GROUPS[one.kind]
    person = people.get(one.interviewer_id)
    shown = [person] if person else []
    return Entry(
        uid=f"followup-{one.id}@follow-through",
        title=_title(_of(one.what, one.who), job),
        short=_title(_of(one.who, one.what), job),
        day=one.due.day,
        clock=one.due.clock,
        zone=one.due.zone,
        minutes=CALL_MINUTES if kind is EntryKind.CALL else TASK_MINUTES,
        details=_lines(_job(job), _promise(one, english), _reach(person)),
        kind=kind,
        revision=revision_of(one, job, shown),
        changed_at=changed_at_of(one, job, shown),
        state=one.state(now),
        promised=one.promise is not None,
        job_id=one.job_id,
        record_id=one.id,
    )


def _interview(
    one: Interview, jobs: Mapping[str, Job], people: Mapping[str, Interviewer], now: datetime
) -> Entry:
    job = jobs.get(one.job_id)
    present = [people[id] for id in one.interviewer_ids if id in people]
    met = [_with_position(person) for person in present]
    return Entry(
        uid=f"interview-{one.id}@follow-through",
        title=_title(ROUNDS[one.kind], job),
        short=f"{job.company} · {ROUNDS[one.kind]}" if job else ROUNDS[one.kind],
        day=one.day,
        clock=one.clock,
        zone=one.zone,
        minutes=max(one.minutes, 1),
        details=_lines(_job(job), f"With {', '.join(met)}" if met else ""),
        place=one.place,
        kind=EntryKind.INTERVIEW,
        revision=revision_of(one, job, present),
        changed_at=changed_at_of(one, job, present),
        state=State.DONE if one.ends_at() <= now else State.OPEN,
        job_id=one.job_id,
        record_id=one.id,
    )


class _TheirDate(NamedTuple):
    """A day that the employer gave, as the calendar shows it."""

    key: str
    title: str
    day: date
    state: State


def _commitments(
    debriefs: Iterable[Debrief],
    events: Iterable[JobEvent],
    rounds: Mapping[str, Interview],
    jobs: Mapping[str, Job],
    people: Mapping[str, Interviewer],
    now: datetime,
) -> Iterator[Entry]:
    last = {one.job_id: one for one in sorted(rounds.values(), key=Interview.starts_at)}
    events = tuple(events)
    for debrief in debriefs:
        if interview := rounds.get(debrief.id):
            overtaken = last[interview.job_id].id != interview.id
            by = their_day(debrief, interview, events)
            who = people.get(debrief.commitment.who_id)
            heard = [one for one in events if one.job_id == interview.job_id]
            shown: list[Record] = [*([who] if who else []), *heard]
            for key, title, day in _dates_they_gave(debrief, people, by):
                state = _standing(Due(day, None, interview.zone), overtaken, now)
                their = _TheirDate(key, title, day, state)
                yield _commitment(debrief, interview, jobs.get(interview.job_id), shown, their)


def _dates_they_gave(
    debrief: Debrief, people: Mapping[str, Interviewer], by: date | None
) -> Iterator[tuple[str, str, date]]:
    said = debrief.commitment
    if by:
        who = people.get(said.who_id)
        yield (
            "commitment",
            f"{who.name if who and who.name else 'They'}: {said.what or 'next step'}",
            by,
        )
    if debrief.decision_on and debrief.decision_on not in (said.by, by):
        yield "decision", "They decide", debrief.decision_on


def _standing(due: Due, overtaken: bool, now: datetime) -> State:
    """A later interview for the job shows that they have acted; without one, a day gone by is overdue."""
    if overtaken:
        return State.DONE
    return State.OVERDUE if due.deadline() < now else State.OPEN


def _commitment(
    debrief: Debrief, interview: Interview, job: Job | None, shown: list[Record], their: _TheirDate
) -> Entry:
    return Entry(
        uid=f"{their.key}-{debrief.id}@follow-through",
        title=_title(their.title, job),
        day=their.day,
        zone=interview.zone,
        details=_lines(_job(job), "The employer's date, not yours."),
        kind=EntryKind.COMMITMENT,
        revision=revision_of(debrief, job, shown),
        changed_at=changed_at_of(debrief, job, shown),
        state=their.state,
        job_id=interview.job_id,
        record_id=debrief.id,
    )


def _title(what: str, job: Job | None) -> str:
    return f"{what} · {job.company}" if job else what


def _of(first: str, second: str) -> str:
    """Both, or the one that holds the other."""
    if first.casefold() in second.casefold():
        return second
    return first if second.casefold() in first.casefold() else f"{first} · {second}"


def _with_position(person: Interviewer) -> str:
    name = person.name or "someone"
    return f"{name} ({person.position})" if person.position else name


def _job(job: Job | None) -> str:
    return f"{job.role}, {job.company}" if job else ""


def _promise(one: FollowUp, english: English) -> str:
    if one.promise is None:
        return ""
    first = one.promise.first.day
    moved = f" First for {short_date(first, english)}." if first != one.due.day else ""
    return f"You promised this.{moved}"


def _reach(person: Interviewer | None) -> str:
    return _lines(person.phone, person.email) if person else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
