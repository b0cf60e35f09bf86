"""Everything one message is written from, and checked against."""

from __future__ import annotations

from dataclasses import dataclass

from lib.domain.debriefs import Commitment, Point, Request
from lib.domain.due import Due
from lib.domain.followups import Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, NoteKind
from lib.domain.profile import Profile
from lib.domain.strategies import PointToMake


@dataclass(frozen=True, kw_only=True, slots=True)
class NextContact:
    """The next time the reader hears from me, named in the note's close.

    `agreed` is True when it was agreed at the interview, False when only I plan it (then the note
    itself names the day, and sending it makes it a promise). `kind` is CALL, MESSAGE or CHECK_IN. `other` is
    set where somebody else will hear from me on that day: then the note says who.
    """

    kind: Kind
    due: Due
    agreed: bool
    other: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What the composer may use and what the checker knows to be true.

    `others` are the other people of the same interview; `requests` what this reader asked for (for a
    cover line or an apology: the thing itself, with the day it was promised for); `fit` the strategy's
    points with their evidence; `place` is this note's position among those of its interview, which
    chooses the wording, so that no two of them open alike.
    """

    kind: NoteKind
    channel: Channel
    sender: Profile
    job: Job
    interview: Interview
    reader: Interviewer
    others: tuple[Interviewer, ...] = ()
    points: tuple[Point, ...] = ()
    valued: str = ""
    fit: tuple[PointToMake, ...] = ()
    requests: tuple[Request, ...] = ()
    commitment: Commitment | None = None
    next_contact: NextContact | None = None
    place: int = 0
