"""The company and the role: misspelt, or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from lib.words import wording
from lib.words.checks import known
from lib.words.checks.case import Case, look
from lib.words.checks.finding import Finding
from lib.words.letters.frame_facts import spoken_role
from lib.words.slips.slip import one_of

WORD = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*")
SAME_ENOUGH = 88
LEAST_LETTERS = 5
OTHER_FIRMS = wording.slip_words("other_firms")
ROLE_WORD = r"(?:role|position|job|post|opening|vacancy|opportunity)"
A_ROLE = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Yy]our|[Aa]n?|open)\s+(?P<role>(?:[A-Z0-9][\w/&'-]*|of|and|for"
    rf"|in)(?:\s+(?:[A-Z0-9][\w/&'-]*|of|and|for|in))*)\s+{ROLE_WORD}\b"
)
AS_ROLE = re.compile(
    r"\b(?:as|for) (?:an?|the|your) (?:new |next )?(?P<role>[A-Z][\w/&'-]*(?:\s+[A-Z][\w/&'-]*)+)"
)
OCCUPATIONS = one_of(wording.slip_words("occupations"))
IN_SMALL_LETTERS = re.compile(
    rf"\b(?:the|an?|your)\s+(?P<role>[a-z]+ (?:[a-z]+ )?(?:{OCCUPATIONS}))\s+{ROLE_WORD}\b"
)
FILLING = frozenset(("of", "and", "for", "in", "the", "a", "an", "&"))


def find_wrong_company(case: Case) -> Iterator[Finding]:
    """Finds the company's name misspelt, in small letters, or with a wrong second word."""
    company = case.brief.job.company.strip().rstrip(".")
    if len(company) < LEAST_LETTERS - 1:
        return
    for part in (case.text.subject, case.letter.body):
        for wrong in _wrong_companies(part, company, case):
            sentence = f"It says “{wrong}”; the company is {company}."
            yield look(
                f"company_misspelt:{wrong}", sentence, wrong, case.mended(wrong, company), company
            )


def _wrong_companies(text: str, company: str, case: Case) -> Iterator[str]:
    tokens = list(WORD.finditer(text))
    own = WORD.findall(company)
    taken = -1
    for size in sorted({len(own) + 1, len(own), max(1, len(own) - 1), 1}, reverse=True):
        for i in range(len(tokens) - size + 1):
            start, end = tokens[i].start(), tokens[i + size - 1].end()
            words = re.sub(r"['’]s\Z", "", text[start:end])
            if start > taken and _is_company_slip(words, size, company, own, case):
                taken = end
                yield words


def _is_company_slip(words: str, size: int, company: str, own: list[str], case: Case) -> bool:
    if words == company or _stands_in(words, case.facts_text) or re.search(r"[.!?\n]\s", words):
        return False
    plain, wanted = _plain(words), _plain(company)
    if plain == wanted:
        return len(own) > 1 or not words[:1].isupper()
    if size == 1:
        if words in own or words.isupper():
            return False
        telling = [
            one for one in own if len(one) >= LEAST_LETTERS and one.casefold() not in OTHER_FIRMS
        ]
        if not words[:1].isupper():
            return False
        recased = any(words.casefold() == one.casefold() for one in telling)
        slip = any(_is_slip(words.casefold(), one.casefold()) for one in telling)
        return recased or (slip and not _is_known(words, case))
    if not words[:1].isupper() or len(plain) < LEAST_LETTERS:
        return False
    if size == len(own) and size > 1:
        parts = words.split()
        other = parts[-1].casefold() in OTHER_FIRMS - {own[-1].casefold()}
        if other and parts[-1][0].isupper() and parts[0].casefold() == own[0].casefold():
            return True
    all_named = all(one[:1].isupper() or one.casefold() in FILLING for one in words.split())
    if not all_named or (size < len(own) and plain in wanted) or plain.startswith(wanted):
        return False
    return fuzz.ratio(plain, wanted) >= SAME_ENOUGH


def _stands_in(words: str, text: str) -> bool:
    if words not in text:
        return (
            False  # a pattern of its own for each word of a note takes most of the checker's time
        )
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _is_known(word: str, case: Case) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", case.facts_text, re.IGNORECASE) is not None


@lru_cache(maxsize=4096)
def _is_slip(written: str, name: str) -> bool:
    """True if one was probably meant as the other; a plural is none."""
    if (
        written == name
        or written.rstrip("s") == name.rstrip("s")
        or len(written) < LEAST_LETTERS - 1
    ):
        return False
    allowed = 2 if len(name) > 6 else 1
    return DamerauLevenshtein.distance(written, name, score_cutoff=allowed) <= allowed


def _plain(text: str) -> str:
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
        sentence = f"It says “{wrong}”; the role is {role}."
        yield look(f"role_differs:{wrong}", sentence, wrong, case.mended(wrong, role), role)


def _misspelt_roles(text: str, role: str) -> Iterator[str]:
    size = len(WORD.findall(role))
    tokens = list(WORD.finditer(text))
    for i in range(len(tokens) - size + 1) if size > 1 else ():
        words = text[tokens[i].start() : tokens[i + size - 1].end()]
        plain, wanted = words.casefold(), role.casefold()
        if (
            _plain(words).rstrip("s") == _plain(role).rstrip("s")
            or plain.removesuffix("'s") == wanted
            or "\n" in words
        ):
            continue
        if fuzz.ratio(plain, wanted) >= SAME_ENOUGH and _each_is_near(plain, wanted):
            yield words


def _each_is_near(written: str, role: str) -> bool:
    """True if word by word they differ by slips, and somewhere they do."""
    pairs = list(zip(WORD.findall(written), WORD.findall(role), strict=False))
    return all(one == other or _is_role_slip(one, other) for one, other in pairs)


def _is_role_slip(one: str, other: str) -> bool:
    return (
        DamerauLevenshtein.distance(one, other, score_cutoff=2) <= 2
        and len(other) >= LEAST_LETTERS - 1
    )


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
    while kept and kept[0].casefold() in FILLING:
        kept = kept[1:]
    while kept and kept[-1].casefold() in FILLING:
        kept = kept[:-1]
    return " ".join(kept)


def _is_this_role(words: str, role: str, case: Case) -> bool:
    """True for the role, for its end ("Operations Manager"), and for what is known otherwise."""
    said, own = words.casefold().split(), role.casefold().replace(",", " ").split()
    if said == spoken_role(role).casefold().split():
        return True
    if " ".join(said) in " ".join(own) and said[-1] in {own[-1], *OPEN_ENDS}:
        return True
    if len(said) == 1 or any(
        words.casefold() in piece.casefold() for piece in known.typed(case.brief)
    ):
        return True
    missed = [one for one in said if one not in own and one not in FILLING]
    return (
        not missed
        and said[-1] == own[-1]
        and said == [one for one in own if one in said]
        and len(said) >= len(own) - 1
        and said[0] == own[0]
        and len(own) > 3
    )


OPEN_ENDS = frozenset(("team",))
