"""Names as people type them: what is no part of a name, shouted names, and their usual order."""

from __future__ import annotations

import re
import unicodedata

from lib.domain.people import name_words as words
from lib.domain.people.positions import is_position, may_be_a_name
from lib.domain.people.titles import KNOWN, title_key
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
_EXTERNAL = re.compile(r"^(?:EXT|[Ee]xternal):\s*|\s+EXT$")
_BORN = re.compile(
    r"\s*[(\[]\s*(?:née?|geb\.?|formerly|f/?k/?a|born)\s[^()\[\]]*[)\]]"
    r"|\s+(?:née?|geb\.|formerly|f/?k/?a)\s+[^,]+$",
    re.I,
)
_GLUED = re.compile(r"([^\W\d_]{2,})[._]([^\W\d_]{2,})")
_DEGREE = re.compile(
    r"\s*[·•,(-]?\s*\b(?:1st|2nd|3rd\+?)(?:\s+degree)?(?:\s+connection)?\)?$", re.I
)
_VIA = re.compile(r"(?<=\w)\s+via\s+[^\W\d_][\w .]*$")
_AFTER_A_SIGN = re.compile(r"(?<=[\w.)\]])(?:\s*[|·•]|\s+(?:[@–—]|--?)\s).*$", re.S)
_SALUTATION = re.compile(
    r"^(?:dear|hi|hello|hey|attn|attention|c/o|sehr geehrter?|lieber?|querid[oa]|estimad[oa])"
    r"\b[.:,]?\s+(?=\w)",
    re.I,
)
_UNKNOWN = re.compile(
    r"(?:\?+|-+|n/?a|unknown|not (?:yet )?known|n\.?n\.?|tb[dac]|none|no name|someone"
    r"|somebody|anonymous|name)[.?]*",
    re.I,
)
_MAIL = re.compile(r"([^\s@]+)@[^\s@]+\.[^\s@]+")
_SHARED_MAILBOX = word_set(
    "hr jobs job careers career info team talent recruiting recruiter recruitment no reply noreply"
    " office contact hello support admin people hiring interview interviews scheduling calendar"
    " mail mailer service sales help staffing do not donotreply notifications"
)
_SPACES = re.compile(r"[^\S\t]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_APOSTROPHE_BEFORE = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}['’ʼ]$")
_VOWEL = re.compile(r"[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûü]", re.I)
_BEFORE_SAINTS = frozenset({"st", "mc", "mac"})
SCOTTISH = word_set(
    "macarthur macdonald macdougall macfarlane macgregor macintosh macintyre mackenzie mackinnon"
    " maclean macleod macmillan macneil macpherson"
)
"""Names whose second capital is certain; "Machado", "Mackey" and "Macy" have one."""


def without_remarks(name: str) -> str:
    """Returns the name without pronouns and tags such as "(External)".

    A position that follows one is put behind a comma: "Dana Neil (she/her) VP Claims".
    """
    bare = name if name.isascii() else "".join(map(_as_letter, name))
    for remark in (_PRONOUNS, _TAG):
        bare = remark.sub(_instead, bare)
    for remark in (_EXTERNAL, _BORN, _DEGREE, _VIA):
        bare = remark.sub("", bare.rstrip())
    return _SPACES.sub(" ", bare).replace(" ,", ",").strip(" ,;-–—|·•\t")


def without_what_follows(name: str) -> str:
    """Returns the name without what stands behind a sign: "Dana Neil | Recruiter", "… @ Kade"."""
    bare = _AFTER_A_SIGN.sub("", _SALUTATION.sub("", name.strip()))
    glued = _GLUED.fullmatch(bare)
    return f"{glued[1]} {glued[2]}" if glued and title_key(glued[1]) not in KNOWN else bare


def is_unknown(name: str) -> bool:
    """True for "?", "TBD", "n/a" and the like."""
    return bool(_UNKNOWN.fullmatch(name.strip()))


def name_of_address(email: str) -> str:
    """Returns the name that an address spells out ("dana.neil@…"); empty for any other."""
    match = _MAIL.fullmatch(email.strip())
    parts = re.split(r"[._-]+", match[1].partition("+")[0]) if match else []
    if not 2 <= len(parts) <= 3 or _SHARED_MAILBOX & {part.casefold() for part in parts}:
        return ""
    if not all(part.isalpha() for part in parts) or len(parts[-1]) < 2:
        return ""
    return normal_case(" ".join(map(_with_a_dot, parts)).lower())


def _with_a_dot(part: str) -> str:
    return part if len(part) > 1 else f"{part}."


def _as_letter(sign: str) -> str:
    """Returns the sign; nothing for a picture or what has no width, a space for a wide space."""
    kind = unicodedata.category(sign)
    if kind in ("Cf", "So") or sign == "\N{VARIATION SELECTOR-16}":
        return ""
    return " " if kind == "Zs" else sign


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
    first, suffixes = _without_generation(parts[0], suffixes)
    others[0], suffixes = _without_generation(others[0], suffixes)
    is_family_name = " " not in first or first[:1].islower() or is_surely_family(first)
    if is_family_name and may_be_a_name(normal_case(others[0])):
        return " ".join((others[0], first, *suffixes))
    return " ".join((first, *suffixes))


def is_surely_family(name: str) -> bool:
    """True for a family name of several words: "Van der Velde", "St. John", "García Márquez"."""
    parts = [title_key(part) for part in name.split()]
    if len(parts) < 2:
        return False
    if parts[0] in words.PARTICLES:
        return name[:1].islower() or parts[1] in words.PARTICLES or parts[0] in _BEFORE_SAINTS
    return {folded(part) for part in parts} <= words.SPANISH_SURNAMES


def _without_generation(name: str, suffixes: list[str]) -> tuple[str, list[str]]:
    """Returns the name without "Jr." at its end, and the suffixes with it."""
    before, _, last = name.rpartition(" ")
    return (before, [last, *suffixes]) if before and is_generation(last) else (name, suffixes)


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
