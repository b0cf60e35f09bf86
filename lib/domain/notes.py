"""The words of one message, for one reader and one channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.domain.records import Record


class Channel(StrEnum):
    """How a note reaches its reader."""

    EMAIL = "email"
    CARD = "card"
    LINKEDIN = "linkedin"
    INVITATION = "invitation"
    PHONE = "phone"


THANKS_BY = (Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.PHONE)
"""The channels to thank someone by; an invitation is a LinkedIn message cut short."""


class NoteKind(StrEnum):
    """What a note is for."""

    THANK_YOU = "thank_you"
    COORDINATOR = "coordinator"
    COVER_LINE = "cover_line"
    APOLOGY = "apology"
    CALL = "call"
    GOOD_WORD = "good_word"
    GOOD_WORD_AGAIN = "good_word_again"
    CONTACT_THANKS = "contact_thanks"
    CHECK_IN = "check_in"
    CHECK_IN_AGAIN = "check_in_again"
    CLOSE_LOOP = "close_loop"
    MISSED_CALL = "missed_call"
    GRACIOUS_REPLY = "gracious_reply"
    STAY_IN_TOUCH = "stay_in_touch"
    OFFER_THANKS = "offer_thanks"
    WITHDRAWAL = "withdrawal"

    def is_of_the_weeks_after(self) -> bool:
        """Returns True for messages of the weeks after an interview, such as a check-in."""
        return self in (
            NoteKind.CHECK_IN,
            NoteKind.CHECK_IN_AGAIN,
            NoteKind.CLOSE_LOOP,
            NoteKind.MISSED_CALL,
            NoteKind.GRACIOUS_REPLY,
            NoteKind.STAY_IN_TOUCH,
            NoteKind.OFFER_THANKS,
            NoteKind.WITHDRAWAL,
        )

    def is_to_a_contact(self) -> bool:
        """Whether its reader is somebody I know, and not somebody who interviewed me."""
        return self in (NoteKind.GOOD_WORD, NoteKind.GOOD_WORD_AGAIN, NoteKind.CONTACT_THANKS)


@dataclass(frozen=True, slots=True)
class Text:
    """A subject (empty on anything but an e-mail) and a body."""

    subject: str = ""
    body: str = ""


GREETING = "greeting"
"""The blank for what follows "Dear". It belongs to the reader and not to the message."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A blank of a message that the person changed, and its text, which may be empty."""

    blank: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A text the note once had, when it was replaced, and in which visit to the page."""

    at: datetime
    text: Text
    visit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note(Record):
    """A message in the making, or sent.

    `written` is what the app composed and `text` what stands there now: they differ once a person
    has edited it. `names_id` is the follow-up whose day the close of the note names: sending the
    note makes that a promise. `accepted` are the codes of warnings that the person said are right;
    `declined` is a newer wording that they were shown and did not want. `contact_id` is set where
    it goes to a contact. `filled` are the blanks that the person changed; what stands in the others
    comes from what is known. `keeps_its_words` is True for a note that an earlier version wrote:
    only "write again" changes it.
    """

    job_id: str
    interview_id: str = ""
    interviewer_id: str = ""
    contact_id: str = ""
    follow_up_id: str = ""
    names_id: str = ""
    kind: NoteKind = NoteKind.THANK_YOU
    channel: Channel = Channel.EMAIL
    reason: str = ""
    text: Text = Text()
    written: Text = Text()
    filled: tuple[Filled, ...] = ()
    versions: tuple[Version, ...] = ()
    accepted: tuple[str, ...] = ()
    declined: Text | None = None
    sent_at: datetime | None = None
    keeps_its_words: bool = False

    def is_edited(self) -> bool:
        """Whether a person has changed what the app wrote, or an earlier version wrote it."""
        return self.keeps_its_words or self.text != self.written
