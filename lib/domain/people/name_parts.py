"""A name taken apart: titles, given and family name, and what the parts leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lib.domain.people import name_words as words
from lib.domain.people.loud_names import loud_name
from lib.domain.people.names import in_usual_order, is_shouted, normal_case
from lib.domain.people.positions import is_position, may_be_a_name, position_before
from lib.domain.people.titles import TitledName, is_bare_title, split_titles
from lib.domain.search import folded

if TYPE_CHECKING:
    from nameparser import Parser

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_WITHOUT_SPACES = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_IN_BRACKETS_AT_THE_END = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")

FAMILY_NAMES_FIRST = (
    words.CHINESE_FAMILY_NAMES
    | words.VIETNAMESE_FAMILY_NAMES
    | words.JAPANESE_FAMILY_NAMES
    | words.HUNGARIAN_FAMILY_NAMES
)


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
    if not titled.titles:
        titled = replace(titled, rest=titled.rest.removeprefix(position_before(titled.rest)))
    bracket = _IN_BRACKETS_AT_THE_END.search(titled.rest)
    rest = titled.rest[: bracket.start()] if bracket else titled.rest
    if bracket and not titled.titles and is_bare_title(bracket[1].strip()):
        titled, bracket = TitledName((bracket[1].strip(),), rest), None
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
    if loud := loud_name(rest):
        return replace(
            one,
            whole=rest if loud.is_first else loud.whole(),
            given=loud.given,
            family=loud.family,
            maybe_swapped=loud.is_first,
        )
    if _begins_with_family_name(words_):
        is_vietnamese = folded(words_[0]) in words.VIETNAMESE_FAMILY_NAMES | {"le"}
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
        first = given or parsed.nickname
        known = (first, *middle, parsed.family and family, parsed.suffix)
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


def _begins_with_family_name(parts: list[str]) -> bool:
    first, *others = map(folded, parts)
    last = others[-1]
    if first in words.KOREAN_FAMILY_NAMES and _is_korean_given_name(others):
        return True
    if first == "le":
        return not words.VIETNAMESE_MIDDLE_NAMES.isdisjoint(others)
    return first in FAMILY_NAMES_FIRST and last not in FAMILY_NAMES_FIRST | words.GENERATIONS


def _is_korean_given_name(parts: list[str]) -> bool:
    """True for two syllables, however they are written: "Ji-sung", "Jisung", "Ji Sung"."""
    given = re.sub(r"[- ]", "", " ".join(parts))
    syllables = words.KOREAN_SYLLABLES
    return any(given[:i] in syllables and given[i:] in syllables for i in range(1, len(given)))


def _is_particle(word: str) -> bool:
    return word.casefold() in words.PARTICLES
