"""The words of a line that say something, cut to their beginnings so that "columns" and "column" are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from lib.words import wording
from lib.words.text.tokens import words_in

STEM = 5
BOOKS = ("thank_you", "openings")
"""The data files whose words may stand in a note without anybody having said them."""


def stems(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, in small letters and without the "s" of a plural."""
    return frozenset(_singular(word.casefold().replace("’", "'"))[:STEM] for word in words)


def telling(line: str, *, besides: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of the words that say something. `besides` are further words that do not."""
    silent = wording.terms("filling") | besides
    return stems(word for word in words_in(line) if word.casefold() not in silent)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def stock(books: tuple[str, ...] = BOOKS) -> frozenset[str]:
    """The stems of the app's own wordings, which tell nothing of anybody."""
    texts = (text for name in books for text in _texts(wording.book(name)))
    return stems(wording.terms("stock")) | stems(word for text in texts for word in words_in(text))


def _texts(node: object) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
