"""Numbers that are written in words."""

from __future__ import annotations

from lib.domain.word_lists import word_tuple

SMALL = word_tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = word_tuple("twenty thirty forty fifty sixty seventy eighty ninety")
ONES = SMALL[1:10]
NUMBERS = {word: number for number, word in enumerate(SMALL)}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
UP_TO_TWELVE = "|".join(SMALL[1:13])
"""A pattern for the numbers that dates and times are said with."""


def number_of(word: str) -> int:
    """Returns the number that a word from one on, or a figure, means."""
    return NUMBERS.get(word.casefold(), 0) or int(word)
