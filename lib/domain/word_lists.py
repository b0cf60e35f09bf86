"""Lists of words that stand in the code as one text."""

from __future__ import annotations


def word_tuple(text: str) -> tuple[str, ...]:
    """Returns the words of a text in their order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """Returns the words of a text as a set."""
    return frozenset(text.split())
