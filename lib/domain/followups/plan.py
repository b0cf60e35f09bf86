"""Which follow-ups an interview gives rise to, and when each is due (the When table of the plan's words)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from lib.domain.dates.due import Due
from lib.domain.dates.workdays import Workdays
from lib.domain.debriefs import Commitment, Debrief, PromiseKind, Request, SpokenPromise
from lib.domain.followups.followup import FollowUp, Kind
from lib.domain.followups.plan_case import NO_STRATEGY, Case, check_in_due, day_of
from lib.domain.followups.plan_thanks import letter, thanks
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.notes import Channel
from lib.domain.strategies import Strategy, Timing

LATER_CALL = "call:"
"""How the reason of a call begins that the strategy planned for later."""


def next_contact(followups: Sequence[FollowUp], interviewer_id: str) -> FollowUp | None:
    """Returns the follow-up that a note to that person names as the next contact, if there is one.

    The earliest call or message to them, else the check-in that goes to them. A promise or a check-in
    that concerns somebody else is no business of this reader (docs/words.md, "The next step").
    """
    mine = [one for one in followups if one.is_open() and one.interviewer_id == interviewer_id]
    promised = [one for one in mine if one.kind in (Kind.CALL, Kind.MESSAGE)]
    check_ins = [one for one in mine if one.kind is Kind.CHECK_IN]
    return min(promised or check_ins, key=lambda one: one.due.deadline(), default=None)


def plan(
    job: Job,
    interview: Interview,
    people: tuple[Interviewer, ...],
    debrief: Debrief,
    workdays: Workdays,
    *,
    now: datetime,
    strategy: Strategy = NO_STRATEGY,
) -> tuple[FollowUp, ...]:
    """Every follow-up that a debrief gives rise to, the earliest first; one for each reason.

    A date that they were told is a promise from the interview's end on. A date that only the strategy or
    these rules give is planned; for an interview long past it is never before the next working day, so that
    entering one late raises no wall of red. The same debrief at the same moment gives the same plan.
    """
    case = Case(job, interview, people, debrief, workdays, now, strategy)
    parts = (
        thanks(case),
        letter(case),
        _requests(case),
        _promises(case),
        _later_calls(case),
        _names(case),
    )
    found = [one for part in parts for one in part]
    single = {one.reason: one for one in [*found, *_check_in(case, found)]}
    return tuple(sorted(single.values(), key=lambda one: (one.due.deadline(), one.reason)))


def proposed_calls(
    job: Job,
    interview: Interview,
    people: tuple[Interviewer, ...],
    debrief: Debrief,
    workdays: Workdays,
    *,
    now: datetime,
    strategy: Strategy,
) -> tuple[FollowUp, ...]:
    """The calls that the strategy meant for later and that nothing agreed in the room has overtaken.

    Those that the person has left out are among them.
    """
    kept = replace(debrief, left_out=())
    return tuple(_later_calls(Case(job, interview, people, kept, workdays, now, strategy)))


def _requests(case: Case) -> Iterator[FollowUp]:
    """Material by the day I named; if I named none, planned for the second working day after."""
    for request in case.debrief.requests:
        if not request.what.strip():
            continue
        due, person = request.due or case.workday(2), case.person(request.for_id)
        words = f"Send: {request.what.strip()}"
        promised = request.due is not None
        yield case.follow_up(f"material:{request.id}", Kind.MATERIAL, words, due, person, promised)
        yield from _preparation(case, request, due)


def _preparation(case: Case, request: Request, due: Due) -> Iterator[FollowUp]:
    """A reminder the working day before, where that is still to come when the debrief is written."""
    day = case.workdays.before(due.day)
    if day > max(case.interview.ended_on(), case.today()):
        words = f"Prepare: {request.what.strip()}"
        yield case.follow_up(f"prepare:{request.id}", Kind.PREPARE, words, case.on(day), None)


def _promises(case: Case) -> Iterator[FollowUp]:
    for spoken in case.debrief.promises:
        if spoken.to_id or spoken.about.strip() or spoken.due:
            yield _promise(case, spoken)


def _promise(case: Case, spoken: SpokenPromise) -> FollowUp:
    """A call or message at the time I named; if I named none, planned for the next working day.

    Without a day nothing was promised that could be judged as kept or late, and a note must not say
    that a day was agreed.
    """
    kind = Kind.CALL if spoken.kind is PromiseKind.CALL else Kind.MESSAGE
    verb = "Call" if kind is Kind.CALL else "Write"
    words = (
        f"{verb}, about {spoken.about.strip()}" if spoken.about.strip() else f"{verb}, as promised"
    )
    due, person, promised = (
        spoken.due or case.workday(1),
        case.person(spoken.to_id),
        spoken.due is not None,
    )
    return case.follow_up(f"promise:{spoken.id}", kind, words, due, person, promised)


def _later_calls(case: Case) -> Iterator[FollowUp]:
    """A call that the strategy planned for later, where nothing was agreed with that person in the room."""
    agreed = {one.to_id for one in case.debrief.promises}
    for person in case.present():
        for one in case.strategy.outreach_to(person.id):
            later = one.channel is Channel.PHONE and not one.timing.is_thanks()
            if (
                later
                and person.name.strip()
                and person.id not in agreed | set(case.debrief.left_out)
            ):
                reason = f"{LATER_CALL}{case.interview.id}:{person.id}"
                due = case.planned_for(_later_day(case, one.timing))
                yield case.follow_up(reason, Kind.CALL, "Call, as planned", due, person)


def _later_day(case: Case, timing: Timing) -> date:
    if timing is Timing.A_WEEK:
        return day_of(case.interview, timing, case.workdays)
    first = check_in_due(case.interview, _given(case), case.workdays)
    return first if timing is Timing.AFTER_THEIR_DAY else case.workdays.after(first, 1)


def _given(case: Case) -> Commitment:
    """What they said, with the day of the decision where they gave none for the next step."""
    said = case.debrief.commitment
    return said if said.by else replace(said, by=case.debrief.decision_on)


def _names(case: Case) -> Iterator[FollowUp]:
    for person in case.present():
        if not person.name.strip():
            words = f"Ask for the name of the {person.position.strip() or 'person whose name is missing'}"
            reason = f"ask_name:{person.id}"
            yield case.follow_up(reason, Kind.ASK_NAME, words, case.workday(1), case.go_between())


def _check_in(case: Case, found: Sequence[FollowUp]) -> Iterator[FollowUp]:
    """One polite question, after the day they gave for the next step or else for the decision.

    A call that the strategy planned to the same person is that question: nobody is asked twice in a week.
    """
    asked = _asked(case)
    if any(
        one.reason.startswith(LATER_CALL) and asked and one.interviewer_id == asked.id
        for one in found
    ):
        return
    due = case.planned_for(check_in_due(case.interview, _given(case), case.workdays, case.strategy))
    reason = f"check_in:{case.interview.id}"
    yield case.follow_up(reason, Kind.CHECK_IN, "Check in if you have not heard", due, asked)


def _asked(case: Case) -> Interviewer | None:
    """Whom the check-in goes to: who acts, else the recruiter, else who decides, else the first one."""
    deciding = next((one for one in case.present() if one.role is Role.DECISION_MAKER), None)
    first = next(iter(case.present()), None)
    return case.person(case.debrief.commitment.who_id) or case.go_between() or deciding or first
