"""Which words say what somebody does, and which may be a name."""

from __future__ import annotations

import re

from lib.domain.people import name_words
from lib.domain.people.titles import split_titles, title_key
from lib.domain.search import folded
from lib.domain.word_lists import word_set

POSITIONS = word_set(
    "vp svp evp avp ceo cto cfo coo cmo cio ciso chro cpo cro head director dir manager mgr"
    " president chair chairman chairwoman chairperson chief officer lead leader partner principal"
    " founder cofounder co-founder owner executive exec associate assistant asst deputy vice senior"
    " junior staff intern trainee fellow specialist generalist coordinator administrator admin"
    " supervisor superintendent foreman engineer developer programmer architect designer analyst"
    " scientist researcher statistician economist actuary underwriter adjuster accountant auditor"
    " controller comptroller bookkeeper treasurer buyer planner scheduler estimator consultant"
    " adviser advisor counsel counselor attorney lawyer paralegal recruiter sourcer interviewer"
    " trainer instructor teacher professor lecturer librarian registrar secretary receptionist"
    " clerk cashier nurse physician surgeon doctor therapist pharmacist technician technologist"
    " mechanic electrician operator driver dispatcher inspector editor writer copywriter journalist"
    " reporter producer photographer artist strategist evangelist ambassador representative rep"
    " agent broker banker trader salesperson salesman saleswoman merchandiser"
    " sales marketing finance financial accounting audit tax treasury legal compliance risk claims"
    " underwriting hr people talent recruiting recruitment operations ops logistics procurement"
    " purchasing sourcing supply warehouse production manufacturing quality maintenance facilities"
    " safety security it infrastructure network support helpdesk success service services customer"
    " client account accounts product project program programme portfolio design ux ui engineering"
    " software hardware data analytics research science development r&d qa test testing growth"
    " brand content communications comms pr media digital social community partnerships business"
    " corporate strategy strategic innovation transformation training learning education admissions"
    " curriculum nursing clinical medical pharmacy lab laboratory billing pricing payroll benefits"
    " compensation international global regional national emea apac technical tech creative general"
    " managing hiring board team department dept faculty"
)
"""Words that say what somebody does, in small letters."""
_NOUN_OF_WORK = re.compile(r"\w{5,}(?:ing|ment|tion|sion|ities|ology|ship|ware|ness)|\w{3,}ics")
_WORD = re.compile(r"[^\W_]+(?:[&'’/-][^\W_]+)*")
_INITIAL = re.compile(r"[A-Za-zÀ-ɏ]\.?")
_JOINS = frozenset({"of", "for", "the", "in", "at", "to"})
MOST_WORDS = 4
"""A name has no more words than this."""


def is_position(text: str) -> bool:
    """True if a word of the text says what somebody does: "VP Claims", "Head of Data"."""
    return any(_is_work(word) for word in _WORD.findall(text))


def are_other_positions(one: str, other: str) -> bool:
    """True if both are given, and neither is a part of the other: "CTO" and "Buyer"."""
    mine, theirs = ({*_WORD.findall(folded(words))} for words in (one, other))
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)


def position_before(text: str) -> str:
    """Returns the position that stands before a whole name, with the space after it.

    It is "Head of Data " in "Head of Data Dana Neil", and empty where fewer than two words of a
    name follow.
    """
    parts = text.split()
    count = 0
    while count < len(parts) and _is_work(parts[count]):
        count += 1
    name = " ".join(parts[count:])
    if not count or len(parts) - count < 2 or not may_be_a_name(name):
        return ""
    return text[: text.index(name)]


def may_be_a_name(text: str) -> bool:
    """True if nothing in the text speaks against a name: few words, each with a capital."""
    titled = split_titles(text)
    parts = titled.rest.split()
    if not parts or len(parts) > MOST_WORDS or is_position(titled.rest):
        return False
    work = POSITIONS - name_words.ACADEMIC_TITLES
    if any(title_key(title) in work for title in titled.titles):
        return False
    return all(_may_be_in_a_name(part) for part in parts)


def _is_work(word: str) -> bool:
    key = word.casefold()
    if key in POSITIONS or word in _JOINS or _NOUN_OF_WORK.fullmatch(key):
        return True
    pieces = re.split(r"[&/-]", key)
    return len(pieces) > 1 and any(piece in POSITIONS for piece in pieces)


def _may_be_in_a_name(word: str) -> bool:
    if any(letter.isdigit() or letter in "&/+" for letter in word):
        return False
    if title_key(word) in name_words.PARTICLES or _INITIAL.fullmatch(word):
        return True
    return word[:1] != word[:1].lower() and not word.isupper()
