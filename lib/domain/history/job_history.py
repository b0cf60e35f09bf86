"""Everything that happened about one job, and what is still to come, as lines in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter

from lib.domain.answers import Answer, JobEvent
from lib.domain.dates import spoken
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief
from lib.domain.english import DateStyle, short_date
from lib.domain.followups.ask_plan import STEP_OF
from lib.domain.followups.followup import (
    MISSED_AFTER,
    FollowUp,
    Promise,
    Punctuality,
    State,
    punctuality,
)
from lib.domain.history.lines import (
    A_MOMENT,
    CHANNELS,
    About,
    Case,
    Line,
    LineKind,
    by_calendar,
    clock_words,
    joined,
)
from lib.domain.history.lines_of_others import good_words, is_a_step, theirs, theirs_to_come
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.domain.pocket import clipped

__all__ = ["About", "JobHistory", "Line", "LineKind", "history", "latest"]

LONGEST_SUBJECT = 90
MOVED = "moved from"
"""What the line of a follow-up's own history says that was put on another day."""
NOTES = {
    NoteKind.THANK_YOU: "Thank-you note to {who}",
    NoteKind.COORDINATOR: "Letter of thanks to {who}",
    NoteKind.COVER_LINE: "Lines with the material to {who}",
    NoteKind.APOLOGY: "Apology to {who}",
    NoteKind.CALL: "Call to {who}",
    NoteKind.GOOD_WORD: "Ask for a good word to {who}",
    NoteKind.GOOD_WORD_AGAIN: "Gentle reminder to {who}",
    NoteKind.CONTACT_THANKS: "Thanks to {who} for the good word",
    NoteKind.CHECK_IN: "Check-in with {who}",
    NoteKind.CHECK_IN_AGAIN: "Second check-in with {who}",
    NoteKind.CLOSE_LOOP: "Closing the loop with {who}",
    NoteKind.MISSED_CALL: "Message to {who} about the missed call",
    NoteKind.GRACIOUS_REPLY: "Gracious reply to {who}",
    NoteKind.STAY_IN_TOUCH: "Staying in touch with {who}",
    NoteKind.OFFER_THANKS: "Thanks to {who} for the offer",
    NoteKind.WITHDRAWAL: "Stepping back, to {who}",
}
TURNED_OUT = {
    Punctuality.KEPT: LineKind.KEPT,
    Punctuality.LATE: LineKind.LATE,
    Punctuality.MISSED: LineKind.MISSED,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class JobHistory:
    """What happened about a job, the newest last, and what is to come, the earliest first."""

    job: Job
    past: tuple[Line, ...]
    to_come: tuple[Line, ...]
    now: datetime
    zone: str
    style: DateStyle

    def day_words(self, when: Due) -> str:
        """Returns the day of that date: "Fri, Nov 27, 2026"."""
        return short_date(by_calendar(when, self.zone).day, self.style.english)

    def clock_words(self, when: Due) -> str:
        """Returns the time of that date: "10 a.m.", empty where it is for a whole day."""
        return clock_words(by_calendar(when, self.zone), self.style)

    def until(self) -> str:
        """Returns the moment up to which it goes: "Fri, Nov 27, 2026, 10:42 a.m."."""
        return spoken.moment(self.now, self.zone, self.style)


def history(
    job: Job,
    interviews: Iterable[Interview],
    interviewers: Iterable[Interviewer],
    debriefs: Iterable[Debrief],
    followups: Iterable[FollowUp],
    notes: Iterable[Note],
    asks: Iterable[Ask],
    contacts: Iterable[Contact],
    events: Iterable[JobEvent],
    answer: Answer | None,
    *,
    now: datetime,
    zone: str,
    style: DateStyle,
) -> JobHistory:
    """The history of that job; of the records handed in, those of other jobs are left out.

    What is still to come of an archived job is left out as well: it stands nowhere else either.
    """
    rounds = {one.id: one for one in interviews if one.job_id == job.id}
    of = Case(
        job=job,
        rounds=rounds,
        people={one.id: one for one in interviewers},
        debriefs=tuple(one for one in debriefs if one.id in rounds),
        followups=tuple(one for one in followups if one.job_id == job.id),
        notes=tuple(one for one in notes if one.job_id == job.id),
        asks=tuple(one for one in asks if one.job_id == job.id),
        contacts={one.id: one for one in contacts},
        events=tuple(sorted((one for one in events if one.job_id == job.id), key=attrgetter("at"))),
        answer=answer,
        now=now,
        zone=zone,
        style=style,
    )
    past = tuple(sorted((*theirs(of), *_mine(of)), key=attrgetter("at")))
    coming = () if job.archived_at else (*theirs_to_come(of), *_due(of))
    to_come = tuple(sorted(coming, key=attrgetter("at")))
    return JobHistory(job=job, past=past, to_come=to_come, now=now, zone=zone, style=style)


def latest(histories: Iterable[JobHistory]) -> JobHistory | None:
    """The one in which something happened last; where nothing did, the first. None if there is none."""
    long_ago = datetime.min.replace(tzinfo=UTC)
    return max(histories, key=lambda one: one.past[-1].at if one.past else long_ago, default=None)


def _mine(of: Case) -> Iterator[Line]:
    """What I promised, sent, did and let go, and what people I know did for me."""
    for one in of.followups:
        if one.promise is not None:
            yield from _promise(of, one, one.promise)
    yield from good_words(of)
    yield from (
        _note(of, one, one.sent_at) for one in of.notes if one.sent_at and _has_a_line(of, one)
    )
    yield from (
        _done(of, one, one.done_at) for one in of.followups if one.done_at and not _is_told(of, one)
    )
    yield from _let_go(of)


def _matter(one: FollowUp) -> str:
    """What it is and for whom, said once where the one holds the other."""
    what, who = one.what.strip(), one.who.strip()
    return what if who.casefold() in what.casefold() else joined(what, who)


def _of_follow_up(
    one: FollowUp, at: datetime, when: Due, kind: LineKind, more: str = "", words: str = ""
) -> Line:
    return Line(
        at=at,
        when=when,
        kind=kind,
        words=words or _matter(one),
        more=more,
        about=About.FOLLOW_UP,
        record_id=one.id,
    )


def _promise(of: Case, one: FollowUp, promise: Promise) -> Iterator[Line]:
    """That it was promised, each time it was moved since, and how it turned out."""
    made, first = promise.made_at, f"for {of.date(promise.first)}"
    yield _of_follow_up(one, made, of.on(made), LineKind.PROMISED, first)
    for happening in one.history:
        if MOVED in happening.what.casefold() and happening.at >= made:
            how = happening.what.removeprefix("Moved ")
            yield _of_follow_up(one, happening.at, of.on(happening.at), LineKind.MOVED, how)
    yield from _turned_out(of, one, promise)


def _turned_out(of: Case, one: FollowUp, promise: Promise) -> Iterator[Line]:
    """How a promise turned out (glossary: punctuality); nothing while it can still be kept late."""
    outcome, due = punctuality(promise, one, of.now), f"promised for {of.date(promise.agreed)}"
    if one.done_at is not None:
        late = "" if outcome is Punctuality.KEPT else spoken.distance(promise.agreed, one.done_at)
        yield _of_follow_up(
            one, one.done_at, of.on(one.done_at), TURNED_OUT[outcome], joined(due, late, by=", ")
        )
    elif one.closed_at is not None:
        gone = f"{due}; it counts as missed"
        yield _of_follow_up(one, one.closed_at, of.on(one.closed_at), LineKind.LET_GO, gone)
    elif outcome is Punctuality.MISSED:
        at = promise.agreed.deadline() + MISSED_AFTER - A_MOMENT
        yield _of_follow_up(
            one, at, of.day_of(at), LineKind.MISSED, f"{due}, and still open a week later"
        )


def _note(of: Case, note: Note, sent_at: datetime) -> Line:
    who = (
        of.friend(note.contact_id)
        if note.contact_id
        else of.name(note.interviewer_id, of.job.company)
    )
    subject = clipped(note.text.subject, LONGEST_SUBJECT)
    called = note.channel is Channel.PHONE
    return Line(
        at=sent_at,
        when=of.on(sent_at),
        kind=LineKind.DONE if called else LineKind.SENT,
        words=NOTES[note.kind].format(who=who),
        more=joined(CHANNELS[note.channel], f"“{subject}”" if subject else ""),
        about=About.NOTE,
        record_id=note.id,
    )


def _has_a_line(of: Case, note: Note) -> bool:
    """Whether a message that was sent is a line of its own: not where a step or a call made says the same."""
    if note.contact_id and is_a_step(of, note):
        return False
    called = note.channel is Channel.PHONE and any(
        one.id == note.follow_up_id and one.done_at for one in of.followups
    )
    return not called


def _is_told(of: Case, one: FollowUp) -> bool:
    """Whether another line says already that it was done: its promise, its message, or a step."""
    sent = [note for note in of.notes if note.follow_up_id == one.id and note.sent_at]
    letters = [note for note in sent if note.channel is not Channel.PHONE]
    step = bool(one.ask_id) and one.kind in STEP_OF
    return step or one.promise is not None or bool(letters)


def _done(of: Case, one: FollowUp, done_at: datetime) -> Line:
    return _of_follow_up(one, done_at, of.on(done_at), LineKind.DONE)


def _let_go(of: Case) -> Iterator[Line]:
    """What was planned and let go; what went at the same moment is one line."""
    gone = [one for one in of.followups if one.closed_at and one.promise is None]
    for at, together in groupby(
        sorted(gone, key=attrgetter("closed_at")), key=attrgetter("closed_at")
    ):
        first, *others = together
        if not others:
            yield _of_follow_up(first, at, of.on(at), LineKind.LET_GO)
            continue
        listed = "; ".join(_matter(one) for one in (first, *others))
        yield Line(
            at=at,
            when=of.on(at),
            kind=LineKind.LET_GO,
            words=f"{len(others) + 1} things that were planned",
            more=listed,
        )


def _due(of: Case) -> Iterator[Line]:
    """Everything that is open, with how late it is."""
    for one in of.followups:
        if one.is_open():
            late = one.state(of.now) is State.OVERDUE
            promised = one.promise is not None
            kind = LineKind.OVERDUE if late else LineKind.PROMISED if promised else LineKind.PLANNED
            more = joined(
                spoken.distance(one.due, of.now) if late else "",
                "you promised" if late and promised else "",
            )
            yield _of_follow_up(one, one.due.deadline(), one.due, kind, more)
