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
A_WONT = re.compile(r"\b(?:my|his|her|their|your|our)\s\Z")


def find_missing_apostrophes(prose: Prose) -> Iterator[Slip]:
    """Finds "dont" and "its a", and puts the apostrophe in."""
    advice, table = "An apostrophe is missing.", wording.slip_table("apostrophes")
    for match in APOSTROPHES.finditer(prose.plain):
        word = match.group()
        is_noun = word == "wont" and A_WONT.search(prose.before(match.start()))
        if not word.isupper() and not is_noun:
            yield prose.slip_at(match, "apostrophe", advice, like(word, table[word.casefold()]))
    for match in ITS.finditer(prose.plain):
        yield prose.slip_at(match, "apostrophe", advice, like(match["its"], "it's"))


def find_misspelt(prose: Prose) -> Iterator[Slip]:
    """Finds "i" for "I", common misspellings, and days and months in small letters."""
    for match in SMALL_I.finditer(prose.plain):
        becomes = f"I{match['rest'] or ''}"
        yield prose.slip_at(match, "small_i", "Write “I” with a capital.", becomes)
    for match in MISSPELT.finditer(prose.plain):
        right = like(match.group(), wording.slip_table("misspelt")[match.group().casefold()])
        yield prose.slip_at(match, "misspelt", f"Write “{right}”.", right)
    for match in DAYS.finditer(prose.plain):
        right = match.group().capitalize()
        yield prose.slip_at(match, "small_day", "Days and months have a capital.", right)
