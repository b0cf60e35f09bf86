"""How a calendar program learns that an entry has changed: a number that rises, and a moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lib.domain.jobs import Job
from lib.domain.records import Record

OUTWEIGHS = 1000
"""How much a change of the entry's own record counts beside one of what it shows."""


def revision_of(record: Record, job: Job | None, shown: Iterable[Record]) -> int:
    """Returns a number that rises with every record whose words the entry shows.

    It rises as well when one of `shown` is there no more: what takes somebody off an entry changes
    its own record or the job, and that outweighs their revisions.
    """
    own = record.revision + (job.revision if job else 0)
    return own * OUTWEIGHS + sum(one.revision for one in shown)


def changed_at_of(record: Record, job: Job | None, shown: Iterable[Record]) -> datetime | None:
    """Returns when any of those records was last changed; None if that is not known."""
    every = (record, *((job,) if job else ()), *shown)
    return max((one.changed_at for one in every if one.changed_at), default=None)
