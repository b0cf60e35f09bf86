"""What was said, asked and promised in an interview, written down right after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lib.domain.due import Due
from lib.domain.notes import Channel
from lib.domain.records import Record


class PromiseKind(StrEnum):
    """What I said I would do."""

    CALL = "call"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing a person raised ("She said that …"), and how I can help with it ("I can help by …")."""

    raised: str = ""
    help: str = ""

    def is_empty(self) -> bool:
        """Whether nothing has been written in it."""
        return not (self.raised.strip() or self.help.strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonDebrief:
    """What I took down about one interviewer.

    `thanks` are the ways in which they are thanked. `thanked_already` is asked for only when the interview
    is long past: True when thanks went out.
    """

    interviewer_id: str
    was_there: bool = True
    points: tuple[Point, ...] = ()
    valued: str = ""
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

    `written_at` is the moment at which notes and follow-ups were last made from it. `left_out` are the
    people whom the strategy meant to call later and whom I will not call after all.
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
