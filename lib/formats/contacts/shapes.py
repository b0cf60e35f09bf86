"""What comes out of a file of contacts: people, rows that were refused, or why the file was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lib.domain.errors import FollowThroughError
from lib.domain.people.contacts import Acquaintance
from lib.formats.contacts.raw_reach import RawReach

EXPORTS = (
    "What can be read: LinkedIn's Connections.csv (Settings, Data privacy, Get a copy of your "
    "data, Connections; unpack the zip), Google Contacts (Export, Google CSV), Outlook (People, "
    "Manage, Export contacts), a vCard file (.vcf), or any table saved as CSV with a name in each "
    "row."
)
IN_PARTS = "Bring it in in parts."


class FileKind(StrEnum):
    """Where a file comes from, as an acquaintance's `source` has it.

    A TABLE is any CSV, read by choosing its columns.
    """

    LINKEDIN = "LinkedIn"
    GOOGLE = "Google Contacts"
    OUTLOOK = "Outlook"
    THUNDERBIRD = "Thunderbird"
    YAHOO = "Yahoo"
    VCARD = "vCard"
    TABLE = "table"


class Column(StrEnum):
    """What a column of a CSV or a line of a vCard says about a person."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    POSITION = "position"
    COMPANY = "company"
    PAST_COMPANIES = "past_companies"
    EMAIL = "email"
    EMAIL_2 = "email_2"
    PHONE = "phone"
    PHONE_2 = "phone_2"
    LINK = "link"
    ADDRESS = "address"
    REMARKS = "remarks"
    LABELS = "labels"
    CONNECTED_ON = "connected_on"


class Refusal(StrEnum):
    """Why a row or a card is not a person, as the list of refused rows says it."""

    NO_NAME = "it has no name"
    NO_LINKEDIN_NAME = "LinkedIn gives no name for this connection"
    DAMAGED_NAME = "its name is damaged and cannot be read"
    COMPANY = "it is a company, not a person"
    GROUP = "it is a group of contacts, not a person"
    REPEATED_HEADER = "it repeats the names of the columns"
    ABOVE_HEADER = "it stands above the names of the columns"
    CUT_SHORT = "the card is cut short: its end is missing"
    OUTSIDE = "it stands outside of any card"


@dataclass(frozen=True, slots=True)
class RawPerson:
    """A person as a file gives them: for each column its texts as written, in order of preference.

    `refusal` is set where the format itself says that this is not a person; `if_nameless` is the
    reason to give if no name is found. `has_order` is True if the order of the phone numbers means
    something, as in Google's files.
    """

    kind: FileKind
    texts: Mapping[Column, Sequence[str]]
    refusal: Refusal | None = None
    if_nameless: Refusal = Refusal.NO_NAME
    emails: Sequence[RawReach] = ()
    phones: Sequence[RawReach] = ()
    family_first: bool = False
    has_order: bool = False
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A person of the file and the line they begin on; the record has no id yet.

    `lost` are the values that were given and cannot be kept, such as a number that a spreadsheet
    has cut short.
    """

    line: int
    person: Acquaintance
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A refused row: its line, the reason, and how it begins (at most 80 characters)."""

    line: int
    why: Refusal
    text: str


@dataclass(frozen=True, slots=True)
class ContactFile:
    """All that a file holds. For a CSV also its headers, and its first rows as examples.

    `columns` are the ones that were guessed or chosen for a TABLE. If neither a name nor its parts
    are among them, nothing was read yet: `people` and `unreadable` are empty, and the columns must
    be chosen. `not_kept` are the columns or fields that hold something and are not kept, in the
    file's own words. `encoding` is the one that was guessed or chosen; empty if the file says it.
    """

    kind: FileKind
    people: tuple[ReadPerson, ...]
    unreadable: tuple[Unreadable, ...]
    headers: tuple[str, ...] = ()
    columns: Mapping[Column, str] = field(default_factory=dict)
    examples: tuple[tuple[str, ...], ...] = ()
    not_kept: tuple[str, ...] = ()
    encoding: str = ""

    @property
    def rows(self) -> int:
        """The number of rows that are not blank, read or refused."""
        return len(self.people) + len(self.unreadable)


class NotContacts(FollowThroughError):
    """The whole file cannot be used.

    `found` says what the file seems to be, `remedy` what to bring instead.
    """

    def __init__(self, found: str, remedy: str = EXPORTS) -> None:
        self.found, self.remedy = found, remedy
        super().__init__(f"Nobody was brought in, for {found}. {remedy}")
