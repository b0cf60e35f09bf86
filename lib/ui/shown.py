"""User text on its way to the screen: the one place where it is made harmless for Markdown."""

from __future__ import annotations

import re

JOINER = "\u2060"
"""Word joiner: invisible, takes no room, and keeps two characters from being read as one sign."""

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=\"'@/%;?])")
_READ_AS_SIGNS = re.compile(
    r"(?<=[-<>~=])(?=[->=])|(?<=:)(?=[A-Za-z+_\-0-9])|(?<=[wW])(?=[wW]{2}\.)|(?<=:)(?=//)"
)


def plain(text: str) -> str:
    """That text as Markdown that shows it letter for letter: no link, colour, formula, icon or emoji code."""
    one_line = " ".join(text.split())
    return _PUNCTUATION.sub(r"\\\1", _READ_AS_SIGNS.sub(JOINER, one_line))


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 note", "3 notes"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
