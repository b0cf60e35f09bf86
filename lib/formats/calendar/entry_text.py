"""An entry's times and texts in the form that calendar files and calendar links take."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from lib.domain.dates.due import at_local
from lib.domain.followups.entry import Entry
from lib.domain.followups.followup import State

DONE_MARK = "✓ "
NAMELESS = "Follow-up"

_LINE_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def start(entry: Entry) -> date:
    """The moment it starts, in UTC; the day itself if it is for the whole day."""
    return at_local(entry.day, entry.clock, entry.zone) if entry.clock is not None else entry.day


def end(entry: Entry) -> date:
    """The moment it ends, in UTC; the day after if it is for the whole day."""
    length = timedelta(days=1) if entry.clock is None else timedelta(minutes=entry.minutes)
    return start(entry) + length


def title(entry: Entry) -> str:
    """Its title in one line; what I owed and have done is marked as done."""
    done = entry.is_follow_up() and entry.state is State.DONE
    return (DONE_MARK if done else "") + (one_line(entry.title) or NAMELESS)


def clean(text: str) -> str:
    """The text with plain line breaks, and without what a calendar could choke on."""
    return "".join(map(_harmless, _LINE_BREAKS.sub("\n", text))).strip()


def one_line(text: str) -> str:
    """The same in a single line."""
    return " ".join(clean(text).split())


def _harmless(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    if category == "Cc" and sign != "\n":
        return " " if sign == "\t" else ""
    return sign
