"""The titles before a name: which words they are, and which of them is spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lib.domain.people import name_words as words

JOINS = frozenset({"and", "&", "und", "or"})
KNOWN = (
    words.COURTESY_TITLES
    | words.ACADEMIC_TITLES
    | words.OFFICE_TITLES
    | words.TITLES_BEFORE_GIVEN_NAME
    | words.TITLES_BEFORE_WHOLE_NAME
    | words.UNSPOKEN_TITLES
)
NAMES_AS_WELL = words.TITLES_OR_GIVEN_NAMES | words.TITLES_WITH_A_DOT | words.AFTER_TITLES
"""Titles only with a dot: "Phil", "Nat" and "Col" are given names."""
SHORT_FORMS = {
    "doctor": "Dr.", "dr-ing": "Dr.", "mister": "Mr.", "univ-prof": "Prof.", "fh-prof": "Prof.",
    "herrn": "Herr",
}  # fmt: skip
PROFESSORS = frozenset({"prof", "professor", "univ-prof", "fh-prof", "profssa", "profa"})
_GLUED = re.compile(r"\b(Prof|Dr|Mrs?|Ms|Mx|Rev|Capt|Sgt|Hon|med|rer|nat|phil)\.(?=[^\W\d_])", re.I)
_AFTER_TITLE = re.compile(r"(?:[a-zäöü]+\.)+")


@dataclass(frozen=True, slots=True)
class TitledName:
    """The titles that a name begins with, and what follows them.

    `couple` is the whole of two joined titles ("Mr. and Mrs."), else empty.
    """

    titles: tuple[str, ...] = ()
    rest: str = ""
    couple: str = ""

    def is_honorable(self) -> bool:
        """True if one of the titles is "the Honorable"."""
        return any(title_key(title) in words.HONORABLE for title in self.titles)

    def spoken(self) -> str:
        """Returns the one title for a greeting, "Prof." for "Prof. Dr. med."; empty if none."""
        if self.couple:
            return self.couple
        usable = [title for title in self.titles if title_key(title) not in words.UNSPOKEN_TITLES]
        chosen = min(usable, key=_rank_of, default="")
        short = SHORT_FORMS.get(title_key(chosen))
        return short or " ".join(in_title_case(part) for part in chosen.split())


def split_titles(name: str) -> TitledName:
    """Returns the titles that a name begins with, apart from the rest."""
    parts = _GLUED.sub(r"\1. ", name).split()
    titles: list[str] = []
    joined = False
    at = 0
    while at < len(parts):
        step = _title_length(parts, at)
        if step:
            titles.append(" ".join(parts[at : at + step]))
        elif titles and title_key(parts[at]) in JOINS and _title_length(parts, at + 1):
            joined, step = True, 1
        elif _is_passed_over(parts, at, after_title=bool(titles)):
            step = 1
        else:
            break
        at += step
    couple = " ".join(map(in_title_case, parts[:at])) if joined else ""
    return TitledName(tuple(titles), " ".join(parts[at:]), couple)


def has_title(name_or_greet_as: str) -> bool:
    """True if the text begins with a known title, such as "Dr. Weiß" or "Mr. and Mrs. Fox"."""
    return bool(split_titles(name_or_greet_as).titles)


def is_bare_title(text: str) -> bool:
    """True if there is nothing but titles: "Mrs.", "med.", "Mr. and"."""
    keys = [title_key(part) for part in _GLUED.sub(r"\1. ", text).split()]
    known = KNOWN | words.AFTER_TITLES
    if not any(key in known for key in keys):
        return False
    if len(keys) == 1 and keys[0] in NAMES_AS_WELL:
        return "." in text
    return all(key in known or key in JOINS or key == "the" for key in keys)


def title_key(word: str) -> str:
    """Returns a title as the word lists write it: in small letters, without dots and commas."""
    return word.casefold().replace(".", "").strip(",")


def in_title_case(title: str) -> str:
    """Returns a title with a capital where it was shouted or in small letters; "and" stays."""
    if title in JOINS or not (title.isupper() or title.islower()):
        return title
    if title.isupper() and title_key(title) in words.RANKS_IN_CAPITALS:
        return title
    return title.lower() if title.casefold() in JOINS else title.capitalize()


def _title_length(parts: list[str], at: int) -> int:
    """Returns how many words from there on are one title: 0, 1 or 2."""
    if at >= len(parts):
        return 0
    pair = " ".join(title_key(part) for part in parts[at : at + 2])
    if pair in words.TITLE_PAIRS:
        return 2
    key = title_key(parts[at])
    if key in words.TITLES_WITH_A_DOT and not _is_marked(parts[at], parts):
        return 0
    if key in words.TITLES_OR_GIVEN_NAMES and at > 0:
        return 0
    return int(key in KNOWN)


def _is_marked(word: str, parts: list[str]) -> bool:
    """True if a short word is surely a title: with a dot, or in capitals where others are not."""
    shouted = word.isupper() and not all(part.isupper() for part in parts)
    after_the = title_key(parts[0]) == "the"
    return word.endswith(".") or shouted or after_the


def _is_passed_over(parts: list[str], at: int, *, after_title: bool) -> bool:
    """True for "the" before a title, and for "med." between a title and a name."""
    if at >= len(parts):
        return False
    key = title_key(parts[at])
    if key == "the":
        return _title_length(parts, at + 1) > 0 or _is_passed_over(parts, at + 1, after_title=False)
    is_followed = at + 1 < len(parts)
    if is_followed and key in words.PROFESSORS_OF_A_KIND:
        return after_title or title_key(parts[at + 1]) in PROFESSORS
    if is_followed and key in words.BEFORE_REVEREND:
        return title_key(parts[at + 1]) in words.REVERENDS
    unspoken = key in words.AFTER_TITLES or bool(_AFTER_TITLE.fullmatch(parts[at]))
    return after_title and is_followed and unspoken


def _rank_of(title: str) -> int:
    """Returns the rank among the titles of one person: professor, doctor, office, courtesy."""
    key = title_key(title)
    if key in PROFESSORS:
        return 0
    if key in words.ACADEMIC_TITLES:
        return 1
    return 3 if key in words.COURTESY_TITLES else 2
