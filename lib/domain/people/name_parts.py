"""A name taken apart: titles, given and family name, and what the parts leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lib.domain.people import name_words as words
from lib.domain.people.names import (
    in_usual_order,
    is_credential,
    is_generation,
    is_shouted,
    normal_case,
)
from lib.domain.people.positions import is_position, may_be_a_name
from lib.domain.people.titles import TitledName, split_titles
from lib.domain.search import folded

if TYPE_CHECKING:
    from nameparser import Parser

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_WITHOUT_SPACES = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_IN_BRACKETS_AT_THE_END = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_HYPHENATED = re.compile(r"[A-Z][a-z]+-[a-z]+")
_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class NameParts:
    """A name in parts. `whole` is all of it but titles, credentials and nickname.

    `family_first` says that the family name stands first, `maybe_swapped` that it may do so, and
    `goes_by_nickname` that the nickname is surely what people say.
    """

    titled: TitledName
    whole: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    goes_by_nickname: bool = False
    family_first: bool = False
    maybe_swapped: bool = False


@lru_cache(maxsize=4_096)
def take_apart(name: str) -> NameParts:
    """Returns the parts of a name that is clean already."""
    text = in_usual_order(name)
    titled = split_titles(normal_case(text) if text.islower() else text)
    bracket = _IN_BRACKETS_AT_THE_END.search(titled.rest)
    rest = titled.rest[: bracket.start()] if bracket else titled.rest
    parts = _parts(titled, normal_case(rest) if is_shouted(rest) else rest)
    if bracket is None or parts.nickname:
        return parts
    return replace(parts, nickname=_nickname(bracket[1].strip(), rest))


def is_written_without_spaces(name: str) -> bool:
    """True for Chinese, Japanese and Korean signs."""
    return bool(_WITHOUT_SPACES.search(name))


def _nickname(bracketed: str, name: str) -> str:
    """Returns the name that stands in brackets after a name; empty for a company or a position."""
    first = bracketed.partition(" ")[0]
    if not _LATIN.search(bracketed) or is_position(bracketed) or not may_be_a_name(bracketed):
        return ""
    return first if first == bracketed or is_written_without_spaces(name) else ""


def _parts(titled: TitledName, rest: str) -> NameParts:
    words_ = rest.split()
    one = NameParts(titled=titled, whole=rest, given=rest, family=rest)
    if len(words_) < 2 or is_written_without_spaces(rest):
        return one
    if _is_particle(words_[0]) and (words_[0].islower() or _is_particle(words_[1])):
        return one
    if apart := _family_in_capitals(words_):
        first, last, swapped = apart
        whole = rest if swapped else f"{first} {last}"
        return replace(one, whole=whole, given=first, family=last, maybe_swapped=swapped)
    if _begins_with_family_name(words_):
        is_vietnamese = folded(words_[0]) in words.VIETNAMESE_FAMILY_NAMES
        given = words_[-1] if is_vietnamese else " ".join(words_[1:])
        return replace(one, given=given, family=words_[0], family_first=True)
    return _parsed(titled, rest)


def _parsed(titled: TitledName, rest: str) -> NameParts:
    parsed = _parser(is_cyrillic=bool(_CYRILLIC.search(rest))).parse(rest)
    given = f"{parsed.title} {parsed.given}".strip()
    middle = parsed.middle.split()
    family = parsed.family or parsed.suffix or given
    if middle and folded(given) in ("la", "le", "de", "el"):
        given = f"{given} {middle.pop(0)}"
    if middle and {folded(middle[-1]), folded(family)} <= words.SPANISH_SURNAMES:
        family = f"{middle.pop()} {family}"
    whole = rest
    if parsed.nickname:
        known = (given, *middle, parsed.family and family, parsed.suffix)
        whole = " ".join(part for part in known if part)
    return NameParts(
        titled=titled,
        whole=whole,
        given=given or family,
        middle=" ".join(middle),
        family=family,
        nickname=parsed.nickname,
        goes_by_nickname=bool(parsed.nickname and parsed.family),
    )


@lru_cache(maxsize=2)
def _parser(*, is_cyrillic: bool) -> Parser:
    """Returns a parser that knows no titles: which words are titles stands in `titles`."""
    # Imported here, since the library takes a tenth of a second.
    from nameparser import Lexicon, Parser, PatronymicRule, Policy

    no: frozenset[str] = frozenset()
    known = Lexicon.default()
    lexicon = replace(known, titles=no, given_name_titles=no, after_given_titles=no)
    rules = frozenset({PatronymicRule.EAST_SLAVIC} if is_cyrillic else ())
    return Parser(lexicon=lexicon, policy=Policy(patronymic_rules=rules))


def _family_in_capitals(parts: list[str]) -> tuple[str, str, bool] | None:
    """Returns given and family name where capitals mark the family name, and if it stood first.

    "Jean DUPONT" and "DUPONT Jean" are written so in much of Europe and Asia.
    """
    loud = [part.isupper() and bool(_CAPITALS.fullmatch(part)) for part in parts]
    count = sum(loud)
    capitals = [part for part, is_loud in zip(parts, loud, strict=True) if is_loud]
    is_long = any(len(part) > 2 for part in capitals)
    if not is_long or count == len(parts):
        return None
    if is_credential(capitals[0]) or is_generation(capitals[0]):
        return None
    family = normal_case(" ".join(capitals))
    if all(loud[-count:]):
        return " ".join(parts[:-count]), family, False
    if all(loud[:count]):
        return " ".join(parts[count:]), family, True
    return None


def _begins_with_family_name(parts: list[str]) -> bool:
    first, last = folded(parts[0]), folded(parts[-1])
    if first in words.KOREAN_FAMILY_NAMES:
        return len(parts) == 2 and bool(_HYPHENATED.fullmatch(parts[1]))
    known = words.CHINESE_FAMILY_NAMES | words.VIETNAMESE_FAMILY_NAMES
    return first in known and last not in known | words.GENERATIONS


def _is_particle(word: str) -> bool:
    return word.casefold() in words.PARTICLES
