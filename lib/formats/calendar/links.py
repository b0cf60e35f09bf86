"""Links that open Google's or Outlook's form for a new event, filled in from one entry."""

from __future__ import annotations

from datetime import date, datetime
from urllib.parse import quote

from lib.domain.followups.entry import Entry
from lib.formats.calendar import entry_text

GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
OUTLOOK = (
    "https://outlook.live.com/calendar/deeplink/compose"
    "?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
)
LONGEST_LINK = 1800
"""Characters of an address that every browser and both calendars take."""


def google_url(entry: Entry) -> str:
    """Google Calendar's form for a new event, filled in."""
    first, last = (_stamp(moment, "%Y%m%d", "T%H%M%SZ") for moment in _span(entry))
    return _with_texts(f"{GOOGLE}&dates={first}/{last}", _texts(entry, "text", "details"))


def outlook_url(entry: Entry) -> str:
    """Outlook's form on the web for a new event, filled in."""
    first, last = (_stamp(moment, "%Y-%m-%d", "T%H:%M:%SZ") for moment in _span(entry))
    whole_day = "" if entry.clock is not None else "&allday=true"
    address = f"{OUTLOOK}&startdt={first}&enddt={last}{whole_day}"
    return _with_texts(address, _texts(entry, "subject", "body"))


def _span(entry: Entry) -> tuple[date, date]:
    return entry_text.start(entry), entry_text.end(entry)


def _stamp(moment: date, day: str, clock: str) -> str:
    return quote(moment.strftime(day + (clock if isinstance(moment, datetime) else "")), safe="")


def _texts(entry: Entry, title: str, details: str) -> dict[str, str]:
    return {
        title: entry_text.title(entry),
        "location": entry_text.one_line(entry.place),
        details: entry_text.clean(entry.details),
    }


def _with_texts(address: str, texts: dict[str, str]) -> str:
    """Returns the address with each text that is not empty, cut to a length that can be opened."""
    for name, text in texts.items():
        room = LONGEST_LINK - len(address) - len(name) - len("&=")
        if value := _quoted(text, room):
            address += f"&{name}={value}"
    return address


def _quoted(text: str, room: int) -> str:
    quoted = ""
    for sign in text:
        if len(quoted) + len(piece := quote(sign, safe="")) > room:
            break
        quoted += piece
    return quoted
