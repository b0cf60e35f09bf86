"""One job's network on the page: which job it is, its asks, and what is typed about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lib.actions import asks as actions
from lib.actions import network
from lib.actions.network import Helpers
from lib.actions.people import people_met
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.people.asks import Ask, first_held
from lib.domain.people.contacts import Contact
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.shared import job_menus

TEXTS = ("did", "came_of_it")
FIELDS = ("speak_to", *TEXTS)


@dataclass(frozen=True, slots=True)
class JobNetwork:
    """What the page shows of one job; `contacts` by id, `first` the first interview."""

    job: Job
    asks: tuple[Ask, ...]
    contacts: Mapping[str, Contact]
    met: tuple[Interviewer, ...]
    first: Interview | None
    too_early: bool
    helpers: Helpers


def field(name: str, ask: Ask) -> str:
    """The widget key of one field of an ask."""
    return f"network.ask.{name}.{ask.id}"


def likeliest(reader: Reader) -> Job | None:
    """Returns the job to ask for most likely: last interviewed for, else the next."""
    active, now = job_menus.active_jobs(reader), session.now()
    rounds = [one for one in reader.all(Interview) if one.job_id in active]
    held = [one for one in rounds if one.ends_at() <= now]
    last = max(held, key=lambda one: one.ends_at(), default=None)
    coming = min(rounds, key=lambda one: one.starts_at(), default=None)
    found = last or coming
    return active[found.job_id] if found else next(iter(active.values()), None)


def sheet_of(reader: Reader, job: Job) -> Sheet:
    """Returns the fields of a job's asks, to be saved as they are changed."""
    asks = reader.where(Ask, job_id=job.id)

    def commit(shown: Values) -> Values | None:
        changed = tuple(_from(one, shown) for one in asks)
        differing = [one for one, before in zip(changed, asks, strict=True) if one != before]
        done = session.act(actions.save, *differing, visit=session.visit())
        return _values(changed) if done else None

    return Sheet(f"network.job.{job.id}", _values(asks), commit)


def gathered(reader: Reader, job: Job) -> JobNetwork:
    """Everything about that job as it stands now."""
    asks, rounds = reader.where(Ask, job_id=job.id), reader.where(Interview, job_id=job.id)
    known = (reader.find(Contact, one.contact_id) for one in asks)
    now = session.now()
    return JobNetwork(
        job=job,
        asks=asks,
        contacts={one.id: one for one in known if one},
        met=people_met(reader, job.id),
        first=min(rounds, key=lambda one: one.ends_at(), default=None),
        too_early=first_held(rounds, now) is None,
        helpers=network.helpers(
            reader, session.store().book.read(), job, now=now, zone=session.zone()
        ),
    )


def _values(asks: tuple[Ask, ...]) -> dict[str, Any]:
    return {field(name, one): getattr(one, name) for one in asks for name in FIELDS}


def _from(ask: Ask, shown: Values) -> Ask:
    texts: dict[str, Any] = {name: shown[field(name, ask)] or "" for name in FIELDS}
    return replace(ask, **texts)
