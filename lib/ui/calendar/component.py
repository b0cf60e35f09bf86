"""The calendar on the page: events from entries, and what was done to one of them.

streamlit-calendar hands back the last thing that happened on every run from then on. `happened`
gives each of them once; to be called before the calendar is drawn. It tells two equal clicks apart
by a number that is sent along with the events, and where nothing can be sent along (a click on a
day) by a fresh calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit_calendar import calendar

from lib.domain.english import English
from lib.domain.followups.entry import Entry
from lib.domain.followups.followup import State
from lib.ui.calendar.look import colours, named, style

HEIGHT = 640
PHONE_HEIGHT = 560
COMING = "listComing"
COMING_DAYS = {
    "type": "list",
    # Not four weeks: FullCalendar begins those, and the ones before them, with a week's first day.
    "duration": {"days": 30},
    "dateAlignment": "day",
    # Else the arrows would go by a day, which is the unit of the alignment.
    "dateIncrement": {"days": 30},
    "buttonText": "List",
}
"""The list of what is coming, from today on: a month's list is empty on its last day."""
CALLBACKS = ("dateClick", "eventClick", "eventChange")
LOCALES = {English.AMERICAN: "en", English.BRITISH: "en-gb"}
MARKS = {State.OVERDUE: "! ", State.DONE: "✓ "}


@dataclass(frozen=True, slots=True)
class Clicked:
    """An entry was clicked, or opened with the keyboard."""

    uid: str


@dataclass(frozen=True, slots=True)
class DayClicked:
    """A free place was clicked: a day, in the week view with a time."""

    day: date
    clock: time | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry was dropped on a day, at a time unless it was dropped where whole days are."""

    uid: str
    day: date
    clock: time | None = None


Happened = Clicked | DayClicked | Moved


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """How it is looked at: the moment, the person's zone, the mode, the screen, their habits.

    `first_weekday` is 0 for Monday to 6 for Sunday.
    """

    now: datetime
    zone: str
    dark: bool = False
    phone: bool = False
    first_weekday: int = 0
    clock_24h: bool = False
    english: English = English.AMERICAN


@dataclass(frozen=True, slots=True)
class _Seen:
    """How much has happened, on which calendar in a row, and the last values."""

    number: int = 0
    fresh: int = 0
    value: dict[str, Any] = field(default_factory=dict)
    left_at: dict[str, Any] = field(default_factory=dict)

    def widget(self, key: str, *, phone: bool) -> str:
        """Returns the key of the calendar on the page; a phone has another view and key."""
        return f"{key}.{'phone' if phone else 'desk'}.{self.fresh}"


def happened(key: str) -> Happened | None:
    """What the person has just done on the calendar with that key; each thing once."""
    seen = _seen(key)
    values = (st.session_state.get(seen.widget(key, phone=phone)) for phone in (False, True))
    value: dict[str, Any] = next(filter(None, values), {})
    if not value or value == seen.value:
        return None
    what = read(value)
    fresh = seen.fresh + isinstance(what, DayClicked)
    st.session_state[f"{key}.seen"] = _Seen(
        seen.number + 1, fresh, value if fresh == seen.fresh else {}, value
    )
    return what


def draw(key: str, entries: Sequence[Entry], sight: Sight) -> None:
    """Draws the calendar where it was left, in a place that does not jump when it is drawn anew."""
    seen = _seen(key)
    with st.container(
        key=f"{key}.frame", height=PHONE_HEIGHT if sight.phone else HEIGHT, border=False
    ):
        calendar(
            events=events(entries, sight, number=seen.number),
            options=options(sight, left_at=seen.left_at),
            custom_css=style(dark=sight.dark),
            callbacks=list(CALLBACKS),
            key=seen.widget(key, phone=sight.phone),
        )


def read(value: dict[str, Any]) -> Happened | None:
    """What the component's value says was done; None for what was not asked for."""
    match value:
        case {"callback": "eventClick", "eventClick": {"event": {"id": str(uid)}}}:
            return Clicked(uid)
        case {
            "callback": "eventChange",
            "eventChange": {"event": {"id": str(uid), "start": str(start)}},
        }:
            return Moved(uid, *_wall(start))
        case {"callback": "dateClick", "dateClick": {"date": str(start), "allDay": bool(all_day)}}:
            day, clock = _wall(start)
            return DayClicked(day, None if all_day else clock)
    return None


def events(entries: Sequence[Entry], sight: Sight, *, number: int = 0) -> list[dict[str, Any]]:
    """The entries as the component takes them, at wall-clock times of the person's zone."""
    return [_event(entry, sight, number) for entry in entries]


def options(sight: Sight, left_at: dict[str, Any] | None = None) -> dict[str, Any]:
    """Returns the calendar's options; a fresh one takes view and month from its last value."""
    now = _local(sight.now, sight.zone)
    clock = _clock_format(clock_24h=sight.clock_24h)
    return {
        # Wall-clock times in and out: anything else gives browsers east of Greenwich a wrong day.
        "timeZone": "UTC",
        "now": now.isoformat(timespec="minutes"),
        "locale": LOCALES[sight.english],
        "firstDay": (sight.first_weekday + 1) % 7,
        "height": (PHONE_HEIGHT if sight.phone else HEIGHT) - 8,
        "headerToolbar": _toolbar(phone=sight.phone),
        "buttonText": {"today": "Today", "month": "Month", "week": "Week", "list": "List"},
        "views": {COMING: COMING_DAYS},
        "noEventsContent": "Nothing in these weeks.",
        "allDayText": "" if sight.phone else "all day",
        "displayEventEnd": False,
        "listDayFormat": {"weekday": "long", "day": "numeric", "month": "long"},
        "listDaySideFormat": False,
        "eventDisplay": "block",
        "eventInteractive": True,
        "eventTimeFormat": clock,
        "slotLabelFormat": clock,
        "dayMaxEvents": 3,
        "fixedWeekCount": False,
        "nowIndicator": True,
        "scrollTime": "08:00:00",
        "longPressDelay": 400,
        **_start_view(sight, left_at or {}),
    }


def _seen(key: str) -> _Seen:
    seen: _Seen = st.session_state.setdefault(f"{key}.seen", _Seen())
    return seen


def _event(entry: Entry, sight: Sight, number: int) -> dict[str, Any]:
    paper, ink, edge = colours(entry.kind, dark=sight.dark)
    return {
        "id": entry.uid,
        "title": f"{MARKS.get(entry.state, '')}{named(entry.kind, entry.short or entry.title)}",
        **_span(entry, sight.zone),
        "editable": entry.is_follow_up() and entry.state in (State.OPEN, State.OVERDUE),
        "durationEditable": False,
        "backgroundColor": paper,
        "borderColor": edge,
        "textColor": ink,
        "classNames": [f"ft-{entry.kind}", f"ft-{entry.state}"],
        "extendedProps": {"number": number},
    }


def _span(entry: Entry, zone: str) -> dict[str, Any]:
    start = entry.starts_at()
    if start is None:
        return {"start": entry.day.isoformat(), "allDay": True}
    end = start + timedelta(minutes=entry.minutes)
    return {
        "start": _local(start, zone).isoformat(timespec="seconds"),
        "end": _local(end, zone).isoformat(timespec="seconds"),
        "allDay": False,
    }


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _wall(text: str) -> tuple[date, time | None]:
    """Returns the wall clock's day and time, written with a "Z"; no time for a bare day."""
    if "T" not in text:
        return date.fromisoformat(text), None
    wall = datetime.fromisoformat(text.removesuffix("Z"))
    return wall.date(), wall.time().replace(microsecond=0)


def _clock_format(*, clock_24h: bool) -> dict[str, Any]:
    if clock_24h:
        return {"hour": "2-digit", "minute": "2-digit", "hourCycle": "h23"}
    # British English would take a 24-hour clock by itself.
    return {
        "hour": "numeric",
        "minute": "2-digit",
        "omitZeroMinute": True,
        "meridiem": "short",
        "hourCycle": "h12",
    }


def _toolbar(*, phone: bool) -> dict[str, str]:
    if phone:
        return {"left": "title", "center": "", "right": "today prev,next"}
    return {
        "left": "prev,next today",
        "center": "title",
        "right": f"dayGridMonth,timeGridWeek,{COMING}",
    }


def _start_view(sight: Sight, left_at: dict[str, Any]) -> dict[str, str]:
    if sight.phone:
        return {"initialView": COMING}
    match left_at.get(left_at.get("callback", "")):
        case {"view": {"type": str(view), "currentStart": str(first), "currentEnd": str(last)}}:
            today = _local(sight.now, sight.zone).date().isoformat()
            return {
                "initialView": view,
                "initialDate": today if first[:10] <= today < last[:10] else first[:10],
            }
    return {"initialView": "dayGridMonth"}
