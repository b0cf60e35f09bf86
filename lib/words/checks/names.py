"""Names that stand neither in the facts nor in the blanks, and names that are misspelt.

In a note with blanks every name comes from them or from the facts, so that a new one is worth a
look. In a free text a person may name whomever they like: there only a name with a title, and a
slip in a known one, are pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from lib.words import wording
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.checks.greeting import TITLE_WORDS
from lib.words.checks.job_names import OTHER_FIRMS

NAME = re.compile(r"(?<![\w'’/@.#-])[A-ZÀ-Þ][a-zà-ÿß]{2,}(?:['’-][A-ZÀ-Þa-zà-ÿ]+)*(?![\w@/])")
AFTER_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Professor|Principal)\.?\s+(?P<name>[A-ZÀ-Þ][\w'’-]+)"
)
LEAST_FOR_SLIP = 5
ORDINARY = wording.slip_words("ordinary")
BEFORE_A_START = re.compile(r"(?:[.!?:…\]]|[\"“‘(]|\A|\n|–|—|\d\.)[\"”’)]*\s*\Z")


def find_strange_names(case: Case) -> Iterator[Finding]:
    """Finds names known in another spelling, and with blanks those that are not known at all."""
    known = {word.casefold() for word in re.findall(r"[^\W\d_]+", case.facts_text)}
    known |= {
        word.casefold()
        for company in case.other_companies
        for word in re.findall(r"[^\W\d_]+", company)
    }
    told: set[str] = set()
    for name in _names(case.letter.body):
        parts = [one.casefold() for one in re.findall(r"[^\W\d_]+", re.sub(r"['’]s\Z", "", name))]
        if (
            not parts
            or name in told
            or all(part in known or part in ORDINARY or part in TITLE_WORDS for part in parts)
        ):
            continue
        found = _judge(case, name, parts)
        if found is not None:
            told.add(name)
            yield found


def _judge(case: Case, name: str, parts: list[str]) -> Finding | None:
    right = _near(case, parts[0])
    if right:
        return look(
            f"name_slip:{name}",
            f"It says “{name}”; is “{right}” meant?",
            name,
            case.mended(name, right),
            right,
        )
    titled = any(match["name"] == name for match in AFTER_TITLE.finditer(case.letter.body))
    if not (case.has_blanks() or titled) or parts[0] in _company_words():
        return None
    return look(f"name_unknown:{name}", f"“{name}” stands nowhere in your notes.", name)


def _company_words() -> frozenset[str]:
    return OTHER_FIRMS | wording.terms("proper") | wording.terms("acronyms")


def _near(case: Case, word: str) -> str:
    """The name of a person that the word is a slip of, or nothing."""
    from_people = [
        part
        for text in (
            case.brief.reader.name,
            case.brief.sender.name,
            *(one.name for one in case.brief.others),
        )
        for part in re.findall(r"[^\W\d_]+", text)
        if len(part) >= LEAST_FOR_SLIP
    ]
    for part in from_people:
        allowed = 2 if len(part) > 6 else 1
        apart = DamerauLevenshtein.distance(word, part.casefold(), score_cutoff=allowed)
        if len(word) >= LEAST_FOR_SLIP - 1 and apart <= allowed:
            return str(part)
    return ""


def _names(body: str) -> Iterator[str]:
    """Yields the capitalised words that no sentence begins with."""
    for match in NAME.finditer(body):
        if not BEFORE_A_START.search(
            body[max(0, match.start() - 40) : match.start()]
        ) or AFTER_TITLE.match(body, max(0, match.start() - 4)):
            yield match.group()
