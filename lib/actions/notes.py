"""What a person can do with one note."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lib.actions import blanks_kept, drafts, follow_steps
from lib.actions.briefs import brief_of, other_companies, siblings_of
from lib.actions.done import Done, say
from lib.actions.people import date_style_of
from lib.domain.answers import Answer
from lib.domain.english import short_day
from lib.domain.errors import FollowThroughError
from lib.domain.followups import answer_plan, changes
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import GREETING, Channel, Filled, Note, NoteKind, Text
from lib.domain.validation import problems_with_blanks, problems_with_text, refuse
from lib.store.repository import Reader, Store, Transaction
from lib.words.checks.check import check
from lib.words.checks.finding import Finding, NoteState, state_of
from lib.words.letters.compose import Field, fields
from lib.words.text.days import days_named

CALLED = {
    Channel.EMAIL: "note",
    Channel.CARD: "card",
    Channel.LINKEDIN: "LinkedIn message",
    Channel.INVITATION: "LinkedIn invitation",
    Channel.PHONE: "phone script",
}

FIRST_HOUR = "first_hour"
"""The code under which a person says that a reply to a no may go out in the first hour."""
BESIDE_IT = (NoteKind.APOLOGY, NoteKind.MISSED_CALL)
"""What is written about a follow-up and is not that follow-up itself: sending it does not do it."""


class NotReady(FollowThroughError):
    """Something in the note has to be mended before it can be marked as sent."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"This note cannot go out yet. {finding.sentence}")


class TooSoon(FollowThroughError):
    """A reply to a no would go out in the first hour."""

    SENTENCE = "The news is under an hour old. Let the reply rest, or press *It's right*."


class NothingToMend(FollowThroughError):
    """What was to be mended does not stand in the note any more."""

    SENTENCE = "That is not in the note any more; nothing was changed."


def findings(reader: Reader, note: Note) -> tuple[Finding, ...]:
    """Returns what the checker says about the note."""
    brief = brief_of(reader, note)
    if brief is None:
        return ()
    siblings, companies = siblings_of(reader, note), other_companies(reader, note)
    return check(note.text, brief, siblings=siblings, other_companies=companies)


def rests(reader: Reader, note: Note, now: datetime) -> datetime | None:
    """Returns until when a reply to a no rests; None if it may go out."""
    if note.kind is not NoteKind.GRACIOUS_REPLY or FIRST_HOUR in note.accepted:
        return None
    answer = reader.find(Answer, note.job_id)
    until = answer.at + answer_plan.FIRST_HOUR if answer else now
    return until if now < until else None


def state(reader: Reader, note: Note) -> NoteState:
    """Returns how an unsent note stands."""
    return state_of(findings(reader, note), note.accepted)


def edit(
    store: Store,
    note_id: str,
    text: Text,
    *,
    filled: tuple[Filled, ...] | None = None,
    now: datetime,
    visit: str = "",
) -> Done:
    """Keeps what a person typed into the text and into the blanks (`filled`; None: as they were).

    New blanks write the message anew, unless its text was changed by hand. The text before this
    visit stays among the versions.
    """
    refuse([*problems_with_text(text), *problems_with_blanks(filled or ())])
    with store.transaction(now=now, did="", merge=f"note:{note_id}:{visit}") as tx:
        before = tx.get(Note, note_id)
        note = _with_blanks(tx, before, filled)
        if text != before.text:
            note = drafts.with_text(replace(note, text=before.text), text, now, visit)
        tx.put(note if note.is_edited() else blanks_kept.composed_anew(tx, note))
    return Done("", note_id)


def blanks(reader: Reader, note: Note) -> tuple[Field, ...]:
    """Returns the blanks of a message in order; none for a thank-you or without an interview."""
    brief = brief_of(reader, note)
    return fields(brief) if brief else ()


def take_text(store: Store, note_id: str, text: Text, *, now: datetime, by_app: bool) -> Done:
    """Replaces the note's text by a new one or an earlier version; the present one is kept."""
    refuse(problems_with_text(text))
    with store.transaction(now=now, did="") as tx:
        note = tx.get(Note, note_id)
        if note.text == text:
            return Done("", note_id)
        taken = drafts.rewritten(note, text, now)
        named = drafts.named_by(tx, note) if by_app else note.names_id
        tx.put(replace(taken, names_id=named, written=taken.written if by_app else note.written))
        did = "Took the new wording" if by_app else "Brought an earlier version back"
        return say(tx, did, note_id)


def accept(store: Store, note_id: str, code: str, *, now: datetime) -> Done:
    """Answers a finding to look at again with "It's right"."""
    with store.transaction(now=now, did="") as tx:
        note = tx.get(Note, note_id)
        if code not in note.accepted:
            tx.put(replace(note, accepted=(*note.accepted, code)))
        return say(tx, "Noted: it's right", note_id)


def mend(store: Store, note_id: str, code: str, *, now: datetime) -> Done:
    """Mends one finding in the note; the text before is kept among its versions.

    Raises NothingToMend if the finding is not there any more.
    """
    with store.transaction(now=now, did="") as tx:
        note = tx.get(Note, note_id)
        finding = next((one for one in findings(tx, note) if one.code == code), None)
        if finding is None or finding.mended is None:
            raise NothingToMend
        mended = blanks_kept.mended_in_blank(tx, note, finding)
        tx.put(mended or drafts.with_text(note, finding.mended, now))
        return say(tx, f"Mended “{finding.words.strip()}”", note_id)


def _with_blanks(tx: Transaction, note: Note, filled: tuple[Filled, ...] | None) -> Note:
    """Returns the note with these blanks; the greeting among them is kept with the reader."""
    if filled is None:
        return note
    blanks_kept.greet(tx, note, filled)
    of_the_message = tuple(one for one in filled if one.blank != GREETING)
    return replace(tx.get(Note, note.id), filled=of_the_message)


def mark_sent(
    store: Store,
    note_id: str,
    *,
    now: datetime,
    text: Text | None = None,
    filled: tuple[Filled, ...] | None = None,
) -> Done:
    """Marks it sent, with the text that stands there, and completes its follow-up.

    A planned day that the note names becomes a promise.

    Raises:
        NotReady: a finding blocks the text.
    """
    refuse([*problems_with_text(text or Text()), *problems_with_blanks(filled or ())])
    with store.transaction(now=now, did="") as tx:
        note = tx.get(Note, note_id)
        if note.sent_at is not None:
            return Done("", note_id)
        note = tx.put(_with_blanks(tx, note, filled))
        if text is not None:
            note = tx.put(drafts.with_text(note, text, now))
        if rests(tx, note, now) is not None:
            raise TooSoon
        blocking = next((one for one in findings(tx, note) if one.blocks), None)
        if blocking is not None:
            raise NotReady(blocking)
        tx.put(replace(note, sent_at=now))
        who = _complete(tx, note, now)
        promised = promise_the_named_day(tx, note, now, now)
        sent = "Called" if note.channel is Channel.PHONE else f"Sent the {CALLED[note.channel]} to"
        return say(tx, f"{sent} {who}{promised}", note_id)


def not_sent(store: Store, note_id: str, *, now: datetime) -> Done:
    """Takes a note that was marked sent by mistake back to where it was.

    Its follow-up is open again, unless another note did it, and the day it named is no promise.
    """
    with store.transaction(now=now, did="") as tx:
        sent = tx.get(Note, note_id)
        unsent = replace(sent, sent_at=None)
        tx.put(unsent if unsent.is_edited() else blanks_kept.composed_anew(tx, unsent))
        follow_up = tx.find(FollowUp, sent.follow_up_id)
        others = [
            one for one in tx.where(Note, follow_up_id=sent.follow_up_id) if one.sent_at is not None
        ]
        if follow_up and not follow_up.is_open() and not others and sent.kind not in BESIDE_IT:
            follow_steps.reopen(tx, follow_up, now)
        named = tx.find(FollowUp, sent.names_id) if sent.names_id else None
        if named and named.promise and named.promise.made_at == sent.sent_at:
            tx.put(changes.unpromised(named, now))
        return say(tx, "Marked as not sent", note_id)


def write_for(
    store: Store, follow_up_id: str, kind: NoteKind, channel: Channel, *, now: datetime
) -> Done:
    """Writes a further note for a follow-up, such as a card or an apology; never twice."""
    with store.transaction(now=now, did="") as tx:
        note = drafts.further(tx, tx.get(FollowUp, follow_up_id), kind, channel)
        if kind is NoteKind.APOLOGY:
            return say(tx, "Wrote an apology for being late", note.id)
        return say(tx, f"Wrote a {CALLED[channel]}", note.id)


def throw_away(store: Store, note_id: str, *, now: datetime) -> Done:
    """Removes an unsent draft if its follow-up has another note; else does nothing."""
    with store.transaction(now=now, did="") as tx:
        note = tx.find(Note, note_id)
        if note is None or note.sent_at is not None:
            return Done("", note_id)
        if len(tx.where(Note, follow_up_id=note.follow_up_id)) < 2:
            return Done("", note_id)
        tx.remove(Note, note_id)
        return say(tx, f"Threw away the {CALLED[note.channel]}")


def _complete(tx: Transaction, note: Note, now: datetime) -> str:
    follow_up = tx.find(FollowUp, note.follow_up_id)
    if follow_up is None:
        return "its reader"
    if follow_up.is_open() and note.kind not in BESIDE_IT:
        follow_steps.mark_done(tx, follow_up, now, now)
    return follow_up.who or "its reader"


def promise_the_named_day(tx: Transaction, note: Note, moment: datetime, now: datetime) -> str:
    """Makes a planned day that a sent note names a promise; returns words about it."""
    named = tx.find(FollowUp, note.names_id) if note.names_id else None
    if named is None or named.promise is not None or not named.is_open():
        return ""
    if not names_day(note.text, named):
        return ""
    style = date_style_of(tx)
    tx.put(changes.promised(named, style, moment, now))
    return f"; {short_day(named.due.day, style.english)} is now a promise"


def names_day(text: Text, follow_up: FollowUp) -> bool:
    """Whether the text names the day on which that follow-up is due."""
    return follow_up.due.day in days_named(text.body, follow_up.due.day)
