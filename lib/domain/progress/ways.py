"""The seven ways of following through, and how each stands for a job (docs/progress.md)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from lib.domain.debriefs import Debrief
from lib.domain.followups.answer_plan import OVER
from lib.domain.followups.check_ins import asks_how_it_stands
from lib.domain.followups.followup import Kind, Punctuality, State
from lib.domain.followups.plan_case import RED_AFTER
from lib.domain.followups.plan_thanks import THANKS
from lib.domain.followups.reasons import Reason, ReasonKind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job, JobStatus
from lib.domain.notes import NoteKind
from lib.domain.people.asks import Step, first_held
from lib.domain.progress.punctuality import turned
from lib.domain.progress.way_case import Case, NextThing, Task, doing

READY = 80
"""From how many per cent on a worksheet counts as a plan."""
GRACIOUS_WITHIN = timedelta(hours=48)
UNWRITTEN = "the interview is not written down yet"
THANK_THEM = "Thank them for the good word"


class Way(StrEnum):
    """One of the seven ways, in the mission's order."""

    PLAN = "plan"
    NEXT_STEP = "next_step"
    THANKS = "thanks"
    NEXT_CONTACT = "next_contact"
    PUNCTUAL = "punctual"
    GOOD_WORD = "good_word"
    GRACE = "grace"


class Standing(StrEnum):
    """How a way stands for a job: done, to be done, not yet possible, or missed."""

    DONE = "done"
    OPEN = "open"
    NOT_YET = "not_yet"
    MISSED = "missed"


class WayState(NamedTuple):
    """How one way stands for a job, why, and what to do about it, if there is anything."""

    way: Way
    standing: Standing
    reason: str
    then: NextThing | None = None


def is_over(job: Job) -> bool:
    """Whether nothing more is to be done for it but what its answer calls for."""
    return job.archived_at is not None or job.status in OVER


def board(case: Case) -> tuple[WayState, ...]:
    """Returns how each of the seven ways stands for that job, in the mission's order."""
    rules = (_plan, _next_step, _thanks, _next_contact, _punctual, _good_word, _grace)
    return tuple(WayState(way, *rule(case)) for way, rule in zip(Way, rules, strict=True))


_Found = tuple[Standing, str] | tuple[Standing, str, NextThing | None]


def _plan(case: Case) -> _Found:
    """1: a worksheet that is ready by the time the next interview starts, else of the last one."""
    rounds = sorted(case.of.interviews, key=lambda one: one.starts_at())
    if not rounds:
        add = NextThing(Task.ADD_INTERVIEW, case.of.job.id, "Add an interview")
        return Standing.NOT_YET, "no interview yet", add
    coming = next((one for one in rounds if one.starts_at() > case.now), None)
    percent = case.readiness.get((coming or rounds[-1]).id, 0)
    if percent >= READY:
        return Standing.DONE, f"worksheet {percent} % ready"
    if coming is None:
        return Standing.MISSED, f"worksheet {percent} % ready; {READY} % would have been a plan"
    label = "Finish the worksheet" if percent else "Begin the worksheet"
    preparing = NextThing(Task.FILL_WORKSHEET, coming.id, label)
    words = f"worksheet {percent} % ready for {case.on(coming.starts_at())}"
    return Standing.OPEN, words, preparing


def _next_step(case: Case) -> _Found:
    """2: the checklist of the last interview says who acts, or by which day."""
    for interview in case.of.ended(case.now)[:1]:
        debrief = case.of.debrief(interview)
        said = debrief.commitment
        if said.by or said.who_id:
            by = f"by {case.on(said.by)}" if said.by else ""
            who, what = case.of.name(said.who_id), said.what.strip() or "the next step"
            return Standing.DONE, ", ".join(filter(None, (what, who, by)))
        if debrief.written_at is None and not is_over(case.of.job):
            return Standing.OPEN, UNWRITTEN, case.checklist(interview)
        return Standing.MISSED, "it was not said who acts next, and by when"
    return Standing.NOT_YET, "comes in the last minutes of the interview"


def _thanks(case: Case) -> _Found:
    """3: everyone with a name was thanked within three days; what is open comes first."""
    found = [_thanks_after(case, one) for one in case.of.ended(case.now)]
    none: _Found = Standing.NOT_YET, "comes after the interview"
    return min(found, key=lambda one: one[0] is not Standing.OPEN, default=none)


def _thanks_after(case: Case, interview: Interview) -> _Found:
    debrief, until = case.of.debrief(interview), interview.ends_at() + RED_AFTER
    people = {one.id: one for one in case.of.people}
    met = [people[id] for id in interview.interviewer_ids if id in people]
    present = [one for one in met if one.name.strip() and debrief.about(one.id).was_there]
    whom = [one.id for one in present] or [""]
    at = {id: moment for id in whom if (moment := _thanked_at(case, interview, debrief, id))}
    if len(at) == len(whom):
        late = ", but not within three days" if max(at.values()) > until else ""
        return Standing.MISSED if late else Standing.DONE, f"everyone thanked{late}"
    left = [one for one in present if one.id not in at]
    names = ", ".join(one.name.strip() for one in left) or "no name is known"
    then = _to_thank(case, interview, debrief, {one.id for one in left})
    if case.now <= until:
        return Standing.OPEN, f"until {case.on(until)}: {names}", then
    late = f"not thanked within three days: {names}"
    return Standing.MISSED, late, None if is_over(case.of.job) else then


def _thanked_at(
    case: Case, interview: Interview, debrief: Debrief, interviewer_id: str
) -> datetime | None:
    """When that person was first thanked, be it in a letter to all; None if never."""
    if debrief.about(interviewer_id).thanked_already:
        return interview.ends_at()
    reasons = {Reason(ReasonKind.COORDINATOR, interview.id)}
    reasons |= {Reason(kind, interview.id, interviewer_id) for kind, _, _ in THANKS.values()}
    done = [one.done_at for one in case.of.followups if one.reason in reasons]
    sent = [one.sent_at for one in case.thanking(interview, {interviewer_id})]
    return min(filter(None, (*done, *sent)), default=None)


def _to_thank(case: Case, interview: Interview, debrief: Debrief, left: set[str]) -> NextThing:
    if debrief.written_at is None:
        return case.checklist(interview)
    unsent = [one for one in case.thanking(interview, left) if one.sent_at is None]
    return case.sending(unsent[0]) if unsent else case.checklist(interview, "Say how to thank them")


def _next_contact(case: Case) -> _Found:
    """4: since the last interview something was promised for a day, spoken or in a note."""
    last = next(iter(case.of.ended(case.now)), None)
    if last is None:
        return Standing.NOT_YET, "comes with the interview and its notes"
    told = [
        one for one in case.of.followups if one.promise and one.promise.made_at >= last.starts_at()
    ]
    if told:
        best = min(told, key=lambda one: (not one.is_open(), one.due.deadline()))
        return Standing.DONE, ", ".join(filter(None, (best.what, best.who, case.on(best.due.day))))
    if is_over(case.of.job):
        return Standing.MISSED, "they were not told when they would hear from you"
    if case.of.debrief(last).written_at is None:
        return Standing.OPEN, UNWRITTEN, case.checklist(last)
    return Standing.OPEN, "nobody was told when they hear from you", _to_tell(case, last)


def _to_tell(case: Case, last: Interview) -> NextThing:
    """The note that will name the day, else the contact that is planned, else the checklist."""
    notes = [one for one in case.of.notes if one.interview_id == last.id and one.names_id]
    if unsent := [one for one in notes if one.sent_at is None]:
        return case.sending(unsent[0])
    planned = [one for one in case.of.followups if one.is_open() and asks_how_it_stands(one)]
    first = min(planned, key=lambda one: one.due.deadline(), default=None)
    if first is None:
        return case.checklist(last, "Say what you promised")
    return doing(case.of.notes, first, first.what)


def _punctual(case: Case) -> _Found:
    """5: every promise that is done or has come due was kept on time."""
    promises = turned(case.of.followups, case.now)
    counted = [one for one in promises if one.is_counted()]
    kept = sum(one.outcome is Punctuality.KEPT for one in counted)
    to_keep = [one.follow_up for one in promises if one.follow_up.is_open()]
    first = min(to_keep, key=lambda one: one.due.deadline(), default=None)
    words = f", one due {case.on(first.due.day)}" if first else ""
    if not promises:
        return Standing.NOT_YET, "nothing promised yet"
    keeping = doing(case.of.notes, first, first.what) if first else None
    if not counted:
        return Standing.OPEN, f"{len(promises)} to keep{words}", keeping
    standing = Standing.DONE if kept == len(counted) else Standing.MISSED
    is_late = first is not None and first.state(case.now) is State.OVERDUE
    return standing, f"{kept} of {len(counted)} kept on time{words}", keeping if is_late else None


def _good_word(case: Case) -> _Found:
    """6: somebody was asked, once the first interview was over."""
    asked = [one for one in case.of.asks if one.step is not Step.IDEA]
    spoken = [one for one in asked if one.reached_at(Step.DONE)]
    if asked:
        words = f"{len(spoken)} put in a word" if spoken else f"{len(asked)} asked"
        owes_thanks = any(one.step is Step.DONE for one in spoken)
        return Standing.DONE, words, case.asking(THANK_THEM) if owes_thanks else None
    if is_over(case.of.job):
        return Standing.MISSED, "nobody was asked"
    lined_up = f", {len(case.of.asks)} lined up" if case.of.asks else ""
    if first := first_held(case.of.interviews, case.now):
        then = case.asking("Ask for a good word" if lined_up else "See who could help")
        return Standing.OPEN, f"nobody asked since {case.on(first.ends_at())}{lined_up}", then
    coming = min((one.ended_on() for one in case.of.interviews), default=None)
    since = "after the first interview"
    if coming:
        since = f"from {case.on(case.workdays.after(coming, 1))} on"
    return Standing.NOT_YET, f"{since}{lined_up}"


def _grace(case: Case) -> _Found:
    """7: after a no, a gracious reply within 48 hours of the news."""
    if case.of.job.status is not JobStatus.NOT_SELECTED:
        return Standing.NOT_YET, "only if the answer is no"
    follow_ups = [one for one in case.of.followups if one.kind is Kind.GRACIOUS_REPLY]
    sent = [one.sent_at for one in case.of.notes if one.kind is NoteKind.GRACIOUS_REPLY]
    at = min(filter(None, (*sent, *(one.done_at for one in follow_ups))), default=None)
    until = (case.of.answer.at if case.of.answer else case.now) + GRACIOUS_WITHIN
    if at is not None:
        late = ", later than two days after" if at > until else ""
        return Standing.MISSED if late else Standing.DONE, f"replied {case.on(at)}{late}"
    then = NextThing(Task.OPEN_ANSWER, case.of.job.id, "Open the answer")
    if reply := next((one for one in follow_ups if one.is_open()), None):
        then = doing(case.of.notes, reply, "Send the gracious reply")
    if case.now <= until:
        return Standing.OPEN, f"a gracious reply until {case.on(until)}", then
    return Standing.MISSED, "no reply within two days", then
