"""Everything that the progress page shows, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lib.actions.job_records import OF_JOBS, records_of
from lib.actions.worksheets import readiness_of
from lib.domain.dates.due import local_day
from lib.domain.dates.workdays import Workdays
from lib.domain.english import English
from lib.domain.followups import agenda as owed
from lib.domain.followups.agenda import Agenda
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask
from lib.domain.progress import figures, punctuality, ways
from lib.domain.progress.figures import CheckIns, Funnel, NoteTimes, Replies, Silence
from lib.domain.progress.punctuality import PromiseRecord
from lib.domain.progress.way_case import Case
from lib.domain.progress.ways import WayState
from lib.domain.strategies import Strategy
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.shared import job_menus


@dataclass(frozen=True, slots=True)
class Progress:
    """Where I stand. `boards` has the seven ways of each job, those that are over last."""

    agenda: Agenda
    silent: tuple[Silence, ...]
    could_ask: tuple[Job, ...]
    well: tuple[str, ...]
    record: PromiseRecord
    boards: tuple[tuple[Job, tuple[WayState, ...]], ...]
    funnel: Funnel
    times: NoteTimes
    replies: Replies
    check_ins: CheckIns


def gathered(reader: Reader) -> Progress:
    """Returns all of it as it stands in this minute."""
    given = session.this_minute(), session.zone(), session.workdays(), session.english()
    return reader.derived(_gathered, of=(*OF_JOBS, Strategy), given=given)


def _gathered(
    reader: Reader, now: datetime, zone: str, days: Workdays, english: English
) -> Progress:
    jobs, follow_ups = reader.all(Job), reader.all(FollowUp)
    record = punctuality.record(follow_ups, now=now, today=local_day(now, zone))
    ordered = [records_of(reader, one) for one in sorted(jobs, key=lambda job: _order(reader, job))]
    times = figures.note_times(ordered, now)
    silent = (figures.silence_of(one, now, zone) for one in ordered)
    cases = [Case(one, _readiness(reader, one), now, zone, days, english) for one in ordered]
    return Progress(
        agenda=_agenda(reader, follow_ups, now, zone),
        silent=tuple(one for one in silent if one is not None),
        could_ask=tuple(one.job for one in ordered if figures.could_ask(one, now)),
        well=figures.went_well(record.running, times, reader.all(Ask), jobs),
        record=record,
        boards=tuple((one.of.job, ways.board(one)) for one in cases),
        funnel=figures.funnel(ordered),
        times=times,
        replies=figures.replies(ordered),
        check_ins=figures.check_ins(ordered),
    )


def _order(reader: Reader, job: Job) -> tuple[bool, float]:
    """Those that are over last; else the latest interview first."""
    starts = (one.starts_at().timestamp() for one in reader.where(Interview, job_id=job.id))
    return ways.is_over(job), -max(starts, default=0.0)


def _agenda(reader: Reader, follow_ups: tuple[FollowUp, ...], now: datetime, zone: str) -> Agenda:
    """Returns what Today shows: nothing of archived jobs."""
    jobs = job_menus.active_jobs(reader)
    mine = (one for one in follow_ups if not one.job_id or one.job_id in jobs)
    return owed.agenda(mine, now, zone)


def _readiness(reader: Reader, of: JobRecords) -> dict[str, int]:
    return {one.id: readiness_of(reader, one).percent for one in of.interviews}
