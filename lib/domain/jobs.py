"""A job: one role at one company, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.domain.english import English
from lib.domain.records import Record


class JobStatus(StrEnum):
    """How a job stands."""

    INTERVIEWING = "interviewing"
    OFFER = "offer"
    ACCEPTED = "accepted"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Job(Record):
    """A role at a company.

    `english` is set where its people read another English than the profile's.
    `history_changed_at` is when a line was last taken out of its history. `not_same_as` are the ids
    of jobs of which the person said that they are other ones, though they look the same.
    """

    company: str
    role: str
    found_at: str = ""
    link: str = ""
    remarks: str = ""
    status: JobStatus = JobStatus.INTERVIEWING
    english: English | None = None
    archived_at: datetime | None = None
    history_changed_at: datetime | None = None
    not_same_as: tuple[str, ...] = ()
