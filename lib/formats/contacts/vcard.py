"""Reads vCards 2.1, 3.0 and 4.0."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from quopri import decodestring
from typing import Any

from lib.formats.contacts import values
from lib.formats.contacts.encodings import detected
from lib.formats.contacts.people import Found, lost_of, read_all, to_person
from lib.formats.contacts.raw_reach import RawReach
from lib.formats.contacts.shapes import (
    Column,
    ContactFile,
    FileKind,
    NotContacts,
    RawPerson,
    ReadPerson,
    Refusal,
    Unreadable,
)
from lib.formats.contacts.vcard_lines import Card, cards, names_of, useful_lines
from lib.formats.contacts.vcard_names import not_kept_of

_PROPERTIES: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("FN",),
    Column.NICKNAME: ("NICKNAME",),
    Column.POSITION: ("TITLE", "ROLE"),
    Column.REMARKS: ("NOTE",),
    Column.LABELS: ("CATEGORIES",),
}
"""Which lines of a card are a column as they stand; the others are taken apart below."""
_NAME_PARTS = (
    Column.LAST_NAME,
    Column.FIRST_NAME,
    Column.MIDDLE_NAME,
    None,  # titles such as "Dr."
    Column.SUFFIX,
)
"""The parts of an N line, in its order."""
_HEAD = re.compile(r'((?:[^":]|"[^"]*")*):(.*)', re.S)
_KIND_WORDS = ("FAX", "PAGER", "CELL", "IPHONE", "WORK", "HOME", "MAIN", "OTHER")
_KINDS = {"CELL": "mobile", "IPHONE": "mobile"}
_ESCAPED = re.compile(r"\\(.)", re.S)
_CODED = re.compile(r"QUOTED-PRINTABLE|BASE64|ENCODING", re.I)
_QUOTED = re.compile("quoted-printable", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a card: its value, still escaped, and its kinds in capitals (`WORK`, `PREF`)."""

    value: str
    kinds: frozenset[str] = frozenset()
    group: str = ""


@dataclass(slots=True)
class Entries:
    """The lines of a card by their names, preferred ones first; `damaged` has undecodable names."""

    by_name: dict[str, list[Entry]] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)

    def of(self, *names: str) -> Iterator[Entry]:
        """Yields the lines with these names."""
        for name in names:
            yield from self.by_name.get(name, ())

    def texts(self, *names: str) -> list[str]:
        """Returns the unescaped values of these lines."""
        return [_unescaped(entry.value) for entry in self.of(*names)]


def read_cards(text: str, told: Callable[[float], None]) -> ContactFile:
    """Returns all people of a vCard file, and the cards that were refused.

    Raises:
        NotContacts: it has no card, or too many.
    """
    lines = text.count("\n") + 1
    not_kept: dict[str, None] = {}

    def found() -> Iterator[tuple[Found, float]]:
        for card in cards(text):
            not_kept.update(dict.fromkeys(not_kept_of(names_of(card))))
            yield _read(card), card.last / lines

    people, unreadable = read_all(found(), "cards", told)
    if not people and not unreadable:
        raise NotContacts("the file is empty")
    kinds = FileKind.VCARD, tuple(people), tuple(unreadable)
    return ContactFile(*kinds, not_kept=tuple(not_kept))


def _read(card: Card) -> Found:
    lines = useful_lines(card)
    if not card.opened:
        return _refused(card, lines, Refusal.OUTSIDE)
    if card.is_last:
        return _refused(card, lines, Refusal.CUT_SHORT)
    raw = _raw_person(_entries(lines))
    found = to_person(raw)
    if isinstance(found, Refusal):
        return _refused(card, lines, found if card.whole else Refusal.CUT_SHORT)
    return ReadPerson(card.line, found, lost_of(raw))


def _refused(card: Card, lines: list[str], why: Refusal) -> Unreadable:
    names = [line for line in lines if line.upper().startswith("FN")]
    return Unreadable(card.line, why, values.beginning((names or lines or card.lines)[:5]))


def _entries(lines: Iterable[str]) -> Entries:
    entries = Entries()
    for line in lines:
        split = _HEAD.match(line)
        head, value = (split[1], split[2]) if split else (line, "")
        try:
            name, kinds, is_coded = _head(head)
            text = _decoded(head, value) if is_coded else value
        except Exception:  # a wrong charset, wrong base64: whatever it is, this line alone is lost
            entries.damaged.add(re.split("[;:]", head.rpartition(".")[2])[0].upper())
            continue
        entries.by_name.setdefault(name, []).append(
            Entry(text, kinds, head.rpartition(".")[0].lower())
        )
    for several in entries.by_name.values():
        several.sort(key=lambda entry: "PREF" not in entry.kinds)
    return entries


@lru_cache(maxsize=1_024)
def _head(head: str) -> tuple[str, frozenset[str], bool]:
    """Returns the name, the kinds, and whether the value must be decoded."""
    line = _parsed(head, "")
    types = [kind for given in line.params.get("TYPE", ()) for kind in given.split(",")]
    if "1" in line.params.get("PREF", ()):
        types.append("PREF")
    kinds = frozenset(kind.strip().upper() for kind in (*types, *line.singletonparams))
    return line.name, kinds, _CODED.search(head) is not None


def _decoded(head: str, value: str) -> str:
    """Returns the value out of quoted-printable, which vobject decodes, or base64, which we do."""
    if _QUOTED.search(head) and "CHARSET" not in head.upper():
        return _from_quoted_printable(value)
    line = _parsed(head, value)
    encodings = {one.upper() for one in (*line.params.get("ENCODING", ()), *line.singletonparams)}
    if encodings & {"B", "BASE64"}:
        return b64decode(line.value).decode("utf-8", "replace")
    return str(line.value)


def _from_quoted_printable(value: str) -> str:
    """Returns the text of a line without a charset: UTF-8 if it can be, else as it is likely."""
    content = decodestring(value.encode())
    try:
        return content.decode()
    except UnicodeDecodeError:
        text = content.decode(detected(content))
    if not re.search("[a-zA-Z]", text) and len(text) < 3:
        raise ValueError(text)
    return text


def _parsed(head: str, value: str) -> Any:
    from vobject.base import textLineToContentLine

    return textLineToContentLine(f"{_QUOTED.sub('QUOTED-PRINTABLE', head)}:{value}")


def _raw_person(entries: Entries) -> RawPerson:
    texts: dict[Column, Sequence[str]] = dict(_name_parts(entries))
    for column, names in _PROPERTIES.items():
        texts[column] = entries.texts(*names)
    # A company's departments are left out.
    texts[Column.COMPANY] = ["".join(_fields(entry.value)[:1]) for entry in entries.of("ORG")]
    texts[Column.LINK] = _links(entries)
    texts[Column.ADDRESS] = _addresses(entries)
    nameless = Refusal.DAMAGED_NAME if entries.damaged & {"N", "FN"} else Refusal.NO_NAME
    return RawPerson(
        FileKind.VCARD,
        texts,
        _refusal(entries, texts),
        nameless,
        emails=_reaches(entries, "EMAIL"),
        phones=_reaches(entries, "TEL"),
    )


def _refusal(entries: Entries, texts: Mapping[Column, Sequence[str]]) -> Refusal | None:
    """Returns what the card says of itself: a group, an organization, or Apple's company mark."""
    kinds = values.split(entries.texts("KIND", "X-ADDRESSBOOKSERVER-KIND"))
    kind = next(kinds, "").lower()
    if kind == "group":
        return Refusal.GROUP
    shown_as = next(values.split(entries.texts("X-ABSHOWAS")), "").upper()
    has_person = Column.FIRST_NAME in texts or Column.LAST_NAME in texts
    is_company = kind == "org" or (shown_as == "COMPANY" and not has_person)
    return Refusal.COMPANY if is_company else None


def _name_parts(entries: Entries) -> Iterator[tuple[Column, list[str]]]:
    value = next((entry.value for entry in entries.of("N")), "")
    for column, part in zip(_NAME_PARTS, _fields(value), strict=False):
        text = values.plain(part.replace(",", " "))
        if column and text:
            yield column, [text]


def _reaches(entries: Entries, name: str) -> tuple[RawReach, ...]:
    """Returns the addresses or numbers of a card, with Apple's labels or the card's own types."""
    labels = {one.group: _unescaped(one.value) for one in entries.of("X-ABLABEL") if one.group}
    found: list[RawReach] = []
    for one in entries.of(name):
        text = re.sub("^tel:|^mailto:", "", _unescaped(one.value), flags=re.I)
        text = text if name == "EMAIL" else text.partition(";")[0]
        label = labels.get(one.group) or _label(one.kinds)
        found.append(RawReach(text, label, "PREF" in one.kinds))
    return tuple(found)


def _label(kinds: frozenset[str]) -> str:
    """Returns the kind in a file's words: a fax before anything else, then mobile, work, home."""
    kind = next((word for word in _KIND_WORDS if word in kinds), "")
    return _KINDS.get(kind, kind.lower())


def _addresses(entries: Entries) -> list[str]:
    """Returns the addresses in lines, and after them the first label for an envelope."""
    addresses = [values.postal(_fields(entry.value)) for entry in entries.of("ADR")]
    return [*addresses, *entries.texts("LABEL")[:1]]


def _links(entries: Entries) -> list[str]:
    social = entries.texts("X-SOCIALPROFILE", "SOCIALPROFILE")
    linkedin = [address for address in social if "linkedin.com/" in address.lower()]
    return [*linkedin, *entries.texts("URL")]


def _unescaped(value: str) -> str:
    """Returns the text as meant; an unknown escape, such as Google's of the colon, is its sign."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


@lru_cache(maxsize=4_096)
def _fields(value: str) -> tuple[str, ...]:
    """Returns what stands between semicolons. "Acme, Inc." stays whole: it is rarely escaped."""
    if "\\" not in value:
        return tuple(value.split(";"))
    from vobject.vcard import splitFields

    fields: list[str] = []
    for part in splitFields(value.replace("\\:", ":")):
        fields.append(part if isinstance(part, str) else ", ".join(map(str.strip, part)))
    return tuple(fields)
