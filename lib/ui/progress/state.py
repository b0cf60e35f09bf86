"""Everything that the progress page shows, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lib.actions.people import people_met
from lib.actions.worksheets import readiness_of
from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups import agenda as owed
from lib.domain.followups.agenda import Agenda, Owed
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.progress import figures, punctuality, ways
from lib.domain.progress.figures import CheckIns, Funnel, NoteTimes, Replies, Silence
from lib.domain.progress.punctuality import PromiseRecord
from lib.domain.progress.way_case import JobRecords
from lib.domain.progress.ways import WayState
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.shared import job_menus


@dataclass(frozen=True, slots=True)
class Progress:
    """Where I stand. `boards` has the seven ways of each job, those that are over last."""

    agenda: Agenda
    theirs: tuple[Owed, ...]
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
    """All of it as it stands at this moment."""
    now, jobs, follow_ups = session.now(), reader.all(Job), reader.all(FollowUp)
    rounds, notes, events = reader.all(Interview), reader.all(Note), reader.all(JobEvent)
    record = punctuality.record(follow_ups, now=now, today=session.today())
    times = figures.note_times(notes, rounds, follow_ups, now)
    news = {job.id: figures.news_of(job.id, events, rounds) for job in jobs}
    ordered = sorted(jobs, key=lambda job: _order(reader, job))
    silent = (_silence(reader, job, now) for job in ordered)
    return Progress(
        agenda=_agenda(reader, follow_ups, now),
        theirs=_theirs(reader, now),
        silent=tuple(one for one in silent if one is not None),
        could_ask=tuple(job for job in ordered if _could_ask(reader, job, now)),
        well=figures.went_well(record.running, times, reader.all(Ask), jobs),
        record=record,
        boards=tuple((job, _board(reader, job, now)) for job in ordered),
        funnel=figures.funnel(jobs, rounds),
        times=times,
        replies=figures.replies(figures.sent_by_job(notes, follow_ups), news),
        check_ins=figures.check_ins(follow_ups, news),
    )


def _order(reader: Reader, job: Job) -> tuple[bool, float]:
    """Those that are over last; else the latest interview first."""
    starts = (one.starts_at().timestamp() for one in reader.where(Interview, job_id=job.id))
    return ways.is_over(job), -max(starts, default=0.0)


def _agenda(reader: Reader, follow_ups: tuple[FollowUp, ...], now: datetime) -> Agenda:
    """What Today shows: nothing of archived jobs."""
    jobs = job_menus.active_jobs(reader)
    mine = (one for one in follow_ups if not one.job_id or one.job_id in jobs)
    return owed.agenda(mine, now, session.zone())


def _theirs(reader: Reader, now: datetime) -> tuple[Owed, ...]:
    """What Today lists under "They owe me"."""
    jobs = reader.where(Job, status=JobStatus.INTERVIEWING, archived_at=None)
    running = {job.id for job in jobs}
    rounds = [one for one in reader.all(Interview) if one.job_id in running]
    mine = [one for one in reader.all(FollowUp) if one.job_id in running]
    return owed.owed_to_me(reader.all(Debrief), rounds, mine, now, reader.all(JobEvent))


def _silence(reader: Reader, job: Job, now: datetime) -> Silence | None:
    return figures.silence_of(
        job,
        reader.where(Interview, job_id=job.id),
        reader.all(Debrief),
        reader.where(FollowUp, job_id=job.id),
        reader.where(JobEvent, job_id=job.id),
        now=now,
        zone=session.zone(),
    )


def _could_ask(reader: Reader, job: Job, now: datetime) -> bool:
    rounds, asks = reader.where(Interview, job_id=job.id), reader.where(Ask, job_id=job.id)
    return figures.could_ask(job, rounds, asks, now)


def _board(reader: Reader, job: Job, now: datetime) -> tuple[WayState, ...]:
    rounds = reader.where(Interview, job_id=job.id)
    debriefs = (reader.find(Debrief, one.id) for one in rounds)
    of = JobRecords(
        job=job,
        answer=reader.find(Answer, job.id),
        interviews=rounds,
        people=people_met(reader, job.id),
        readiness={one.id: readiness_of(reader, one).percent for one in rounds},
        debriefs=tuple(one for one in debriefs if one is not None),
        followups=reader.where(FollowUp, job_id=job.id),
        notes=reader.where(Note, job_id=job.id),
        asks=reader.where(Ask, job_id=job.id),
    )
    return ways.board(
        of,
        now=now,
        zone=session.zone(),
        workdays=session.workdays(),
        english=session.english(),
    )
