"""Numbers: small ones in figures, "percent", and "here is three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.slips.slip import Prose, Slip

NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SMALL = re.compile(
    r"(?<![\w.,:/$€£#+–-])(?P<n>[1-9])(?P<gap>[ \u00a0])"
    r"(?P<noun>(?:[a-z]+[ \u00a0])?(?:[a-z]{3,}s|people|children|men|women|page|month|year))"
    r"(?![\w-])"
)
LABELS = re.compile(
    r"\b(?:phase|step|version|v|level|grade|room|floor|page|part|chapter|day|week|number|no\.?|q"
    r"|tier|type|round|shift|dock"
    r"|line|gate|bay|door|zone|building|unit|section|figure|table|item|option|team|route|ward"
    r"|from|to|between|and|or|of"
    r"|at|by|than|versus|vs|year|class|group|stage|series|model|plan|rule|point|question"
    r"|for every|out of|before|after|until"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s*\Z",
    re.IGNORECASE,
)
NOT_COUNTED = wording.slip_words("not_counted_figures")
PERCENT = re.compile(r"(?<![\w.])(?P<n>\d[\d.,]*)(?:\s|-)?per\s?cent\b", re.IGNORECASE)
HERE_IS = re.compile(
    r"\b(?P<where>here|there)(?P<is>'s|\s+is|\s+was)(?P<rest>\s+(?:my |the |your |our |also "
    r"|only |just )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|both|[2-9]"
    r"|[1-9]\d)\s+(?!percent)[a-z]+(?:\s[a-z]+)?)",
    re.IGNORECASE,
)


def find_small_numbers(prose: Prose) -> Iterator[Slip]:
    """Finds "3 references" and writes "three references"."""
    for match in SMALL.finditer(prose.plain):
        noun, before = match["noun"], prose.before(match.start())
        words = noun.split()
        if not _is_count(match["n"], words) or _is_label(before, words):
            continue
        word = NUMBER_WORDS[int(match["n"]) - 1]
        starts = prose.starts_sentence(match.start()) and not prose.part
        word = word.capitalize() if starts else word
        becomes = f"{word}{match['gap']}{prose.text[match.start('noun') : match.end()]}"
        advice = f"Write small numbers out: “{word.casefold()}”."
        yield prose.slip("small_number", match.start(), match.end(), advice, becomes)


def _is_count(number: str, words: list[str]) -> bool:
    last = words[-1]
    if last in NOT_COUNTED or words[0] in {
        "am",
        "pm",
        "percent",
        "to",
        "and",
        "or",
        "million",
        "thousand",
        "billion",
        "x",
        "of",
        "in",
    }:
        return False
    if number == "1":
        return len(words) == 1 and last in {"page", "month", "year"}
    return last not in {"page", "month", "year"}


def _is_label(before: str, words: list[str]) -> bool:
    match = LABELS.search(before)
    if match is None:
        return False
    return (
        match.group().strip().casefold() not in {"for", "by", "of", "after", "before", "and"}
        or re.search(r"\d\S*\s+\w+\s*\Z|\d\S*\s*\Z", before[: match.start() + len(match.group())])
        is not None
        or words == []
    )


def find_percents(prose: Prose) -> Iterator[Slip]:
    """Finds "60 percent" and writes "60%"."""
    for match in PERCENT.finditer(prose.plain):
        becomes = f"{match['n']}%"
        yield prose.slip("percent", match.start(), match.end(), f"Write “{becomes}”.", becomes)


def find_here_is(prose: Prose) -> Iterator[Slip]:
    """Finds "here is three references"."""
    for match in HERE_IS.finditer(prose.plain):
        verb = "were" if match["is"].strip().casefold() == "was" else "are"
        if match["where"].casefold() == "there" and re.search(
            r"\b(?:is|was)\s+only\s+one\b", match.group()
        ):
            continue
        if re.search(
            r"\b(?:hours?|days?|weeks?|months?|years?|minutes?) (?:between|from)\b", match.group()
        ):
            continue
        rest = prose.text[match.start("rest") : match.end()]
        becomes = f"{prose.text[match.start() : match.end('where')]} {verb}{rest}"
        yield prose.slip(
            "here_is",
            match.start(),
            match.end(),
            f"More than one: write “{match['where']} {verb}”.",
            becomes,
        )
