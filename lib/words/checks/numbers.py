"""Numbers that contradict the facts, or stand nowhere in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.checks.case import Case
from lib.words.checks.finding import Finding
from lib.words.text.clock_times import CLOCK
from lib.words.text.days import DAY_AND_MONTH, ISO, SLASHED, THE_NTH
from lib.words.text.number_words import NUMBERS, ONES, SMALL, TENS
from lib.words.text.stems import singular

IN_WORDS = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})(?:[\s-](?P<ones>{'|'.join(ONES)}))?"
    rf"|(?P<small>{'|'.join(SMALL)}))\b",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(
    r"(?<![\w.,:/#+-])[$€£]?(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<percent>\s?%"
    r"|\s?per\s?cent)?(?![\w]*\d)"
)
AFTER = re.compile(r"(?:\s|-)+(?P<words>[a-z][\w'-]*(?:\s[a-z][\w'-]*){0,2})", re.IGNORECASE)
PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d")
YEARS = range(1950, 2100)
TIME_UNITS = word_set("second minute hour day week month quarter year percent")
ENDS_PHRASE = word_set("of to in on at and or by for with from that the is was are")
NO_COUNT_BEFORE = re.compile(
    r"\b(?:past|to|at|day|phase|step|grade|level|number|quarter|half)\s\Z", re.IGNORECASE
)
THINGS_AFTER = re.compile(r"\s[a-z]+s\b", re.IGNORECASE)
NO_COUNT_AFTER = re.compile(
    r" o'clock| in the (?:morning|afternoon|evening)| thirty| fifteen|-thirty", re.IGNORECASE
)
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
ANYONE_SAYS = frozenset((0, 1, 2, 10, 12, 20, 50, 100, 360, 365, 1000, 24, 7))
LEAST_OWN = 10
FROM_TO = re.compile(
    r"(?P<a>\d+)\s?%?\s*(?:down |up )?to (?:about |only |just )?(?P<b>\d+)%?", re.IGNORECASE
)
NOT_COUNTED = wording.word_list("not_counted")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what follows it, and whether it is a percentage."""

    words: str
    value: float
    nouns: tuple[str, ...]
    percent: bool

    def unit(self) -> str:
        """The unit of time that it counts, or "percent", or nothing."""
        if self.percent:
            return "percent"
        return self.nouns[0] if self.nouns and self.nouns[0] in TIME_UNITS else ""


def find_wrong_numbers(case: Case) -> Iterator[Finding]:
    """Finds numbers that differ from the facts, and with blanks also those that are not known."""
    facts = list(read_numbers(case.facts_text))
    own_values = {fact.value for fact in facts if fact.value >= LEAST_OWN}
    told: set[str] = set()
    for part in (case.text.subject, *(sentence.text for sentence in case.sentences)):
        every = list(read_numbers(part))
        known = bool(own_values & {one.value for one in every})
        for number in every:
            sentence = _fault(number, facts, strict=bool(case.typed))
            sentence = sentence or (_beside(number, facts) if known and case.typed else "")
            if sentence and number.words not in told:
                told.add(number.words)
                yield Finding(f"number:{number.words}", sentence, number.words)
    yield from _turned_round(case)


def _fault(number: Number, facts: list[Number], *, strict: bool) -> str:
    same = [one for one in facts if one.value == number.value]
    counted = {noun for one in same for noun in one.nouns} - NOT_COUNTED
    other = _same_thing(number, facts)
    if other and not (same and (not number.nouns or counted & set(number.nouns))):
        return f"It says “{number.words}”; here it is “{other.words}”."
    units = {one.unit() for one in same}
    if not strict or (same and (not number.unit() or units & {"", number.unit()})):
        return ""
    if same and number.unit():
        return f"It says “{number.words}”; here it is “{same[0].words}”."
    usual = number.value in ANYONE_SAYS or number.value < LEAST_OWN
    if same or (number.value in {0, 100} if number.percent else usual):
        return ""
    return f"“{number.words}” stands nowhere in your notes."


def _beside(number: Number, facts: list[Number]) -> str:
    """The fault of a small number of months or days that stands beside a number from the facts."""
    same_unit = [one for one in facts if number.unit() and one.unit() == number.unit()]
    if not same_unit or number.value >= LEAST_OWN or number.value in {one.value for one in facts}:
        return ""
    return f"It says “{number.words}”; here it is “{same_unit[0].words}”."


def _same_thing(number: Number, facts: list[Number]) -> Number | None:
    """A fact that counts the same thing with another number, if only one such is known."""
    if not number.nouns or (number.value > LEAST_OWN * 9 and not number.unit()):
        return None
    thing = next((noun for noun in number.nouns if noun not in NOT_COUNTED | TIME_UNITS), "")
    alike = [one for one in facts if thing and thing in one.nouns]
    values = {one.value for one in alike}
    is_another = len(values) == 1 and number.value not in values | {1}
    return alike[0] if is_another else None


def _turned_round(case: Case) -> Iterator[Finding]:
    """ "from 22% to 48%" where the facts say "48% to 22%"."""
    known = {(match["a"], match["b"]) for match in FROM_TO.finditer(case.facts_text)}
    for match in FROM_TO.finditer(case.letter.body):
        pair = (match["a"], match["b"])
        if pair not in known and (pair[1], pair[0]) in known:
            sentence = f"It says “{match.group()}”; your notes have it the other way round."
            yield Finding(f"number_turned:{match.group()}", sentence, match.group())


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
        is_year = value in YEARS and not match["percent"]
        if not is_year and not ORDINAL.match(text, match.end()):
            yield _number(text, match, value)
    for match in IN_WORDS.finditer(text):
        if not _is_no_count(text, match):
            ones = NUMBERS[match["ones"].casefold()] if match["ones"] else 0
            yield _number(text, match, NUMBERS[(match["tens"] or match["small"]).casefold()] + ones)


def _is_no_count(text: str, match: re.Match[str]) -> bool:
    """True for "half past nine", "no one", "one day" and "three in the morning"."""
    if match.group().casefold() in {"one", "zero"} or NO_COUNT_AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    return bool(NO_COUNT_BEFORE.search(before)) and not THINGS_AFTER.match(text, match.end())


def _number(text: str, match: re.Match[str], value: float) -> Number:
    after = AFTER.match(text, match.end())
    following = after["words"].split() if after else []
    nouns = takewhile(lambda word: word not in ENDS_PHRASE, map(str.casefold, following))
    counted = tuple(singular(noun) for noun in nouns)
    written = match.group()
    in_words = " ".join(following).casefold().startswith(("percent", "per cent"))
    is_percent = in_words or bool(match.groupdict().get("percent"))
    shown = f"{written} {following[0]}" if counted and "%" not in written else written
    return Number(shown, float(value), counted, is_percent)
