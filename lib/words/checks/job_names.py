"""The company and the role: misspelt, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import dropwhile

from rapidfuzz import fuzz

from lib.domain.english import with_stop
from lib.domain.word_lists import word_set
from lib.words import wording
from lib.words.checks.case import Case, look_and_mend
from lib.words.checks.finding import Finding
from lib.words.letters.frame_facts import spoken_role
from lib.words.slips.slip import one_of
from lib.words.text.tokens import is_near, stands_in

WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
SAME_ENOUGH = 88
LEAST_LETTERS = 5
OTHER_FIRMS = wording.word_list("other_firms")
ROLE_WORD = r"(?:role|position|job|post|opening|vacancy|opportunity)"
A_ROLE = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Yy]our|[Aa]n?|open)\s+(?P<role>(?:[A-Z0-9][\w/&'-]*|of|and|for"
    rf"|in)(?:\s+(?:[A-Z0-9][\w/&'-]*|of|and|for|in))*)\s+{ROLE_WORD}\b"
)
AS_ROLE = re.compile(
    r"\b(?:as|for) (?:an?|the|your) (?:new |next )?(?P<role>[A-Z][\w/&'-]*(?:\s+[A-Z][\w/&'-]*)+)"
)
OCCUPATIONS = one_of(wording.word_list("occupations"))
IN_SMALL_LETTERS = re.compile(
    rf"\b(?:the|an?|your)\s+(?P<role>[a-z]+ (?:[a-z]+ )?(?:{OCCUPATIONS}))\s+{ROLE_WORD}\b"
)
FILLING = word_set("of and for in the a an &")


def find_wrong_company(case: Case) -> Iterator[Finding]:
    """Finds the company's name misspelt, in small letters, or with a wrong second word."""
    company = case.brief.job.company.strip().rstrip(".")
    if len(company) < LEAST_LETTERS - 1:
        return
    for part in (case.text.subject, case.letter.body):
        for wrong in _wrong_companies(part, company, case):
            sentence = with_stop(f"It says “{wrong}”; the company is {company}")
            yield look_and_mend(case, f"company_misspelt:{wrong}", sentence, wrong, company)


def _wrong_companies(text: str, company: str, case: Case) -> Iterator[str]:
    tokens = list(WORD.finditer(text))
    own = WORD.findall(company)
    taken = -1
    for size in sorted({len(own) + 1, len(own), max(1, len(own) - 1), 1}, reverse=True):
        for first, last in zip(tokens, tokens[size - 1 :], strict=False):
            words = re.sub(r"['’]s\Z", "", text[first.start() : last.end()])
            if first.start() > taken and _is_company_slip(words, size, company, case):
                taken = last.end()
                yield words


def _is_company_slip(words: str, size: int, company: str, case: Case) -> bool:
    own = WORD.findall(company)
    if words == company or stands_in(words, case.facts_text) or re.search(r"[.!?\n]\s", words):
        return False
    plain, wanted = _letters(words), _letters(company)
    if plain == wanted:
        return len(own) > 1 or not words[:1].isupper()
    if not words[:1].isupper():
        return False
    if size == 1:
        return _is_word_of_company(words, own, case)
    if len(plain) < LEAST_LETTERS:
        return False
    if size == len(own) and _ends_otherwise(words.split(), own):
        return True
    all_named = all(one[:1].isupper() or one.casefold() in FILLING for one in words.split())
    if not all_named or (size < len(own) and plain in wanted) or plain.startswith(wanted):
        return False
    return fuzz.ratio(plain, wanted) >= SAME_ENOUGH


def _is_word_of_company(word: str, own: list[str], case: Case) -> bool:
    """True for one telling word of the company's name in other capitals, or with a slip."""
    if word in own or word.isupper():
        return False
    names = {one.casefold() for one in own if len(one) >= LEAST_LETTERS} - OTHER_FIRMS
    low = word.casefold()
    has_slip = any(_is_slip(low, name) for name in names)
    return low in names or (has_slip and not stands_in(word, case.facts_text, any_case=True))


def _ends_otherwise(parts: list[str], own: list[str]) -> bool:
    """True for "Acme Partners" where the company is "Acme Logistics"."""
    is_another = parts[-1].casefold() in OTHER_FIRMS - {own[-1].casefold()}
    return is_another and parts[-1][0].isupper() and parts[0].casefold() == own[0].casefold()


@lru_cache(maxsize=4096)
def _is_slip(written: str, name: str) -> bool:
    """True if one was probably meant as the other; a plural is none."""
    if written.rstrip("s") == name.rstrip("s") or len(written) < LEAST_LETTERS - 1:
        return False
    return is_near(written, name, 2 if len(name) > 6 else 1)


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text.casefold())


def find_wrong_role(case: Case) -> Iterator[Finding]:
    """Finds the role misspelt, or another role in its place."""
    role = case.brief.job.role.strip()
    if not role:
        return
    found: dict[str, None] = {}
    for part in (case.text.subject, case.letter.body):
        for said in {role, spoken_role(role)}:
            found |= dict.fromkeys(_misspelt_roles(part, said))
        found |= dict.fromkeys(_other_roles(part, role, case))
    for wrong in found:
        sentence = with_stop(f"It says “{wrong}”; the role is {role}")
        yield look_and_mend(case, f"role_differs:{wrong}", sentence, wrong, role)


def _misspelt_roles(text: str, role: str) -> Iterator[str]:
    wanted, size = role.casefold(), len(WORD.findall(role))
    tokens = list(WORD.finditer(text))
    for first, last in zip(tokens, tokens[size - 1 :], strict=False) if size > 1 else ():
        words = text[first.start() : last.end()]
        plain = words.casefold()
        is_right = _letters(words).rstrip("s") == _letters(role).rstrip("s")
        if is_right or plain.removesuffix("'s") == wanted or "\n" in words:
            continue
        if fuzz.ratio(plain, wanted) >= SAME_ENOUGH and _each_is_near(plain, wanted):
            yield words


def _each_is_near(written: str, role: str) -> bool:
    """True if word by word they differ by slips."""
    pairs = zip(WORD.findall(written), WORD.findall(role), strict=False)
    others = [(one, other) for one, other in pairs if one != other]
    return all(len(name) >= LEAST_LETTERS - 1 and is_near(one, name, 2) for one, name in others)


def _other_roles(text: str, role: str, case: Case) -> Iterator[str]:
    for pattern in (A_ROLE, AS_ROLE, IN_SMALL_LETTERS):
        for match in pattern.finditer(text):
            words = _without_company(match["role"], case)
            if words and not _is_this_role(words, role, case):
                yield words


def _without_company(words: str, case: Case) -> str:
    company = case.brief.job.company.strip()
    own = {one.casefold() for one in WORD.findall(company)}
    left = words.replace(company, "").replace("’s", "").replace("'s", "")
    kept = [one for one in left.split() if one.casefold() not in own]
    inside = dropwhile(_is_filling, reversed([*dropwhile(_is_filling, kept)]))
    return " ".join(reversed([*inside]))


def _is_filling(word: str) -> bool:
    return word.casefold() in FILLING


def _is_this_role(words: str, role: str, case: Case) -> bool:
    """True for the role, for its end ("Operations Manager"), and for what is known otherwise."""
    said, own = words.casefold().split(), role.casefold().replace(",", " ").split()
    if said == spoken_role(role).casefold().split():
        return True
    if " ".join(said) in " ".join(own) and said[-1] in {own[-1], "team"}:
        return True
    if len(said) == 1 or any(words.casefold() in piece.casefold() for piece in case.typed):
        return True
    if len(own) <= 3 or len(said) < len(own) - 1 or said != [one for one in own if one in said]:
        return False
    return said[0] == own[0] and said[-1] == own[-1]
