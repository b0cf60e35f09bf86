"""How one job turned out, on the page: taken up, and kept as it is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from lib.actions import answers as actions
from lib.actions.people import people_met
from lib.domain.answers import Answer
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.shared import date_fields, job_menus
from lib.ui.shared.controls import action_button

STATUS_WORDS = {
    JobStatus.INTERVIEWING: "still running",
    JobStatus.OFFER: "an offer",
    JobStatus.ACCEPTED: "accepted",
    JobStatus.NOT_SELECTED: "not selected",
    JobStatus.WITHDRAWN: "I withdrew",
    JobStatus.SILENT: "silent",
}
FIELDS = ("from_id", "no_reply", "learned")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One job with those met for it, and its answer if there is one."""

    job: Job
    people: tuple[Interviewer, ...]
    answer: Answer | None

    def key(self, field: str) -> str:
        """The widget key of one field."""
        return f"outcome.{field}.{self.job.id}"


def likeliest(reader: Reader) -> Job | None:
    """Returns the job that an answer most likely came for: the last interviewed for."""
    active, now = job_menus.active_jobs(reader), session.now()
    held = [one for one in reader.all(Interview) if one.job_id in active and one.ends_at() <= now]
    running = [one for one in held if active[one.job_id].status is JobStatus.INTERVIEWING]
    last = max(running or held, key=lambda one: one.ends_at(), default=None)
    return active[last.job_id] if last else next(iter(active.values()), None)


def gathered(reader: Reader, job: Job) -> Outcome:
    """Everything about that job's answer as the store holds it."""
    return Outcome(reader.get(Job, job.id), people_met(reader, job.id), reader.find(Answer, job.id))


def sheet_of(before: Outcome) -> Sheet:
    """Returns the fields of a job's answer, to be saved as they are changed."""

    def commit(shown: Values) -> Values | None:
        changed = _from(before, shown)
        if changed is None:
            return None
        done = session.act(actions.save, changed, visit=session.visit())
        return _values(replace(before, answer=changed)) if done else None

    return Sheet(f"outcome.{before.job.id}", _values(before), commit)


def choose(of: Outcome) -> None:
    """How the job stands, one press for each answer."""
    with st.container(key="outcome.choose"):
        st.markdown("**How did it turn out?**")
        with st.container(horizontal=True):
            for status, words in STATUS_WORDS.items():
                here = of.job.status is status
                action_button(
                    words[:1].upper() + words[1:],
                    f"outcome.status.{status.value}",
                    (actions.record, of.job.id, status),
                    icon="check" if here else "",
                )


def _values(of: Outcome) -> dict[str, Any]:
    if of.answer is None:
        return {}
    values = {of.key(field): getattr(of.answer, field) for field in FIELDS}
    return values | {of.key("answer_by"): date_fields.field_words(of.answer.answer_by)}


def _from(of: Outcome, shown: Values) -> Answer | None:
    """The answer as shown; a day that cannot be read leaves what was there."""
    if of.answer is None:
        return None
    words, standing = shown[of.key("answer_by")], of.answer.answer_by
    return replace(
        of.answer,
        from_id=shown[of.key("from_id")] or "",
        no_reply=bool(shown[of.key("no_reply")]),
        learned=shown[of.key("learned")] or "",
        answer_by=date_fields.read_day_or_keep(words, session.zone(), standing),
    )
