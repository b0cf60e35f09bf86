"""The words of a text, and the gaps that are still to be filled in."""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

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


def plain_words(text: str) -> str:
    """Returns the words in small letters, with straight apostrophes and single spaces."""
    return " ".join(words_in(text.casefold().replace("’", "'")))


def stands_in(words: str, text: str, *, any_case: bool = False) -> bool:
    """True if the words stand in the text, and not only as a part of longer ones."""
    if any_case:
        words, text = words.casefold(), text.casefold()
    # A pattern of its own for each word of a note takes most of the checker's time.
    return words in text and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def is_near(written: str, name: str, most: int) -> bool:
    """True if at most so many slips lie between the two: a letter more, less, other or swapped."""
    return DamerauLevenshtein.distance(written, name, score_cutoff=most) <= most
