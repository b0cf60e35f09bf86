"""Names in which capitals mark the family name: "Jean DUPONT", "DUPONT Jean"."""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.domain.people import name_words as words
from lib.domain.people.names import is_credential, is_generation, normal_case

_CAPITALS = re.compile(r"(?:Ma?c)?[^\W\d_]{2,}(?:['’-][^\W\d_]+)*|[^\W\d_]['’][^\W\d_]{2,}")
_SMALL_BEGINNING = re.compile(r"Ma?c(?=[A-Z])")
SHORTEST = 5
"""Fewer capitals after two other words may be letters of a degree as well."""


class LoudName(NamedTuple):
    """Given and family name; `is_first` is True if the family name stood first."""

    given: str
    family: str
    is_first: bool

    def whole(self) -> str:
        """Returns the name in its usual order."""
        return f"{self.given} {self.family}"


def loud_name(name: str) -> LoudName | None:
    """Returns the parts of a name of which only the family name is in capitals, else None."""
    parts = name.split()
    loud = [_is_loud(part) for part in parts]
    count = sum(loud)
    if not count or count == len(parts):
        return None
    if all(loud[-count:]):
        return _last(parts[:-count], parts[-count:])
    if all(loud[:count]) and _is_family(parts[:count]):
        return LoudName(" ".join(parts[count:]), normal_case(" ".join(parts[:count])), True)
    return None


def _last(before: list[str], capitals: list[str]) -> LoudName | None:
    if not _is_family(capitals):
        return None
    at = len(before)
    while at > 1 and before[at - 1].casefold() in words.PARTICLES:
        at -= 1
    given = before[:at]
    if len(given) == 2 and len(capitals) == 1 and len(capitals[0]) < SHORTEST:
        return None
    family = normal_case(" ".join(capitals))
    return LoudName(" ".join(given), " ".join((*before[at:], family)), False)


def _is_family(capitals: list[str]) -> bool:
    first = capitals[0]
    is_suffix = is_credential(first) or is_generation(first)
    return not is_suffix and any(len(part) > 2 for part in capitals)


def _is_loud(word: str) -> bool:
    return _SMALL_BEGINNING.sub("MC", word).isupper() and bool(_CAPITALS.fullmatch(word))
