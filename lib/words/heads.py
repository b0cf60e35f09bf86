"""The first words of a captured line, for where the whole is too long."""

from __future__ import annotations

import re

from lib.words import stems, wording
from lib.words.capture import words_in
from lib.words.shapes import Phrase, Shape

MOST_WORDS, LEAST_WORDS = 6, 3
MOST_SIGNS = 80
OPENING_SIGNS = 90
"""How long a line may be where it is cut off, with dots to show it."""
ENDS = re.compile(
    r"[,;:–—(]|\b(?:because|so|when|which|who|and|but|since|if|as|that|while|where|until|unless|before|after|than)\b"
)
PAIRS = re.compile(r"\b(?:between|both)\b")
"""What asks for an "and": without it only half is said."""
ABOUT_US = re.compile(r"^you\b|\b(?:I|me|my)\b")


def head(phrase: Phrase) -> str:
    """The first words of a point, if they say something by themselves; else empty."""
    words = phrase.words
    if phrase.shape in (Shape.QUOTED, Shape.ASKED) or ABOUT_US.search(words):
        return ""
    first = ENDS.split(words)[0].strip()
    if len(words_in(words)) <= MOST_WORDS:
        first = words
    elif not LEAST_WORDS <= len(words_in(first)) <= MOST_WORDS or _hangs(first) or PAIRS.search(first):
        return ""
    return first if len(first) <= MOST_SIGNS and not is_harsh(first) else ""


def opening(phrase: Phrase) -> str:
    """As many of its first words as fit, with dots for the rest; empty where not even one does."""
    cut = phrase.words[: OPENING_SIGNS + 1].rpartition(" ")[0].rstrip(" ,;:–—(")
    while cut and _hangs(cut):
        cut = cut.rpartition(" ")[0].rstrip(" ,;:–—(")
    return f"{cut} …" if stems.telling(cut) else ""


def is_harsh(words: str) -> bool:
    """Whether it would read as a reproach, as where it stands alone in a subject."""
    return any(word.casefold() in wording.terms("harsh") for word in words_in(words))


def _hangs(words: str) -> bool:
    return words.split()[-1].casefold() in wording.terms("loose_ends")
