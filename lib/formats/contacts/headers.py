"""Which columns a CSV has: the headers of LinkedIn, Google and Outlook, and guesses for any other table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.domain.search import folded
from lib.formats.contacts.shapes import Column, FileKind

Places = tuple[int, ...]

_EXACT: Mapping[Column, str] = {
    Column.FIRST_NAME: "first name|given name|firstname|forename|first|vorname|prenom|"
    "nombre de pila|nome proprio",
    Column.LAST_NAME: "last name|family name|surname|lastname|last|nachname|familienname|nom de famille|"
    "apellidos|apellido|cognome|sobrenome|achternaam",
    Column.NAME: "full name|name|display name|contact name|contact|person|anzeigename|vollstandiger name|"
    "nom complet|nom|nombre completo|nombre|nome|naam|who",
    Column.PAST_COMPANIES: "past companies|previous companies|former companies|past company|previous company|"
    "former company|past employers|previous employers|previous employer|former employer|fruhere firmen",
    Column.COMPANY: "company|company name|organization|organisation|organization name|employer|firm|account|"
    "current company|account name|firma|unternehmen|arbeitgeber|entreprise|societe|employeur|empresa|azienda|"
    "bedrijf",
    Column.POSITION: "position|job title|jobtitle|title|role|job|occupation|function|headline|beruf|stelle|"
    "current position|funktion|poste|fonction|titre|puesto|cargo|titel",
    Column.EMAIL: "email|email address|mail|email 1|primary email|work email|business email|email adresse|"
    "courriel|adresse email|adresse mail|correo|correo electronico|emailaddress|email id|emails",
    Column.PHONE: "phone|mobile|mobile phone|phone number|telephone|cell|cell phone|tel|work phone|telefon|"
    "handy|mobil|telefono|movil|portable|mobiltelefon|telefonnummer|numero de telephone",
    Column.LINK: "linkedin|linkedin url|linkedin profile|profile url|linkedin link|profile|profile link|url|"
    "link|website|web page|homepage|webseite",
    Column.ADDRESS: "address|postal address|mailing address|work address|business address|adresse|anschrift|"
    "direccion|indirizzo",
    Column.REMARKS: "notes|note|remarks|comments|comment|description|notizen|bemerkungen|notas|remarques|"
    "details",
    Column.LABELS: "labels|tags|groups|categories|category|group|tag|lists|kategorien|gruppen|categorias|"
    "etiquetas",
}
_ALL_PHRASES = {phrase for phrases in _EXACT.values() for phrase in phrases.split("|")}
_WORDS: Mapping[Column, str] = {
    Column.FIRST_NAME: "vorname|prenom|forename|firstname",
    Column.LAST_NAME: "surname|nachname|lastname|apellidos",
    Column.PAST_COMPANIES: "past|previous|former",
    Column.COMPANY: "company|organization|organisation|employer|firma|empresa|entreprise",
    Column.POSITION: "position|role|title|occupation",
    Column.EMAIL: "email|mail|correo|courriel",
    Column.PHONE: "phone|mobile|telephone|telefon|telefono",
    Column.LINK: "linkedin|url|link",
    Column.ADDRESS: "address|adresse",
    Column.REMARKS: "notes|remarks|comments|notizen",
    Column.LABELS: "labels|tags|groups|categories",
    Column.NAME: "name",
}
_NOT_MEANT = {
    "type",
    "label",
    "date",
    "id",
    "count",
    "status",
    "user",
    "file",
    "yomi",
    "phonetic",
    "middle",
    "nick",
}
_EITHER = {"name", "nom", "nombre", "nome", "naam"}
"""Headers that mean the whole name alone, and half of it beside the other half."""
_ADDRESS = ("po box", "extended address", "street", "city", "region", "postal code", "country")
_OUTLOOK_PHONES = (
    "mobile phone",
    "business phone",
    "primary phone",
    "home phone",
    "business phone 2",
    "other phone",
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a row each thing stands; what may stand in several places has them in order of preference."""

    kind: FileKind
    name: Places = ()
    name_parts: Places = ()
    nickname: Places = ()
    position: Places = ()
    companies: Places = ()
    past: Places = ()
    mails: Places = ()
    phones: Places = ()
    links: Places = ()
    address: Places = ()
    address_parts: tuple[Places, ...] = ()
    remarks: Places = ()
    labels: Places = ()
    connected_on: Places = ()


def plainly(header: str) -> str:
    """A header as it is compared: `E-mail 1 - Value` is `email 1 value`."""
    words = re.sub(r"[\W_]+", " ", folded(header[:200])).strip()
    return re.sub(r"\be (?=mail)", "e", words)


def known_layout(headers: Sequence[str]) -> Layout | None:
    """The layout of a file from LinkedIn, Google or Outlook, old or new; nothing for any other."""
    where = {plain: i for i, plain in reversed([*enumerate(map(plainly, headers))])}
    found = where.keys()
    if {"first name", "last name"} <= found and (
        "connected on" in found or {"url", "position"} <= found
    ):
        return _linkedin(where)
    if found & {"email 1 value", "phone 1 value"} or {"organization name", "labels"} <= found:
        return _google(where)
    if {"given name", "group membership"} <= found:
        return _google(where)
    outlook = found & {
        "email 2 address",
        "business phone",
        "business street",
        "email type",
        "categories",
    }
    if {"first name", "last name", "email address"} <= found and outlook:
        return _outlook(where)
    return None


def guessed(headers: Sequence[str]) -> dict[Column, str]:
    """Which header is probably what, each used once at most."""
    free = {header: plainly(header) for header in headers}
    chosen: dict[Column, str] = {}
    for column, phrases in _EXACT.items():
        _choose(chosen, column, _first_equal(free, phrases.split("|")), free)
    for column, words in _WORDS.items():
        if column not in chosen:
            _choose(chosen, column, _first_with(free, set(words.split("|"))), free)
    return _halves(chosen)


def header_words(cells: Sequence[str]) -> int:
    """In how many of the cells stands just what a header of contacts says."""
    return sum(plainly(cell) in _ALL_PHRASES for cell in cells)


def chosen_layout(headers: Sequence[str], columns: Mapping[Column, str]) -> Layout:
    """The layout of a table whose columns were chosen; a header that is not there counts as not chosen."""

    def at(*wanted: Column) -> Places:
        names = [columns[column] for column in wanted if column in columns]
        return tuple(headers.index(name) for name in names if name in headers)

    return Layout(
        FileKind.TABLE,
        name=at(Column.NAME),
        name_parts=at(Column.FIRST_NAME, Column.LAST_NAME),
        position=at(Column.POSITION),
        companies=at(Column.COMPANY),
        past=at(Column.PAST_COMPANIES),
        mails=at(Column.EMAIL),
        phones=at(Column.PHONE),
        links=at(Column.LINK),
        address=at(Column.ADDRESS),
        remarks=at(Column.REMARKS),
        labels=at(Column.LABELS),
    )


def _choose(
    chosen: dict[Column, str], column: Column, header: str | None, free: dict[str, str]
) -> None:
    if header is not None:
        chosen[column] = header
        del free[header]


def _first_equal(free: Mapping[str, str], phrases: Sequence[str]) -> str | None:
    ranked = [(phrases.index(plain), header) for header, plain in free.items() if plain in phrases]
    return min(ranked, key=lambda one: one[0])[1] if ranked else None


def _first_with(free: Mapping[str, str], words: set[str]) -> str | None:
    apart = ((header, set(plain.split())) for header, plain in free.items())
    return next((header for header, own in apart if own & words and not own & _NOT_MEANT), None)


def _halves(chosen: dict[Column, str]) -> dict[Column, str]:
    """`Name` beside `Vorname` is the last name, `Nombre` beside `Apellidos` the first."""
    whole = chosen.get(Column.NAME, "")
    halves = {Column.FIRST_NAME, Column.LAST_NAME} - chosen.keys()
    if plainly(whole) in _EITHER and len(halves) == 1:
        chosen[halves.pop()] = chosen.pop(Column.NAME)
    return chosen


def _at(where: Mapping[str, int], *names: str) -> Places:
    return tuple(where[name] for name in names if name in where)


def _numbered(where: Mapping[str, int], before: str, after: str) -> Places:
    """The columns `before 1 after`, `before 2 after` and so on."""
    return _at(where, *(f"{before} {i} {after}" for i in range(1, 21)))


def _linkedin(where: Mapping[str, int]) -> Layout:
    return Layout(
        FileKind.LINKEDIN,
        name_parts=_at(where, "first name", "last name"),
        position=_at(where, "position"),
        companies=_at(where, "company"),
        mails=_at(where, "email address", "email"),
        links=_at(where, "url", "profile url"),
        connected_on=_at(where, "connected on"),
    )


def _google(where: Mapping[str, int]) -> Layout:
    given = _at(where, "first name", "middle name", "last name", "name suffix")
    old = _at(where, "given name", "additional name", "family name", "name suffix")
    return Layout(
        FileKind.GOOGLE,
        name=_at(where, "name"),
        name_parts=given if "first name" in where or "last name" in where else old,
        nickname=_at(where, "nickname"),
        position=_at(where, "organization title") + _numbered(where, "organization", "title"),
        companies=_at(where, "organization name") + _numbered(where, "organization", "name"),
        mails=_numbered(where, "email", "value"),
        phones=_numbered(where, "phone", "value"),
        links=_numbered(where, "website", "value") + _numbered(where, "relation", "value"),
        address=_numbered(where, "address", "formatted"),
        address_parts=tuple(
            _parts(where, *(f"address {i} {part}" for part in _ADDRESS)) for i in (1, 2, 3)
        ),
        remarks=_at(where, "notes"),
        labels=_at(where, "labels", "group membership"),
    )


def _parts(where: Mapping[str, int], *names: str) -> Places:
    """Seven columns of an address; -1 for one that the file does not have."""
    return tuple(where.get(name, -1) for name in names)


def _outlook(where: Mapping[str, int]) -> Layout:
    return Layout(
        FileKind.OUTLOOK,
        name_parts=_at(where, "first name", "middle name", "last name", "suffix"),
        nickname=_at(where, "nickname"),
        position=_at(where, "job title"),
        companies=_at(where, "company"),
        mails=_at(where, "email address", "email 2 address", "email 3 address"),
        phones=_at(where, *_OUTLOOK_PHONES),
        links=_at(where, "web page", "personal web page", "business web page"),
        address_parts=tuple(
            _outlook_address(where, place) for place in ("business", "home", "other")
        ),
        remarks=_at(where, "notes"),
        labels=_at(where, "categories"),
    )


def _outlook_address(where: Mapping[str, int], place: str) -> Places:
    box = f"{place} po box" if f"{place} po box" in where else f"{place} address po box"
    country = (
        f"{place} country region" if f"{place} country region" in where else f"{place} country"
    )
    names = (
        f"{place} street 2",
        f"{place} street",
        f"{place} city",
        f"{place} state",
        f"{place} postal code",
    )
    return _parts(where, box, *names, country)
