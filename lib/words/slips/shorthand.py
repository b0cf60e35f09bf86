"""Shorthand of jottings: short forms, arrows and signs, figures glued to their units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip, like, one_of

SHORT = "“{}” is shorthand: write it out."
ONLY_AFTER_FIGURES = frozenset(("min", "mins", "hr", "hrs", "mo", "secs"))
LOUD = wording.slip_words("loud")
WORDS = re.compile(
    rf"(?<![\w.'/@&-])(?:{one_of(list(wording.slip_table('shorthand')))})(?![\w'/@&-])",
    re.IGNORECASE,
)
WITH = re.compile(r"(?<![\w/])[wW]/(?=[a-z\d])(?!o\b|out\b)")
MOST_LETTERS = 3
ARROW = re.compile(r"\s*(?:[-=]+>|→|⇒)\s*")
FROM_TO = re.compile(r"(?P<one>\d[\d.,]*\s*(?:%|[a-z]+)?)\s*(?:[-=]+>|→|⇒)\s*(?P<two>\d)")
AND_SIGN = re.compile(r"(?<=[a-z,] )(?P<sign>[&+])(?= [a-z])")
SLASH = re.compile(r"(?<![\w/.:@-])(?P<one>[a-z]{2,})/(?P<two>[a-z]{2,})(?!\w|/|@|\.\w)")
FIXED_PAIRS = wording.slip_words("fixed_pairs")
ABOUT = re.compile(r"(?<![\w/])~\s?(?=[$€£]?\d)")
TIMES = re.compile(r"(?<![\w.])(?P<n>\d{1,2})x(?=\s+(?P<per>a|per|each|every)\b)", re.IGNORECASE)
TIMES_BARE = re.compile(r"(?<![\w.])\d{1,3}x(?![\w-])")
UNITS = {
    short: full
    for full, all_of_it in {
        "minutes": "min mins minutes",
        "hours": "h hr hrs hours",
        "days": "d days",
        "weeks": "wk wks weeks",
        "months": "mo mos months",
        "years": "yr yrs years year",
        "people": "ppl people",
        "seconds": "sec secs",
        "pages": "pages page",
    }.items()
    for short in all_of_it.split()
}
GLUED = re.compile(rf"(?<![\w.,:$€£-])(?P<n>\d{{1,4}})(?P<unit>{one_of(list(UNITS))})(?![\w/])")


def find_shorthand(prose: Prose) -> Iterator[Slip]:
    """Finds short forms such as "ppl", "bc" and "w/", and writes them out."""
    for match in WORDS.finditer(prose.plain):
        word = match.group()
        if not _is_meant(prose, match):
            continue
        full = wording.slip_table("shorthand")[word.casefold()]
        end = match.end() + _dot_after(prose.plain, match)
        becomes = like(word, full) if full and not word.isupper() else full
        yield prose.slip(
            "shorthand",
            match.start(),
            end,
            SHORT.format(prose.text[match.start() : end]),
            becomes or None,
        )
    for match in WITH.finditer(prose.plain):
        becomes = like(match.group(), "with ")
        yield prose.slip(
            "shorthand", match.start(), match.end(), SHORT.format(match.group()), becomes
        )


def _is_meant(prose: Prose, match: re.Match[str]) -> bool:
    word, low = match.group(), match.group().casefold()
    before = prose.before(match.start())
    if low in ONLY_AFTER_FIGURES:
        return re.search(r"\d\s?\Z", before) is not None and word == low
    if word.isupper() and len(word) > 1:
        return low in LOUD
    if word != low:
        return (
            len(low) > MOST_LETTERS - 1
            and prose.starts_sentence(match.start())
            and low not in {"em", "ur", "ty"}
        )
    if low in {"s.o", "s.b"} or "/" in low:
        return True
    if len(low) == 1:
        return (
            re.search(r"[A-Za-z,]\s\Z", before) is not None
            and re.match(r"\s[a-z]", prose.plain[match.end() :]) is not None
        )
    return True


def _dot_after(text: str, match: re.Match[str]) -> int:
    """1 if the full stop behind belongs to the short form."""
    rest = text[match.end() :]
    return int(re.match(r"\.(?:\s+[a-z\d]|[,;:)])", rest) is not None)


def find_signs(prose: Prose) -> Iterator[Slip]:
    """Finds arrows, "&", "+" and "/" between words, "~60" and "2x"."""
    yield from _arrows(prose)
    for match in AND_SIGN.finditer(prose.plain):
        advice = f"“{match['sign']}” is shorthand: write “and”."
        yield prose.slip("sign", match.start(), match.end(), advice, "and")
    for match in SLASH.finditer(prose.plain):
        if match.group() not in FIXED_PAIRS:
            yield prose.slip(
                "slash", match.start(), match.end(), "Write “and” or “or” in place of the stroke."
            )
    for match in ABOUT.finditer(prose.plain):
        end = re.compile(r"[\d.,]*\d%?").match(prose.plain, match.end())
        stop = end.end() if end else match.end()
        yield prose.slip(
            "about",
            match.start(),
            stop,
            "“~” is shorthand: write “about”.",
            "about " + prose.text[match.end() : stop],
        )
    yield from _times(prose)


def _arrows(prose: Prose) -> Iterator[Slip]:
    pairs = [match.span() for match in FROM_TO.finditer(prose.plain)]
    for match in ARROW.finditer(prose.plain):
        between = any(start <= match.start() and match.end() <= end for start, end in pairs)
        advice = "An arrow is for jottings: say it in words."
        yield prose.slip("arrow", match.start(), match.end(), advice, " to " if between else None)


def _times(prose: Prose) -> Iterator[Slip]:
    told = {"1": "once", "2": "twice"}
    numbers = ("three", "four", "five", "six", "seven", "eight", "nine")
    told |= {str(3 + i): f"{name} times" for i, name in enumerate(numbers)}
    for match in TIMES_BARE.finditer(prose.plain):
        per = TIMES.match(prose.plain, match.start())
        becomes = told.get(per["n"]) if per else None
        yield prose.slip(
            "times", match.start(), match.end(), f"Write “{match.group()}” out.", becomes
        )


def find_glued_units(prose: Prose) -> Iterator[Slip]:
    """Finds "40min" and "3yrs", and writes "40 minutes" and "3 years"."""
    for match in GLUED.finditer(prose.plain):
        unit = UNITS[match["unit"]]
        if match["n"] == "1":
            unit = "person" if unit == "people" else unit.rstrip("s")
        if re.match(r"\s+[a-z]+s\b|-", prose.plain[match.end() :]) and match["unit"] in {
            "min",
            "h",
            "hr",
            "page",
        }:
            yield prose.slip(
                "glued",
                match.start(),
                match.end(),
                "Put a space before the unit.",
                f"{match['n']}-{unit.rstrip('s')}",
            )
            continue
        yield prose.slip(
            "glued", match.start(), match.end(), "Write the unit out.", f"{match['n']} {unit}"
        )
