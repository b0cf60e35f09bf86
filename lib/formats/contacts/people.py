"""Turns raw people of any format into records: one set of rules for names, companies and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lib.domain.people.contacts import Acquaintance, Reach
from lib.domain.search import folded
from lib.formats.contacts import reaches, values
from lib.formats.contacts.names_in_files import Parts, bare_name, is_east_asian, joined
from lib.formats.contacts.shapes import (
    IN_PARTS,
    Column,
    FileKind,
    NotContacts,
    RawPerson,
    ReadPerson,
    Refusal,
    Unreadable,
)

MOST_ROWS = 100_000
TOLD_EVERY = 200
_LIST_COMPANIES = (FileKind.GOOGLE, FileKind.VCARD)
"""The kinds of file that list companies among the people."""
_NAME_PARTS = (Column.FIRST_NAME, Column.MIDDLE_NAME, Column.LAST_NAME, Column.SUFFIX)

Found = ReadPerson | Unreadable


def read_all(
    found: Iterable[tuple[Found, float]], what: str, told: Callable[[float], None]
) -> tuple[list[ReadPerson], list[Unreadable]]:
    """Returns the people and the refused rows apart, and reports progress every 200 rows.

    Args:
        found: each row with the share of the file that is read after it, from 0 to 1.
        what: the plural of what is counted, for the message.
    Raises:
        NotContacts: there are more than 100,000.
    """
    people: list[ReadPerson] = []
    refused: list[Unreadable] = []
    for count, (row, share) in enumerate(found, 1):
        if count > MOST_ROWS:
            raise NotContacts(f"it has more than {MOST_ROWS:,} {what}", IN_PARTS)
        if count % TOLD_EVERY == 0:
            told(share)
        if isinstance(row, ReadPerson):
            people.append(row)
        else:
            refused.append(row)
    return people, refused


def to_person(raw: RawPerson) -> Acquaintance | Refusal:
    """Returns the record of a raw person, without an id, or why it is not a person."""
    name = _name(raw)
    refusal = raw.refusal or _refusal(raw, name)
    if refusal:
        return refusal
    name, credentials = bare_name(name)
    mails = reaches.mails(raw.emails)
    first_mail = mails[0] if mails else Reach("")
    numbers = reaches.phones(raw.phones, [], mobile_first=not raw.has_order)
    has_phone = bool(numbers) and not reaches.is_not_to_call(numbers[0])
    phone = numbers[0] if has_phone else Reach("")
    companies = values.once(values.split(_texts(raw, Column.COMPANY)))
    return Acquaintance(
        id="",
        name=name,
        position=_first(raw, Column.POSITION),
        company=companies[0] if companies else "",
        past_companies=_past_companies(raw, companies),
        email=first_mail.value,
        email_kind=first_mail.kind,
        other_emails=mails[1:],
        phone=phone.value,
        phone_kind=phone.kind,
        other_phones=numbers[1:] if has_phone else numbers,
        address=_address(raw),
        link=values.link(_texts(raw, Column.LINK)),
        connected_on=values.day(_first(raw, Column.CONNECTED_ON), raw.day_first),
        labels=values.labels(_texts(raw, Column.LABELS)),
        remarks=values.in_lines("\n".join((*_texts(raw, Column.REMARKS), _after(credentials)))),
        source=raw.kind.value,
    )


def lost_of(raw: RawPerson) -> tuple[str, ...]:
    """Returns the values of a person that cannot be kept, such as a phone number cut short."""
    lost: list[str] = []
    reaches.phones(raw.phones, lost, mobile_first=False)
    day = _first(raw, Column.CONNECTED_ON)
    if day and values.day(day, raw.day_first) is None:
        lost.append(day)
    return tuple(values.plain(one, 80) for one in lost)


def _after(credentials: str) -> str:
    return f"After the name: {credentials}" if credentials else ""


def _texts(raw: RawPerson, column: Column) -> Iterable[str]:
    return raw.texts.get(column, ())


def _first(raw: RawPerson, column: Column) -> str:
    return next(values.split(_texts(raw, column)), "")


def _name(raw: RawPerson) -> str:
    """Returns the whole name where one is given, else its parts joined, else the nickname."""
    parts = {column: _first(raw, column) for column in _NAME_PARTS}
    around = "".join(_texts(raw, Column.COMPANY))
    first, middle, last, suffix = parts.values()
    given = Parts(first, middle, last, suffix, raw.family_first, around)
    in_parts = joined(given)
    if is_east_asian(given.first, given.last) or _is_company_for_person(raw, given):
        return in_parts
    for whole in map(values.plain, _texts(raw, Column.NAME)):
        if not values.is_name(whole):
            continue
        if "," in whole and parts[Column.FIRST_NAME] and parts[Column.LAST_NAME]:
            return in_parts
        return values.in_order(whole)
    return in_parts or _first(raw, Column.NICKNAME)


def _is_company_for_person(raw: RawPerson, given: Parts) -> bool:
    """True if a company's name stands in place of the name of a person who is given in parts."""
    company, whole = _first(raw, Column.COMPANY), _first(raw, Column.NAME)
    return bool(given.first and given.last and company) and folded(company) == folded(whole)


def _refusal(raw: RawPerson, name: str) -> Refusal | None:
    if raw.kind in _LIST_COMPANIES and _is_company(raw, name):
        return Refusal.COMPANY
    return None if values.is_name(name) else raw.if_nameless


def _is_company(raw: RawPerson, name: str) -> bool:
    """True if a company is given and its name stands in place of a person's, or no name does."""
    company = _first(raw, Column.COMPANY)
    if not company or (_first(raw, Column.FIRST_NAME) and _first(raw, Column.LAST_NAME)):
        return False
    written = _first(raw, Column.NAME)
    return not values.is_name(name) or folded(company) in (folded(name), folded(written))


def _past_companies(raw: RawPerson, companies: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the companies after the first, and those of a column for earlier ones."""
    earlier = values.split(_texts(raw, Column.PAST_COMPANIES), values.BETWEEN_COMPANIES)
    return values.once((*companies, *earlier))[1:] if companies else values.once(earlier)


def _address(raw: RawPerson) -> str:
    for written in _texts(raw, Column.ADDRESS):
        if address := values.in_lines(written.split(":::")[0], values.LONGEST_ADDRESS):
            return address
    return ""
