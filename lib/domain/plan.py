"""Which follow-ups an interview gives rise to, and when each is due (the When table of the plan's words)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from lib.domain.debriefs import Commitment, Debrief, PromiseKind, Request, SpokenPromise, Thanks
from lib.domain.due import Due
from lib.domain.followups import FollowUp, Kind, Promise
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.workdays import Workdays

NAMESPACE = UUID("5b1f5c1e-6c0f-4f52-9d0d-6f6f6c6f7701")
GREEN_FOR = timedelta(hours=24)
RED_AFTER = timedelta(hours=72)
SAME_DAY = timedelta(hours=4)
MOST_SINGLE_NOTES = 7
CARD_FROM = timedelta(days=7)


class Clock(StrEnum):
    """How a thank-you stands: within a day, within three, or past the red line."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def follow_up_id(reason: str) -> str:
    """The id of the one follow-up for that reason; the same reason always gives the same id."""
    return uuid5(NAMESPACE, reason).hex


def thank_you_clock(interview: Interview, now: datetime) -> Clock:
    """Green to 24 hours after the interview's end, amber to 72, red after."""
    since = now - interview.ends_at()
    return Clock.GREEN if since <= GREEN_FOR else Clock.AMBER if since <= RED_AFTER else Clock.RED


def is_long_past(interview: Interview, now: datetime) -> bool:
    """Whether the red line for thanks has passed."""
    return thank_you_clock(interview, now) is Clock.RED


def needs_coordinator_letter(present: Sequence[Interviewer]) -> bool:
    """Whether one letter goes to the coordinator: more than seven interviewed, or names are missing."""
    return len(present) > MOST_SINGLE_NOTES or any(not one.name.strip() for one in present)


def check_in_due(interview: Interview, commitment: Commitment | None, workdays: Workdays) -> date:
    """The day to ask politely, if nothing was heard: after the day they gave, or five working days on."""
    if commitment and commitment.by:
        return workdays.after(max(commitment.by, interview.ended_on()), 1)
    return workdays.after(interview.ended_on(), 5)


def suggested_thanks(debrief: Debrief, interview: Interview) -> Thanks:
    """A card where the decision is a week or more off, since it arrives in time; else an e-mail."""
    decided = debrief.decision_on or debrief.commitment.by
    return Thanks.CARD if decided and decided - interview.ended_on() >= CARD_FROM else Thanks.EMAIL


def next_contact(followups: Sequence[FollowUp], interviewer_id: str) -> FollowUp | None:
    """What the close of a note to that person names, out of one interview's follow-ups.

    The earliest call or message promised to that person; else the check-in; else nothing.
    """
    mine = [one for one in followups if one.is_open() and one.interviewer_id == interviewer_id]
    promised = [one for one in mine if one.kind in (Kind.CALL, Kind.MESSAGE)]
    check_ins = [one for one in followups if one.is_open() and one.kind is Kind.CHECK_IN]
    return min(promised or check_ins, key=lambda one: one.due.deadline(), default=None)


def plan(
    job: Job,
    interview: Interview,
    people: tuple[Interviewer, ...],
    debrief: Debrief,
    workdays: Workdays,
    *,
    now: datetime,
) -> tuple[FollowUp, ...]:
    """Every follow-up that a debrief gives rise to, the earliest first; one for each reason."""
    case = _Case(job, interview, people, debrief, workdays, now)
    parts = (_thanks(case), _cards(case), _letter(case), _requests(case), _promises(case), _names(case))
    found = [one for part in parts for one in part]
    return tuple(sorted([*found, _check_in(case)], key=lambda one: (one.due.deadline(), one.reason)))


@dataclass(frozen=True, slots=True)
class _Case:
    """What one plan is made from."""

    job: Job
    interview: Interview
    people: tuple[Interviewer, ...]
    debrief: Debrief
    workdays: Workdays
    now: datetime

    def present(self) -> tuple[Interviewer, ...]:
        return tuple(one for one in self.people if self.debrief.about(one.id).was_there)

    def person(self, interviewer_id: str) -> Interviewer | None:
        return next((one for one in self.people if one.id == interviewer_id), None)

    def on(self, day: date) -> Due:
        return Due(day, None, self.interview.zone)

    def workday(self, count: int) -> Due:
        return self.on(self.workdays.after(self.interview.ended_on(), count))

    def go_between(self) -> Interviewer | None:
        """Who passes things on: the recruiter or coordinator, if there is one with a name."""
        wanted = (Role.COORDINATOR, Role.RECRUITER)
        return next((one for one in self.people if one.role in wanted and one.name.strip()), None)

    def follow_up(
        self, reason: str, kind: Kind, what: str, due: Due, person: Interviewer | None, promised: bool = False
    ) -> FollowUp:
        promise = Promise(made_at=self.interview.ends_at(), first=due, agreed=due) if promised else None
        return FollowUp(
            id=follow_up_id(reason),
            reason=reason,
            job_id=self.job.id,
            interview_id=self.interview.id,
            interviewer_id=person.id if person else "",
            who=person.name or f"the {person.position}".strip() if person else "",
            kind=kind,
            what=what,
            due=due,
            promise=promise,
            example=self.interview.example,
        )


def _thanks_due(case: _Case) -> Due:
    """Within a day of the end; within hours if they decide the same day; within a day of now if long past."""
    interview = case.interview
    if is_long_past(interview, case.now):
        return Due.at(case.now + GREEN_FOR, interview.zone)
    decided = case.debrief.decision_on or case.debrief.commitment.by
    within = SAME_DAY if decided == interview.ended_on() else GREEN_FOR
    return Due.at(interview.ends_at() + within, interview.zone)


def _to_thank(case: _Case, *ways: Thanks) -> Iterator[Interviewer]:
    if len(case.present()) > MOST_SINGLE_NOTES:
        return
    for person in case.present():
        sheet = case.debrief.about(person.id)
        if person.name.strip() and sheet.thanks in ways and not sheet.thanked_already:
            yield person


def _thanks(case: _Case) -> Iterator[FollowUp]:
    for person in _to_thank(case, Thanks.EMAIL, Thanks.BOTH):
        reason = f"thank_you:{case.interview.id}:{person.id}"
        yield case.follow_up(reason, Kind.THANK_YOU, "Thank-you e-mail", _thanks_due(case), person)


def _cards(case: _Case) -> Iterator[FollowUp]:
    due = case.workday(1)
    if is_long_past(case.interview, case.now):
        due = case.on(case.workdays.after(case.now.date(), 1))
    for person in _to_thank(case, Thanks.CARD, Thanks.BOTH):
        reason = f"card:{case.interview.id}:{person.id}"
        yield case.follow_up(reason, Kind.CARD, "Handwritten card", due, person)


def _letter(case: _Case) -> Iterator[FollowUp]:
    present = case.present()
    if present and needs_coordinator_letter(present):
        reason = f"coordinator:{case.interview.id}"
        words = "Thank-you letter for everyone"
        yield case.follow_up(reason, Kind.THANK_YOU, words, _thanks_due(case), case.go_between())


def _requests(case: _Case) -> Iterator[FollowUp]:
    for request in case.debrief.requests:
        if not request.what.strip():
            continue
        due, person = request.due or case.workday(2), case.person(request.for_id)
        words = f"Send: {request.what.strip()}"
        promised = request.due is not None
        yield case.follow_up(f"material:{request.id}", Kind.MATERIAL, words, due, person, promised)
        yield from _preparation(case, request, due)


def _preparation(case: _Case, request: Request, due: Due) -> Iterator[FollowUp]:
    """A reminder the working day before, where that is still to come when the debrief is written."""
    day = case.workdays.before(due.day)
    if day > max(case.interview.ended_on(), Due.at(case.now, case.interview.zone).day):
        words = f"Prepare: {request.what.strip()}"
        yield case.follow_up(f"prepare:{request.id}", Kind.PREPARE, words, case.on(day), None)


def _promises(case: _Case) -> Iterator[FollowUp]:
    for spoken in case.debrief.promises:
        if spoken.to_id or spoken.about.strip() or spoken.due:
            yield _promise(case, spoken)


def _promise(case: _Case, spoken: SpokenPromise) -> FollowUp:
    """A promise without a day is planned for the next working day."""
    kind = Kind.CALL if spoken.kind is PromiseKind.CALL else Kind.MESSAGE
    verb = "Call" if kind is Kind.CALL else "Write"
    words = f"{verb}, about {spoken.about.strip()}" if spoken.about.strip() else f"{verb}, as promised"
    due = spoken.due or case.workday(1)
    return case.follow_up(f"promise:{spoken.id}", kind, words, due, case.person(spoken.to_id), True)


def _names(case: _Case) -> Iterator[FollowUp]:
    for person in case.present():
        if not person.name.strip():
            words = f"Ask for the name of the {person.position or 'person whose name is missing'}"
            reason = f"ask_name:{person.id}"
            yield case.follow_up(reason, Kind.ASK_NAME, words, case.workday(1), case.go_between())


def _check_in(case: _Case) -> FollowUp:
    commitment = case.debrief.commitment
    due = case.on(check_in_due(case.interview, commitment, case.workdays))
    reason = f"check_in:{case.interview.id}"
    return case.follow_up(reason, Kind.CHECK_IN, "Check in if you have not heard", due, _asked(case))


def _asked(case: _Case) -> Interviewer | None:
    """Whom the check-in goes to: who acts, else the recruiter, else who decides, else the first one."""
    deciding = next((one for one in case.present() if one.role is Role.DECISION_MAKER), None)
    first = next(iter(case.present()), None)
    return case.person(case.debrief.commitment.who_id) or case.go_between() or deciding or first
