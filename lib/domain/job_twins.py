"""Jobs that look like one that was entered twice: the same company and the same role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lib.domain.jobs import Job
from lib.domain.people.companies import normalised
from lib.domain.search import folded

_NOT_A_WORD = re.compile(r"[\W_]+")
_SHORT = {
    "sr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "eng": "engineer",
    "dev": "developer",
    "asst": "assistant",
    "assoc": "associate",
    "dir": "director",
    "vp": "vice president",
    "hr": "human resources",
}


def role_key(role: str) -> str:
    """Returns a role as it is compared: without case and marks, short words spelled out."""
    words = _NOT_A_WORD.sub(" ", folded(role)).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def twins(jobs: Iterable[Job]) -> tuple[tuple[Job, Job], ...]:
    """Returns each two jobs that may be one, the one that was entered first before the other.

    Archived jobs and those of which the person said that they are two are left out.
    """
    groups: dict[tuple[str, str], list[Job]] = {}
    for job in jobs:
        key = normalised(job.company), role_key(job.role)
        if job.archived_at is None and all(key):
            groups.setdefault(key, []).append(job)
    found = []
    for first, *others in groups.values():
        found += [(first, one) for one in others if first.id not in one.not_same_as]
    return tuple(found)


def merged(kept: Job, other: Job) -> Job:
    """Returns the first job, with what only the second one says; the notes of both."""
    remarks = [kept.remarks]
    if other.remarks.strip() not in kept.remarks:
        remarks.append(other.remarks)
    return replace(
        kept,
        link=kept.link or other.link,
        found_at=kept.found_at or other.found_at,
        remarks="\n".join(filter(None, remarks)),
        archived_at=None,
    )
