"""Whether a text says something that only this reader raised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lib.domain.debriefs import Point
from lib.domain.notes import Channel, Text
from lib.words import captured, shapes, stems
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.named_days import MENTION

OF_ONES_OWN = 3
"""How many telling words make a sentence of one's own, where nothing was captured."""


def count_told(text: Text, brief: Brief, siblings: Mapping[str, Text]) -> int:
    """How many specifics of the reader's own the text holds.

    Where points were captured, how many of them it tells, in these words or near them. Where none were,
    how many of its sentences say something that neither the facts nor the other notes say.
    """
    if any(not point.is_empty() for point in brief.points):
        body = stems.stems(words_in(text.body))
        told = sum(
            any(_is_told(line, body, brief) for line in _lines(point, brief)) for point in brief.points
        )
        return told or int(_is_told(brief.valued, body, brief))
    return sum(_is_own(one, brief, siblings) for one in captured.sentences(text.body))


def _lines(point: Point, brief: Brief) -> Iterator[str]:
    """A point as it was captured, and as the app would say it."""
    yield point.raised
    said = shapes.raised(point.raised, brief.reader.name)
    if said:
        yield said.words
    if not point.raised.strip():
        yield point.help


def _is_told(line: str, body: frozenset[str], brief: Brief) -> bool:
    telling = stems.telling(line)
    wanted = stems.ENOUGH * len(telling)
    if brief.channel is Channel.INVITATION:
        wanted = min(wanted, stems.ENOUGH_IN_SHORT)
    return bool(telling) and len(telling & body) >= max(1, wanted)


def _is_own(sentence: str, brief: Brief, siblings: Mapping[str, Text]) -> bool:
    bare = MENTION.sub(" ", captured.without(sentence, captured.names(brief)))
    others = frozenset[str]().union(*(stems.stems(words_in(text.body)) for text in siblings.values()))
    return len(stems.telling(bare) - others - stems.stock()) >= OF_ONES_OWN
