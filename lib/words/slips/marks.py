"""Words and marks that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip
from lib.words.text.sentences import SHORT_FORMS, TITLES

TWICE = re.compile(
    r"(?<![\w'-])(?P<word>[^\W\d_]+(?:'[a-z]+)?)(?P<gap>\s+)(?P=word)(?![\w'-])", re.IGNORECASE
)
MAY_STAND_TWICE = wording.word_list("may_stand_twice")
MARKS = re.compile(
    r"(?<!\.)\.\.(?!\.)|,,+|;;+|::+|!!+|\?\?+|[!?;:,]\.(?!\w|\.)|,[;:!?]|\.,|\.;|[;:],|\s+(?:,"
    r"|;(?![\w)-])|\.(?=\s|\Z))|\s+[!?]+(?=\s|\Z)|,(?=[A-Za-z])"
)
DOUBLED = "There is a mark too many."
WORD_BEFORE = re.compile(r"[\w.]*\Z")
INITIALS = re.compile(r"(?:\w\.)*\w")
NUMBER_OR_LETTER = re.compile(r"\d\Z|\b[A-Za-z]\Z")


def find_doubled_words(prose: Prose) -> Iterator[Slip]:
    """Finds the same word twice in a row."""
    for match in TWICE.finditer(prose.plain):
        first, second = match.group().split()[0], match.group().split()[-1]
        both_capitals = first[0].isupper() and second[0].isupper()
        if first.casefold() in MAY_STAND_TWICE or both_capitals or "\n\n" in match["gap"]:
            continue
        word = prose.text[match.start("word") : match.end("word")]
        yield prose.slip_at(match, "doubled_word", f"“{word}” stands twice.", word)


def find_doubled_marks(prose: Prose) -> Iterator[Slip]:
    """Finds "..", ",,", "!!", ".," and marks with a space before them."""
    for match in MARKS.finditer(prose.plain):
        mark = match.group()
        if _is_right(prose, match):
            continue
        if mark == ",":
            yield prose.slip(
                "no_space",
                match.start(),
                match.end() + 1,
                "A space is missing.",
                f", {prose.text[match.end()]}",
            )
            continue
        word = re.search(r"\S*\Z", prose.before(match.start()))
        start = match.start() - len(word.group() if word else "")
        becomes = prose.text[start : match.start()] + _single(mark)
        yield prose.slip("doubled_mark", start, match.end(), DOUBLED, becomes)


def _is_right(prose: Prose, match: re.Match[str]) -> bool:
    """True for "a.m.," and "Inc.;", where the full stop belongs to the word."""
    mark, before = match.group(), prose.before(match.start())
    if mark in {".,", ".;"}:
        word = WORD_BEFORE.search(before)
        last = word.group().casefold() if word else ""
        return last in SHORT_FORMS | TITLES or INITIALS.fullmatch(last) is not None
    if mark.strip() in {".", ",", ";"} and mark[0].isspace():
        return not before.strip() or "\n" in mark
    return mark == "," and NUMBER_OR_LETTER.search(before) is not None


def _single(mark: str) -> str:
    """Returns the one mark that several stand for."""
    bare = mark.strip()
    for strong in "?!":
        if strong in bare:
            return strong
    if bare == ".," or set(bare) == {","}:
        return ","
    return bare[-1] if bare[0] == "," else bare[0]
