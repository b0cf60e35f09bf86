"""What comes out of a file of contacts: people, rows that could not be read, or why a whole file cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.errors import FollowThroughError
from lib.domain.people.contacts import Acquaintance

EXPORTS = (
    "What can be read: LinkedIn's Connections.csv (Settings, Data privacy, Get a copy of your data, "
    "Connections; unpack the zip), Google Contacts (Export, Google CSV), Outlook (People, Manage, "
    "Export contacts), a vCard file (.vcf), or any table saved as CSV with a name in each row."
)


class FileKind(StrEnum):
    """Where a file comes from; a TABLE is any CSV, read by choosing its columns."""

    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    VCARD = "vcard"
    TABLE = "table"


SOURCES = {
    FileKind.LINKEDIN: "LinkedIn",
    FileKind.GOOGLE: "Google Contacts",
    FileKind.OUTLOOK: "Outlook",
    FileKind.VCARD: "vCard",
    FileKind.TABLE: "table",
}
"""What an acquaintance's `source` says."""


class Column(StrEnum):
    """What a column of any CSV can be used as."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    POSITION = "position"
    COMPANY = "company"
    PAST_COMPANIES = "past_companies"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    ADDRESS = "address"
    REMARKS = "remarks"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """Somebody who stands in the file, from that line on; the record has no id yet."""

    line: int
    person: Acquaintance


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that is nobody, why, and how it begins (at most 80 characters)."""

    line: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class ContactFile:
    """All that a file holds. For a CSV also its headers, and its first rows as examples.

    `columns` are the ones that were guessed or chosen for a TABLE. If neither a name nor its parts are
    among them, nothing was read yet: `people` and `unreadable` are empty, and the columns must be chosen.
    """

    kind: FileKind
    people: tuple[ReadPerson, ...]
    unreadable: tuple[Unreadable, ...]
    headers: tuple[str, ...]
    columns: Mapping[Column, str]
    examples: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows were looked at: all of the file that are not blank."""
        return len(self.people) + len(self.unreadable)


class NotContacts(FollowThroughError):
    """A whole file that cannot be used: `found` says what it seems to be, `remedy` what to bring instead."""

    def __init__(self, found: str, remedy: str = EXPORTS) -> None:
        self.found, self.remedy = found, remedy
        super().__init__(f"Nobody was brought in, for {found}. {remedy}")
