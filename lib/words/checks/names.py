"""Names that stand neither in the facts nor in the blanks, and names that are misspelt.

In a note with blanks every name comes from them or from the facts, so that a new one is worth a
look. In a free text a person may name whomever they like: there only a name with a title, and a
slip in a known one, are pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lib.words import wording
from lib.words.checks.case import Case, look_and_mend
from lib.words.checks.finding import Finding
from lib.words.checks.greeting import TITLE_WORDS
from lib.words.checks.job_names import OTHER_FIRMS
from lib.words.text.tokens import is_near

NAME = re.compile(r"(?<![\w'’/@.#-])[A-ZÀ-Þ][a-zà-ÿß]{2,}(?:['’-][A-ZÀ-Þa-zà-ÿ]+)*(?![\w@/])")
AFTER_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Professor|Principal)\.?\s+(?P<name>[A-ZÀ-Þ][\w'’-]+)"
)
LETTERS = re.compile(r"[^\W\d_]+")
LEAST_FOR_SLIP = 5
ORDINARY = wording.word_list("ordinary")
OF_COMPANIES = OTHER_FIRMS | wording.word_list("proper") | wording.word_list("acronyms")
BEFORE_A_START = re.compile(r"(?:[.!?:…\]]|[\"“‘(]|\A|\n|–|—|\d\.)[\"”’)]*\s*\Z")


def find_strange_names(case: Case) -> Iterator[Finding]:
    """Finds names known in another spelling, and with blanks those that are not known at all."""
    known = {*_parts("\n".join((case.facts_text, *case.other_companies)))}
    known |= ORDINARY | TITLE_WORDS
    told: set[str] = set()
    for name in _names(case.letter.body):
        parts = _parts(re.sub(r"['’]s\Z", "", name))
        if name in told or known.issuperset(parts):
            continue
        found = _judge(case, name, parts)
        if found is not None:
            told.add(name)
            yield found


def _parts(text: str) -> list[str]:
    return [part.casefold() for part in LETTERS.findall(text)]


def _judge(case: Case, name: str, parts: list[str]) -> Finding | None:
    right = _near(case, parts[0])
    if right:
        sentence = f"It says “{name}”; is “{right}” meant?"
        return look_and_mend(case, f"name_slip:{name}", sentence, name, right)
    titled = any(match["name"] == name for match in AFTER_TITLE.finditer(case.letter.body))
    if not (case.typed or titled) or parts[0] in OF_COMPANIES:
        return None
    return Finding(f"name_unknown:{name}", f"“{name}” stands nowhere in your notes.", name)


def _near(case: Case, word: str) -> str:
    """The name of a person that the word is a slip of, or nothing."""
    brief = case.brief
    names = (brief.reader.name, brief.sender.name, *(one.name for one in brief.others))
    parts = LETTERS.findall("\n".join(names)) if len(word) >= LEAST_FOR_SLIP - 1 else ()
    for part in parts:
        most = 2 if len(part) > 6 else 1
        if len(part) >= LEAST_FOR_SLIP and is_near(word, part.casefold(), most):
            return str(part)
    return ""


def _names(body: str) -> Iterator[str]:
    """Yields the capitalised words that no sentence begins with."""
    for match in NAME.finditer(body):
        before = body[max(0, match.start() - 40) : match.start()]
        has_title = AFTER_TITLE.match(body, max(0, match.start() - 4))
        if has_title or not BEFORE_A_START.search(before):
            yield match.group()
