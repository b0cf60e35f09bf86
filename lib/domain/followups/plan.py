"""Which follow-ups an interview gives rise to, and when each is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lib.domain.dates.due import Due
from lib.domain.debriefs import PromiseKind, Request
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan_case import Case, day_of
from lib.domain.followups.plan_thanks import letter, thanks
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interviewer, Role
from lib.domain.notes import Channel
from lib.domain.strategies import Timing

CHECK_IN_WORDS = "Check in if you have not heard"


def next_contact(followups: Sequence[FollowUp], interviewer_id: str) -> FollowUp | None:
    """Returns the follow-up that a note to that person names as the next contact, if there is one.

    The earliest call or message to them, else the check-in that goes to them. A promise or a
    check-in that concerns somebody else is left out (docs/words.md, "The next step").
    """
    mine = [one for one in followups if one.is_open() and one.interviewer_id == interviewer_id]
    promised = [one for one in mine if one.kind in (Kind.CALL, Kind.MESSAGE)]
    check_ins = [one for one in mine if one.kind is Kind.CHECK_IN]
    return min(promised or check_ins, key=lambda one: one.due.deadline(), default=None)


def plan(case: Case) -> tuple[FollowUp, ...]:
    """Returns every follow-up that a debrief gives rise to, the earliest first.

    A date that they were told is a promise from the interview's end on. A date that only the
    strategy or these rules give is planned; for an interview long past it is never before the next
    working day, so that entering one late raises no wall of red. The same case always gives the
    same plan, with one follow-up for each reason.
    """
    parts = (thanks, letter, _requests, _promises, _later_calls, _names)
    found = [one for part in parts for one in part(case)]
    single = {str(one.reason): one for one in [*found, *_check_in(case, found)]}
    by_day = sorted(single.items(), key=lambda item: (item[1].due.deadline(), item[0]))
    return tuple(one for _, one in by_day)


def _requests(case: Case) -> Iterator[FollowUp]:
    """Material by the day I named; if I named none, planned for the second working day after."""
    for request in case.debrief.requests:
        if not request.what.strip():
            continue
        due, person = request.due or case.workday(2), case.person(request.for_id)
        reason, words = Reason(ReasonKind.MATERIAL, request.id), f"Send: {request.what.strip()}"
        planned = case.origin().follow_up(reason, Kind.MATERIAL, words, due, person)
        yield case.promised(planned) if request.due else planned
        yield from _preparation(case, request, due)


def _preparation(case: Case, request: Request, due: Due) -> Iterator[FollowUp]:
    """Due the working day before, where that is still to come when the debrief is written."""
    day = case.workdays.before(due.day)
    if day > max(case.interview.ended_on(), case.today()):
        reason, words = Reason(ReasonKind.PREPARE, request.id), f"Prepare: {request.what.strip()}"
        yield case.origin().follow_up(reason, Kind.PREPARE, words, case.on(day), None)


def _promises(case: Case) -> Iterator[FollowUp]:
    """A call or message at the time I named; if I named none, planned for the next working day.

    Without a day nothing was promised that could be judged as kept or late, and a note must not say
    that a day was agreed.
    """
    for spoken in case.debrief.promises:
        if not (spoken.to_id or spoken.about.strip() or spoken.due):
            continue
        is_call = spoken.kind is PromiseKind.CALL
        kind, verb = (Kind.CALL, "Call") if is_call else (Kind.MESSAGE, "Write")
        about = f"about {spoken.about.strip()}" if spoken.about.strip() else "as promised"
        due, person = spoken.due or case.workday(1), case.person(spoken.to_id)
        reason = Reason(ReasonKind.PROMISE, spoken.id)
        planned = case.origin().follow_up(reason, kind, f"{verb}, {about}", due, person)
        yield case.promised(planned) if spoken.due else planned


def proposed_calls(case: Case) -> Iterator[FollowUp]:
    """Yields the calls that the strategy meant for later, where nothing was agreed in the room.

    Those that the person has left out are among them.
    """
    agreed = {one.to_id for one in case.debrief.promises}
    for person in case.present():
        if not person.name.strip() or person.id in agreed:
            continue
        for one in case.strategy.outreach_to(person.id):
            if one.channel is Channel.PHONE and not one.timing.is_thanks():
                reason = case.reason(ReasonKind.PLANNED_CALL, person)
                due = case.planned_for(_later_day(case, one.timing))
                yield case.origin().follow_up(reason, Kind.CALL, "Call, as planned", due, person)


def _later_calls(case: Case) -> Iterator[FollowUp]:
    left_out = case.debrief.left_out
    return (one for one in proposed_calls(case) if one.interviewer_id not in left_out)


def _later_day(case: Case, timing: Timing) -> date:
    if timing is Timing.A_WEEK:
        return day_of(case.interview, timing, case.workdays)
    first = case.check_in_due()
    return first if timing is Timing.AFTER_THEIR_DAY else case.workdays.after(first, 1)


def _names(case: Case) -> Iterator[FollowUp]:
    for person in case.present():
        if not person.name.strip():
            whose = person.position.strip() or "person whose name is missing"
            reason, due = Reason(ReasonKind.ASK_NAME, person.id), case.workday(1)
            words, asked = f"Ask for the name of the {whose}", case.go_between()
            yield case.origin().follow_up(reason, Kind.ASK_NAME, words, due, asked)


def _check_in(case: Case, found: Sequence[FollowUp]) -> Iterator[FollowUp]:
    """One polite question, after the day they gave for the next step or else for the decision.

    A call that the strategy planned to the same person is that question: nobody is asked twice.
    """
    asked = _asked(case)
    for one in found:
        is_call = one.reason.kind is ReasonKind.PLANNED_CALL
        if is_call and asked is not None and one.interviewer_id == asked.id:
            return
    due = case.planned_for(case.check_in_due(case.strategy))
    reason = case.reason(ReasonKind.CHECK_IN)
    yield case.origin().follow_up(reason, Kind.CHECK_IN, CHECK_IN_WORDS, due, asked)


def _asked(case: Case) -> Interviewer | None:
    """Returns who acts, else the recruiter, else who decides, else the first person."""
    deciding = next((one for one in case.present() if one.role is Role.DECISION_MAKER), None)
    first = next(iter(case.present()), None)
    return case.person(case.debrief.commitment.who_id) or case.go_between() or deciding or first
