"""Ids of follow-ups and notes, their stored reasons, and UIDs in calendars never change.

A calendar program knows an entry by its UID, and a plan finds what stands already by its id. The
files are those that earlier versions wrote; `lasting_ids.json` was made by the app before `Reason`
was a value.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lib.actions import answers, asks, debriefs, employer_contact, follow_ups
from lib.domain.answers import Answer, EventKind, JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.calendar_entries import CalendarRecords, entries
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Note
from lib.domain.people.asks import FOLLOWING, Ask
from lib.store.opening import open_store
from lib.store.repository import Store

FILES = sorted((Path(__file__).parents[1] / "store" / "files").glob("format-*.json"))
GOLDEN = Path(__file__).parent / "lasting_ids.json"
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


def lasting(store: Store) -> dict[str, Any]:
    """Returns what has to stay: ids with their stored reasons, notes, and UIDs in calendars."""
    reader = store.read()
    kinds = (Job, Interview, Interviewer, Debrief, FollowUp, JobEvent)
    records = CalendarRecords(*map(reader.all, kinds))
    shown = entries(records, now=NOW, english=English.AMERICAN)
    raws = [raw for _, raw in reader.raws(FollowUp).values()]
    return {
        "reasons": {raw["id"]: raw["reason"] for raw in sorted(raws, key=lambda raw: raw["id"])},
        "notes": sorted(one.id for one in reader.all(Note)),
        "uids": sorted(one.uid for one in shown),
    }


def answered(store: Store, job: Job, at: datetime) -> None:
    for status in (
        JobStatus.OFFER,
        JobStatus.WITHDRAWN,
        JobStatus.SILENT,
        JobStatus.NOT_SELECTED,
    ):
        answers.record(store, job.id, status, now=at)
        answer = store.read().get(Answer, job.id)
        if status is JobStatus.OFFER:
            answers.save(store, replace(answer, answer_by=date(2027, 4, 1)), now=at)
            for one in store.read().where(FollowUp, job_id=job.id, kind=Kind.OFFER_THANKS):
                follow_ups.done(store, one.id, now=at)
    answers.stay_in_touch(store, job.id, yes=True, now=at)
    for person in store.read().where(Interviewer, job_id=job.id):
        answers.reply_to(store, job.id, person.id, now=at)


def played(store: Store) -> None:
    """Every kind of follow-up comes into being once."""
    for sheet in store.read().all(Debrief):
        debriefs.write(store, sheet, now=NOW)
    for job in store.read().where(Job, status=JobStatus.INTERVIEWING):
        called = JobEvent(id=f"event-{job.id}", job_id=job.id, kind=EventKind.CALLED, at=NOW)
        employer_contact.log_contact(store, called, now=NOW)
    for hours in range(1, 5):
        at = NOW + timedelta(hours=hours)
        for one in store.read().all(FollowUp):
            if one.kind in (Kind.CHECK_IN, Kind.CLOSE_LOOP) and one.is_open():
                follow_ups.done(store, one.id, now=at)
        for ask in store.read().all(Ask):
            for step in FOLLOWING[ask.step][:1]:
                asks.take_step(store, ask.id, step, now=at)
    for job in store.read().all(Job):
        answered(store, job, NOW + timedelta(hours=6))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_everything_that_other_programs_and_plans_know_keeps_its_name(
    tmp_path: Path, file: Path
) -> None:
    shutil.copy(file, tmp_path / "follow-through.json")
    store = open_store(tmp_path)
    before = lasting(store)

    played(store)

    golden = json.loads(GOLDEN.read_bytes())[file.stem]
    assert before == golden["read"]
    assert lasting(store) == golden["played"]


def test_every_kind_of_reason_is_among_them() -> None:
    golden = json.loads(GOLDEN.read_bytes())
    reasons = {
        text.partition(":")[0]
        for found in golden.values()
        for state in found.values()
        for text in state["reasons"].values()
    }

    assert len(reasons) >= 16
