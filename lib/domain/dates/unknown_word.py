"""The word in a typed date that nobody understands."""

from __future__ import annotations

from collections.abc import Callable

from lib.domain.dates.due import Due

MOST_WORDS = 8
"""Of more words, only these are looked at one by one."""


def not_understood(words: str, read: Callable[[str], Due | None]) -> str:
    """Returns the one word without which the others are a date; "" where there is no such word.

    Args:
        read: returns the date that words mean, None if they are not clear.
    """
    parts = words.split()[:MOST_WORDS]
    without = {part: " ".join((*parts[:i], *parts[i + 1 :])) for i, part in enumerate(parts)}
    found = [part for part, rest in without.items() if rest and read(rest)]
    return found[0] if len(found) == 1 else ""
