"""The times of day that a text names, in any usual spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from lib.words.text.days import DAY_NAME
from lib.words.text.number_words import UP_TO_TWELVE, number_of

CLOCK = re.compile(
    r"(?<![\w.$€£:/-])(?P<h>[0-2]?\d)(?:[:.h](?P<m>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?<![\w.$€£:/-])(?P<h2>[0-2]?\d)[:h](?P<m2>[0-5]\d)(?![\d%])"
    r"|\bat\s+(?P<h4>[0-2]?\d)\.(?P<m4>[0-5]\d)(?![\d%])"
    rf"|\b(?P<h3>\d{{1,2}}|{UP_TO_TWELVE})\s+o'clock\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    rf"\b(?P<part>half past|half|a quarter past|quarter past|a quarter to|quarter to|ten past"
    rf"|ten to|twenty past|twenty to|five past|five to)"
    rf"\s+(?P<h>\d{{1,2}}|{UP_TO_TWELVE})\b"
    rf"|\b(?P<h2>{UP_TO_TWELVE})[\s-](?P<m2>thirty|fifteen|forty-five|forty five)\b"
    rf"|\bat\s+(?P<h3>{UP_TO_TWELVE}|\d{{1,2}})(?=\s*(?:[,;]|\.(?!\d)|\Z|\s(?:on|in|as|sharp|to"
    rf"|and|if|when|with)\b))"
    r"|\b(?P<noon>noon|midday|midnight)\b",
    re.IGNORECASE,
)
MINUTES = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}
AFTER_HOUR = {"thirty": 30, "fifteen": 15}
DAYTIME = re.compile(
    rf"(?:{DAY_NAME}|tomorrow|in the|that|the next|the same)\s+"
    r"(?P<part>morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
HOURS = {"morning": (5, 12), "afternoon": (12, 19), "evening": (17, 24), "night": (19, 24)}
NOON, HALF_A_DAY = 12 * 60, 12 * 60


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day that is named: minutes after midnight, all that it can mean."""

    words: str
    minutes: frozenset[int]

    def fits(self, clock: time) -> bool:
        """True if it can mean that time."""
        return clock.hour * 60 + clock.minute in self.minutes


def read_times(text: str) -> Iterator[TimeMention]:
    """Yields the times of day that a text names."""
    for match in CLOCK.finditer(text):
        yield TimeMention(match.group().strip(), _on_the_clock(match))
    for match in SPOKEN.finditer(text):
        yield TimeMention(match.group(), _spoken(match))
    for match in DAYTIME.finditer(text):
        first, end = HOURS[match["part"].casefold()]
        every = frozenset(range(first * 60, end * 60))
        yield TimeMention(match["part"], every)


def _on_the_clock(match: re.Match[str]) -> frozenset[int]:
    hour = number_of(match["h"] or match["h2"] or match["h4"] or match["h3"])
    minute = int(match["m"] or match["m2"] or match["m4"] or 0)
    if match["half"]:
        afternoon = HALF_A_DAY if match["half"][0] in "pP" else 0
        return frozenset((hour % 12 * 60 + minute + afternoon,))
    return _in_either_half(hour, minute)


def _in_either_half(hour: int, minute: int) -> frozenset[int]:
    """Returns what an hour can mean: up to 12 in the morning and after noon."""
    if hour > 12:
        return frozenset((hour * 60 + minute,))
    at = (hour % 12 * 60 + minute) % HALF_A_DAY
    return frozenset((at, at + HALF_A_DAY))


def _spoken(match: re.Match[str]) -> frozenset[int]:
    if match["noon"]:
        return frozenset((0 if match["noon"].casefold() == "midnight" else NOON,))
    if match["h2"]:
        return _in_either_half(number_of(match["h2"]), AFTER_HOUR.get(match["m2"].casefold(), 45))
    if match["h3"]:
        return _in_either_half(number_of(match["h3"]), 0)
    part = match["part"].casefold().removeprefix("a ")
    minutes = MINUTES[part.split()[0]]
    hour = number_of(match["h"]) % 12
    return _in_either_half(hour, -minutes if part.endswith(" to") else minutes)
