"""Whether a text says something that only this reader raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from lib.domain.debriefs import Point
from lib.domain.notes import Text
from lib.words import captured, shapes, wording
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.named_days import MENTION

ENOUGH = 0.4
"""Which share of a captured line's telling words must stand in the text for the line to count as told."""
OF_ONES_OWN = 3
"""How many telling words make a sentence of one's own, where nothing was captured."""
STEM = 5


def count_told(text: Text, brief: Brief, siblings: Mapping[str, Text]) -> int:
    """How many specifics of the reader's own the text holds.

    Where points were captured, how many of them it tells, in these words or near them. Where none were,
    how many of its sentences say something that neither the facts nor the other notes say.
    """
    if any(not point.is_empty() for point in brief.points):
        body = _stems(words_in(text.body))
        told = sum(any(_is_told(line, body) for line in _lines(point, brief)) for point in brief.points)
        return told or int(_is_told(brief.valued, body))
    return sum(_is_own(one, brief, siblings) for one in captured.sentences(text.body))


def _lines(point: Point, brief: Brief) -> Iterator[str]:
    """A point as it was captured, and as the app would say it."""
    yield point.raised
    said = shapes.raised(point.raised, brief.reader.name)
    if said:
        yield said.words
    if not point.raised.strip():
        yield point.help


def _is_told(line: str, body: frozenset[str]) -> bool:
    telling = _telling(words_in(line))
    return bool(telling) and len(telling & body) >= max(1, ENOUGH * len(telling))


def _is_own(sentence: str, brief: Brief, siblings: Mapping[str, Text]) -> bool:
    bare = MENTION.sub(" ", captured.without(sentence, captured.names(brief)))
    others = frozenset[str]().union(*(_stems(words_in(text.body)) for text in siblings.values()))
    return len(_telling(words_in(bare)) - others - _stock()) >= OF_ONES_OWN


@cache
def _stock() -> frozenset[str]:
    """The words of the app's own wordings."""
    listed = _stems(wording.terms("stock"))
    books = (wording.book("thank_you"), wording.book("card"), wording.book("letters"))
    return listed | _stems(word for one in books for text in _texts(one) for word in words_in(text))


def _texts(node: object) -> Iterable[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


def _telling(words: Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    return _stems(word for word in words if word.casefold() not in wording.terms("filling"))


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of words, so that "columns" and "column" are the same."""
    return frozenset(word.casefold().replace("’", "'")[:STEM] for word in words)
