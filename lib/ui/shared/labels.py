"""How statuses, steps, channels and kinds of notes are called and marked on every page."""

from __future__ import annotations

from lib.actions.people import recipient_of
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.interviews import Interview, Interviewer, InterviewFormat, InterviewKind
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Step
from lib.domain.people.suggestion_net import CLOSENESS, STATES
from lib.store.copies import Why
from lib.store.repository import Reader
from lib.ui.core.markdown_escape import plain

FOLLOW_UPS = {
    Kind.THANK_YOU: ("mail", "thank-you note"),
    Kind.CARD: ("stylus_note", "handwritten card"),
    Kind.CALL: ("call", "calls"),
    Kind.MESSAGE: ("chat", "messages"),
    Kind.MATERIAL: ("attach_file", "material to send"),
    Kind.PREPARE: ("construction", "preparation"),
    Kind.CHECK_IN: ("notifications", "check-ins"),
    Kind.ASK_NAME: ("person_search", "name to ask for"),
    Kind.GOOD_WORD: ("record_voice_over", "good word to ask for"),
    Kind.GOOD_WORD_AGAIN: ("notifications", "gentle reminder"),
    Kind.CONTACT_THANKS: ("volunteer_activism", "thanks for a good word"),
    Kind.CLOSE_LOOP: ("all_inclusive", "closing the loop"),
    Kind.GRACIOUS_REPLY: ("favorite", "gracious reply"),
    Kind.STAY_IN_TOUCH: ("waving_hand", "staying in touch"),
    Kind.OFFER_THANKS: ("redeem", "thanks for an offer"),
    Kind.ANSWER_OFFER: ("fact_check", "answer to an offer"),
    Kind.WITHDRAWAL: ("logout", "stepping back"),
    Kind.OTHER: ("flag", "other things"),
}
"""For each kind of follow-up its symbol, and what is said to be late most often."""
CHANNEL_TITLES = {
    Channel.EMAIL: "E-mail",
    Channel.CARD: "Card",
    Channel.LINKEDIN: "LinkedIn",
    Channel.INVITATION: "LinkedIn invitation",
    Channel.PHONE: "Phone",
}
ROUND_WORDS = {
    InterviewKind.PHONE_SCREEN: "phone screen",
    InterviewKind.FIRST: "first round",
    InterviewKind.TECHNICAL: "technical round",
    InterviewKind.CASE: "case",
    InterviewKind.PANEL: "panel",
    InterviewKind.FINAL: "final round",
    InterviewKind.INFORMAL: "informal talk",
    InterviewKind.OTHER: "another round",
}
FORMAT_WORDS = {
    InterviewFormat.IN_PERSON: "in person",
    InterviewFormat.VIDEO: "video",
    InterviewFormat.PHONE: "phone",
}
STATUSES = {
    JobStatus.INTERVIEWING: ("forum", "interviewing"),
    JobStatus.OFFER: ("redeem", "offer"),
    JobStatus.ACCEPTED: ("celebration", "accepted"),
    JobStatus.NOT_SELECTED: ("block", "not selected"),
    JobStatus.WITHDRAWN: ("logout", "withdrawn"),
    JobStatus.SILENT: ("hourglass_disabled", "silent"),
}
"""For each status of a job its symbol and its words."""
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


def interview_words(job: Job, interview: Interview) -> str:
    """How an interview is called in a list: "Harbor & Vale, final round"."""
    return f"{job.company}, {ROUND_WORDS[interview.kind]}"


def follow_up_sign(follow_up: FollowUp) -> str:
    """Returns a follow-up's symbol, as Markdown."""
    return f":material/{FOLLOW_UPS[follow_up.kind][0]}:"


def person_words(person: Interviewer) -> str:
    """How a person is called: by name, else by position, else as someone unknown."""
    return person.name or (
        f"the {person.position}" if person.position else "someone, name not known"
    )


def person_heading(person: Interviewer, gap: str = "  ") -> str:
    """Returns a person's name and, after the gap, their position, as Markdown."""
    position = f"{gap}:gray[{plain(person.position)}]" if person.position and person.name else ""
    return f"**{plain(person_words(person))}**{position}"


def reader_words(store: Reader, note: Note) -> str:
    """Whom the note is to."""
    person = recipient_of(store, note)
    if person is not None:
        return person_words(person)
    return store.get(Job, note.job_id).company


def kind_words(note: Note) -> str:
    """What the note is and how it goes out: "card", "e-mail, lines for the material"."""
    channel = CHANNEL_WORDS[note.channel]
    return channel if note.kind in BY_CHANNEL_ALONE else f"{channel}, {KIND_WORDS[note.kind]}"
