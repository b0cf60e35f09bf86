"""This session's store, clock, zone and person; the only place that reads the wall clock.

Pages read through `reader()` and change things through `act()`, which hands an action the store and
the moment and keeps what it says for the frame.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from lib.actions.done import Done
from lib.domain.dates.workdays import Workdays
from lib.domain.english import DateStyle, English, guess_english
from lib.domain.errors import FollowThroughError
from lib.domain.profile import PROFILE_ID, Profile
from lib.door import lock_page, secrets_file
from lib.formats.holidays import countries, country_of_zone, workdays_of
from lib.store.file.place import data_folder
from lib.store.opening import open_store
from lib.store.repository import Reader, Store

STARTED = "session.started"
DOUBLE_CLICK = 5.0
"""Seconds; a slow page hands the second click on late."""
A_MOMENT = 0.05
"""Seconds for which a run takes what it has just read for what is there."""
FAULT = "session.fault"
"""The sentence that says why the last press did nothing."""
REFUSED_BY = "session.refused_by"
"""The kind of error that the sentence comes from; missing if it comes from a page."""
SAID = "session.said"
"""A sentence for the next run about what cannot be undone from a line: erasing everything."""


class _Seen(threading.local):
    """What this thread read a moment ago: one run of a page asks hundreds of times."""

    reader: Reader | None = None
    at = 0.0


_seen = _Seen()


def store() -> Store:
    """Returns the person's store; every page asks here, so each is shut while the door is.

    Raises:
        Locked: this window's session has ended.
        DatabaseRefused: a database is to keep the data, but its address is wrong.
    """
    lock_page.require()
    database = secrets_file.database()
    return open_store(data_folder() if database is None else database)


def reader() -> Reader:
    """Returns what the store holds at this moment."""
    if _seen.reader is None or time.monotonic() - _seen.at > A_MOMENT:
        _seen.reader, _seen.at = store().read(), time.monotonic()
    return _seen.reader


def look_anew() -> None:
    """Has the next `reader` ask for what is there then."""
    _seen.reader = None


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def this_minute() -> datetime:
    """Returns the beginning of this minute: what is derived with it is made anew each minute."""
    return now().replace(second=0, microsecond=0)


def started() -> datetime:
    """When this session began: what was done earlier is not announced again."""
    moment: datetime = st.session_state.setdefault(STARTED, now())
    return moment


def visit() -> str:
    """A name for this session, by which the saves of one sitting belong together."""
    return started().isoformat()


def profile() -> Profile:
    """The person's profile; an empty one before it is filled in."""
    return reader().find(Profile, PROFILE_ID) or Profile()


def guessed_zone() -> str:
    """The browser's time zone if it is one that we know, else UTC."""
    zone = st.context.timezone or "UTC"
    try:
        return ZoneInfo(zone).key
    except (ValueError, OSError, KeyError):
        return "UTC"


def is_phone() -> bool:
    """True if the browser says that it runs on a phone."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def guessed_english() -> English:
    """Returns the English of the browser's language."""
    return guess_english(st.context.locale or "")


def english() -> English:
    """Returns the English of the app's own words: the profile's, else the browser's."""
    return profile().english or guessed_english()


def date_style() -> DateStyle:
    """Returns how the person reads dates: in which English, and on which clock."""
    return DateStyle(english(), profile().clock_24h)


def zone() -> str:
    """The zone whose calendar counts: the profile's, else the browser's."""
    return profile().zone or guessed_zone()


def local(moment: datetime) -> datetime:
    """Returns that moment by the person's own calendar and clock."""
    return moment.astimezone(ZoneInfo(zone()))


def today() -> date:
    """The date by the person's own calendar, wherever the server stands."""
    return local(now()).date()


def workdays() -> Workdays:
    """The person's working days."""
    return workdays_of(profile(), today().year, guessed_zone())


def guessed_country() -> str:
    """Returns the country of the browser's time zone, else that of its language; "" if unknown."""
    locale = (st.context.locale or "").replace("_", "-")
    named = locale.rpartition("-")[2].upper()
    return country_of_zone(zone()) or (named if named in countries() else "")


# Not in st.session_state: every access to that is a point at which a second click stops the run,
# and then the first click would have acted without a trace.
_last_press: tuple[tuple[Any, ...], Done, float] = (), Done(""), 0.0
"""The last press that did something: what was asked, what was done, and when it was through."""
# A second click begins its run in a thread of its own at once, while the first one's action still
# works: it waits here until it can see what the first one did.
_one_at_a_time = threading.Lock()


def act(
    action: Callable[..., Done], *args: Any, known_by: object = None, **kwargs: Any
) -> Done | None:
    """Does one action and returns what it did; None if it was refused, and the frame says why.

    The same action with the same values within a moment is the second half of a double click: it
    does nothing more, and what the first half did is handed back. `known_by`: what is compared in
    place of the values, for those that bear an id or a moment of their own at each press.

    Values from `st.session_state` must be read before calling this: inside an action there is no
    Streamlit call at which a second click could stop the run half-way.
    """
    global _last_press
    asked = store(), visit(), action, known_by or (args, kwargs)
    try:
        with _one_at_a_time:
            last_asked, last_done, through = _last_press
            if last_asked == asked and time.monotonic() - through < DOUBLE_CLICK:
                return last_done
            try:
                done = action(asked[0], *args, now=now(), **kwargs)
            finally:
                look_anew()
            if done.did:
                _last_press = asked, done, time.monotonic()
    except FollowThroughError as fault:
        st.session_state[FAULT], st.session_state[REFUSED_BY] = fault.sentence, type(fault)
        return None
    return done
