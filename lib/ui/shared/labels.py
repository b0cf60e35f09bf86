"""How statuses, steps, channels and kinds of notes are called and marked on every page."""

from __future__ import annotations

from lib.actions.people import recipient_of
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Step
from lib.domain.people.suggestion_net import CLOSENESS, STATES
from lib.store.copies import Why
from lib.store.repository import Reader
from lib.ui.shared import parts

STATUS_WORDS = {
    JobStatus.INTERVIEWING: "interviewing",
    JobStatus.OFFER: "offer",
    JobStatus.ACCEPTED: "accepted",
    JobStatus.NOT_SELECTED: "not selected",
    JobStatus.WITHDRAWN: "withdrawn",
    JobStatus.SILENT: "silent",
}
STATUS_SIGNS = {
    JobStatus.INTERVIEWING: "forum",
    JobStatus.OFFER: "redeem",
    JobStatus.ACCEPTED: "celebration",
    JobStatus.NOT_SELECTED: "block",
    JobStatus.WITHDRAWN: "logout",
    JobStatus.SILENT: "hourglass_disabled",
}
STEP_WORDS = STATES
"""How an ask stands, in the words of the picture."""
STEP_SIGNS = {
    Step.IDEA: "lightbulb",
    Step.ASKED: "outgoing_mail",
    Step.AGREED: "handshake",
    Step.DONE: "record_voice_over",
    Step.THANKED: "volunteer_activism",
    Step.DECLINED: "block",
}
HOW_WELL = {**CLOSENESS, 0: "not said"}
CHANNEL_WORDS = {
    Channel.EMAIL: "e-mail",
    Channel.CARD: "card",
    Channel.LINKEDIN: "LinkedIn message",
    Channel.INVITATION: "LinkedIn invitation",
    Channel.PHONE: "phone script",
}
BY_CHANNEL_ALONE = (NoteKind.THANK_YOU, NoteKind.CALL)
KIND_WORDS = {
    NoteKind.COORDINATOR: "letter to the coordinator",
    NoteKind.COVER_LINE: "lines for the material",
    NoteKind.APOLOGY: "apology for being late",
    NoteKind.GOOD_WORD: "ask for a good word",
    NoteKind.GOOD_WORD_AGAIN: "gentle reminder",
    NoteKind.CONTACT_THANKS: "thanks for a good word",
    NoteKind.CHECK_IN: "check-in",
    NoteKind.CHECK_IN_AGAIN: "second check-in",
    NoteKind.CLOSE_LOOP: "closing the loop",
    NoteKind.MISSED_CALL: "about the call that was missed",
    NoteKind.GRACIOUS_REPLY: "gracious reply",
    NoteKind.STAY_IN_TOUCH: "staying in touch",
    NoteKind.OFFER_THANKS: "thanks for the offer",
    NoteKind.WITHDRAWAL: "stepping back",
}
WHY_WORDS = {
    Why.BY_ITSELF: "made by itself",
    Why.BEFORE_UPDATE: "before an update of the app",
    Why.BEFORE_ERASING: "before everything was erased",
}


def reader_words(store: Reader, note: Note) -> str:
    """Whom the note is to."""
    person = recipient_of(store, note)
    if person is not None:
        return parts.person_words(person)
    return store.get(Job, note.job_id).company


def kind_words(note: Note) -> str:
    """What the note is and how it goes out: "card", "e-mail, lines for the material"."""
    channel = CHANNEL_WORDS[note.channel]
    return channel if note.kind in BY_CHANNEL_ALONE else f"{channel}, {KIND_WORDS[note.kind]}"
