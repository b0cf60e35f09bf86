"""Divides a pasted text between its addresses: what stands around each is about one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lib.domain.people.name_keys import name_key
from lib.domain.people.positions import is_position, may_be_a_name, position_before
from lib.domain.search import folded

MAIL = re.compile(
    r"[<(\[‹«]?\s*(?:mailto:)?"
    r"([^\s<>()\[\],;:‹›«»\"'“”]+@[^\s<>()\[\],;:‹›«»\"'“”]+\.[^\s<>()\[\],;:.‹›«»\"'“”]+)"
    r"\s*[>)\]›»]?",
    re.I,
)
PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|cell|mob|ph)\b\.?:?\s*)?"
    r"(?<!\d)(?!\d{4}-\d\d-\d\d\b)(?!(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b)"
    r"(\+?\(?\d[\d ()./-]{6,}\d)",
    re.I,
)
AND = re.compile(
    r"\s+(and|&|und|sowie|plus|\+)\s+|\s+(/)\s+|(?<=[^\W\d_])(/)(?=(?-i:[^\W\d_a-z]))", re.I
)
_OPENING, _CLOSING = "([{<‹«", ")]}>›»"
_BRACKET_FIRST = re.compile(r"^\s*[(\[][^()\[\]]*[)\]]")
_SEPARATOR_FIRST = re.compile(r"^\s*[,|\t]")
_DASH_FIRST = re.compile(r"^\s*[-–—]{1,2}\s")


def with_one_address_each(text: str) -> Iterator[str]:
    """Yields the text in pieces of one address each; an address alone is a piece by itself."""
    mails = list(MAIL.finditer(text))
    start = 0
    for one, following in pairwise(mails):
        middle = text[one.end() : following.start()]
        before = text[start : one.start()]
        cut = _cut_between(middle)
        is_alone = not middle[cut:].strip(" ,|\t\"'")
        if is_alone and _is_further(before, one, following):
            continue
        yield text[start : one.end() + cut]
        start = one.end() + cut
    yield text[start:]


def _is_further(before: str, mail: re.Match[str], following: re.Match[str]) -> bool:
    """True if a second address is of the same person."""
    if following[1].casefold() == mail[1].casefold():
        return True
    if not any(map(str.isalpha, before)):
        return False
    return mail[0][:1] not in "<‹«" or is_mail_of(following[1], before)


def _cut_between(middle: str) -> int:
    """Returns how much of the text between two addresses is about the person of the first one."""
    bracket = _BRACKET_FIRST.match(middle)
    at = bracket.end() if bracket else 0
    rest = middle[at:]
    pieces = list(between(rest, ","))
    begins_apart = bool(_SEPARATOR_FIRST.match(rest) or AND.match(rest))
    if not begins_apart and (len(pieces) > 1 or _DASH_FIRST.match(rest)):
        at += len(rest) if len(pieces) == 1 else rest.index(",")
        pieces = pieces[1:]
    for piece in pieces:
        is_of_first = is_position(piece) and not may_be_a_name(piece) and not position_before(piece)
        if not is_of_first and not PHONE.search(piece):
            break
        at = middle.index(piece, at) + len(piece)
    return at


def is_mail_of(mail: str, name: str) -> bool:
    """True if a word of the name, of three letters or more, stands before the @."""
    local = re.sub(r"[^a-z]", "", folded(mail.partition("@")[0]))
    return any(len(word) > 2 and word in local for word in name_key(name).split())


def between(text: str, sign: str) -> Iterator[str]:
    """Yields what stands between the signs, but not where one is inside quotes or brackets."""
    start = 0
    ignores = has_open_brackets(text) or text.count('"') % 2
    depth, quoted = 0, False
    for at, one in enumerate(text):
        quoted ^= one == '"'
        depth += (one in _OPENING) - (one in _CLOSING)
        if one == sign and (ignores or (depth <= 0 and not quoted)):
            yield from filter(None, [text[start:at].strip()])
            start = at + 1
    yield from filter(None, [text[start:].strip()])


def has_open_brackets(text: str) -> bool:
    opened = sum(text.count(one) for one in _OPENING)
    return opened != sum(text.count(one) for one in _CLOSING)
