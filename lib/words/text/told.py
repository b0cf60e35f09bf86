"""Whether a text makes a point that somebody wrote down."""

from __future__ import annotations

from lib.words import wording
from lib.words.text import stems
from lib.words.text.tokens import words_in

MOST_OF_IT = 0.6


def is_told(line: str, text: str) -> bool:
    """Returns True if the line, or most of its telling words, stand in the text."""
    if not line.strip():
        return False
    if _plain(line) in _plain(text):
        return True
    telling = stems.telling(line, besides=wording.terms("stock"))
    return bool(telling) and len(telling & stems.stems(words_in(text))) >= MOST_OF_IT * len(telling)


def _plain(text: str) -> str:
    return " ".join(word.casefold() for word in words_in(text))
