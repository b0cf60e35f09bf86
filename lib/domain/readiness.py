"""How far a worksheet is: one figure, and what is missing in words. Nothing in it is compulsory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

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


NAMES = {
    Part.GOAL: "what you want next",
    Part.CLOSING: "closing question",
    Part.POINTS: "points with evidence",
    Part.QUESTIONS: "questions to ask",
    Part.PEOPLE: "who hears from you",
    Part.OFFERS: "something to offer",
    Part.WORRIES: "worries",
    Part.ADVOCATES: "who could speak for you",
    Part.SILENCE: "if you hear nothing",
}
WEIGHTS = {
    Part.GOAL: 10,
    Part.CLOSING: 20,
    Part.POINTS: 20,
    Part.QUESTIONS: 10,
    Part.PEOPLE: 10,
    Part.OFFERS: 5,
    Part.WORRIES: 10,
    Part.ADVOCATES: 5,
    Part.SILENCE: 10,
}
"""What each counts, of a hundred; what is said in the room counts twice."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """A figure from 0 to 100, and the parts that are still open, in the worksheet's order."""

    percent: int
    missing: tuple[Part, ...]

    def missing_words(self, most: int = len(NAMES)) -> str:
        """Returns what is missing: "closing question, worries", "worries and 3 more"."""
        named = ", ".join(NAMES[part] for part in self.missing[:most])
        left = len(self.missing) - most
        return f"{named} and {left} more" if left > 0 else named


def readiness(strategy: Strategy, *, lined_up: bool = False) -> Readiness:
    """How far that worksheet is. A part begun counts in part: one point of two is half.

    `lined_up`: somebody stands on the list of those who could speak for me.
    """
    shares = {part: share(strategy) for part, share in SHARES.items()}
    if lined_up:
        shares[Part.ADVOCATES] = 1.0
    percent = sum(WEIGHTS[part] * share for part, share in shares.items())
    return Readiness(round(percent), tuple(part for part in Part if shares[part] < 1))


def _written(field: str) -> Callable[[Strategy], float]:
    return lambda strategy: float(bool(getattr(strategy, field).strip()))


def _points(strategy: Strategy) -> float:
    return (
        _of_two(bool(one.point.strip()) + bool(one.evidence.strip()) for one in strategy.points) / 2
    )


def _of_two(counts: Iterable[int]) -> float:
    best = sorted(counts, reverse=True)[:POINTS_WANTED]
    return sum(best) / POINTS_WANTED


def _questions(strategy: Strategy) -> float:
    return _of_two(1 for one in strategy.questions if one.words.strip())


def _offers(strategy: Strategy) -> float:
    return float(any(not one.is_empty() for one in strategy.offers))


def _worries(strategy: Strategy) -> float:
    """A worry without an answer is half the work."""
    return max(
        ((bool(one.worry.strip()) + bool(one.answer.strip())) / 2 for one in strategy.worries),
        default=0,
    )


SHARES: dict[Part, Callable[[Strategy], float]] = {
    Part.GOAL: _written("goal"),
    Part.CLOSING: _written("closing"),
    Part.POINTS: _points,
    Part.QUESTIONS: _questions,
    Part.PEOPLE: lambda strategy: float(strategy.people_settled or bool(strategy.people)),
    Part.OFFERS: _offers,
    Part.WORRIES: _worries,
    Part.ADVOCATES: _written("advocates"),
    Part.SILENCE: _written("if_silent"),
}
