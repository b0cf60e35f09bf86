"""Words that are misspelt for certain: apostrophes, "i", common slips, days in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip, like, one_of

APOSTROPHES = re.compile(
    rf"(?<![\w'.@/-])(?:{one_of(wording.slip_table('apostrophes'))})(?![\w'@/-])",
    re.IGNORECASE,
)
ITS = re.compile(
    r"\b(?P<its>its)(?= (?:a|an|been|not|so|very|great|good|really|going|important|why|what"
    r"|because|hard)\b)",
    re.IGNORECASE,
)
SMALL_I = re.compile(r"(?<![\w.'@/&-])i(?P<rest>'(?:m|ve|d|ll))?(?![\w'@/&).-])")
MISSPELT = re.compile(
    rf"(?<![\w'@/-])(?:{one_of(wording.slip_table('misspelt'))})(?![\w'@/-])", re.IGNORECASE
)
DAYS = re.compile(
    r"(?<![\w@/-])(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february"
    r"|april|june|july"
    r"|september|october|november|december)s?(?![\w@/-])"
)


def find_missing_apostrophes(prose: Prose) -> Iterator[Slip]:
    """Finds "dont" and "its a", and puts the apostrophe in."""
    for match in APOSTROPHES.finditer(prose.plain):
        word = match.group()
        if word.isupper() or (word in {"wont"} and _is_noun(prose, match)):
            continue
        right = wording.slip_table("apostrophes")[word.casefold()]
        yield prose.slip_at(match, "apostrophe", "An apostrophe is missing.", like(word, right))
    for match in ITS.finditer(prose.plain):
        yield prose.slip_at(
            match, "apostrophe", "An apostrophe is missing.", like(match["its"], "it's")
        )


def _is_noun(prose: Prose, match: re.Match[str]) -> bool:
    """True for "as is my wont"."""
    return (
        re.search(r"\b(?:my|his|her|their|your|our)\s\Z", prose.before(match.start())) is not None
    )


def find_small_i(prose: Prose) -> Iterator[Slip]:
    """Finds "i" for "I"."""
    for match in SMALL_I.finditer(prose.plain):
        yield prose.slip_at(
            match, "small_i", "Write “I” with a capital.", "I" + (match["rest"] or "")
        )


def find_misspelt_words(prose: Prose) -> Iterator[Slip]:
    """Finds common misspellings."""
    for match in MISSPELT.finditer(prose.plain):
        right = like(match.group(), wording.slip_table("misspelt")[match.group().casefold()])
        yield prose.slip_at(match, "misspelt", f"Write “{right}”.", right)


def find_small_days(prose: Prose) -> Iterator[Slip]:
    """Finds days and months in small letters that cannot be other words."""
    for match in DAYS.finditer(prose.plain):
        right = match.group().capitalize()
        yield prose.slip_at(match, "small_day", "Days and months have a capital.", right)
