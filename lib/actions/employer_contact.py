"""Logging that an employer was in touch, which moves the check-ins."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lib.actions import check_in_schedule, drafts
from lib.actions.done import Done, say
from lib.domain.answers import EventKind, JobEvent
from lib.domain.jobs import Job
from lib.domain.validation import problems_with_event, refuse
from lib.store.repository import Store

SAID = {
    EventKind.WROTE: "{company} wrote back",
    EventKind.CALLED: "{company} called",
    EventKind.MOVED_DATE: "{company} moved the date",
    EventKind.OWN: "Added a line to the history of {company}",
}


def log_contact(store: Store, event: JobEvent, *, now: datetime) -> Done:
    """Adds a line to the job's history, once; if they were in touch, the check-ins follow."""
    refuse(problems_with_event(event, now))
    with store.transaction(now=now, did="") as tx:
        job = tx.get(Job, event.job_id)
        if tx.find(JobEvent, event.id) is not None:
            return Done("", event.id)
        kept = tx.put(replace(event, example=job.example))
        did = SAID[event.kind].format(company=job.company)
        if event.kind.is_from_them():
            did += check_in_schedule.restart(tx, kept, now)
            drafts.refresh(tx)
        return say(tx, did, event.id)


def remove_contact(store: Store, event_id: str, *, now: datetime) -> Done:
    """Takes a line out of the history; dates that moved because of it stay where they are."""
    with store.transaction(now=now, did="") as tx:
        event = tx.find(JobEvent, event_id)
        if event is None:
            return Done("", event_id)
        tx.remove(JobEvent, event_id)
        # What the calendar showed because of it has changed, and no record of its own says so.
        if job := tx.find(Job, event.job_id):
            tx.put(replace(job, history_changed_at=now))
        drafts.refresh(tx)
        return say(tx, "Took a line out of the history", event_id)
