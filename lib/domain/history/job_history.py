"""Everything that happened about one job, and what is still to come, as lines in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter

from lib.domain.dates import spoken
from lib.domain.dates.due import Due
from lib.domain.english import DateStyle, short_date
from lib.domain.followups.ask_plan import STEP_OF
from lib.domain.followups.followup import (
    MISSED_AFTER,
    FollowUp,
    HappeningKind,
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
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.pocket import clipped

__all__ = ["About", "JobHistory", "Line", "LineKind", "history", "latest"]

LONGEST_SUBJECT = 90
MOVED = (HappeningKind.MOVED, HappeningKind.MOVED_BY_THEM)
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


def history(records: JobRecords, *, now: datetime, zone: str, style: DateStyle) -> JobHistory:
    """Returns the history of a job.

    What is still to come of an archived job is left out: it stands nowhere else either.
    """
    job, case = records.job, Case(records, now, zone, style)
    past = sorted((*theirs(case), *_mine(case)), key=attrgetter("at"))
    coming = () if job.archived_at else (*theirs_to_come(case), *_due(case))
    to_come = sorted(coming, key=attrgetter("at"))
    return JobHistory(
        job=job, past=tuple(past), to_come=tuple(to_come), now=now, zone=zone, style=style
    )


def latest(histories: Iterable[JobHistory]) -> JobHistory | None:
    """Returns the history in which something happened last; None if there is no history."""
    long_ago = datetime.min.replace(tzinfo=UTC)
    return max(histories, key=lambda one: one.past[-1].at if one.past else long_ago, default=None)


def _mine(case: Case) -> Iterator[Line]:
    """Yields what I promised, sent, did and let go, and what people I know did for me."""
    for one in case.records.followups:
        if one.promise is not None:
            yield from _promise(case, one, one.promise)
    yield from good_words(case)
    for note in case.records.notes:
        if note.sent_at and _has_a_line(case, note):
            yield _note(case, note, note.sent_at)
    for one in case.records.followups:
        if one.done_at and not _is_told(case, one):
            yield _of_follow_up(case, one, one.done_at, LineKind.DONE)
    yield from _let_go(case)


def _matter(one: FollowUp) -> str:
    """Returns what it is and for whom, said once where the one holds the other."""
    what, who = one.what.strip(), one.who.strip()
    return what if who.casefold() in what.casefold() else joined(what, who)


def _of_follow_up(case: Case, one: FollowUp, at: datetime, kind: LineKind, more: str = "") -> Line:
    return case.line(at, kind, _matter(one), more, About.FOLLOW_UP, one.id)


def _promise(case: Case, one: FollowUp, promise: Promise) -> Iterator[Line]:
    """Yields that it was promised, each time it was moved since, and how it turned out."""
    made, first = promise.made_at, f"for {case.date(promise.first)}"
    yield _of_follow_up(case, one, made, LineKind.PROMISED, first)
    for happening in one.history:
        if happening.known_kind() in MOVED and happening.at >= made:
            how = happening.what.removeprefix("Moved ")
            yield _of_follow_up(case, one, happening.at, LineKind.MOVED, how)
    yield from _turned_out(case, one, promise)


def _turned_out(case: Case, one: FollowUp, promise: Promise) -> Iterator[Line]:
    """Yields how a promise turned out; nothing while it can still be kept late."""
    outcome = punctuality(promise, one, case.now)
    due = f"promised for {case.date(promise.agreed)}"
    if one.done_at is not None:
        is_kept = outcome is Punctuality.KEPT
        late = "" if is_kept else spoken.distance(promise.agreed, one.done_at)
        more = joined(due, late, by=", ")
        yield _of_follow_up(case, one, one.done_at, TURNED_OUT[outcome], more)
    elif one.closed_at is not None:
        gone = f"{due}; it counts as missed"
        yield _of_follow_up(case, one, one.closed_at, LineKind.LET_GO, gone)
    elif outcome is Punctuality.MISSED:
        at = promise.agreed.deadline() + MISSED_AFTER - A_MOMENT
        more = f"{due}, and still open a week later"
        yield replace(_of_follow_up(case, one, at, LineKind.MISSED, more), when=case.day_of(at))


def _note(case: Case, note: Note, sent_at: datetime) -> Line:
    who = case.records.name(note.interviewer_id, case.records.job.company)
    if note.contact_id:
        who = case.records.contact_name(note.contact_id)
    subject = clipped(note.text.subject, LONGEST_SUBJECT)
    more = joined(CHANNELS[note.channel], f"“{subject}”" if subject else "")
    kind = LineKind.DONE if note.channel is Channel.PHONE else LineKind.SENT
    return case.line(sent_at, kind, NOTES[note.kind].format(who=who), more, About.NOTE, note.id)


def _has_a_line(case: Case, note: Note) -> bool:
    """Returns False where a step or a call that was made says the same as the sent message."""
    if note.contact_id and is_a_step(case, note):
        return False
    called = [one for one in case.records.followups if one.done_at and one.id == note.follow_up_id]
    return note.channel is not Channel.PHONE or not called


def _is_told(case: Case, one: FollowUp) -> bool:
    """Returns True if its promise, its message, or a step says already that it was done."""
    sent = [note for note in case.records.notes if note.follow_up_id == one.id and note.sent_at]
    has_letter = any(note.channel is not Channel.PHONE for note in sent)
    is_step = bool(one.ask_id) and one.kind in STEP_OF
    return is_step or one.promise is not None or has_letter


def _let_go(case: Case) -> Iterator[Line]:
    """Yields what was planned and let go; what went at the same moment is one line."""
    gone = [one for one in case.records.followups if one.closed_at and one.promise is None]
    by_moment = attrgetter("closed_at")
    for at, group in groupby(sorted(gone, key=by_moment), key=by_moment):
        together = list(group)
        if len(together) == 1:
            yield _of_follow_up(case, together[0], at, LineKind.LET_GO)
            continue
        words = f"{len(together)} things that were planned"
        yield case.line(at, LineKind.LET_GO, words, "; ".join(map(_matter, together)))


def _due(case: Case) -> Iterator[Line]:
    """Yields everything that is open, with how late it is."""
    for one in case.records.followups:
        if not one.is_open():
            continue
        kind, more = LineKind.PROMISED if one.promise else LineKind.PLANNED, ""
        if one.state(case.now) is State.OVERDUE:
            kind, promised = LineKind.OVERDUE, "you promised" if one.promise else ""
            more = joined(spoken.distance(one.due, case.now), promised)
        yield replace(_of_follow_up(case, one, one.due.deadline(), kind, more), when=one.due)
