""" "a" or "an", by the sound of the word that follows."""

from __future__ import annotations

import re

from lib.words import wording

SILENT_H = re.compile(r"(?:hour|honest|honor|honour|heir)", re.IGNORECASE)
UNSURE = re.compile(r"(?:hist|herb|hallu|hotel|habitual)", re.IGNORECASE)
LIKE_YOU = re.compile(
    r"(?:uni(?!nt|nv|ns|nf|nh|nd|nc|mp|mag|nsp|nst|deal)|use|usu|usa|uti|uto|eu|ewe|ura|ure|uri"
    r"|uro|ubi|uk|ukr|uga|uran|one(?![a-z])|once|u(?![a-z]))",
    re.IGNORECASE,
)
SAID_AS_WORDS = wording.slip_words("said_as_words") - {"sms", "mou"}
UNSURE_LETTERS = wording.slip_words("unsure_letters")
LETTERS_WITH_VOWEL = frozenset("aefhilmnorsx")
SPELT = wording.slip_words("spelt")


def article_of(word: str) -> str:
    """Returns "a" or "an" for that word, or "" where readers differ."""
    if word[:1].isdigit():
        return _of_figures(word)
    first = re.split(r"[/-]", word, maxsplit=1)[0]
    low = first.casefold().rstrip(".")
    if len(first) == 1 or low in SPELT or (first.isupper() and len(first) <= 5):
        return _of_letters(first, low)
    if UNSURE.match(first):
        return ""
    if SILENT_H.match(first):
        return "an"
    return (
        "an"
        if first[:1].casefold() in "aeiou" and not LIKE_YOU.match(first)
        else "a"
        if first[:1].isalpha()
        else ""
    )


def _of_figures(word: str) -> str:
    digits = re.match(r"\d+", word)
    whole = digits.group() if digits else ""
    vowel = whole[:1] == "8" or whole in {"11", "18"}
    return "" if len(whole) > 3 and whole[:1] == "1" else "an" if vowel else "a"


def _of_letters(first: str, low: str) -> str:
    if low in UNSURE_LETTERS:
        return ""
    if low in SAID_AS_WORDS:
        return "an" if low[0] in "aeio" else "a"
    if (
        low not in SPELT
        and len(first) > 2
        and re.search(r"[AEIOU]", first)
        and first[0] in "FHLMNRS"
    ):
        return ""
    return "an" if low[0] in LETTERS_WITH_VOWEL else "a" if low[0].isalpha() else ""
