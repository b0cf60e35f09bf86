"""What stands around the people in a pasted line: bullets, numbers, "To:", and times."""

from __future__ import annotations

import re
from typing import NamedTuple

_BULLET = re.compile(
    r"^\s*(?:"
    r"[•·▪◦‣●○■□➤→☐☑✓✔✗>]+\s*|\[[ xX]?\]\s*|\(\d{1,2}\)\s*|#\d{1,2}[.):]?\s+|[a-hA-H]\)\s+"
    r"|(?:[-*–—]|\d{1,2}[.)]|\d{1,2}:(?!\d))\s+|\d{1,2}\s+(?=(?-i:[^\W\d_a-z])))"
)
_LABEL = re.compile(
    r"^\s*(?:(?:to|cc|bcc|from|an|von|reply-to|required|optional|(?:required |optional )?attendees?"
    r"|participants?|interviewers?|interview panel|panel(?:ists?|members?)?|guests?|invitees?"
    r"|organi[sz]er|with|who|people|names?)\s*:\s*"
    r"|(?:meet(?:ing)?(?: with)?|interview(?:ing)? with|with|w/)\s+(?=(?-i:[^\W\d_a-z])))",
    re.I,
)
_WROTE = re.compile(r"\s+wrote\s*:?$", re.I)
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|(?<![\d:.])\d{1,2}:\d\d(?![\d:]))"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s*(?:[ECMP][SD]?T|UTC|GMT))?"
_TIME = rf"{_DAY}(?:(?:\d{{1,2}}(?:[:.]\d\d)?|{_CLOCK})\s*(?:[-–—]|to)\s*{_CLOCK}|{_CLOCK}){_ZONE}"
_LENGTH = r"\d{1,3}\s*(?:min(?:ute)?s?|h(?:ou)?rs?)\b\.?"
_TIMES = (
    re.compile(rf"^\s*[(\[]?{_TIME}[)\]]?\s*[:,|\t–—-]*\s*", re.I),
    re.compile(rf"\s*[,|\t–—-]*\s*[(\[]?(?:{_TIME}|{_LENGTH})[)\]]?\s*$", re.I),
    re.compile(rf"\s*[(\[](?:{_TIME}|{_LENGTH})[)\]]", re.I),
)


class Cleared(NamedTuple):
    """A line without its clutter; `remark` says what was left out of it, where that is a loss."""

    text: str
    remark: str = ""


def cleared(line: str) -> Cleared:
    """Returns the line without bullets, labels and times."""
    text = _LABEL.sub("", _without_bullets(line))
    timeless = text
    for pattern in _TIMES:
        timeless = pattern.sub("", timeless)
    if not any(map(str.isalpha, timeless)):
        return Cleared(text.strip())
    remark = "the time was left out" if timeless.strip() != text.strip() else ""
    return Cleared(_WROTE.sub("", _LABEL.sub("", _without_bullets(timeless))).strip(), remark)


def _without_bullets(line: str) -> str:
    bare = _BULLET.sub("", line, count=1)
    return bare if bare == line or not bare.strip() else _without_bullets(bare)
