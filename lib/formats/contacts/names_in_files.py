"""Puts together the name of a person from the parts that a file gives."""

from __future__ import annotations

import re
from typing import NamedTuple

from lib.domain.people import name_words
from lib.domain.people.name_parts import is_written_without_spaces
from lib.domain.people.names import is_credential, without_credentials, without_remarks
from lib.domain.search import folded
from lib.formats.contacts import values

_HONORIFICS = frozenset(("様", "さん", "殿", "氏", "先生", "御中", "님", "씨", "女士", "小姐"))
_KANA = re.compile(r"[ぁ-ヿ]")
_HANGUL = re.compile(r"[가-힣]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)


class Parts(NamedTuple):
    """The parts of a name; `around` is other text of the row, which tells the language."""

    first: str
    middle: str
    last: str
    suffix: str
    family_first: bool = False
    around: str = ""


def bare_name(name: str) -> tuple[str, str]:
    """Returns a name without pronouns and credentials, and what was taken away."""
    kept = without_credentials(without_remarks(name))
    changed = kept != " ".join(name.split()) and name.strip("-").strip() != kept
    if not changed or not values.is_name(kept):
        return name, ""
    left = name
    for word in kept.split():
        left = left.replace(word, " ", 1)
    return kept, " ".join(left.strip(" ,").split())


def joined(parts: Parts) -> str:
    """Returns the parts in the order in which the person's own language has them."""
    suffix = "" if parts.suffix in _HONORIFICS or is_credential(parts.suffix) else parts.suffix
    if parts.first and parts.last and _is_east_asian(parts):
        return f"{parts.last}{_between(parts)}{parts.middle}{parts.first}"
    given = (parts.first, parts.middle)
    if parts.family_first:
        return _in_one(parts.last, *given, suffix)
    if _is_vietnamese(parts):
        return _in_one(parts.last, parts.middle, parts.first, suffix)
    return _in_one(*given, parts.last, suffix)


def _in_one(*parts: str) -> str:
    return values.plain(" ".join(filter(None, parts)))


def _is_east_asian(parts: Parts) -> bool:
    return is_written_without_spaces(parts.first) and is_written_without_spaces(parts.last)


def _between(parts: Parts) -> str:
    """Returns a space in Japanese names; Chinese and Korean ones are written without."""
    both = parts.last + parts.first
    if _HANGUL.search(both):
        return ""
    return " " if len(parts.last) > 1 or _KANA.search(both + parts.around) else ""


def _is_vietnamese(parts: Parts) -> bool:
    is_known = folded(parts.last) in name_words.VIETNAMESE_FAMILY_NAMES
    return is_known and _VIETNAMESE.search(parts.last + parts.first + parts.middle) is not None


def is_east_asian(first: str, last: str) -> bool:
    """True if both parts are written in Chinese, Japanese or Korean signs."""
    return bool(first and last) and _is_east_asian(Parts(first, "", last, ""))
