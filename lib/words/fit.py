"""The strategy's point that suits what a word about me should be about, as it is said."""

from __future__ import annotations

import re

from lib.domain.strategies import PointToMake
from lib.words import parts, shapes, stems, wording
from lib.words.brief import Brief
from lib.words.shapes import OFFERS, Phrase, Shape

ANSWER = re.compile(r"(?:yes|no|sure|of course)(?:$|\s*[,;:–—])", re.IGNORECASE)


def said(point: PointToMake, *, keep: tuple[str, ...] = ()) -> Phrase | None:
    """The point as it is said in a note; its evidence in its place where it has no clean words itself."""
    return _claim(point.point, keep) or _proof(point.evidence, keep)


def best(brief: Brief) -> Phrase | None:
    """The point that has most in common with the topic, and then with the reader's position.

    Words of the role itself say nothing: every point has them. Where several points have as much, each place
    among the notes of an interview gets another one of them.
    """
    common = _of_note(f"{brief.job.role} {brief.job.company}")
    topic = _of_note(brief.said.topic) - common
    position = _of_note(brief.reader.position) - common
    scored = [((_common(one, topic), _common(one, position)), words) for one, words in _read(brief)]
    top = max((score for score, _ in scored), default=(0, 0))
    tied = [words for score, words in scored if score == top]
    return tied[brief.place % len(tied)] if tied else None


def _read(brief: Brief) -> list[tuple[PointToMake, Phrase]]:
    read = [(one, said(one, keep=parts.names_kept(brief))) for one in brief.fit]
    return [(one, words) for one, words in read if words]


def _common(point: PointToMake, heard: frozenset[str]) -> int:
    """How many telling words they share; the point itself says twice as much as what shows it."""
    return 2 * len(_of_note(point.point) & heard) + len(_of_note(point.evidence) & heard)


def _of_note(words: str) -> frozenset[str]:
    """Without figures: "40 agents" has nothing to do with "40 pages"."""
    found = stems.telling(words, besides=wording.terms("stock"))
    return frozenset(stem for stem in found if not stem[0].isdigit())


def _claim(scrap: str, keep: tuple[str, ...]) -> Phrase | None:
    """The words as they are said: what I am or do where "I" was left out, and none for a yes or no."""
    phrase = shapes.help_given(scrap, keep=keep)
    if phrase is None or ANSWER.match(phrase.words):
        return None
    if phrase.shape is Shape.ANSWER:
        return Phrase(Shape.THING if phrase.words.startswith("no ") else Shape.MINE, phrase.words)
    return _with_i(phrase.words) if phrase.shape is Shape.THING else phrase


def _with_i(words: str) -> Phrase:
    """ "good at rosters" and "never missed a shift" say what I am or did; a thing stays a thing."""
    first, _, rest = words.partition(" ")
    second = rest.partition(" ")[0].casefold()
    if first.casefold() in wording.terms("denials"):
        return Phrase(Shape.MINE, f"I {words}")
    if first.casefold() in wording.terms("traits") and second in wording.terms("after_traits"):
        return Phrase(Shape.MINE, f"I am {words}")
    return Phrase(Shape.THING, words)


def _proof(scrap: str, keep: tuple[str, ...]) -> Phrase | None:
    """ "run a ward of 30 beds" is said as "I run a ward of 30 beds", and "can run one" as "I can run one"."""
    phrase = _claim(scrap, keep)
    if phrase is None or phrase.shape is not Shape.DO:
        return phrase
    offer = OFFERS.match(" ".join(scrap.split()))
    able = "can " if offer and offer.group().split()[0].casefold() not in {"by", "to"} else ""
    return Phrase(Shape.MINE, f"I {able}{phrase.words}")
