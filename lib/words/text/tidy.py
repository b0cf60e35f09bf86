"""Tidies what was typed into a blank where that cannot be wrong. Grammar is never rewritten."""

from __future__ import annotations

import re

from lib.domain.word_lists import word_set
from lib.words.slips.figures import find_small_numbers
from lib.words.slips.slip import Prose
from lib.words.wording import word_list

IN_FULL = {
    "w/": "with",
    "w/o": "without",
    "bc": "because",
    "b/c": "because",
    "ppl": "people",
    "yrs": "years",
}
"""Shorthand that stands for one word only."""
CAPITALS = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june"
    r"|july|august|september|october|november|december)(?=s?\b)"
)
"""Days and months that are no other word. "may", "march", "sat" and "sun" are."""
I_ALONE = re.compile(r"(?<![\w.'’/-])i(?=(?:['’](?:m|ve|d|ll))?(?:[\s,;:!?]|$))")
SHORT_CUT = re.compile(r"(?<![\w/])(?:w/o|b/c|w/|bc|ppl|yrs)(?![\w/])\.?", re.IGNORECASE)
WORD = re.compile(r"(?:^|(?<=\s))[^\W\d_]\S*")
NO_END = word_set(
    "e.g. i.e. vs. approx. incl. etc. a.m. p.m. inc. co. corp. ltd. jr. sr. dr. mr. mrs. ms. st."
    " prof."
)
"""Words with a full stop of their own, behind which a sentence may go on."""
END_MARK = re.compile(r"[.!?…][”’\"')]*$")
TWO_MARKS = re.compile(r"(?<![.…])([.!?…])(?:\.)(?=[\s”]|$)")


def tidy(text: str) -> str:
    """Returns the text on one line: single spaces, shorthand in full, capitals where sure."""
    line = " ".join(text.split())
    line = re.sub(r"\bw/(?=[A-Za-z])(?!o\b)", "w/ ", line)
    line = SHORT_CUT.sub(lambda found: IN_FULL[found.group().rstrip(".").casefold()], line)
    line = re.sub(r"\s+([,;:.!?])(?=\s|$)", r"\1", line)
    line = CAPITALS.sub(lambda found: found.group().capitalize(), line)
    return _numbers_in_words(I_ALONE.sub("I", line))


def as_sentences(text: str) -> str:
    """Returns the text as whole sentences: capitals at the start, an end mark at the end."""
    line = WORD.sub(_with_capital, tidy(text))
    if not line or END_MARK.search(line):
        return line
    return f"{line.rstrip(' ,;:–-')}."


def as_part(text: str, *, after: str = "") -> str:
    """Returns the text for the middle of a sentence: no end mark, and begun small where sure.

    A first word that the frame already ends on (`after`, such as "about") is not said twice.
    """
    line = tidy(text).strip(" .,;:!?…–-")
    if after and line.casefold().startswith(f"{after} "):
        line = line[len(after) + 1 :]
    first = re.split(r"[\s'’]", line, maxsplit=1)[0]
    is_small = first.casefold() in word_list("small_within") and first != "I"
    return line[:1].lower() + line[1:] if is_small else line


def one_mark(text: str) -> str:
    """Returns the text without the full stop after another end mark ("Acme Inc..", "Yahoo!.")."""
    return TWO_MARKS.sub(r"\1", text)


def curly(text: str) -> str:
    """Returns the text with typographic quotation marks and apostrophes."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"(?<=s)'(?=\s)", "’", text)
    text = re.sub(r'(^|[\s(\[–—])"', r"\1“", text)
    return text.replace('"', "”")


def _numbers_in_words(line: str) -> str:
    """The line with small counts spelled out, as in a letter: "three years"."""
    slips = sorted(find_small_numbers(Prose(line, True)), key=lambda slip: -slip.at)
    for slip in slips:
        line = f"{line[: slip.at]}{slip.becomes}{line[slip.at + len(slip.words) :]}"
    return line


def _with_capital(found: re.Match[str]) -> str:
    """The word with a capital if it begins a sentence and is no name such as "iOS"."""
    word = found.group()
    before = found.string[: found.start()].rstrip().rpartition(" ")[2]
    begins = not before or (END_MARK.search(before) is not None and before.casefold() not in NO_END)
    if not begins or any(letter.isupper() for letter in word[1:]):
        return word
    return f"{word[:1].upper()}{word[1:]}"
