"""Loads made-up data with dates around today, and removes it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from string import Template
from typing import TypeVar
from zoneinfo import ZoneInfo

from lib.actions import ask_steps, contacts, copies, debriefs
from lib.actions.done import Done, say
from lib.actions.people import keep_guessed_english, workdays_at
from lib.domain.answers import Answer, JobEvent
from lib.domain.dates.due import local_day
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact
from lib.domain.records import Record
from lib.domain.strategies import Strategy
from lib.store.repository import Reader, Store, Transaction

R = TypeVar("R", bound=Record)

FILE = Path(__file__).with_name("example.json")
"""An exchange file with placeholders such as `$today` where it holds a day, a time or a zone."""
PARTS_OF_A_JOB: tuple[type[Record], ...] = (
    Note, FollowUp, Ask, JobEvent, Answer, Debrief, Strategy, Interview, Interviewer,
)  # fmt: skip


def load(store: Store, zone: str, *, now: datetime, english: English | None = None) -> Done:
    """Adds three made-up jobs: one just interviewed for, one written down, one still to come.

    Notes and follow-ups are not in the file: they depend on the person's working days, name and
    English, so they are written here as after every checklist.

    Args:
        english: the English guessed from the browser, which is kept if the profile has none.
    """
    with store.transaction(now=now, did="") as tx:
        keep_guessed_english(tx, english)
        content = Template(FILE.read_text(encoding="utf-8")).substitute(_dates(tx, now, zone))
        example = copies.look_into(store, content.encode()).main
        assert example is not None
        for kind in example.kinds:
            for record in example.all(kind):
                _put_again(tx, record)
        for debrief in example.all(Debrief):
            debriefs.write_in(tx, tx.get(Debrief, debrief.id), now)
        for ask in example.all(Ask):
            ask_steps.plan_follow_ups(tx, tx.get(Ask, ask.id), now)
        return say(tx, "Loaded example data")


def is_loaded(records: tuple[Job, ...]) -> bool:
    """Returns True if example data is among these jobs."""
    return any(job.example for job in records)


def remove(store: Store, *, now: datetime) -> Done:
    """Removes the example data; a job that has records of the person's own stays with them."""
    with store.transaction(now=now, did="") as tx:
        kept = _used_by_own_records(tx)
        people = {one.id for one in tx.all(Interviewer)}
        for kind in (*PARTS_OF_A_JOB, Contact, Job):
            records: tuple[Record, ...] = tx.all(kind)
            for record in records:
                if record.example and record.id not in kept:
                    tx.remove(kind, record.id)
        left = {one.id for one in tx.all(Interviewer)}
        contacts.forget_interviewers(tx, people - left)
        return say(tx, "Removed the example data")


def _dates(reader: Reader, now: datetime, zone: str) -> dict[str, str]:
    """Returns what stands for each placeholder in the file, as JSON text."""
    workdays = workdays_at(reader, now)
    today = local_day(now, zone)
    ended = (now - timedelta(hours=2)).astimezone(ZoneInfo(zone))
    # To the hour, so that loading the example twice changes nothing the second time.
    hour = now.replace(minute=0, second=0, microsecond=0)
    return {
        "zone": zone,
        "ended_day": ended.date().isoformat(),
        "ended_clock": f"{ended.hour:02}:{0 if ended.minute < 30 else 30:02}:00",
        "two_workdays_ago": workdays.before(today, 2).isoformat(),
        "today": today.isoformat(),
        "next_workday": workdays.after(today, 1).isoformat(),
        "in_two_workdays": workdays.after(today, 2).isoformat(),
        "in_four_workdays": workdays.after(today, 4).isoformat(),
        "a_day_ago": (hour - timedelta(days=1)).isoformat(),
        "this_hour": hour.isoformat(),
    }


def _put_again(tx: Transaction, record: R) -> None:
    """Saves a record from the file in place of the one that an earlier load left."""
    standing = tx.find(type(record), record.id)
    tx.put(replace(record, revision=standing.revision if standing else 0))


def _used_by_own_records(tx: Transaction) -> set[str]:
    """Returns the ids of all records that the person's own records refer to."""
    own = [one for kind in PARTS_OF_A_JOB for one in tx.all(kind) if not one.example]
    # A checklist and a worksheet have the id of their interview.
    used = {one.id for one in own}
    for field in ("job_id", "interview_id", "interviewer_id", "contact_id"):
        used |= {getattr(one, field, "") for one in own}
    for interview in tx.where(Interview, example=False):
        used.update(interview.interviewer_ids)
    return used
