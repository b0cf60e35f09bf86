"""Which follow-ups an answer gives rise to, and when each is due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from lib.domain.answers import Answer
from lib.domain.dates.due import Due, local_day
from lib.domain.dates.workdays import Workdays
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import FollowUp, Kind, Origin
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interviewer, Role
from lib.domain.jobs import JobStatus

A_DAY = timedelta(hours=24)
FIRST_HOUR = timedelta(hours=1)
"""In which no reply to a no goes out (docs/words.md, "The first hour")."""
FIVE_WEEKS = timedelta(weeks=5)
THREE_MONTHS = relativedelta(months=3)
TAKES_NO_ANSWER = re.compile(r"(?:no|do-?not|donot)[-._]?reply", re.IGNORECASE)
"""What stands before the @ of an address that nobody reads."""
REASONS = (
    ReasonKind.GRACIOUS_REPLY,
    ReasonKind.FURTHER_REPLY,
    ReasonKind.STAY_IN_TOUCH,
    ReasonKind.OFFER_THANKS,
    ReasonKind.ANSWER_OFFER,
    ReasonKind.WITHDRAWAL,
    ReasonKind.WENT_SILENT,
)
"""The reasons of all that an answer gives rise to."""
OVER = (JobStatus.ACCEPTED, JobStatus.NOT_SELECTED, JobStatus.WITHDRAWN, JobStatus.SILENT)
"""The answers after which most of what was planned makes no sense any more."""
STAYS = (
    Kind.CONTACT_THANKS,
    Kind.GRACIOUS_REPLY,
    Kind.STAY_IN_TOUCH,
    Kind.OFFER_THANKS,
    Kind.ANSWER_OFFER,
    Kind.WITHDRAWAL,
)
"""What still makes sense then."""


@dataclass(frozen=True, slots=True)
class AnswerCase:
    """What the follow-ups of one answer are worked out from. `people` are those met for the job."""

    answer: Answer
    people: tuple[Interviewer, ...]
    workdays: Workdays
    zone: str

    def within_a_day(self) -> Due:
        """Returns when a reply to the answer is due."""
        return Due.at(self.answer.at + A_DAY, self.zone)

    def reader(self) -> Interviewer | None:
        """Returns who told me, else who passes things on or decides; never a no-reply address."""
        named = sorted((one for one in self.people if one.name.strip()), key=_by_role)
        told = [one for one in self.people if one.id == self.answer.from_id]
        asked = named if self.answer.no_reply else [*told, *named]
        return next((one for one in asked if takes_answers(one.email)), None)

    def origin(self) -> Origin:
        """Returns the job that every follow-up of the answer belongs to."""
        return Origin(job_id=self.answer.id, example=self.answer.example)


MESSAGES = {
    JobStatus.OFFER: (
        ReasonKind.OFFER_THANKS,
        Kind.OFFER_THANKS,
        "Thank them for the offer, and say when you will answer",
    ),
    JobStatus.WITHDRAWN: (ReasonKind.WITHDRAWAL, Kind.WITHDRAWAL, "Step back kindly"),
    JobStatus.SILENT: (ReasonKind.WENT_SILENT, Kind.CLOSE_LOOP, "Close the loop"),
}
"""The message that an answer calls for within a day; a no calls for the gracious reply."""


def plan_answer(case: AnswerCase) -> tuple[FollowUp, ...]:
    """Returns the follow-ups of that answer: to who told me, or whoever passes things on."""
    if case.answer.status is JobStatus.NOT_SELECTED:
        return (gracious_reply(case, case.reader()), *_staying_in_touch(case))
    if case.answer.status not in MESSAGES:
        return ()
    kind_of_reason, kind, what = MESSAGES[case.answer.status]
    reason, due = Reason(kind_of_reason, case.answer.id), case.within_a_day()
    message = case.origin().follow_up(reason, kind, what, due, case.reader())
    return (message, *_answering(case))


def _by_role(person: Interviewer) -> int:
    return (Role.RECRUITER, Role.COORDINATOR, Role.DECISION_MAKER, Role.PEER).index(person.role)


def takes_answers(email: str) -> bool:
    """True unless the address is one of those that nobody reads; an unknown one is read."""
    return TAKES_NO_ANSWER.search(email.partition("@")[0]) is None


def gracious_reply(
    case: AnswerCase, person: Interviewer | None, which: ReasonKind = ReasonKind.GRACIOUS_REPLY
) -> FollowUp:
    """Returns the reply to a no, due within a day of the news.

    Args:
        which: `FURTHER_REPLY` for one that the person chose to write to one more of those met.
    """
    reason = Reason(which, case.answer.id, person.id if person else "")
    due = case.within_a_day()
    return case.origin().follow_up(reason, Kind.GRACIOUS_REPLY, "Gracious reply", due, person)


def _still_makes_sense(follow_up: FollowUp, answer: Answer) -> bool:
    closing = answer.status is JobStatus.SILENT and follow_up.kind is Kind.CLOSE_LOOP
    return follow_up.kind in STAYS or closing


def makes_no_sense_any_more(follow_ups: Iterable[FollowUp], answer: Answer) -> tuple[FollowUp, ...]:
    """What is open for a job though its answer leaves nothing to wait for; the earliest first."""
    if answer.status is JobStatus.OFFER:
        follow_ups = (one for one in follow_ups if asks_how_it_stands(one))
    elif answer.status not in OVER:
        return ()
    found = [one for one in follow_ups if one.is_open() and not _still_makes_sense(one, answer)]
    return tuple(sorted(found, key=lambda one: one.due.deadline()))


def _staying_in_touch(case: AnswerCase) -> Iterator[FollowUp]:
    told_on = local_day(case.answer.at, case.zone)
    days = (told_on + FIVE_WEEKS, told_on + THREE_MONTHS)
    for turn, day in enumerate(days if case.answer.stay_in_touch else (), 1):
        due = Due(case.workdays.on_or_after(day), None, case.zone)
        reason = Reason(ReasonKind.STAY_IN_TOUCH, case.answer.id, turn=turn)
        kind, what = Kind.STAY_IN_TOUCH, "Stay in touch"
        yield case.origin().follow_up(reason, kind, what, due, case.reader())


def _answering(case: AnswerCase) -> Iterator[FollowUp]:
    """The answer to an offer, by the day that I named."""
    if case.answer.status is JobStatus.OFFER and case.answer.answer_by:
        reason = Reason(ReasonKind.ANSWER_OFFER, case.answer.id)
        due = Due(case.answer.answer_by, None, case.zone)
        kind, what = Kind.ANSWER_OFFER, "Answer the offer"
        yield case.origin().follow_up(reason, kind, what, due, case.reader())
