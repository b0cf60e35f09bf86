"""Reads everything that is stored about one job."""

from __future__ import annotations

from lib.domain.answers import Answer, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.job_records import JobRecords
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.store.reading import Kinds
from lib.store.repository import Reader

OF_JOBS: Kinds = (
    Job, Answer, Interview, Interviewer, Debrief, FollowUp, Note, Ask, Contact, JobEvent,
)  # fmt: skip
"""Every kind of record that is read for a job."""


def records_of(reader: Reader, job: Job) -> JobRecords:
    """Returns everything that is stored about that job."""
    interviews = reader.where(Interview, job_id=job.id)
    debriefs = (reader.find(Debrief, one.id) for one in interviews)
    notes, asks = reader.where(Note, job_id=job.id), reader.where(Ask, job_id=job.id)
    contact_ids = {one.contact_id for one in notes}
    contact_ids |= {one.contact_id for one in asks}
    contacts = (reader.find(Contact, id) for id in sorted(contact_ids))
    return JobRecords(
        job=job,
        answer=reader.find(Answer, job.id),
        interviews=interviews,
        people=reader.where(Interviewer, job_id=job.id),
        debriefs=tuple(one for one in debriefs if one),
        followups=reader.where(FollowUp, job_id=job.id),
        notes=notes,
        asks=asks,
        contacts=tuple(one for one in contacts if one),
        events=reader.where(JobEvent, job_id=job.id),
    )
