"""vCards 2.1, 3.0 and 4.0 as people."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lib.domain.people.contacts import Acquaintance
from lib.domain.search import folded
from lib.formats.contacts import values
from lib.formats.contacts.csv_people import A_COMPANY, NO_NAME
from lib.formats.contacts.shapes import (
    SOURCES,
    ContactFile,
    FileKind,
    NotContacts,
    ReadPerson,
    Unreadable,
)
from lib.formats.contacts.vcard_lines import Card, cards, useful_lines

MOST_CARDS = 100_000
TOLD_EVERY = 200
A_GROUP = "it is a group of contacts, not a person"
CUT_SHORT = "the card is cut short: its end is missing"
OUTSIDE = "it stands outside of any card"
DAMAGED_NAME = "its name is damaged and cannot be read"
_ESCAPED = re.compile(r"\\(.)", re.S)
_CODED = re.compile(r"QUOTED-PRINTABLE|BASE64|ENCODING", re.I)
_QUOTED = re.compile("quoted-printable", re.I)
_NO_PHONES = {"FAX", "PAGER", "MODEM"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a card: its value, still escaped, and its kinds in capitals (`WORK`, `PREF`)."""

    value: str
    kinds: frozenset[str] = frozenset()


Entries = Mapping[str, Sequence[Entry]]


def read_cards(text: str, told: Callable[[float], None]) -> ContactFile:
    """All people of a vCard file; what is no person is listed with the reason.

    Raises:
        NotContacts: it has no card, or too many.
    """
    found: list[ReadPerson | Unreadable] = []
    lines = text.count("\n") + 1
    for card in cards(text):
        found.append(_read(card))
        if len(found) > MOST_CARDS:
            raise NotContacts(f"it has more than {MOST_CARDS:,} cards", "Bring it in in parts.")
        if len(found) % TOLD_EVERY == 0:
            told(card.last / lines)
    if not found:
        raise NotContacts("the file is empty")
    people = tuple(one for one in found if isinstance(one, ReadPerson))
    unreadable = tuple(one for one in found if isinstance(one, Unreadable))
    return ContactFile(FileKind.VCARD, people, unreadable, (), {}, ())


def _read(card: Card) -> ReadPerson | Unreadable:
    lines = useful_lines(card)
    if not card.whole:
        return _unreadable(card, lines, CUT_SHORT if card.opened else OUTSIDE)
    entries, damaged = _entries(lines)
    name = _name(entries)
    if why := _why_nobody(name, entries, damaged):
        return _unreadable(card, lines, why)
    return ReadPerson(card.line, _person(name, entries))


def _unreadable(card: Card, lines: list[str], why: str) -> Unreadable:
    shown = [line for line in lines if line.upper().startswith("FN")] or lines or card.lines
    return Unreadable(card.line, why, values.beginning(" ".join(shown[:5])))


def _entries(lines: Iterable[str]) -> tuple[dict[str, list[Entry]], set[str]]:
    """The lines by the name of what they say, and the names of those that could not be decoded."""
    entries: dict[str, list[Entry]] = {}
    damaged: set[str] = set()
    for line in lines:
        head, _, value = line.partition(":")
        try:
            name, kinds, is_coded = _head(head)
            text = _decoded(head, value) if is_coded else value
        except (
            Exception
        ):  # a wrong charset, wrong base64, a broken line: whatever it is, that line alone is lost
            damaged.add(re.split("[;:]", head.rpartition(".")[2])[0].upper())
            continue
        entries.setdefault(name, []).append(Entry(text, kinds))
    for several in entries.values():
        several.sort(key=lambda entry: "PREF" not in entry.kinds)
    return entries, damaged


@lru_cache(maxsize=1_024)
def _head(head: str) -> tuple[str, frozenset[str], bool]:
    """What stands before the colon: the name, the kinds, and whether the value must be decoded."""
    line = _parsed(head, "")
    types = [kind for given in line.params.get("TYPE", ()) for kind in given.split(",")]
    first = ["PREF"] if "1" in line.params.get("PREF", ()) else []
    kinds = frozenset(kind.strip().upper() for kind in (*types, *line.singletonparams, *first))
    return line.name, kinds, _CODED.search(head) is not None


def _decoded(head: str, value: str) -> str:
    """The value out of quoted-printable, which vobject undoes, or out of base64, which it leaves."""
    line = _parsed(head, value)
    ways = {way.upper() for way in (*line.params.get("ENCODING", ()), *line.singletonparams)}
    return (
        b64decode(line.value).decode("utf-8", "replace")
        if ways & {"B", "BASE64"}
        else str(line.value)
    )


def _parsed(head: str, value: str) -> Any:
    from vobject.base import textLineToContentLine

    return textLineToContentLine(f"{_QUOTED.sub('QUOTED-PRINTABLE', head)}:{value}")


def _why_nobody(name: str, entries: Entries, damaged: set[str]) -> str:
    kind = _first(entries, "KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    if kind == "group":
        return A_GROUP
    if kind == "org" or _is_company(name, entries):
        return A_COMPANY
    if values.is_name(name):
        return ""
    return DAMAGED_NAME if damaged & {"N", "FN"} else NO_NAME


def _is_company(name: str, entries: Entries) -> bool:
    """Whether a card names a company and nobody in it: by Apple's mark, or for its name is the company's."""
    halves = sum(map(bool, _name_parts(entries)[:2]))
    if not halves and _first(entries, "X-ABSHOWAS").upper() == "COMPANY":
        return True
    company = next(iter(_companies(entries)), "")
    if not company or halves == 2:
        return False
    return not values.is_name(name) or folded(name) == folded(company)


def _name(entries: Entries) -> str:
    """As it is written in full, else put together, else what friends say."""
    family, given, *more = _name_parts(entries)
    full = _first(entries, "FN")
    joined = " ".join(part for part in (given, more[0], family, more[2]) if part)
    if values.is_name(full):
        return joined if "," in full and given and family else values.in_order(full)
    return values.plain(joined) or _first(entries, "NICKNAME")


def _name_parts(entries: Entries) -> list[str]:
    """Family name, given name, further names, prefix and suffix."""
    value = next((entry.value for entry in entries.get("N", ())), "")
    found = [values.plain(part.replace(",", " ")) for part in _fields(value)]
    return [*found, *[""] * 5][:5]


def _person(name: str, entries: Entries) -> Acquaintance:
    addresses = values.mails(_texts(entries, "EMAIL"))
    companies = _companies(entries)
    return Acquaintance(
        id="",
        name=name,
        position=_first(entries, "TITLE", "ROLE"),
        company=companies[0] if companies else "",
        past_companies=companies[1:],
        email=addresses[0] if addresses else "",
        other_emails=addresses[1:],
        phone=_phone(entries),
        address=_address(entries),
        link=_link(entries),
        labels=values.labels(_texts(entries, "CATEGORIES")),
        remarks=values.in_lines("\n".join(_texts(entries, "NOTE"))),
        source=SOURCES[FileKind.VCARD],
    )


def _companies(entries: Entries) -> tuple[str, ...]:
    """The company of each ORG, without its departments."""
    fields = (next(iter(_fields(entry.value)), "") for entry in entries.get("ORG", ()))
    return values.once(values.plain(field) for field in fields)


def _phone(entries: Entries) -> str:
    """The preferred number, else a mobile one, else the first; never a fax."""
    usable = [entry for entry in entries.get("TEL", ()) if not entry.kinds & _NO_PHONES]
    usable.sort(key=lambda entry: not entry.kinds & {"PREF", "CELL", "IPHONE"})
    numbers = (_unescaped(entry.value).removeprefix("tel:").partition(";")[0] for entry in usable)
    return next(
        (number for number in (values.plain(n, values.LONGEST_PHONE) for n in numbers) if number),
        "",
    )


def _address(entries: Entries) -> str:
    """The preferred address in lines; else the label for an envelope."""
    for entry in entries.get("ADR", ()):
        if lines := values.postal(_fields(entry.value)):
            return lines
    return values.in_lines("\n".join(_texts(entries, "LABEL")[:1]), values.LONGEST_ADDRESS)


def _link(entries: Entries) -> str:
    social = _texts(entries, "X-SOCIALPROFILE") + _texts(entries, "SOCIALPROFILE")
    ours = [address for address in social if "linkedin.com/" in address.lower()]
    return values.link([*ours, *_texts(entries, "URL")])


def _texts(entries: Entries, name: str) -> list[str]:
    return [_unescaped(entry.value) for entry in entries.get(name, ())]


def _first(entries: Entries, *names: str) -> str:
    """The first text, on one line, that stands under one of the names."""
    texts = (values.plain(text) for name in names for text in _texts(entries, name))
    return next((text for text in texts if text), "")


def _unescaped(value: str) -> str:
    """The text as it was meant; an unknown escape, such as Google's of the colon, is its sign."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def _fields(value: str) -> Sequence[str]:
    """What stands between semicolons. Lists inside stay on one line, for "Acme, Inc." is rarely escaped."""
    return _escaped_fields(value) if "\\" in value else value.split(";")


@lru_cache(maxsize=4_096)
def _escaped_fields(value: str) -> tuple[str, ...]:
    from vobject.vcard import splitFields

    nested = splitFields(value.replace("\\:", ":"))
    return tuple(
        part if isinstance(part, str) else ", ".join(map(str.strip, part)) for part in nested
    )
