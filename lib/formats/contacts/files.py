"""Reads people from files: LinkedIn, Google, Outlook, vCards, LDIF, and any table saved as CSV.

Every row that is not blank comes back, as a person or as one that was refused, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lib.formats.contacts import other_cards
from lib.formats.contacts.file_bytes import text_of
from lib.formats.contacts.shapes import Column, ContactFile
from lib.formats.contacts.table import has_known_header, read_table
from lib.formats.contacts.vcard import read_cards
from lib.formats.contacts.vcard_lines import begins_with_card, has_card


def read(
    content: bytes,
    name: str,
    *,
    columns: Mapping[Column, str] | None = None,
    encoding: str = "",
    told: Callable[[float], None] = lambda _: None,
) -> ContactFile:
    """Returns all people of a file, in their order, with clean values (`values` has the limits).

    Args:
        columns: which header of the CSV is what, if a person chose; else known headers or a guess.
        encoding: what a person chose for a file that is not Unicode; else it is guessed.
        told: is called now and then with the share of the file that was read, from 0 to 1.
    Raises:
        NotContacts: the whole file cannot be used.
    """
    told(0.0)
    decoded = text_of(content, name, encoding)
    text = decoded.text
    if columns is None and other_cards.is_ldif(text):
        text = other_cards.cards_of_ldif(text)
    elif columns is None and other_cards.is_xcard(text):
        text = other_cards.cards_of_xml(text)
    is_vcard = columns is None and _is_vcard(text)
    found = read_cards(text, told) if is_vcard else read_table(text, columns, told)
    told(1.0)
    return replace(found, encoding=decoded.encoding)


def _is_vcard(text: str) -> bool:
    """True if a card begins somewhere, and not just within a remark of a known table."""
    return begins_with_card(text) or (has_card(text) and not has_known_header(text))
