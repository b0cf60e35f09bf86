"""Reading the times of day that a sentence names, in any usual spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from lib.words.checks.mentions import NUMBER_WORD, number_of
from lib.words.text.named_days import DAY_NAME

CLOCK = re.compile(
    r"(?<![\w.$€£:/-])(?P<h>[0-2]?\d)(?:[:.h](?P<m>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?<![\w.$€£:/-])(?P<h2>[0-2]?\d)[:h](?P<m2>[0-5]\d)(?![\d%])"
    r"|\bat\s+(?P<h4>[0-2]?\d)\.(?P<m4>[0-5]\d)(?![\d%])"
    rf"|\b(?P<h3>\d{{1,2}}|{NUMBER_WORD})\s+o'clock\b",
    re.IGNORECASE,
)
SPOKEN = re.compile(
    rf"\b(?P<part>half past|half|a quarter past|quarter past|a quarter to|quarter to|ten past"
    rf"|ten to|twenty past|twenty to|five past|five to)"
    rf"\s+(?P<h>\d{{1,2}}|{NUMBER_WORD})\b"
    rf"|\b(?P<h2>{NUMBER_WORD})[\s-](?P<m2>thirty|fifteen|forty-five|forty five)\b"
    rf"|\bat\s+(?P<h3>{NUMBER_WORD}|\d{{1,2}})(?=\s*(?:[,;]|\.(?!\d)|\Z|\s(?:on|in|as|sharp|to"
    rf"|and|if|when|with)\b))"
    r"|\b(?P<noon>noon|midday|midnight)\b",
    re.IGNORECASE,
)
PAST_MINUTES = {
    "half": 30,
    "half past": 30,
    "quarter past": 15,
    "quarter to": -15,
    "ten past": 10,
    "ten to": -10,
    "twenty past": 20,
    "twenty to": -20,
    "five past": 5,
    "five to": -5,
}
DAYTIME = re.compile(r"\b(?P<part>morning|afternoon|evening|night)\b", re.IGNORECASE)
HOURS = {
    "morning": range(5, 12),
    "afternoon": range(12, 19),
    "evening": range(17, 24),
    "night": range(19, 24),
}


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day that is named: minutes after midnight, all that it can mean."""

    words: str
    at: int
    minutes: frozenset[int]

    def fits(self, clock: time) -> bool:
        """True if it can mean that time."""
        return clock.hour * 60 + clock.minute in self.minutes


def read_times(text: str) -> Iterator[TimeMention]:
    """Yields the times of day that a text names."""
    for match in CLOCK.finditer(text):
        hour = match["h"] or match["h2"] or match["h4"] or match["h3"]
        minute = int(match["m"] or match["m2"] or match["m4"] or 0)
        yield _time(match, number_of(hour), minute, match["half"])
    for match in SPOKEN.finditer(text):
        if match["noon"]:
            at = 0 if match["noon"].casefold() == "midnight" else 720
            yield TimeMention(match.group(), match.start(), frozenset((at,)))
        else:
            yield _spoken(match)
    for match in DAYTIME.finditer(text):
        if re.search(
            rf"(?:{DAY_NAME}|tomorrow|in the|that|the next|the same)\s+\Z",
            text[: match.start()],
            re.IGNORECASE,
        ):
            hours = HOURS[match["part"].casefold()]
            every = frozenset(hour * 60 + minute for hour in hours for minute in range(60))
            yield TimeMention(match.group(), match.start(), every)


def _time(match: re.Match[str], hour: int, minute: int, half: str | None) -> TimeMention:
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
        return TimeMention(match.group().strip(), match.start(), frozenset((hour * 60 + minute,)))
    return TimeMention(match.group().strip(), match.start(), _both_halves(hour, minute))


def _both_halves(hour: int, minute: int) -> frozenset[int]:
    if hour > 12:
        return frozenset((hour * 60 + minute,))
    return frozenset((hour % 12 * 60 + minute, (hour % 12 + 12) * 60 + minute))


def _spoken(match: re.Match[str]) -> TimeMention:
    if match["part"]:
        part = match["part"].casefold().removeprefix("a ")
        total = number_of(match["h"]) % 12 * 60 + PAST_MINUTES[part]
    elif match["h2"]:
        total = number_of(match["h2"]) % 12 * 60 + {"thirty": 30, "fifteen": 15}.get(
            match["m2"].casefold(), 45
        )
    else:
        total = number_of(match["h3"]) % 12 * 60
        if number_of(match["h3"]) > 12:
            return TimeMention(
                match.group(), match.start(), frozenset((number_of(match["h3"]) * 60,))
            )
    total %= 720
    return TimeMention(match.group(), match.start(), frozenset((total, total + 720)))
