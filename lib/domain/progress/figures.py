"""The figures of the progress page: jobs, notes, answers, who owes whom (docs/progress.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

from lib.domain.dates.due import local_day
from lib.domain.followups.agenda import Agenda
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.their_day import their_day
from lib.domain.interviews import Interview
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import NoteKind
from lib.domain.people.asks import Ask, Step, first_held
from lib.domain.progress.ways import is_over

ROUNDS = 3
A_DAY = timedelta(days=1)
LAST = datetime.max.replace(tzinfo=UTC)
WAITS_FOR_WORD = (
    NoteKind.THANK_YOU,
    NoteKind.COORDINATOR,
    NoteKind.CHECK_IN,
    NoteKind.CHECK_IN_AGAIN,
)
"""The notes to which somebody may write back."""
SPELLED = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
IN_A_ROW, SO_MANY, MOST = 3, 3, Fraction(2, 3)
"""How many promises in a row, and what share of how many notes, are worth mentioning."""


def spelled(number: int) -> str:
    """A number as it stands in a sentence: "nine", and from thirteen on "13"."""
    return SPELLED[number] if number < len(SPELLED) else str(number)


def of_all(some: int, all_: int, noun: str) -> str:
    """Returns the beginning of a sentence: "Nine of ten notes", "All ten notes", "The one note"."""
    plural = noun if all_ == 1 else f"{noun}s"
    if some == all_:
        return f"The one {noun}" if all_ == 1 else f"All {spelled(all_)} {plural}"
    numbers = f"{spelled(some)} of {spelled(all_)}" if all_ < len(SPELLED) else f"{some} of {all_}"
    return f"{numbers} {plural}".capitalize()


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many jobs stand how, and how many came to a first, second and third round."""

    by_status: Mapping[JobStatus, int]
    reached: tuple[int, ...]

    @property
    def jobs(self) -> int:
        """How many jobs there are."""
        return sum(self.by_status.values())


def funnel(jobs: Sequence[JobRecords]) -> Funnel:
    """Every job counts, the archived ones too; a round counts once it is entered."""
    stand = Counter(of.job.status for of in jobs)
    reached = [0] * ROUNDS
    for of in jobs:
        for entered in range(min(len(of.interviews), ROUNDS)):
            reached[entered] += 1
    return Funnel({status: stand[status] for status in JobStatus}, tuple(reached))


class NoteTimes(NamedTuple):
    """How soon the thank-you notes went out: within one day, two, three, later, or not at all."""

    one_day: int = 0
    two_days: int = 0
    three_days: int = 0
    later: int = 0
    never: int = 0

    @property
    def counted(self) -> int:
        """How many they are; those that still have time are not among them."""
        return sum(self)

    def finding(self) -> str:
        """ "Nine of ten notes went out within a day"."""
        return f"{of_all(self.one_day, self.counted, 'note')} went out within a day"


def note_times(jobs: Iterable[JobRecords], now: datetime) -> NoteTimes:
    """Counts how soon each thank-you went out; two notes for one follow-up count once."""
    steps = (_days_taken(since, at, now) for of in jobs for since, at in _thanks(of))
    found = Counter(step for step in steps if step is not None)
    return NoteTimes(*(found[step] for step in range(len(NoteTimes._fields))))


def _thanks(of: JobRecords) -> Iterator[tuple[datetime, datetime | None]]:
    """Yields when the interview ended and when each thanks for it first went out."""
    thanks = [one for one in of.notes if one.kind is NoteKind.THANK_YOU]
    for interview in of.interviews:
        mine = [one for one in thanks if one.interview_id == interview.id]
        for id in dict.fromkeys(one.follow_up_id or one.id for one in mine):
            sent = [one.sent_at for one in mine if id in (one.follow_up_id, one.id)]
            done = [one.done_at for one in of.followups if one.id == id]
            yield interview.ends_at(), min(filter(None, (*sent, *done)), default=None)


def _days_taken(since: datetime, sent_at: datetime | None, now: datetime) -> int | None:
    """0 within a day, 1 within two, 2 within three, 3 later, 4 never; None while there is time."""
    if sent_at is None:
        return None if now - since <= 3 * A_DAY else 4
    return next((days - 1 for days in (1, 2, 3) if sent_at - since <= days * A_DAY), 3)


class News(NamedTuple):
    """An employer was heard from at that moment; if it is not `exact`, by then at the latest."""

    at: datetime
    exact: bool = True


def news_of(of: JobRecords) -> tuple[News, ...]:
    """Returns when that employer was heard from, in order.

    They were in touch, or a further interview was entered. For an interview that was changed since
    it was entered, it is only known that they had asked by then.
    """
    told = [News(one.at) for one in of.events if one.kind.is_from_them()]
    asked = [
        News(min(one.changed_at or one.starts_at(), one.starts_at()), one.revision == 1)
        for one in of.interviews
    ]
    return tuple(sorted(told + asked))


class Replies(NamedTuple):
    """The median of how many days they took to answer (None: no answer), and of how many."""

    days: float | None
    rests_on: int


def replies(jobs: Iterable[JobRecords]) -> Replies:
    """Returns how long it took from the last note or check-in before an answer to that answer."""
    waits: list[float] = []
    for of in jobs:
        sent = [one.sent_at for one in of.notes if one.sent_at and one.kind in WAITS_FOR_WORD]
        waits += _waits(sorted([*sent, *_check_ins_done(of.followups)]), news_of(of))
    return Replies(median(waits) if waits else None, len(waits))


def _waits(sent: Sequence[datetime], news: Iterable[News]) -> Iterator[float]:
    since: datetime | None = None
    for one in news:
        asked = [at for at in sent if at < one.at and (since is None or since < at)]
        if asked and one.exact:
            yield (one.at - asked[-1]) / A_DAY
        since = one.at


class CheckIns(NamedTuple):
    """How many check-ins were sent, and how many were answered before the next one."""

    sent: int
    answered: int


def check_ins(jobs: Iterable[JobRecords]) -> CheckIns:
    """Of all jobs; a call in the place of a check-in is one, and closing the loop is none."""
    sent = answered = 0
    for of in jobs:
        done, news = _check_ins_done(of.followups), news_of(of)
        sent += len(done)
        for at, following in pairwise([*done, LAST]):
            answered += any(at < one.at <= following for one in news)
    return CheckIns(sent, answered)


def _check_ins_done(followups: Iterable[FollowUp]) -> list[datetime]:
    """Returns when check-ins were done, the earliest first."""
    asking = [one for one in followups if asks_how_it_stands(one)]
    return sorted(one.done_at for one in asking if one.done_at and one.kind is not Kind.CLOSE_LOOP)


class Owing(NamedTuple):
    """How many people I owe something by today, how many things, and how many are overdue."""

    people: int
    things: int
    overdue: int


def owing(agenda: Agenda) -> Owing:
    """Counts what is overdue or due today and not hidden, each person once."""
    pressing = (*agenda.overdue, *agenda.today)
    people = {one.interviewer_id or one.who.strip().casefold() or one.id for one in pressing}
    return Owing(len(people), len(pressing), len(agenda.overdue))


class Quiet(StrEnum):
    """Why a job counts as silent."""

    ASKED = "asked"
    THEIR_DAY = "their_day"
    CHECK_IN = "check_in"


class Silence(NamedTuple):
    """A job went silent: why, since which day, and the check-in that is still open."""

    job_id: str
    why: Quiet
    since: date
    check_in: FollowUp | None


def silence_of(of: JobRecords, now: datetime, zone: str) -> Silence | None:
    """Returns why a job counts as silent; None if it does not.

    I asked, their day passed, or the check-in is overdue, and no word came. A job that is over, or
    has an interview to come, is not silent.
    """
    last = max(of.interviews, key=Interview.ends_at, default=None)
    is_running = of.job.status is JobStatus.INTERVIEWING and not is_over(of.job)
    if last is None or last.ends_at() > now or not is_running:
        return None
    told = [one for one in of.events if one.kind.is_from_them() and one.at > last.ends_at()]
    latest = max(told, key=lambda one: one.at, default=None)
    by = their_day(of.debrief(last), last, told)
    asking = [one for one in of.followups if asks_how_it_stands(one)]
    still_open = [one for one in asking if one.is_open()]
    check_in = min(still_open, key=lambda one: one.due.deadline(), default=None)
    since = max(_check_ins_done(asking), default=None)
    if since is not None and since > (latest.at if latest else last.ends_at()):
        return Silence(of.job.id, Quiet.ASKED, local_day(since, zone), check_in)
    zone_of_theirs = ZoneInfo(last.zone)
    heard_on = latest.at.astimezone(zone_of_theirs).date() if latest else date.min
    if by is not None and heard_on < by < now.astimezone(zone_of_theirs).date():
        return Silence(of.job.id, Quiet.THEIR_DAY, by, check_in)
    if check_in is not None and check_in.due.deadline() < now:
        return Silence(of.job.id, Quiet.CHECK_IN, check_in.due.day, check_in)
    return None


def could_ask(of: JobRecords, now: datetime) -> bool:
    """Returns True if the first interview is over and nobody was thought of to put in a word."""
    return not is_over(of.job) and not of.asks and first_held(of.interviews, now) is not None


def went_well(
    running: int, notes: NoteTimes, asks: Iterable[Ask], jobs: Iterable[Job]
) -> tuple[str, ...]:
    """Returns what went well, in words; `running` promises were kept in a row of late."""
    thanked = sum(one.step is Step.THANKED for one in asks)
    offers = [one.company for one in jobs if one.status in (JobStatus.OFFER, JobStatus.ACCEPTED)]
    soon = notes.counted >= SO_MANY and notes.one_day >= MOST * notes.counted
    found = []
    if running >= IN_A_ROW:
        found.append(f"{running} promises kept in a row")
    if soon:
        found.append(f"{notes.one_day} of {notes.counted} notes out within a day")
    if thanked:
        found.append(f"{thanked} {'person' if thanked == 1 else 'people'} thanked for a good word")
    if offers:
        found.append(f"an offer from {' and '.join(offers)}")
    return tuple(found)
