"""How alike two notes are: people who interviewed together compare what they get."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lib.domain.notes import Text
from lib.words import captured, labels
from lib.words.brief import Brief
from lib.words.capture import words_in
from lib.words.named_days import MENTION

RUN = 5
"""How many words in a row make one piece that is compared (plan's words: 5-grams)."""
TOO_ALIKE = 0.15


def closest(text: Text, brief: Brief, siblings: Mapping[str, Text]) -> tuple[float, str]:
    """The greatest share of this text's pieces that another note has, 0 to 1, and whose note that is."""
    mine = pieces(text.body, brief)
    shares = ((share(mine, pieces(other.body, brief)), name) for name, other in siblings.items())
    return max(shares, default=(0.0, ""))


def share(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Which part of the smaller set of pieces the other has, too; 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


@lru_cache(maxsize=256)
def pieces(body: str, brief: Brief) -> frozenset[tuple[str, ...]]:
    """Every five words in a row of a body, without facts and without what was captured from its reader."""
    said = labels.without(body, put=captured.BREAK)
    bare = captured.without(captured.own_words(said, brief), captured.names(brief))
    dateless = MENTION.sub(captured.BREAK, bare)
    runs = (words_in(part.casefold()) for part in dateless.split(captured.BREAK.strip()))
    return frozenset(tuple(run[i : i + RUN]) for run in runs for i in range(len(run) - RUN + 1))
