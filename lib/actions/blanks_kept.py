"""Writes a message anew when its blanks change, and keeps how its reader is greeted."""

from __future__ import annotations

from dataclasses import replace

from lib.actions import drafts
from lib.actions.briefs import brief_of
from lib.domain.interviews import Interviewer
from lib.domain.notes import GREETING, Filled, Note
from lib.domain.people.contacts import Contact
from lib.store.repository import Transaction
from lib.words.checks.finding import Finding
from lib.words.letters.compose import compose


def greet(tx: Transaction, note: Note, filled: tuple[Filled, ...]) -> None:
    """Keeps how the reader is greeted with the reader, so that every note to them follows."""
    greeting = next((one.text.strip(" ,") for one in filled if one.blank == GREETING), None)
    if greeting is None:
        return
    contact = tx.find(Contact, note.contact_id)
    interviewer = tx.find(Interviewer, note.interviewer_id)
    if contact is not None:
        tx.put(replace(contact, greet_as=greeting))
    elif interviewer is not None:
        tx.put(replace(interviewer, greet_as=greeting))
    drafts.refresh(tx)


def composed_anew(tx: Transaction, note: Note) -> Note:
    """The note as the app writes it from its blanks as they are now."""
    brief = brief_of(tx, note)
    if brief is None:
        return note
    text = compose(brief)
    return replace(note, text=text, written=text)


def mended_in_blank(tx: Transaction, note: Note, finding: Finding) -> Note | None:
    """The note with the slip mended in the blank that it comes from; None if it comes from none."""
    words = _straight(finding.words)
    at = next(
        (i for i, one in enumerate(note.filled) if words and words in _straight(one.text)), None
    )
    if at is None or note.is_edited():
        return None
    blank = note.filled[at]
    start = _straight(blank.text).index(words)
    text = f"{blank.text[:start]}{finding.becomes}{blank.text[start + len(words) :]}"
    filled = (*note.filled[:at], replace(blank, text=text), *note.filled[at + 1 :])
    return composed_anew(tx, replace(note, filled=filled))


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("“", '"').replace("”", '"')
