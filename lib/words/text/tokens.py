"""The words of a text, and the gaps that are still to be filled in."""

from __future__ import annotations

import re

UNFILLED = re.compile(
    r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>|_{2,}|\?{2,}|\b(?:TODO|TBD|TBC|XXX+)\b", re.IGNORECASE
)
WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")


def words_in(text: str) -> list[str]:
    """Returns the words of a text, as a person would count them."""
    return WORD.findall(text)


def word_count(text: str) -> int:
    """Returns how many words a text has, as a person would count them."""
    return len(words_in(text))
