"""Drafting notes from a debrief, and never over what a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from lib.actions.briefs import brief_for, brief_of
from lib.actions.people import profile_of
from lib.domain.errors import FollowThroughError
from lib.domain.followups.check_ins import is_second
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan import next_contact
from lib.domain.followups.reasons import ReasonKind
from lib.domain.notes import Channel, Note, NoteKind, Text, Version
from lib.domain.records import id_for
from lib.store.repository import Reader, Transaction
from lib.words.letters.compose import compose
from lib.words.letters.signing import NO_NAME

VERSIONS_KEPT = 50


class NothingToWriteFrom(FollowThroughError):
    """The interview behind a note is gone."""

    SENTENCE = (
        "The interview that this note belongs to is gone, so there is nothing to write it from."
    )


WRITTEN_FOR = {
    ReasonKind.THANK_YOU: (NoteKind.THANK_YOU, Channel.EMAIL),
    ReasonKind.CARD: (NoteKind.THANK_YOU, Channel.CARD),
    ReasonKind.LINKEDIN: (NoteKind.THANK_YOU, Channel.LINKEDIN),
    ReasonKind.THANK_CALL: (NoteKind.THANK_YOU, Channel.PHONE),
    ReasonKind.COORDINATOR: (NoteKind.COORDINATOR, Channel.EMAIL),
    ReasonKind.MATERIAL: (NoteKind.COVER_LINE, Channel.EMAIL),
}
"""What is written at once for a follow-up of a checklist, by its reason."""
ON_DEMAND = {
    Kind.GOOD_WORD: NoteKind.GOOD_WORD,
    Kind.GOOD_WORD_AGAIN: NoteKind.GOOD_WORD_AGAIN,
    Kind.CONTACT_THANKS: NoteKind.CONTACT_THANKS,
    Kind.CHECK_IN: NoteKind.CHECK_IN,
    Kind.CLOSE_LOOP: NoteKind.CLOSE_LOOP,
    Kind.GRACIOUS_REPLY: NoteKind.GRACIOUS_REPLY,
    Kind.STAY_IN_TOUCH: NoteKind.STAY_IN_TOUCH,
    Kind.OFFER_THANKS: NoteKind.OFFER_THANKS,
    Kind.WITHDRAWAL: NoteKind.WITHDRAWAL,
}
"""What is written for a follow-up when a person asks for it."""


def draft(tx: Transaction, follow_up: FollowUp, now: datetime) -> bool:
    """Writes the note of a follow-up, or rewrites an untouched one; returns whether it is new."""
    wanted = WRITTEN_FOR.get(follow_up.reason.kind)
    if wanted is None or not follow_up.is_open():
        return False
    standing = tx.find(Note, note_id(follow_up, *wanted))
    if standing is None:
        further(tx, follow_up, *wanted)
        return True
    text = fresh_text(tx, standing)
    if not standing.is_edited() and standing.sent_at is None and standing.text != text:
        tx.put(replace(rewritten(standing, text, now), names_id=named_by(tx, standing)))
    return False


def further(tx: Transaction, follow_up: FollowUp, kind: NoteKind, channel: Channel) -> Note:
    """Returns the note of that kind and channel for that follow-up, a new one if there is none."""
    standing = tx.find(Note, note_id(follow_up, kind, channel))
    if standing is not None:
        return standing
    brief = brief_for(tx, follow_up, kind, channel)
    if brief is None:
        raise NothingToWriteFrom
    beside = [one for one in tx.where(Note, follow_up_id=follow_up.id) if one.kind is kind]
    filled = beside[0].filled if beside else ()
    text = compose(replace(brief, filled=filled))
    note = Note(
        id=note_id(follow_up, kind, channel),
        job_id=follow_up.job_id,
        interview_id="" if kind.is_to_a_contact() else follow_up.interview_id,
        interviewer_id=follow_up.interviewer_id,
        contact_id=brief.reader.id if kind.is_to_a_contact() else "",
        follow_up_id=follow_up.id,
        kind=kind,
        channel=channel,
        text=text,
        written=text,
        filled=filled,
        example=follow_up.example,
    )
    return tx.put(replace(note, names_id=named_by(tx, note)))


def fresh_text(reader: Reader, note: Note) -> Text:
    """Returns what the app would write now; nothing is changed.

    Raises:
        NothingToWriteFrom: its interview or job is gone.
    """
    brief = brief_of(reader, note)
    if brief is None:
        raise NothingToWriteFrom
    return compose(brief)


def sent_with(
    tx: Transaction, follow_up: FollowUp | None, at: datetime | None, *, again: bool = False
) -> None:
    """Marks the notes of a follow-up to a contact as sent once that is done.

    Args:
        at: when; None takes it back.
        again: changes the notes that count as sent already, in the place of the others.
    """
    for note in tx.where(Note, follow_up_id=follow_up.id) if follow_up else ():
        if (note.sent_at is None) is not again:
            tx.put(replace(note, sent_at=at))


def with_text(note: Note, text: Text, now: datetime, visit: str = "") -> Note:
    """Returns the note with that text; the one before this visit stays among its versions."""
    last = note.versions[-1] if note.versions else None
    if text == note.text or (visit and last and last.visit == visit):
        return replace(note, text=text)
    kept = (*note.versions, Version(at=now, text=note.text, visit=visit))[-VERSIONS_KEPT:]
    return replace(note, text=text, versions=kept)


def rewritten(note: Note, text: Text, now: datetime) -> Note:
    """Returns the note with a text that the app wrote; the one before stays a version."""
    fresh = with_text(note, text, now)
    return replace(fresh, written=text, declined=None, keeps_its_words=False)


def named_by(reader: Reader, note: Note) -> str:
    """Returns the id of the follow-up whose day the note would name now; empty if none."""
    follow_up = reader.find(FollowUp, note.follow_up_id)
    if follow_up is None or note.kind.is_to_a_contact():
        return note.names_id
    if note.kind.is_of_the_weeks_after():
        return _answer_to_an_offer(reader, note)
    others = [
        one
        for one in reader.where(FollowUp, interview_id=note.interview_id)
        if one.id != follow_up.id
    ]
    contact = next_contact(others, follow_up.interviewer_id)
    return contact.id if contact else ""


def refresh(tx: Transaction) -> None:
    """Brings every untouched, unsent note up to date, such as with a moved day.

    In a note that a person has edited, whose reader is gone, or whose follow-up is done or let go,
    only the gap for the sender's name is filled.
    """
    name = profile_of(tx).name.strip()
    for note in tx.all(Note):
        brief = brief_of(tx, note) if note.sent_at is None else None
        if brief is None:
            continue
        is_gone = bool(note.interviewer_id) and brief.reader.id != note.interviewer_id
        is_free = not note.is_edited() and not is_gone and _is_open(tx, note)
        text = compose(brief) if is_free else _signed(note.text, name)
        written = note.written if note.is_edited() else text
        named_anew = text != note.text or note.kind is NoteKind.OFFER_THANKS
        names_id = named_by(tx, note) if named_anew else note.names_id
        fresh = replace(note, text=text, written=written, names_id=names_id)
        if fresh != note:
            tx.put(fresh)


def _is_open(reader: Reader, note: Note) -> bool:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    return follow_up is not None and follow_up.is_open()


def differing(reader: Reader, interview_id: str) -> Iterator[tuple[Note, Text]]:
    """Yields edited, unsent notes with the text that the app would write now, if it is another."""
    for note in reader.where(Note, interview_id=interview_id):
        if note.sent_at is None and note.is_edited() and not note.keeps_its_words:
            brief = brief_of(reader, note)
            text = compose(brief) if brief else note.written
            if text not in (note.written, note.declined, note.text):
                yield note, text


def note_kind_of(follow_up: FollowUp) -> NoteKind | None:
    """Returns the kind of note that is written for a follow-up on demand; None if none is."""
    if is_second(follow_up):
        return NoteKind.CHECK_IN_AGAIN
    return ON_DEMAND.get(follow_up.kind)


def note_id(follow_up: FollowUp, kind: NoteKind, channel: Channel) -> str:
    """The id of the one note of that kind and channel for that follow-up."""
    return id_for(f"note:{follow_up.id}:{kind.value}:{channel.value}")


def _signed(text: Text, name: str) -> Text:
    return replace(text, body=text.body.replace(NO_NAME, name)) if name else text


def _answer_to_an_offer(reader: Reader, note: Note) -> str:
    """Returns the id of the follow-up whose day thanks for an offer name; else empty."""
    if note.kind is not NoteKind.OFFER_THANKS:
        return ""
    answers = [
        one for one in reader.where(FollowUp, job_id=note.job_id) if one.kind is Kind.ANSWER_OFFER
    ]
    return answers[0].id if answers else ""
