"""Taking back what was done, and saying what a silent save was about."""

from __future__ import annotations

from datetime import datetime

from lib.actions.done import Done
from lib.domain.followups import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.store.repository import Entry, Reader, Store

# Which table says best what somebody was typing in: a checklist's save touches people, too.
_TYPED_IN = {
    "debriefs": "in the checklist",
    "strategies": "in the worksheet",
    "notes": "in a note",
    "interviews": "in a round",
    "interviewers": "about somebody you met",
    "follow_ups": "in a follow-up",
    "jobs": "about the job",
    "profile": "in Settings",
}
# A worksheet and a checklist bear the id of their interview.
_OF_A_JOB: dict[str, type[Interview | Interviewer | Note | FollowUp]] = {
    "debriefs": Interview,
    "strategies": Interview,
    "interviews": Interview,
    "notes": Note,
    "interviewers": Interviewer,
    "follow_ups": FollowUp,
}


def undo(store: Store, entry_id: str, *, now: datetime) -> Done:
    """Takes one action back; that is an action too, and can be taken back itself.

    What was taken back already stays so: a second press, however late it comes, asks for nothing else.
    """
    if any(entry.id == entry_id and entry.undone_at for entry in store.entries()):
        return Done("")
    return Done(store.undo(entry_id, now=now).did)


def words(entry: Entry, reader: Reader) -> str:
    """What an entry did; of a silent save, where something was typed: "Typed in a note, Harbor & Vale"."""
    if entry.did:
        return entry.did
    ids = dict(reversed(entry.touched))
    table = next((name for name in _TYPED_IN if name in ids), "")
    company = _company(reader, table, ids.get(table, ""))
    typed = f"Typed {_TYPED_IN[table]}" if table else "Typed something"
    return f"{typed}, {company}" if company else typed


def _company(reader: Reader, table: str, id: str) -> str:
    """The company that the record with this id has to do with; "" if it cannot be told."""
    kind = _OF_A_JOB.get(table)
    of = reader.find(kind, id) if kind else None
    job = reader.find(Job, of.job_id if of else id)
    return job.company if job else ""
