"""The calendar as an .ics file.

Events only (Google and iOS ignore to-dos), timed ones in UTC, and nothing from a clock or a random
source: the same entries give the same bytes. Import this where it is used: icalendar loads slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from icalendar import Alarm, Calendar, Event, vText

from lib.domain.followups.entry import Entry, EntryKind
from lib.domain.followups.followup import State
from lib.formats.calendar import entry_text

PRODID = "-//Follow Through//Follow-ups//EN"
CALENDAR_UID = "calendar@follow-through"
UNKNOWN_CHANGE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the moment of a change that no record tells; a fixed one, for equal bytes."""

ON_THE_DAY = (timedelta(hours=9),)
"""An all-day entry begins at midnight: nine in the morning, by the clock of whoever imports it."""
BEFORE_A_TIME = (timedelta(hours=-1), timedelta(minutes=-15))
BEFORE_AN_INTERVIEW = (timedelta(days=-1), timedelta(hours=-2))


def calendar_file(entries: Sequence[Entry], *, name: str | None) -> bytes:
    """One file with all of these; `name` is what the calendar is called where it is imported."""
    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    if name:
        calendar.add("UID", CALENDAR_UID)
        calendar.add("X-WR-CALNAME", _Text(entry_text.one_line(name)))
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def entry_file(entry: Entry) -> bytes:
    """A file with this one alone, which joins whatever calendar it is opened with."""
    return calendar_file([entry], name=None)


def mark(entry: Entry) -> str:
    """Returns a short mark of all that the entry shows, for telling whether it has changed."""
    return blake2b(repr(_shown(entry)).encode(), digest_size=12).hexdigest()


class _Text(vText):
    """A text whose backslash before an N stays one; icalendar 7.3 writes a line break there."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        escaped = (
            str(self)
            .replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,")
            .replace("\n", "\\n")
        )
        return escaped.encode("utf-8")


class _Shown(NamedTuple):
    """All that a file says of an entry but its number and the moment of its last change."""

    uid: str
    status: str
    title: str
    start: date
    end: date
    transparency: str
    details: str
    place: str
    alarms: tuple[timedelta, ...]


def _shown(entry: Entry) -> _Shown:
    return _Shown(
        uid=entry_text.one_line(entry.uid),
        status="CANCELLED" if entry.state is State.CLOSED else "CONFIRMED",
        title=entry_text.title(entry),
        start=entry_text.start(entry),
        end=entry_text.end(entry),
        transparency="OPAQUE" if _takes_time(entry) else "TRANSPARENT",
        details=entry_text.clean(entry.details),
        place=entry_text.one_line(entry.place),
        alarms=_alarms(entry),
    )


def _event(entry: Entry) -> Event:
    shown = _shown(entry)
    event = Event()
    stamp = (entry.changed_at or UNKNOWN_CHANGE).astimezone(UTC).replace(microsecond=0)
    event.add("UID", _Text(shown.uid))
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("SEQUENCE", entry.revision)
    event.add("STATUS", shown.status)
    event.add("SUMMARY", _Text(shown.title))
    event.add("DTSTART", shown.start)
    event.add("DTEND", shown.end)
    event.add("TRANSP", shown.transparency)
    if shown.details:
        event.add("DESCRIPTION", _Text(shown.details))
    if shown.place:
        event.add("LOCATION", _Text(shown.place))
    for trigger in shown.alarms:
        event.add_component(_alarm(shown.title, trigger))
    return event


def _takes_time(entry: Entry) -> bool:
    return entry.clock is not None and entry.state is not State.CLOSED


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _Text(title))
    alarm.add("TRIGGER", trigger)
    return alarm


def _alarms(entry: Entry) -> tuple[timedelta, ...]:
    """None for what is over, and none for an employer's date: there is nothing to do on it."""
    if entry.state in (State.DONE, State.CLOSED) or entry.kind is EntryKind.COMMITMENT:
        return ()
    if entry.kind is EntryKind.INTERVIEW:
        return BEFORE_AN_INTERVIEW
    return BEFORE_A_TIME if entry.clock is not None else ON_THE_DAY
