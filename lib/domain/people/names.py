"""Names as people type them: what is no part of a name, shouted names, and when two are one."""

from __future__ import annotations

import re
from functools import lru_cache

from lib.domain.people import name_words as words
from lib.domain.people.positions import is_position, may_be_a_name
from lib.domain.people.titles import KNOWN, split_titles, title_key
from lib.domain.search import folded
from lib.domain.word_lists import word_set

_PRONOUN = (
    r"(?:she|hers?|he|him|his|they|them|theirs?|ze|zir|hir|xe|xem|fae|faer"
    r"|sie|ihr|elle|ella)"
)
_FURTHER = rf"(?:\s*[/,|]\s*(?:{_PRONOUN}|its?|ihm|il|iel|el|él|any))"
_PRONOUNS = re.compile(
    rf"[(\[{{]\s*(?:pronouns:?\s*)?{_PRONOUN}{_FURTHER}*(?:\s+pronouns?)?\s*[)\]}}]"
    rf"|[(\[{{]\s*(?:any|all|it/its|ask(?: for)?(?: my)?)(?: pronouns?)?\s*[)\]}}]"
    rf"|(?<!\w){_PRONOUN}(?:\s*/\s*{_PRONOUN})+(?!\w)",
    re.I,
)
_TAG = re.compile(
    r"[(\[{]\s*(?:external|extern|externe?r?|ext\.?|guest|gast|contractor|vendor|unverified"
    r"|external sender|on leave|ooo|out of office|via [^()\[\]{}]{1,40})\s*[)\]}]",
    re.I,
)
_SPACES = re.compile(r"[^\S\t]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_APOSTROPHE_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}['’ʼ]$")
_VOWEL = re.compile(r"[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûü]", re.I)
_NOT_IN_A_KEY = re.compile(r"[.'`\"()\[\]{}“”]")
_BETWEEN = re.compile(r"[-_,/|\s]+")
_PLAIN = re.compile(r"[a-z]+(?:[ '-][a-z]+)*")
SCOTTISH = word_set(
    "macarthur macdonald macdougall macfarlane macgregor macintosh macintyre mackenzie mackinnon"
    " maclean macleod macmillan macneil macpherson"
)
"""Names whose second capital is certain; "Machado", "Mackey" and "Macy" have one."""


def without_remarks(name: str) -> str:
    """Returns the name without pronouns and tags such as "(External)".

    A position that follows one is put behind a comma: "Dana Neil (she/her) VP Claims".
    """
    bare = name
    for remark in (_PRONOUNS, _TAG):
        bare = remark.sub(_instead, bare)
    return _SPACES.sub(" ", bare).replace(" ,", ",").strip(" ,;-–—|\t")


def _instead(remark: re.Match[str]) -> str:
    after = remark.string[remark.end() :]
    return ", " if after[:1].isspace() and is_position(after) else " "


def is_credential(text: str) -> bool:
    """True if the words are all letters that stand after a name: "MBA", "Ph.D.", "PMP CSM"."""
    parts = text.split()
    return bool(parts) and all(_is_credential(part) for part in parts)


def is_generation(text: str) -> bool:
    """True for "Jr.", "III" and the like."""
    return title_key(text.strip()) in words.GENERATIONS


def without_credentials(name: str) -> str:
    """Returns the name apart from its credentials; "Jr." stays with the name."""
    first, *others = [part for part in map(str.strip, name.split(",")) if part] or [""]
    words_ = ", ".join((first, *(part for part in others if not is_credential(part)))).split()
    while len(words_) > 2 and _is_written_as_credential(words_[-1]):
        words_.pop()
    return " ".join(words_)


def is_shouted(name: str) -> bool:
    """True if all letters of a name are capitals, and there are more of them than initials have."""
    runs = _LETTERS.findall(name)
    return name.isupper() and (any(len(run) > 2 for run in runs) or sum(map(len, runs)) > 3)


def normal_case(name: str) -> str:
    """Returns a name in one case with the capitals that it usually has: "Dana O'Neil-McDonald"."""
    parts = name.split()
    last = len(parts) - 1
    return " ".join(_in_normal_case(parts, i, is_last=i == last) for i in range(len(parts)))


def in_usual_order(name: str) -> str:
    """Returns the given name first ("Ruth Kaplan" for "Kaplan, Ruth"), and no position."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    suffixes = [part for part in parts[1:] if is_generation(part)]
    others = [part for part in parts[1:] if not is_generation(part)]
    if not others:
        return " ".join(parts)
    is_family_name = " " not in parts[0] or parts[0][:1].islower()
    given, _, last = others[0].rpartition(" ")
    if given and is_generation(last):
        others, suffixes = [given], [last, *suffixes]
    if is_family_name and may_be_a_name(normal_case(others[0])):
        return " ".join((others[0], parts[0], *suffixes))
    return " ".join((parts[0], *suffixes))


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Returns what the spellings of one person's name share.

    Case, accents, apostrophes, hyphens, credentials, pronouns, titles, and whether the family name
    stands first before a comma make no difference.
    """
    plain = " ".join(folded(name).split())
    first, last = plain.partition(" ")[0], plain.rpartition(" ")[2]
    if _PLAIN.fullmatch(plain) and first not in KNOWN and last not in words.CREDENTIALS:
        # The quick way, as an address book has thirty thousand names.
        return plain.replace("'", "").replace("-", " ")
    ordered = in_usual_order(without_credentials(without_remarks(name)))
    titled = split_titles(ordered)
    kept = titled.rest if len(titled.rest.split()) > 1 else ordered
    parts = _BETWEEN.sub(" ", _NOT_IN_A_KEY.sub("", folded(kept))).split()
    return " ".join(parts) or plain


def _is_credential(word: str) -> bool:
    return word.strip(",.").casefold().replace(".", "") in words.CREDENTIALS


def _is_written_as_credential(word: str) -> bool:
    """True for a credential with the capitals that it usually has; "Ma" and "Do" are names."""
    letters = word.replace(".", "")
    capitals = sum(letter.isupper() for letter in letters)
    return _is_credential(word) and capitals > 1


def _in_normal_case(parts: list[str], at: int, *, is_last: bool) -> str:
    word = parts[at]
    key = title_key(word)
    before = title_key(parts[at - 1]) if at else ""
    if key in words.LOWER_CASE_PARTICLES and at and not is_last:
        return word.lower()
    if key in ("la", "las", "los", "l") and before == "de":
        return word.lower()
    if is_last and at and key in ("ii", "iii", "iv"):
        return word.upper()
    if at == 0 and word.isupper() and _is_short_for_names(word):
        return word
    return _LETTERS.sub(lambda run: _capitalized(run[0], word[: run.start()]), word)


def _is_short_for_names(word: str) -> bool:
    """True for "JR", "TJ" and "AJ", which stand for two given names."""
    if title_key(word) in KNOWN or word.casefold() == "ng" or not word.isalpha():
        return False
    return len(word) == 2 and (word.endswith("J") or not _VOWEL.search(word))


def _capitalized(letters: str, before: str) -> str:
    """Returns the letters with their capitals; `before` is what stands before them in the word."""
    low = letters.lower()
    if before.endswith(("'", "’", "ʼ")) and not _APOSTROPHE_BEFORE.search(before):
        return low if len(low) == 1 else low.capitalize()
    if low.startswith("mc") and len(low) > 3:
        return f"Mc{low[2:].capitalize()}"
    if low in SCOTTISH:
        return f"Mac{low[3:].capitalize()}"
    return low.capitalize()
