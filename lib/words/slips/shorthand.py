"""Shorthand of jottings: short forms, arrows and signs, figures glued to their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip, like, one_of
from lib.words.text.number_words import NUMBERS, ONES

SHORT = "“{}” is shorthand: write it out."
ONLY_AFTER_FIGURES = frozenset(("min", "mins", "hr", "hrs", "mo", "secs"))
LOUD = wording.word_list("loud")
WORDS = re.compile(
    rf"(?<![\w.'/@&-])(?:{one_of(wording.slip_table('shorthand'))})(?![\w'/@&-])",
    re.IGNORECASE,
)
WITH = re.compile(r"(?<![\w/])[wW]/(?=[a-z\d])(?!o\b|out\b)")
DOT_AFTER = re.compile(r"\.(?:\s+[a-z\d]|[,;:)])")
"""A full stop that belongs to the short form before it."""
LEAST_LETTERS = 3
BEFORE_A_WORD = re.compile(r"\s[a-z]")
ARROW = re.compile(r"\s*(?:[-=]+>|→|⇒)\s*")
FROM_TO = re.compile(r"(?P<one>\d[\d.,]*\s*(?:%|[a-z]+)?)\s*(?:[-=]+>|→|⇒)\s*(?P<two>\d)")
AND_SIGN = re.compile(r"(?<=[a-z,] )(?P<sign>[&+])(?= [a-z])")
SLASH = re.compile(r"(?<![\w/.:@-])(?P<one>[a-z]{2,})/(?P<two>[a-z]{2,})(?!\w|/|@|\.\w)")
FIXED_PAIRS = wording.word_list("fixed_pairs")
ABOUT = re.compile(r"(?<![\w/])~\s?(?:(?P<figure>(?=\d)[\d.,]*\d%?)|(?=[$€£]\d))")
TIMES = re.compile(r"(?<![\w.])(?P<n>\d{1,2})x(?=\s+(?P<per>a|per|each|every)\b)", re.IGNORECASE)
TIMES_BARE = re.compile(r"(?<![\w.])\d{1,3}x(?![\w-])")
HOW_OFTEN = {str(NUMBERS[word]): f"{word} times" for word in ONES}
HOW_OFTEN |= {"1": "once", "2": "twice"}
UNITS = (
    dict.fromkeys(("min", "mins", "minutes"), "minutes")
    | dict.fromkeys(("h", "hr", "hrs", "hours"), "hours")
    | dict.fromkeys(("d", "days"), "days")
    | dict.fromkeys(("wk", "wks", "weeks"), "weeks")
    | dict.fromkeys(("mo", "mos", "months"), "months")
    | dict.fromkeys(("yr", "yrs", "years", "year"), "years")
    | dict.fromkeys(("ppl", "people"), "people")
    | dict.fromkeys(("sec", "secs"), "seconds")
    | dict.fromkeys(("pages", "page"), "pages")
)
A_NOUN = re.compile(r"\s+[a-z]+s\b|-")
BEFORE_A_NOUN = frozenset(("min", "h", "hr", "page"))
"""Units that may stand before a noun: "40-minute sessions"."""
AN_ARTICLE = re.compile(r"\ban?\s\Z", re.IGNORECASE)
GLUED = re.compile(rf"(?<![\w.,:$€£-])(?P<n>\d{{1,4}})(?P<unit>{one_of(UNITS)})(?![\w/])")


def find_shorthand(prose: Prose) -> Iterator[Slip]:
    """Finds short forms such as "ppl", "bc" and "w/", and writes them out."""
    for match in WORDS.finditer(prose.plain):
        word = match.group()
        if not _is_meant(prose, match):
            continue
        full = wording.slip_table("shorthand")[word.casefold()]
        end = match.end() + int(DOT_AFTER.match(prose.plain, match.end()) is not None)
        becomes = like(word, full) if full and not word.isupper() else full
        advice = SHORT.format(prose.text[match.start() : end])
        yield prose.slip("shorthand", match.start(), end, advice, becomes or None)
    for match in WITH.finditer(prose.plain):
        becomes = like(match.group(), "with ")
        yield prose.slip_at(match, "shorthand", SHORT.format(match.group()), becomes)


def _is_meant(prose: Prose, match: re.Match[str]) -> bool:
    word, low = match.group(), match.group().casefold()
    before = prose.before(match.start())
    if low in ONLY_AFTER_FIGURES:
        return re.search(r"\d\s?\Z", before) is not None and word == low
    if word.isupper() and len(word) > 1:
        return low in LOUD
    if word != low:
        is_a_word = len(low) < LEAST_LETTERS or low in {"em", "ur", "ty"}
        return prose.starts_sentence(match.start()) and not is_a_word
    if len(low) > 1:
        return True
    stands_between = re.search(r"[A-Za-z,]\s\Z", before) and BEFORE_A_WORD.match(
        prose.plain, match.end()
    )
    return bool(stands_between)


def find_signs(prose: Prose) -> Iterator[Slip]:
    """Finds arrows, "&", "+" and "/" between words, "~60" and "2x"."""
    pairs = [match.span() for match in FROM_TO.finditer(prose.plain)]
    for match in ARROW.finditer(prose.plain):
        between = any(start <= match.start() and match.end() <= end for start, end in pairs)
        advice = "An arrow is for jottings: say it in words."
        yield prose.slip_at(match, "arrow", advice, " to " if between else None)
    for match in AND_SIGN.finditer(prose.plain):
        advice = f"“{match['sign']}” is shorthand: write “and”."
        yield prose.slip_at(match, "sign", advice, "and")
    for match in SLASH.finditer(prose.plain):
        if match.group() not in FIXED_PAIRS:
            yield prose.slip_at(match, "slash", "Write “and” or “or” in place of the stroke.")
    for match in ABOUT.finditer(prose.plain):
        becomes = f"about {match['figure'] or ''}"
        yield prose.slip_at(match, "about", "“~” is shorthand: write “about”.", becomes)
    for match in TIMES_BARE.finditer(prose.plain):
        per = TIMES.match(prose.plain, match.start())
        often = HOW_OFTEN.get(per["n"]) if per else None
        yield prose.slip_at(match, "times", f"Write “{match.group()}” out.", often)


def find_glued_units(prose: Prose) -> Iterator[Slip]:
    """Finds "40min" and "3yrs", and writes "40 minutes" and "3 years"."""
    for match in GLUED.finditer(prose.plain):
        unit = UNITS[match["unit"]]
        single = "person" if unit == "people" else unit.rstrip("s")
        advice, becomes = "Write the unit out.", f"{match['n']} {unit}"
        if _describes_a_noun(prose, match):
            advice, becomes = "Put a space before the unit.", f"{match['n']}-{single}"
        elif match["n"] == "1":
            becomes = f"1 {single}"
        yield prose.slip_at(match, "glued", advice, becomes)


def _describes_a_noun(prose: Prose, match: re.Match[str]) -> bool:
    """True for "40min sessions" and "a 3yr plan", which take a hyphen."""
    if AN_ARTICLE.search(prose.before(match.start())):
        return BEFORE_A_WORD.match(prose.plain, match.end()) is not None
    is_short = match["unit"] in BEFORE_A_NOUN
    return is_short and A_NOUN.match(prose.plain, match.end()) is not None
