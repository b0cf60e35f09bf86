"""Which follow-ups an interview gives rise to, and when each is due (the When table of the plan's words)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    """The day to ask politely, if nothing was heard: after the day they gave, or five working days on.

    Both count from the interview at the earliest: a day they gave that lies before it was misheard.
    """
    if commitment and commitment.by:
        return workdays.after(max(commitment.by, interview.ended_on()), 1)
    return workdays.after(interview.ended_on(), 5)


def suggested_thanks(debrief: Debrief, interview: Interview) -> Thanks:
    """A card where the decision is a week or more off, since it arrives in time; else an e-mail."""
    decided = _decided(debrief)
    return Thanks.CARD if decided and decided - interview.ended_on() >= CARD_FROM else Thanks.EMAIL


def next_contact(followups: Sequence[FollowUp], interviewer_id: str) -> FollowUp | None:
    """What the close of a note to that person names, out of one interview's follow-ups.

    The earliest call or message to that person; else the check-in, whoever it goes to (the sender will be
    in touch on that day); else nothing: a promise to somebody else is no business of this reader.
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
    """Every follow-up that a debrief gives rise to, the earliest first; one for each reason.

    A date that they were told is a promise from the interview's end on. A date that only these rules give
    is planned; for an interview long past it is never before the next working day, so that entering one
    late raises no wall of red. The same debrief at the same moment gives the same plan.
    """
    case = _Case(job, interview, people, debrief, workdays, now)
    parts = (_thanks(case), _cards(case), _letter(case), _requests(case), _promises(case), _names(case))
    found = [one for part in parts for one in part]
    single = {one.reason: one for one in [*found, _check_in(case)]}
    return tuple(sorted(single.values(), key=lambda one: (one.due.deadline(), one.reason)))


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
        return self.planned_for(self.workdays.after(self.interview.ended_on(), count))

    def today(self) -> date:
        return Due.at(self.now, self.interview.zone).day

    def planned_for(self, day: date) -> Due:
        """That day; for an interview long past the next working day, if that is later."""
        if is_long_past(self.interview, self.now):
            day = max(day, self.workdays.after(self.today(), 1))
        return self.on(day)

    def thanks_for(self, person: Interviewer) -> Thanks:
        sheet = self.debrief.about(person.id)
        return Thanks.NONE if sheet.thanked_already else sheet.thanks

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
            who=_called(person),
            kind=kind,
            what=what,
            due=due,
            promise=promise,
            example=self.interview.example,
        )


def _decided(debrief: Debrief) -> date | None:
    return debrief.decision_on or debrief.commitment.by


def _called(person: Interviewer | None) -> str:
    """The name; where it is not known, the position; empty if there is neither."""
    if person is None:
        return ""
    position = person.position.strip()
    return person.name.strip() or (f"the {position}" if position else "")


def _thanks_due(case: _Case) -> Due:
    """Within a day of the end; within hours if they decide the same day; within a day of now if long past."""
    interview = case.interview
    if is_long_past(interview, case.now):
        return Due.at(case.now + GREEN_FOR, interview.zone)
    within = SAME_DAY if _decided(case.debrief) == interview.ended_on() else GREEN_FOR
    return Due.at(interview.ends_at() + within, interview.zone)


def _to_thank(case: _Case, *ways: Thanks) -> Iterator[Interviewer]:
    """Who gets a note of their own in one of these ways; nobody where one letter thanks them all."""
    if len(case.present()) > MOST_SINGLE_NOTES:
        return
    for person in case.present():
        if person.name.strip() and case.thanks_for(person) in ways:
            yield person


def _thanks(case: _Case) -> Iterator[FollowUp]:
    for person in _to_thank(case, Thanks.EMAIL, Thanks.BOTH):
        reason = f"thank_you:{case.interview.id}:{person.id}"
        yield case.follow_up(reason, Kind.THANK_YOU, "Thank-you e-mail", _thanks_due(case), person)


def _cards(case: _Case) -> Iterator[FollowUp]:
    """A card is in the post on the next working day."""
    for person in _to_thank(case, Thanks.CARD, Thanks.BOTH):
        reason = f"card:{case.interview.id}:{person.id}"
        yield case.follow_up(reason, Kind.CARD, "Handwritten card", case.workday(1), person)


def _letter(case: _Case) -> Iterator[FollowUp]:
    """One letter where single notes cannot do for those who are left to thank."""
    many = len(case.present()) > MOST_SINGLE_NOTES
    left = [person for person in case.present() if case.thanks_for(person) is not Thanks.NONE]
    if left and (many or needs_coordinator_letter(left)):
        reason = f"coordinator:{case.interview.id}"
        words = "Thank-you letter for everyone"
        yield case.follow_up(reason, Kind.THANK_YOU, words, _thanks_due(case), case.go_between())


def _requests(case: _Case) -> Iterator[FollowUp]:
    """Material by the day I named; if I named none, planned for the second working day after."""
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
    if day > max(case.interview.ended_on(), case.today()):
        words = f"Prepare: {request.what.strip()}"
        yield case.follow_up(f"prepare:{request.id}", Kind.PREPARE, words, case.on(day), None)


def _promises(case: _Case) -> Iterator[FollowUp]:
    for spoken in case.debrief.promises:
        if spoken.to_id or spoken.about.strip() or spoken.due:
            yield _promise(case, spoken)


def _promise(case: _Case, spoken: SpokenPromise) -> FollowUp:
    """A call or message at the time I named; if I named none, planned for the next working day.

    Without a day nothing was promised that could be judged as kept or late, and a note must not say
    that a day was agreed.
    """
    kind = Kind.CALL if spoken.kind is PromiseKind.CALL else Kind.MESSAGE
    verb = "Call" if kind is Kind.CALL else "Write"
    words = f"{verb}, about {spoken.about.strip()}" if spoken.about.strip() else f"{verb}, as promised"
    due, person, promised = spoken.due or case.workday(1), case.person(spoken.to_id), spoken.due is not None
    return case.follow_up(f"promise:{spoken.id}", kind, words, due, person, promised)


def _names(case: _Case) -> Iterator[FollowUp]:
    for person in case.present():
        if not person.name.strip():
            words = f"Ask for the name of the {person.position.strip() or 'person whose name is missing'}"
            reason = f"ask_name:{person.id}"
            yield case.follow_up(reason, Kind.ASK_NAME, words, case.workday(1), case.go_between())


def _check_in(case: _Case) -> FollowUp:
    """One polite question, after the day they gave for the next step or else for the decision."""
    said = case.debrief.commitment
    given = said if said.by else replace(said, by=case.debrief.decision_on)
    due = case.planned_for(check_in_due(case.interview, given, case.workdays))
    reason = f"check_in:{case.interview.id}"
    return case.follow_up(reason, Kind.CHECK_IN, "Check in if you have not heard", due, _asked(case))


def _asked(case: _Case) -> Interviewer | None:
    """Whom the check-in goes to: who acts, else the recruiter, else who decides, else the first one."""
    deciding = next((one for one in case.present() if one.role is Role.DECISION_MAKER), None)
    first = next(iter(case.present()), None)
    return case.person(case.debrief.commitment.who_id) or case.go_between() or deciding or first
