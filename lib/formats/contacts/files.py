"""Bringing people in from files: LinkedIn, Google Contacts, Outlook, vCards, and any table saved as CSV.

Every row that is not blank comes back, as a person or as one that could not be read, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lib.formats.contacts.file_bytes import text_of
from lib.formats.contacts.shapes import (
    Column,
    ContactFile,
    FileKind,
    NotContacts,
    ReadPerson,
    Unreadable,
)
from lib.formats.contacts.table import has_known_header, read_table
from lib.formats.contacts.vcard import read_cards
from lib.formats.contacts.vcard_lines import begins_with_card, has_card

__all__ = ["Column", "ContactFile", "FileKind", "NotContacts", "ReadPerson", "Unreadable", "read"]


def read(
    content: bytes,
    name: str,
    *,
    columns: Mapping[Column, str] | None = None,
    told: Callable[[float], None] | None = None,
) -> ContactFile:
    """All people of a file, in their order.

    Values are cleaned of control characters and cut: names, positions and companies at 200 characters,
    remarks at 5,000, addresses at 500, phone numbers at 60; of several phone numbers one is kept.

    Args:
        columns: which header of the CSV is what, if a person chose; else known headers, else a guess.
        told: is told now and then which share of the file was read, from 0 to 1.
    Raises:
        NotContacts: the whole file cannot be used; its sentence says what it seems to be and what to do.
    """
    tell = told or _nobody_listens
    tell(0.0)
    text = text_of(content, name)
    found = (
        read_cards(text, tell)
        if columns is None and _is_vcard(text)
        else read_table(text, columns, tell)
    )
    tell(1.0)
    return found


def _nobody_listens(share: float) -> None:
    del share


def _is_vcard(text: str) -> bool:
    """A card that begins somewhere is enough, unless it is quoted in a remark of a known table."""
    return begins_with_card(text) or (has_card(text) and not has_known_header(text))
