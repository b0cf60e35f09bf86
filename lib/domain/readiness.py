"""How far a worksheet is: one figure, and what is missing in words. Nothing in it is compulsory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from lib.domain.strategies import Strategy

POINTS_WANTED = 2
"""Two or three points are as many as anyone remembers of a conversation."""


class Part(StrEnum):
    """One question of the worksheet, in its order."""

    GOAL = "goal"
    CLOSING = "closing"
    POINTS = "points"
    QUESTIONS = "questions"
    PEOPLE = "people"
    OFFERS = "offers"
    WORRIES = "worries"
    ADVOCATES = "advocates"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Readiness:
    """A figure from 0 to 100, and the parts that are still open, in the worksheet's order."""

    percent: int
    missing: tuple[Part, ...]

    def missing_words(self, most: int = len(Part)) -> str:
        """Returns what is missing: "closing question, worries", "worries and 3 more"."""
        named = ", ".join(QUESTIONS[part].name for part in self.missing[:most])
        left = len(self.missing) - most
        return f"{named} and {left} more" if left > 0 else named


def readiness(strategy: Strategy, *, lined_up: bool = False) -> Readiness:
    """How far that worksheet is. A part begun counts in part: one point of two is half.

    `lined_up`: somebody stands on the list of those who could speak for me.
    """
    shares = {part: question.share(strategy) for part, question in QUESTIONS.items()}
    if lined_up:
        shares[Part.ADVOCATES] = 1.0
    percent = sum(QUESTIONS[part].weight * share for part, share in shares.items())
    return Readiness(round(percent), tuple(part for part in Part if shares[part] < 1))


def _written(field: str) -> Callable[[Strategy], float]:
    return lambda strategy: float(bool(getattr(strategy, field).strip()))


def _points(strategy: Strategy) -> float:
    return _of_two(_halves(one.point, one.evidence) for one in strategy.points)


def _questions(strategy: Strategy) -> float:
    return _of_two(1 for one in strategy.questions if one.words.strip())


def _people(strategy: Strategy) -> float:
    return float(strategy.people_settled or bool(strategy.people))


def _offers(strategy: Strategy) -> float:
    return float(any(not one.is_empty() for one in strategy.offers))


def _worries(strategy: Strategy) -> float:
    """Returns the best share of one worry: without an answer it is half the work."""
    return max((_halves(one.worry, one.answer) for one in strategy.worries), default=0)


def _halves(*texts: str) -> float:
    return sum(bool(text.strip()) for text in texts) / len(texts)


def _of_two(counts: Iterable[float]) -> float:
    best = sorted(counts, reverse=True)[:POINTS_WANTED]
    return sum(best) / POINTS_WANTED


class _Question(NamedTuple):
    """What a part is called, what it counts of a hundred, and how much of it is there (0 to 1)."""

    name: str
    weight: int
    share: Callable[[Strategy], float]


QUESTIONS = {
    Part.GOAL: _Question("what you want next", 10, _written("goal")),
    Part.CLOSING: _Question("closing question", 20, _written("closing")),
    Part.POINTS: _Question("points with evidence", 20, _points),
    Part.QUESTIONS: _Question("questions to ask", 10, _questions),
    Part.PEOPLE: _Question("who hears from you", 10, _people),
    Part.OFFERS: _Question("something to offer", 5, _offers),
    Part.WORRIES: _Question("worries", 10, _worries),
    Part.ADVOCATES: _Question("who could speak for you", 5, _written("advocates")),
    Part.SILENCE: _Question("if you hear nothing", 10, _written("if_silent")),
}
"""The questions of the worksheet in its order; what is said in the room counts twice."""
