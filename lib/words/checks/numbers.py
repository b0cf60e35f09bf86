"""Numbers that contradict the facts, or stand nowhere in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.words import wording
from lib.words.checks.case import Case, look
from lib.words.checks.clock_times import CLOCK
from lib.words.checks.finding import Finding
from lib.words.checks.mentions import DAY_AND_MONTH, ISO, SLASHED, THE_NTH

UNITS_IN_WORDS = {
    name: i
    for i, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    name: 10 * i
    for i, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
ONES = "one|two|three|four|five|six|seven|eight|nine"
IN_WORDS = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})(?:[\s-](?P<ones>{ONES}))?"
    rf"|(?P<small>{'|'.join(UNITS_IN_WORDS)}))\b",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(
    r"(?<![\w.,:/#+-])[$€£]?(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<percent>\s?%"
    r"|\s?per\s?cent)?(?![\w]*\d)"
)
AFTER = re.compile(r"(?:\s|-)+(?P<words>[a-z][\w'-]*(?:\s[a-z][\w'-]*){0,2})", re.IGNORECASE)
PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")
YEARS = range(1950, 2100)
TIME_UNITS = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "quarter", "year", "percent"]
)
ANYONE_SAYS = frozenset((0, 1, 2, 10, 12, 20, 50, 100, 360, 365, 1000, 24, 7))
LEAST_OWN = 10
FROM_TO = re.compile(
    r"(?P<a>\d+)\s?%?\s*(?:down |up )?to (?:about |only |just )?(?P<b>\d+)%?", re.IGNORECASE
)
NOT_COUNTED = wording.slip_words("not_counted")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what follows it, and whether it is a percentage."""

    words: str
    value: float
    nouns: tuple[str, ...]
    percent: bool
    at: int

    def unit(self) -> str:
        """The unit of time that it counts, or "percent", or nothing."""
        if self.percent:
            return "percent"
        return self.nouns[0] if self.nouns and self.nouns[0] in TIME_UNITS else ""


def find_wrong_numbers(case: Case) -> Iterator[Finding]:
    """Finds numbers that differ from the facts, and with blanks also those that are not known."""
    facts = list(read_numbers(case.facts_text))
    told: set[str] = set()
    for part in (case.text.subject, *(sentence.text for sentence in case.sentences)):
        every = list(read_numbers(part))
        known = any(
            one.value >= LEAST_OWN and one.value in {fact.value for fact in facts} for one in every
        )
        for number in every:
            sentence = _fault(number, facts, strict=case.has_blanks())
            sentence = sentence or (_beside(number, facts) if known and case.has_blanks() else "")
            if sentence and number.words not in told:
                told.add(number.words)
                yield look(f"number:{number.words}", sentence, number.words)
    yield from _turned_round(case)


def _fault(number: Number, facts: list[Number], *, strict: bool) -> str:
    same = [one for one in facts if one.value == number.value]
    other = _same_thing(number, facts)
    if other is not None and not any(_shares(number, one) for one in same):
        return f"It says “{number.words}”; here it is “{other.words}”."
    if not strict or (same and _units_agree(number, same)):
        return ""
    if same and number.unit():
        return f"It says “{number.words}”; here it is “{same[0].words}”."
    if (
        same
        or (number.value in ANYONE_SAYS and not number.percent)
        or (number.value < LEAST_OWN and not number.percent)
    ):
        return ""
    if number.percent and number.value in {0, 100}:
        return ""
    return f"“{number.words}” stands nowhere in your notes."


def _beside(number: Number, facts: list[Number]) -> str:
    """The fault of a small number of months or days that stands beside a number from the facts."""
    same_unit = [one for one in facts if number.unit() and one.unit() == number.unit()]
    if not same_unit or number.value >= LEAST_OWN or number.value in {one.value for one in facts}:
        return ""
    return f"It says “{number.words}”; here it is “{same_unit[0].words}”."


def _units_agree(number: Number, same: list[Number]) -> bool:
    unit = number.unit()
    return not unit or any(not one.unit() or one.unit() == unit for one in same)


def _same_thing(number: Number, facts: list[Number]) -> Number | None:
    """A fact that counts the same thing with another number, if only one such is known."""
    if not number.nouns or (number.value > LEAST_OWN * 9 and not number.unit()):
        return None
    thing = next(
        (noun for noun in number.nouns if noun not in NOT_COUNTED and noun not in TIME_UNITS), ""
    )
    alike = [one for one in facts if thing and thing in one.nouns]
    values = {one.value for one in alike}
    return (
        alike[0] if len(values) == 1 and number.value not in values and number.value != 1 else None
    )


def _shares(number: Number, other: Number) -> bool:
    return bool(set(number.nouns) & set(other.nouns) - NOT_COUNTED) or not number.nouns


def _turned_round(case: Case) -> Iterator[Finding]:
    """ "from 22% to 48%" where the facts say "48% to 22%"."""
    known = {(match["a"], match["b"]) for match in FROM_TO.finditer(case.facts_text)}
    for match in FROM_TO.finditer(case.letter.body):
        pair = (match["a"], match["b"])
        if pair not in known and (pair[1], pair[0]) in known:
            sentence = f"It says “{match.group()}”; your notes have it the other way round."
            yield look(f"number_turned:{match.group()}", sentence, match.group())


def read_numbers(text: str) -> Iterator[Number]:
    """Yields the numbers of a text: no dates, times, years, ordinals or telephone numbers."""
    taken = [
        match.span()
        for pattern in (PHONE, DAY_AND_MONTH, ISO, SLASHED, THE_NTH, CLOCK)
        for match in pattern.finditer(text)
    ]
    for match in IN_FIGURES.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        value = float(match["n"].replace(",", ""))
        if (value in YEARS and not match["percent"]) or re.match(
            r"(?:st|nd|rd|th)\b", text[match.end() :]
        ):
            continue
        yield _number(text, match, value, percent=bool(match["percent"]))
    for match in IN_WORDS.finditer(text):
        if match["tens"]:
            value = TENS[match["tens"].casefold()] + UNITS_IN_WORDS.get(
                (match["ones"] or "zero").casefold(), 0
            )
        else:
            value = UNITS_IN_WORDS[match["small"].casefold()]
        if not _is_no_count(text, match):
            yield _number(text, match, value, percent=False)


def _is_no_count(text: str, match: re.Match[str]) -> bool:
    """True for "half past nine", "no one", "one day" and "three in the morning"."""
    before = text[max(0, match.start() - 14) : match.start()].casefold()
    after = text[match.end() : match.end() + 18].casefold()
    if match.group().casefold() in {"one", "zero"}:
        return True
    if re.search(
        r"\b(?:past|to|at|day|phase|step|grade|level|number|quarter|half)\s\Z", before
    ) and not re.match(r"\s[a-z]+s\b", after):
        return True
    return (
        re.match(
            r"(?: o'clock| in the (?:morning|afternoon|evening)| thirty| fifteen|-thirty)", after
        )
        is not None
    )


def _number(text: str, match: re.Match[str], value: float, *, percent: bool) -> Number:
    after = AFTER.match(text, match.end())
    following = after["words"] if after else ""
    nouns = []
    for word in following.split():
        if word.casefold() in {
            "of",
            "to",
            "in",
            "on",
            "at",
            "and",
            "or",
            "by",
            "for",
            "with",
            "from",
            "that",
            "the",
            "is",
            "was",
            "are",
        }:
            break
        nouns.append(_singular(word.casefold()))
    percent = percent or following.casefold().startswith(("percent", "per cent"))
    shown = (
        f"{match.group()} {following.split()[0]}"
        if nouns and "%" not in match.group()
        else match.group()
    )
    return Number(shown, float(value), tuple(nouns), percent, match.start())


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
