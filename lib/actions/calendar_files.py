"""Giving out calendar files, and remembering what they said.

What a file said is no action of the person: it is saved without a line of undo. A download that is
cut off loses nothing, as the next file says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lib.domain.answers import JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.calendar_entries import CalendarRecords, entries
from lib.domain.followups.entry import Entry
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.given_out import (
    GivenOut,
    canceled,
    canceled_entry,
    given_out,
    stamped,
)
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.store_errors import StoreError
from lib.store.repository import Reader, Store

NAME = "Follow Through"
LOOKED_AT = (Job, Interview, Interviewer, Debrief, FollowUp, JobEvent)
"""The kinds of records of which something stands on the calendar."""


def on_calendar(reader: Reader, english: English, now: datetime) -> tuple[Entry, ...]:
    """Returns all that stands on the calendar."""
    return entries(CalendarRecords(*map(reader.all, LOOKED_AT)), now=now, english=english)


def cancellations(reader: Reader, now: datetime) -> tuple[GivenOut, ...]:
    """Returns what a file has to say though nothing stands on the calendar any more."""
    return canceled({one.id: one for one in _remembered(reader, now)}, (), now)


def whole_file(store: Store, english: English, *, now: datetime) -> bytes:
    """Returns the file of all entries, with those that were given out before and are gone."""
    from lib.formats.calendar import ics

    try:
        with store.transaction(now=now, did="") as tx:
            given, written = _all(tx, english, now)
            for one in given:
                tx.put(one)
            for one in tx.all(GivenOut):
                if one.is_over(now):
                    tx.remove(GivenOut, one.id)
    except StoreError:
        # What can be read can be taken along; the next file's numbers are higher all the same.
        _, written = _all(store.read(), english, now)
    return ics.calendar_file(written, name=NAME)


def single_file(store: Store, entry: Entry, *, now: datetime) -> bytes:
    """Returns a file with this entry alone; it counts as given out."""
    from lib.formats.calendar import ics

    try:
        with store.transaction(now=now, did="") as tx:
            given = _given(tx, entry, now)
            tx.put(given)
    except StoreError:
        given = _given(store.read(), entry, now)
    return ics.entry_file(stamped(entry, given))


def _all(
    reader: Reader, english: English, now: datetime
) -> tuple[Sequence[GivenOut], Sequence[Entry]]:
    """Returns what the file is to say: as it is remembered, and as it is written."""
    standing = on_calendar(reader, english, now)
    given = [_given(reader, entry, now) for entry in standing]
    before = {one.id: one for one in _remembered(reader, now)}
    gone = canceled(before, (entry.uid for entry in standing), now)
    written = [stamped(entry, one) for entry, one in zip(standing, given, strict=True)]
    return [*given, *gone], [*written, *map(canceled_entry, gone)]


def _remembered(reader: Reader, now: datetime) -> list[GivenOut]:
    return [one for one in reader.all(GivenOut) if not one.is_over(now)]


def _given(reader: Reader, entry: Entry, now: datetime) -> GivenOut:
    from lib.formats.calendar import ics

    return given_out(entry, ics.mark(entry), reader.find(GivenOut, entry.uid), now)
