"""Numbers: small ones in figures, "percent", and "here is three"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.slips.slip import Prose, Slip
from lib.words.text.number_words import SMALL as NUMBER_WORDS

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
NO_NOUNS = word_set("am pm percent to and or million thousand billion x of in")
LABELS_AFTER_FIGURES = word_set("by of after before and")
FIGURE_BEFORE = re.compile(r"\d\S*\s+\w+\s*\Z|\d\S*\s*\Z")
ONE_THING = word_set("page month year")
NOT_COUNTED = wording.word_list("not_counted_figures")
PERCENT = re.compile(r"(?<![\w.])(?P<n>\d[\d.,]*)(?:\s|-)?per\s?cent\b", re.IGNORECASE)
HERE_IS = re.compile(
    r"\b(?P<where>here|there)(?P<is>'s|\s+is|\s+was)(?P<rest>\s+(?:my |the |your |our |also "
    r"|only |just )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|both|[2-9]"
    r"|[1-9]\d)\s+(?!percent)[a-z]+(?:\s[a-z]+)?)",
    re.IGNORECASE,
)
SPAN_OF_TIME = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|minutes?) (?:between|from)\b")


def find_small_numbers(prose: Prose) -> Iterator[Slip]:
    """Finds "3 references" and writes "three references"."""
    for match in SMALL.finditer(prose.plain):
        noun, before = match["noun"], prose.before(match.start())
        words = noun.split()
        if not _is_count(match["n"], words) or _is_label(before):
            continue
        word = NUMBER_WORDS[int(match["n"])]
        if prose.starts_sentence(match.start()) and not prose.part:
            word = word.capitalize()
        becomes = f"{word}{match['gap']}{prose.text[match.start('noun') : match.end()]}"
        advice = f"Write small numbers out: “{word.casefold()}”."
        yield prose.slip_at(match, "small_number", advice, becomes)


def _is_count(number: str, words: list[str]) -> bool:
    last = words[-1]
    if last in NOT_COUNTED or words[0] in NO_NOUNS:
        return False
    is_one_thing = last in ONE_THING
    return is_one_thing and len(words) == 1 if number == "1" else not is_one_thing


def _is_label(before: str) -> bool:
    match = LABELS.search(before)
    if match is None:
        return False
    if match.group().strip().casefold() not in LABELS_AFTER_FIGURES:
        return True
    return FIGURE_BEFORE.search(before[: match.end()]) is not None


def find_percents(prose: Prose) -> Iterator[Slip]:
    """Finds "60 percent" and writes "60%"."""
    for match in PERCENT.finditer(prose.plain):
        becomes = f"{match['n']}%"
        yield prose.slip_at(match, "percent", f"Write “{becomes}”.", becomes)


def find_here_is(prose: Prose) -> Iterator[Slip]:
    """Finds "here is three references"."""
    for match in HERE_IS.finditer(prose.plain):
        if SPAN_OF_TIME.search(match.group()):
            continue
        verb = "were" if match["is"].strip().casefold() == "was" else "are"
        rest = prose.text[match.start("rest") : match.end()]
        becomes = f"{prose.text[match.start() : match.end('where')]} {verb}{rest}"
        yield prose.slip_at(
            match, "here_is", f"More than one: write “{match['where']} {verb}”.", becomes
        )
