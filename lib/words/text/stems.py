"""The telling words of a line as stems, so that "columns" and "column" are one."""

from __future__ import annotations

from collections.abc import Iterable

from lib.words import wording
from lib.words.text.tokens import plain_words, words_in

STEM = 5
MOST_OF_IT = 0.6


def stems(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, in small letters and without the "s" of a plural."""
    return frozenset(singular(word.casefold().replace("’", "'"))[:STEM] for word in words)


def telling(line: str, *, besides: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of the words that say something. `besides` are further words that do not."""
    silent = wording.word_list("filling") | besides
    return stems(word for word in words_in(line) if word.casefold() not in silent)


def singular(word: str) -> str:
    """Returns the word without the "s" of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_told(line: str, text: str) -> bool:
    """Returns True if the line, or most of its telling words, stand in the text."""
    if not line.strip():
        return False
    if plain_words(line) in plain_words(text):
        return True
    told = telling(line, besides=wording.word_list("stock"))
    return bool(told) and len(told & stems(words_in(text))) >= MOST_OF_IT * len(told)
