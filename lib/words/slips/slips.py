"""Slips of the pen in a text: a closed list, each right nearly always when it fires.

No fact is needed here: the same rules serve the blanks of a letter and whole notes.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from lib.words.slips import (
    articles,
    figures,
    fragments,
    joined,
    marks,
    pronouns,
    shorthand,
    speech,
    spelling,
)
from lib.words.slips.slip import Prose, Slip

RULES = (
    joined.find_comma_splices,
    pronouns.find_third_persons,
    pronouns.find_reproaches,
    shorthand.find_shorthand,
    shorthand.find_signs,
    shorthand.find_glued_units,
    spelling.find_missing_apostrophes,
    spelling.find_misspelt,
    fragments.find_small_starts,
    fragments.find_missing_subjects,
    fragments.find_fragments,
    speech.find_raw_speech,
    speech.find_dictated_marks,
    figures.find_small_numbers,
    figures.find_percents,
    figures.find_here_is,
    marks.find_doubled_words,
    marks.find_doubled_marks,
    articles.find_wrong_articles,
    articles.find_missing_articles,
)


@lru_cache(maxsize=256)
def find_slips(text: str, *, part: bool = False) -> tuple[Slip, ...]:
    """Returns the slips in a text, in the order of their places.

    Args:
        text: a whole message, or what was typed into one blank of it.
        part: the text is a piece of a sentence; then it may begin small and need not be whole.
    """
    prose = Prose(text, part)
    found = list(chain.from_iterable(rule(prose) for rule in RULES))
    once = {(slip.code, slip.words.casefold()): slip for slip in reversed(found)}
    return tuple(sorted(once.values(), key=lambda slip: (slip.at, slip.code)))
