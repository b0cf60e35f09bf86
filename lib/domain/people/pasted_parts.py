"""Divides pasted text into one part for each person: lists of addresses, "Dana and Ian"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from lib.domain.people import name_words as words
from lib.domain.people.companies import DULL, LEGAL_FORMS
from lib.domain.people.line_clutter import cleared
from lib.domain.people.names import (
    is_credential,
    is_generation,
    is_shouted,
    is_surely_family,
    normal_case,
    without_credentials,
    without_remarks,
)
from lib.domain.people.pasted_addresses import (
    AND,
    MAIL,
    PHONE,
    between,
    has_open_brackets,
    is_mail_of,
    with_one_address_each,
)
from lib.domain.people.positions import is_position, may_be_a_name
from lib.domain.people.titles import is_bare_title, split_titles
from lib.domain.search import folded
from lib.domain.word_lists import word_set

_AND_FIRST = re.compile(r"^(?:and|&|und|sowie|plus)\s+", re.I)
_OWN_POSITION = re.compile(
    r"^([^()|\t]*?)\s*(?:\(([^()]+)\)|(?:\t|\||\s[-–—]{1,2}\s)(.+))\s*$", re.S
)
_PLACES = word_set("new north south east west grand fort san los las port lake mount great greater")
_ASIDE = word_set("my our your his her their a an the will be is was to from at on not")
_FIRM = LEGAL_FORMS | DULL | word_set("associates sons bros brothers office campus remote")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What was pasted about one person.

    `line` is the number of the pasted line that it stands in. `is_second` is True if it may be what
    the person before does, and not a second person.
    """

    line: int
    text: str
    remark: str = ""
    is_second: bool = False


class _Kind(Enum):
    """What a text between commas is: a full name, one word of a name, or something else."""

    FULL = auto()
    WORD = auto()
    OTHER = auto()


def parts_of(text: str) -> tuple[Part, ...]:
    """Returns the people of a pasted text, in their order; a line has one or several."""
    found: list[Part] = []
    for number, line in enumerate(text.splitlines()):
        if not line.strip(" ;\t"):
            continue
        clear = cleared(line)
        pieces = list(between(clear.text, ";")) or [line]
        for i, piece in enumerate(pieces):
            for part in list(_people_in(piece, number)) or [Part(line=number, text=piece)]:
                found = _joined(found, replace(part, remark=clear.remark), is_first=i == 0)
    return tuple(found)


def _joined(before: list[Part], part: Part, *, is_first: bool) -> list[Part]:
    """Returns the parts with one more; an address or position alone goes to the person before."""
    if not before or not _belongs_to(before[-1], part, is_first=is_first):
        return [*before, part]
    *others, last = before
    sign = " | " if is_position(part.text) else " "
    return [*others, replace(last, text=f"{last.text}{sign}{part.text}")]


def _belongs_to(last: Part, part: Part, *, is_first: bool) -> bool:
    if mail := MAIL.fullmatch(part.text.strip()):
        return not MAIL.search(last.text) and is_mail_of(mail[1], last.text)
    is_alone = not is_first and _kind_of(part.text) is _Kind.OTHER and is_position(part.text)
    return is_alone and _kind_of(last.text) is not _Kind.OTHER and "," not in last.text


def _people_in(text: str, line: int) -> Iterator[Part]:
    for piece in with_one_address_each(text):
        yield from _by_names(piece, line)


def _by_names(text: str, line: int) -> Iterator[Part]:
    """Yields one part for each person of a text with one address at most."""
    bare = _AND_FIRST.sub("", text.strip(" ,|\t")).strip(" ,|\t")
    if not bare:
        return
    pieces = list(_pieces(bare))
    groups = _groups(pieces)
    if len(groups) < 2:
        yield Part(line=line, text=bare)
        return
    kinds = [_kind_of(piece) for piece, _ in pieces]
    has_joint = any(is_joined for _, is_joined in pieces)
    is_list = len(groups) > 2 and (has_joint or set(kinds) == {_Kind.FULL})
    for i, group in enumerate(groups):
        is_sure = is_list or any(is_joined for _, is_joined in group) or _has_own(group)
        words_ = ", ".join(piece for piece, _ in group)
        yield Part(line=line, text=words_, is_second=bool(i) and not is_sure)


_Piece = tuple[str, bool]
"""A text between commas, and whether "and" stood before it."""


def _pieces(text: str) -> Iterator[_Piece]:
    """Yields what stands between the commas; two people with "and" between them are two pieces."""
    pieces = list(between(text, ","))
    only_words = all(_kind_of(one) is _Kind.WORD for one in _between_ands(pieces))
    has_full = False
    for piece in pieces:
        bare = _AND_FIRST.sub("", piece)
        apart = _apart(bare, only_words=only_words, has_full=has_full)
        for i, one in enumerate(apart):
            has_full = has_full or _kind_of(one) is _Kind.FULL
            yield one, i > 0 or bare != piece


def _between_ands(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        yield from (part for part in AND.split(piece) if part and not AND.fullmatch(f" {part} "))


def _apart(piece: str, *, only_words: bool, has_full: bool) -> list[str]:
    """Returns the people that "and" joins; the piece itself if it joins something else."""
    for match in AND.finditer(piece):
        left, right = piece[: match.start()].strip(), piece[match.end() :].strip()
        if has_open_brackets(left) or is_bare_title(left) or not left or not right:
            continue
        if _are_two(left, right, match, only_words=only_words, has_full=has_full):
            return [left, *_apart(right, only_words=only_words, has_full=has_full)]
    return [piece]


def _are_two(
    left: str, right: str, joint: re.Match[str], *, only_words: bool, has_full: bool
) -> bool:
    one, other = _kind_of(left), _kind_of(AND.split(right)[0])
    if only_words:
        return True
    if other is _Kind.FULL:
        return one is not _Kind.OTHER or has_full
    is_spoken = joint[1] is not None and joint[1].isalpha()
    return other is _Kind.WORD and one is _Kind.FULL and is_spoken


def _groups(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Returns the pieces by person: a full name begins one, if there was a full name before."""
    if _is_list_of_words(pieces):
        return [[piece] for piece in pieces]
    groups: list[list[_Piece]] = []
    for piece in pieces:
        text, is_joined = piece
        kind = _kind_of(text)
        had_full = bool(groups) and any(_kind_of(one) is _Kind.FULL for one, _ in groups[-1])
        if groups and len(groups[-1]) == 1 and is_surely_family(groups[-1][0][0]):
            had_full = False
        begins = kind is _Kind.FULL or (kind is _Kind.WORD and bool(_OWN_POSITION.match(text)))
        if not groups or is_joined or (begins and had_full):
            groups.append([])
        groups[-1].append(piece)
    return groups


def _is_list_of_words(pieces: list[_Piece]) -> bool:
    """True for "Dana, Ian, Priya" and "Dana, Ian and Priya", not for "Fox, Ian"."""
    are_words = all(_kind_of(text) is _Kind.WORD for text, _ in pieces)
    is_joined = any(is_joined for _, is_joined in pieces)
    if len(pieces) == 4 and pieces[2][1] and not _has_own(pieces):
        return False
    return are_words and (is_joined or len(pieces) > 2) and not _has_own(pieces)


def _has_own(group: Iterable[_Piece]) -> bool:
    """True if something in it says more than a name: a position, an address, a number."""
    return any(_kind_of(text) is _Kind.OTHER or _has_more(text) for text, _ in group)


def _has_more(text: str) -> bool:
    if MAIL.search(text) or PHONE.search(text):
        return True
    own = _OWN_POSITION.match(without_remarks(text))
    return own is not None and _kind_of(own[2] or own[3]) is _Kind.OTHER


def _kind_of(text: str) -> _Kind:
    bare = without_remarks(PHONE.sub(" ", MAIL.sub(" ", text))).strip("\"'“” ")
    own = _OWN_POSITION.match(bare)
    name = without_credentials(own[1] if own else bare)
    if not name or is_credential(name) or is_generation(name):
        return _Kind.OTHER
    in_one_case = name.islower() or is_shouted(name)
    cased = normal_case(name) if in_one_case else name
    titled = split_titles(cased)
    parts = titled.rest.split()
    keys = [folded(part) for part in parts]
    is_aside = name.islower() and not _ASIDE.isdisjoint(keys)
    if not parts or is_aside or keys[0] in _PLACES or keys[-1] in _FIRM or not may_be_a_name(cased):
        return _Kind.OTHER
    if name.islower() and len(parts) > 2 and not set(keys) & words.PARTICLES:
        return _Kind.OTHER
    return _Kind.FULL if len(parts) > 1 or titled.titles else _Kind.WORD
