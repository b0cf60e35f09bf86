"""What was said, asked and promised in an interview, written down right after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lib.domain.dates.due import Due
from lib.domain.notes import Channel
from lib.domain.records import Record


class PromiseKind(StrEnum):
    """What I said I would do."""

    CALL = "call"
    MESSAGE = "message"


class Opening(StrEnum):
    """How the sentence begins that takes up what a person said (words: docs/words.md)."""

    OPEN_ABOUT = "open_about"  # I appreciated how open you were about …
    CARE_ABOUT = "care_about"  # I could tell how much you care about …
    MENTIONED = "mentioned"  # You mentioned that …
    THOUGHT_ABOUT = "thought_about"  # I've been thinking about what you said about …
    TALKED_ABOUT = "talked_about"  # I enjoyed talking with you about …
    ASKED = "asked"  # You asked …
    ASKED_SINCE = "asked_since"  # You asked …, and I've thought about it since.


class OfferOpening(StrEnum):
    """How the sentence begins in which I offer something."""

    GLAD_TO = "glad_to"  # I'd be glad to …
    CAN = "can"  # If it helps, I can …
    LIKE_TO = "like_to"  # I'd like to …
    LOVE_TO = "love_to"  # I'd love to …
    ENJOY_WORKING = "enjoy_working"  # I'd enjoy working on this with you. (has no blank)


class Blank(StrEnum):
    """One blank of a letter, in the order in which the letter has them."""

    THANKS = "thanks"
    TOPIC = "topic"
    ANSWER = "answer"
    RESULT = "result"
    OFFER = "offer"
    ALSO_TOPIC = "also_topic"
    ALSO_ANSWER = "also_answer"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A blank that is left out of the message on one channel, such as a card with little room."""

    channel: Channel
    blank: Blank


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What I say to one interviewer: the blanks of the letter, as typed.

    `thanks` is what I thank for besides the time ("showing me the dock"), `answer` what I did about
    the topic, and `result` what came of it.

    An opening is None until the person has chosen one or typed into its blank; until then the place
    of the reader decides. `answer_point` is the id of the worksheet's point that `answer` was taken
    from. `close` is one more line of my own, before the frame's last one or in its place.
    """

    thanks: str = ""
    opening: Opening | None = None
    topic: str = ""
    answer: str = ""
    result: str = ""
    answer_point: str = ""
    offer_opening: OfferOpening | None = None
    offer: str = ""
    also_opening: Opening | None = None
    also_topic: str = ""
    also_answer: str = ""
    close: str = ""
    left_out: tuple[LeftOut, ...] = ()

    def blanks(self) -> dict[Blank, str]:
        """The text of each blank, in the order in which the letter has them."""
        return {blank: getattr(self, blank.value) for blank in Blank}

    def is_empty(self) -> bool:
        """True if nothing stands in any blank."""
        typed = any(text.strip() for text in self.blanks().values())
        return not typed and self.offer_opening is not OfferOpening.ENJOY_WORKING


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonDebrief:
    """What I took down about one interviewer, and what I say to them.

    `noted` and `valued` are private: nothing of them enters a message. `said` is the middle of the
    letter. `thanks` are the ways in which they are thanked. `thanked_already` is asked for only
    when the interview is long past: True when thanks went out.
    """

    interviewer_id: str
    was_there: bool = True
    noted: str = ""
    valued: str = ""
    said: Said = Said()
    thanks: tuple[Channel, ...] = (Channel.EMAIL,)
    thanked_already: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """What the employer said would happen ("they decide"), who acts, and by when."""

    what: str = ""
    who_id: str = ""
    by: date | None = None

    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return not (self.what.strip() or self.by)


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """Something they asked me for, for whom, and by when I said it would be there."""

    id: str
    what: str = ""
    for_id: str = ""
    due: Due | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenPromise:
    """A call or a message that I promised in the room, to whom, about what, and when."""

    id: str
    kind: PromiseKind = PromiseKind.CALL
    to_id: str = ""
    about: str = ""
    due: Due | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Debrief(Record):
    """The checklist of one interview; its id is that interview's id.

    `written_at` is the moment at which notes and follow-ups were last made from it. `left_out` are
    the people whom the strategy meant to call later and whom I will not call after all.
    """

    people: tuple[PersonDebrief, ...] = ()
    commitment: Commitment = Commitment()
    requests: tuple[Request, ...] = ()
    promises: tuple[SpokenPromise, ...] = ()
    decision_on: date | None = None
    next_time: str = ""
    left_out: tuple[str, ...] = ()
    written_at: datetime | None = None

    def about(self, interviewer_id: str) -> PersonDebrief:
        """What was taken down about that person; an empty sheet if nothing was."""
        for person in self.people:
            if person.interviewer_id == interviewer_id:
                return person
        return PersonDebrief(interviewer_id=interviewer_id)
