"""What I owe somebody, and how each promise turned out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from lib.domain.dates.due import Due
from lib.domain.followups.reasons import NO_REASON, Reason
from lib.domain.interviews import Interviewer
from lib.domain.records import Record

GRACE = timedelta(minutes=15)
"""How late a timed promise may be and still count as kept (glossary: punctuality)."""
MISSED_AFTER = timedelta(days=7)
"""How late an open promise may become before it counts as missed (glossary: punctuality)."""


class Kind(StrEnum):
    """What sort of thing is owed."""

    THANK_YOU = "thank_you"
    CARD = "card"
    CALL = "call"
    MESSAGE = "message"
    MATERIAL = "material"
    PREPARE = "prepare"
    CHECK_IN = "check_in"
    ASK_NAME = "ask_name"
    GOOD_WORD = "good_word"
    GOOD_WORD_AGAIN = "good_word_again"
    CONTACT_THANKS = "contact_thanks"
    CLOSE_LOOP = "close_loop"
    GRACIOUS_REPLY = "gracious_reply"
    STAY_IN_TOUCH = "stay_in_touch"
    OFFER_THANKS = "offer_thanks"
    ANSWER_OFFER = "answer_offer"
    WITHDRAWAL = "withdrawal"
    OTHER = "other"


class State(StrEnum):
    """How a follow-up stands at a moment."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    CLOSED = "closed"


class Punctuality(StrEnum):
    """How a promise turned out, or stands."""

    PENDING = "pending"
    KEPT = "kept"
    LATE = "late"
    MISSED = "missed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """That I told them, when, and the date they were first given and now count on.

    `agreed` is the date by which the promise is judged: the first one, or the last one they were
    told of before the one then standing came due.
    """

    made_at: datetime
    first: Due
    agreed: Due


class HappeningKind(StrEnum):
    """What a line of a follow-up's history records."""

    UNKNOWN = ""
    DONE = "done"
    REOPENED = "reopened"
    MOVED = "moved"
    MOVED_BY_THEM = "moved_by_them"
    LET_GO = "let_go"
    THEY_ACTED = "they_acted"
    PROMISED = "promised"
    NOT_PROMISED = "not_promised"


_FIRST_WORDS = {
    "Done": HappeningKind.DONE,
    "Taken up again": HappeningKind.REOPENED,
    "Moved from ": HappeningKind.MOVED,
    "They were in touch: ": HappeningKind.MOVED_BY_THEM,
    "Let go": HappeningKind.LET_GO,
    "They acted first": HappeningKind.THEY_ACTED,
    "Promised for ": HappeningKind.PROMISED,
    "Not promised after all": HappeningKind.NOT_PROMISED,
}
"""How earlier versions of the app, which stored no kind, began each kind of line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One line of a follow-up's history; `what` is for people, `kind` for decisions."""

    at: datetime
    what: str
    kind: HappeningKind = HappeningKind.UNKNOWN

    def known_kind(self) -> HappeningKind:
        """Returns the kind, for a line that an earlier version stored as its words tell."""
        if self.kind is not HappeningKind.UNKNOWN:
            return self.kind
        found = (kind for words, kind in _FIRST_WORDS.items() if self.what.startswith(words))
        return next(found, HappeningKind.UNKNOWN)


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp(Record):
    """One thing owed to somebody, due on a day (at a time, if one was agreed).

    `reason` says what it came from; there is one follow-up for a reason. `planned` is the date
    that the rules gave; `overruled` is set once a person has chosen another.
    `hidden_until` keeps a row out of sight and never moves the due date. `ask_id` names the ask
    that it is a step of, where it goes to a contact.
    """

    job_id: str = ""
    interview_id: str = ""
    interviewer_id: str = ""
    ask_id: str = ""
    who: str = ""
    kind: Kind
    what: str = ""
    due: Due
    reason: Reason = NO_REASON
    planned: Due | None = None
    overruled: bool = False
    promise: Promise | None = None
    done_at: datetime | None = None
    closed_at: datetime | None = None
    hidden_until: datetime | None = None
    history: tuple[Happening, ...] = ()

    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.done_at is None and self.closed_at is None

    def state(self, now: datetime) -> State:
        """How it stands at that moment."""
        if self.done_at is not None:
            return State.DONE
        if self.closed_at is not None:
            return State.CLOSED
        return State.OVERDUE if self.due.deadline() < now else State.OPEN

    def is_hidden(self, now: datetime) -> bool:
        """Whether the person asked not to see it at that moment."""
        return self.is_open() and self.hidden_until is not None and now < self.hidden_until


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """The records that a planned follow-up belongs to."""

    job_id: str
    interview_id: str = ""
    ask_id: str = ""
    example: bool = False

    def follow_up(
        self, reason: Reason, kind: Kind, what: str, due: Due, person: Interviewer | None
    ) -> FollowUp:
        """Returns the one follow-up for that reason, planned for that day and owed to `person`."""
        return FollowUp(
            id=reason.follow_up_id(),
            reason=reason,
            job_id=self.job_id,
            interview_id=self.interview_id,
            interviewer_id=person.id if person else "",
            ask_id=self.ask_id,
            who=called(person),
            kind=kind,
            what=what,
            due=due,
            planned=due,
            example=self.example,
        )


def called(person: Interviewer | None) -> str:
    """Returns the name that a follow-up shows, or "the VP Claims" if only the position is known."""
    if person is None:
        return ""
    position = person.position.strip()
    return person.name.strip() or (f"the {position}" if position else "")


def punctuality(promise: Promise, followup: FollowUp, now: datetime) -> Punctuality:
    """Returns how that promise turned out, or stands (glossary: punctuality)."""
    grace = GRACE if promise.agreed.clock else timedelta(0)
    limit = promise.agreed.deadline() + grace
    missed_from = promise.agreed.deadline() + MISSED_AFTER
    if followup.closed_at is not None and followup.done_at is None:
        return Punctuality.MISSED
    end = followup.done_at or now
    if end <= limit:
        return Punctuality.KEPT if followup.done_at else Punctuality.PENDING
    return Punctuality.LATE if end < missed_from else Punctuality.MISSED


@dataclass(frozen=True, slots=True)
class Tally:
    """Promises kept on time, out of all that are done or have come due."""

    kept: int
    counted: int


def tally(followups: tuple[FollowUp, ...], now: datetime) -> Tally:
    """Returns how many promises were kept on time, of those that are done or have come due."""
    outcomes = [punctuality(one.promise, one, now) for one in followups if one.promise is not None]
    counted = [outcome for outcome in outcomes if outcome is not Punctuality.PENDING]
    return Tally(counted.count(Punctuality.KEPT), len(counted))
