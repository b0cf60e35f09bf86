"""Taking back what was done, and saying what a silent save was about."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from lib.actions.done import Done
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Note
from lib.domain.people.asks import Ask
from lib.domain.store_errors import StoreError
from lib.store.history import KEPT
from lib.store.repository import Entry, Reader, Store

BOTH = "both:"
"""How the keys of those actions begin that belong together in both files."""
LOOKED_AT = 10
"""How many of the last entries are searched for one that was announced."""
_OfAJob = type[Interview | Interviewer | Note | FollowUp | Ask]
# Which table says best what somebody was typing in (a checklist's save touches people, too), and
# what bears that id: a worksheet and a checklist have that of their interview.
_TYPED_IN: dict[str, tuple[str, _OfAJob | None]] = {
    "debriefs": ("in the checklist", Interview),
    "strategies": ("in the worksheet", Interview),
    "notes": ("in a note", Note),
    "interviews": ("in a round", Interview),
    "interviewers": ("about somebody you met", Interviewer),
    "follow_ups": ("in a follow-up", FollowUp),
    "contacts": ("about somebody you know", None),
    "asks": ("about a good word", Ask),
    "jobs": ("about the job", None),
    "profile": ("in Settings", None),
}


def undo(store: Store, entry_id: str, *, now: datetime) -> Done:
    """Takes one action back; that is an action too, and can be taken back itself.

    What was taken back already stays so: a second press, however late, asks for nothing else.
    """
    of = owner(store, entry_id)
    if any(entry.id == entry_id and entry.undone_at for entry in of.entries()):
        return Done("")
    other = store.book if of is store else store
    twin = _done_with(of, entry_id, other)
    if twin is None:
        return Done(of.undo(entry_id, now=now).did)
    in_main, in_book = (entry_id, twin.id) if of is store else (twin.id, entry_id)
    with store.together(now=now) as (tx, people):
        store.take_back(tx, in_main)
        store.book.take_back(people, in_book)
        return Done((tx if of is store else people).did)


def _done_with(of: Store, entry_id: str, other: Store) -> Entry | None:
    """Returns the entry in the other file that was made together with this one, and stands."""
    key = _first(of, entry_id)
    if not key.startswith(BOTH):
        return None
    standing = (entry for entry in other.entries() if entry.undone_at is None)
    return next((entry for entry in standing if _first(other, entry.id) == key), None)


def _first(of: Store, entry_id: str) -> str:
    """The key under which the action was kept that this entry is, or takes back, or does again."""
    entry = next((one for one in of.entries() if one.id == entry_id), None)
    if entry is None:
        return ""
    return _first(of, entry.undoes) if entry.undoes else entry.merge


def entries(store: Store) -> tuple[Entry, ...]:
    """What was done, in everything and in the address book, the newest first."""
    both = (*store.entries(), *store.book.entries())
    return tuple(sorted(both, key=lambda entry: entry.at, reverse=True))[:KEPT]


@dataclass(frozen=True, slots=True)
class Announced:
    """The last announced action in the main file and in the address book, and the later of them."""

    main: Entry | None = None
    book: Entry | None = None
    latest: Entry | None = None


def newest_id(store: Store) -> str:
    """The id of the last entry of everything; empty where there is none."""
    return next((entry.id for entry in store.entries(1)), "")


def announced(store: Store, since: datetime, after: str, before: Announced) -> Announced:
    """Returns what was done and said last in this session, by the order of saving.

    The clock does not count for what lies in one file, since it may have been set.

    Args:
        since: when the session began; the address book is read only if it was saved later.
        after: the newest entry of everything when the session began.
        before: what this session found when it last looked. Of two files the one that has something
            new came later.
    """
    newer = takewhile(lambda entry: entry.id != after, store.entries(LOOKED_AT))
    main = next((entry for entry in newer if entry.did), None)
    book = _last_of_book(store, since)
    changed = [
        now for now, was in ((main, before.main), (book, before.book)) if _id(now) != _id(was)
    ]
    latest = max(filter(None, changed), key=lambda entry: entry.at, default=None)
    if not changed:
        latest = _as_it_stands(before.latest, (main, book))
    return Announced(main, book, latest or main or book)


def _as_it_stands(latest: Entry | None, found: tuple[Entry | None, ...]) -> Entry | None:
    return next((one for one in found if one and latest and one.id == latest.id), None)


def _last_of_book(store: Store, since: datetime) -> Entry | None:
    with suppress(StoreError):
        if store.book.home.was_saved_since(since):
            said = (entry for entry in store.book.entries(LOOKED_AT) if entry.did)
            last = next(said, None)
            return last if last and last.at >= since else None
    return None


def _id(entry: Entry | None) -> str:
    return entry.id if entry else ""


def owner(store: Store, entry_id: str) -> Store:
    """Where that was done: in everything, or in the address book."""
    for one in (store, store.book):
        if any(entry.id == entry_id for entry in one.entries()):
            return one
    return store


def words(entry: Entry, reader: Reader) -> str:
    """Returns what an entry did; for a silent save, "Typed in a note, Harbor & Vale"."""
    if entry.did:
        return entry.did
    ids = dict(reversed(entry.touched))
    table = next((name for name in _TYPED_IN if name in ids), "")
    typed, kind = _TYPED_IN.get(table, ("something", None))
    of = reader.find(kind, ids[table]) if kind else None
    job = reader.find(Job, of.job_id if of else ids.get(table, ""))
    return f"Typed {typed}, {job.company}" if job and job.company else f"Typed {typed}"
