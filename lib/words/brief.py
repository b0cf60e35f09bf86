"""Everything one message is written from, and checked against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.dates.due import Due
from lib.domain.debriefs import Commitment, Request, Said
from lib.domain.english import English
from lib.domain.followups.followup import Kind
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Filled, NoteKind
from lib.domain.profile import Profile
from lib.domain.strategies import PointToMake

NOTHING_SAID = Said()
NO_COMMITMENT = Commitment()


@dataclass(frozen=True, kw_only=True, slots=True)
class NextContact:
    """The next time the reader hears from me, named in the note's close.

    `agreed` is True when it was agreed at the interview, False when only I plan it (then the note
    itself names the day, and sending it makes it a promise). `kind` is CALL, MESSAGE or CHECK_IN,
    and `about` what was promised to be called or written about, as typed.
    """

    kind: Kind
    due: Due
    agreed: bool
    about: str = ""


class Tie(StrEnum):
    """What a contact has to do with the company by themselves."""

    NONE = "none"
    WORKS_THERE = "works_there"
    WORKED_THERE = "worked_there"


@dataclass(frozen=True, kw_only=True, slots=True)
class GoodWord:
    """What an ask for a good word, its reminder and the thanks for it are written from.

    The contact is the brief's `reader`. `knows` is the interviewer whom they could speak to,
    `knows_how` from where they know that person, and `decides` who decides (often the same one).
    `asked_on`, `agreed_on` and `spoke_on` are the days of the steps reached so far, `did` what they
    did ("wrote to Dana"), `came_of_it` what has come of it. `how` (how I know them) and `trait`
    (what an earlier version kept for the word to be about) are notes to myself, shown beside a
    blank.
    """

    how: str = ""
    tie: Tie = Tie.NONE
    knows: Interviewer | None = None
    knows_how: str = ""
    decides: Interviewer | None = None
    trait: str = ""
    asked_on: date | None = None
    agreed_on: date | None = None
    spoke_on: date | None = None
    did: str = ""
    came_of_it: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Weeks:
    """What a message in the weeks after an interview is written from, besides the interview itself.

    `checked_in_on` is the day of the first check-in, `heard_on` that of their answer, `missed` when
    a call was to take place that did not. `offers` are things that could be of use to them, from
    the worksheet. `answer_by` is the day by which I answer their offer, and `turn` which of the two
    messages to stay in touch it is. `took_another` is True if I accepted another job. `news` is
    what an earlier version kept about what has happened since; it is shown beside its blank.
    """

    checked_in_on: date | None = None
    heard_on: date | None = None
    missed: Due | None = None
    offers: tuple[str, ...] = ()
    answer_by: date | None = None
    news: str = ""
    turn: int = 1
    took_another: bool = False


NO_GOOD_WORD, NO_WEEKS = GoodWord(), Weeks()


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What the composer may use and what the checker knows to be true.

    `others` are the other people of the same interview; `requests` what this reader asked for (for
    a cover line or an apology: the thing itself, with the day it was promised for); `fit` the
    strategy's points with their evidence; `said` is what I say to the reader; `sent_on` the day on
    which the note is due to go out; `met_before` is True if an earlier interview had this reader.
    `place` is this note's position among those of its interview, which chooses the wording, so that
    no two of them open alike. `good_word` is filled where the reader is a contact; the interview is
    then the last one that took place. `weeks` is filled for messages of the weeks after. `about` is
    the call or message that a call script or an apology is about. `filled` are the blanks of this
    message that the person changed.
    """

    kind: NoteKind
    channel: Channel
    sender: Profile
    job: Job
    interview: Interview
    reader: Interviewer
    others: tuple[Interviewer, ...] = ()
    said: Said = NOTHING_SAID
    sent_on: date | None = None
    met_before: bool = False
    fit: tuple[PointToMake, ...] = ()
    requests: tuple[Request, ...] = ()
    commitment: Commitment = NO_COMMITMENT
    next_contact: NextContact | None = None
    place: int = 0
    about: NextContact | None = None
    good_word: GoodWord = NO_GOOD_WORD
    weeks: Weeks = NO_WEEKS
    filled: tuple[Filled, ...] = ()

    @property
    def english(self) -> English:
        """The English that the reader gets: the job's, else the sender's, else American."""
        return self.job.english or self.sender.english or English.AMERICAN
