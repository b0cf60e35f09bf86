"""Reads the time of day in typed words such as "10am Tuesday" or "Friday at half past nine"."""

from __future__ import annotations

import re
from datetime import time

HOURS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_HALF_OF_DAY = r"(?:am|pm|a\.m\.|p\.m\.)"
_CLOCK = re.compile(
    rf"(?:^|[\s,]|\bat\b)\s*(?:at\s+)?(?:(\d{{1,2}})[:h](\d{{2}})\s*({_HALF_OF_DAY})?"
    rf"|(\d{{1,2}})\s*({_HALF_OF_DAY})|at\s+(\d{{1,2}})|(\d{{1,2}})(?=\s*o\'?clock)"
    rf"|(noon|midday))\s*(?:o\'?clock)?$"
)
_CLOCK_FIRST = re.compile(
    rf"^(?:at\s+)?(\d{{1,2}}[:h]\d{{2}}(?:\s*{_HALF_OF_DAY})?|\d{{1,2}}\s*{_HALF_OF_DAY}"
    r"|\d{1,2}\s*o\'?clock|noon|midday)\s+(?:on\s+)?(.+)$"
)
_DOTTED = re.compile(r"\b(?P<at>at\s+)?(\d{1,2})\.(\d{2})(?(at)(?!\d)|(?=\s*[ap]\.?m))")
_PAST = re.compile(r"\b(?:at\s+)?(half|quarter)\s+(past|to)\s+(\d{1,2})\b")
_BARE_HOUR = re.compile(r"^(.*[a-z])\.?\s+(\d{1,2})$")
_NAMED_HOUR = rf"(?=\s*(?:{_HALF_OF_DAY}|o\'?clock))"


def with_clock_last(text: str) -> str:
    """Returns the words with their time in figures, and at the end."""
    text = _DOTTED.sub(r"\g<at>\2:\3", text.replace("\u2019", "'"))
    for number, name in enumerate(HOURS, 1):
        text = re.sub(rf"\b{name}\b{_NAMED_HOUR}", str(number), text)
        text = re.sub(rf"\b(at|past|to)\s+{name}\b", rf"\1 {number}", text)
    text = _PAST.sub(_in_figures, text)
    return _CLOCK_FIRST.sub(r"\2 at \1", text)


def split_clock(text: str) -> tuple[str | None, time | None]:
    """Returns the words without the time at their end, and that time; both None if it is none."""
    match = _CLOCK.search(text)
    if match is None:
        return text, None
    hour, minute, half, bare, bare_half, at, sharp, noon = match.groups()
    written = hour or bare or at or sharp
    evening = "tonight" in text or "evening" in text
    early = evening or not (written or "0").startswith("0")
    clock: time | None = time(12)
    if not noon:
        clock = _clock(int(written), int(minute or 0), half or bare_half, early, evening)
    if clock is None:
        return None, None
    return text[: match.start()].strip().removesuffix(" at").strip(), clock


def split_bare_hour(text: str) -> tuple[str, int] | None:
    """Returns the words before a number at their end, and the number: "wed", 10."""
    match = _BARE_HOUR.match(text)
    return (match[1], int(match[2])) if match else None


def _clock(hour: int, minute: int, half: str | None, guessed: bool, evening: bool) -> time | None:
    """A time of day; "at 3" without am or pm means the afternoon, "at 9" the morning.

    "Tonight at 12" is none: it might be the end of today or, wrongly, noon.
    """
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif evening and hour == 12:
        return None
    elif guessed and 1 <= hour <= (11 if evening else 6):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _in_figures(match: re.Match[str]) -> str:
    minutes = 30 if match[1] == "half" else 15
    hour = int(match[3])
    if match[2] == "to":
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return f"at {hour}:{minutes:02}"
