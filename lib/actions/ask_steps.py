"""What follows from each step of an ask, inside a transaction that is already open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lib.actions.people import workdays_at, zone_of
from lib.actions.planned_follow_ups import bring_into_line, remove_with_notes
from lib.domain.errors import FollowThroughError
from lib.domain.followups import changes
from lib.domain.followups.ask_plan import STEP_OF, AskCase, plan_ask
from lib.domain.followups.followup import FollowUp, HappeningKind
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.people.asks import FOLLOWING, Ask, Step, advanced, before, first_held
from lib.domain.people.contacts import Contact
from lib.store.repository import Reader, Transaction


class TooEarly(FollowThroughError):
    """Somebody was to be asked before the job's first interview."""

    def __init__(self, company: str) -> None:
        super().__init__(
            f"It is too early to ask: your first interview at {company} is still to come, and "
            "a good word counts once they have met you. Line people up now; the day to ask stands "
            "on your calendar then."
        )


class NotTheNextStep(FollowThroughError):
    """A step that does not follow from how an ask stands, as another window may have changed it."""

    def __init__(self, step: Step) -> None:
        super().__init__(
            f"This ask stands at “{step.value}” by now, perhaps through another window. "
            "Nothing was changed."
        )


def refuse_if_too_early(reader: Reader, job_id: str, now: datetime) -> None:
    """Nothing happens once the first interview is over.

    Raises:
        TooEarly: it is still to come, or none is entered.
    """
    if first_held(reader.where(Interview, job_id=job_id), now) is None:
        raise TooEarly(reader.get(Job, job_id).company)


def reach(tx: Transaction, ask: Ask, step: Step, at: datetime, now: datetime) -> Ask:
    """The ask at that step, with the follow-ups that this gives rise to.

    Raises:
        TooEarly: it is before the job's first interview.
        NotTheNextStep: the ask stands elsewhere by now.
    """
    if step is Step.ASKED:
        refuse_if_too_early(tx, ask.job_id, at)
    if step is not ask.step and step not in FOLLOWING[ask.step]:
        raise NotTheNextStep(ask.step)
    return plan_follow_ups(tx, tx.put(advanced(ask, step, at)), now)


def go_back_before(tx: Transaction, ask: Ask, step: Step, now: datetime) -> Ask:
    """The ask as it was before that step, and its follow-ups with it."""
    return plan_follow_ups(tx, tx.put(before(ask, step)), now)


def advance_after(tx: Transaction, follow_up: FollowUp, at: datetime, now: datetime) -> None:
    """A follow-up was done: its ask, if it has one that waited for it, is a step further."""
    ask = _ask_of(tx, follow_up)
    step = STEP_OF.get(follow_up.kind)
    if ask is not None and step is not None and step in FOLLOWING[ask.step]:
        reach(tx, ask, step, at, now)


def go_back_after(tx: Transaction, follow_up: FollowUp, now: datetime) -> None:
    """A follow-up was not done after all: its ask goes back to before it.

    Raises:
        NotTheNextStep: more has happened since; that has to be taken back first.
    """
    ask, step = _ask_of(tx, follow_up), STEP_OF.get(follow_up.kind)
    if ask is None or step is None or ask.reached_at(step) is None:
        return
    if ask.step is not step:
        raise NotTheNextStep(ask.step)
    go_back_before(tx, ask, step, now)


def plan_follow_ups(tx: Transaction, ask: Ask, now: datetime) -> Ask:
    """Brings the ask's follow-ups into line with its steps; returns the ask."""
    wanted = plan_ask(_case(tx, ask, now))
    for one in wanted:
        if standing := tx.find(FollowUp, one.id):
            tx.put(_in_state(standing, one, now))
    obsolete = bring_into_line(tx, wanted, tx.where(FollowUp, ask_id=ask.id)).obsolete
    for one in obsolete:
        tx.put(replace(one, closed_at=one.closed_at or now, done_at=None))
    return ask


def rename(tx: Transaction, ask: Ask, name: str) -> None:
    """Puts the contact's new name on every follow-up of an ask, those that were let go too."""
    for follow_up in tx.where(FollowUp, ask_id=ask.id):
        if follow_up.who != name:
            tx.put(replace(follow_up, who=name))


def replan(tx: Transaction, job_id: str, now: datetime) -> None:
    """The asks of a job follow when its interviews are added, moved or deleted."""
    for ask in tx.where(Ask, job_id=job_id):
        plan_follow_ups(tx, ask, now)


def remove(tx: Transaction, ask: Ask) -> None:
    """Takes the ask out, with its follow-ups and notes."""
    for follow_up in tx.where(FollowUp, ask_id=ask.id):
        remove_with_notes(tx, follow_up)
    tx.remove(Ask, ask.id)


def _case(tx: Transaction, ask: Ask, now: datetime) -> AskCase:
    rounds = tx.where(Interview, job_id=ask.job_id)
    first = min(rounds, key=lambda one: one.ends_at(), default=None)
    return AskCase(
        ask, tx.get(Contact, ask.contact_id), first, workdays_at(tx, now), zone_of(tx, ask.job_id)
    )


def _in_state(standing: FollowUp, wanted: FollowUp, now: datetime) -> FollowUp:
    """Returns it done, closed or open as the steps say.

    A reminder that went out, or that the person let go, stays so.
    """
    if wanted.done_at is not None:
        if standing.done_at == wanted.done_at:
            return standing
        return changes.mark_done(standing, wanted.done_at, now)
    if wanted.closed_at is not None:
        return replace(standing, closed_at=wanted.closed_at) if standing.is_open() else standing
    # Closed without a line of history: by an answer, which was taken back or has changed.
    closed_by_the_plan = standing.closed_at is not None and not _let_go_by_hand(standing)
    if closed_by_the_plan or (standing.done_at is not None and STEP_OF.get(standing.kind)):
        return replace(standing, done_at=None, closed_at=None)
    return standing


def _let_go_by_hand(follow_up: FollowUp) -> bool:
    history = follow_up.history
    return bool(history) and history[-1].known_kind() is HappeningKind.LET_GO


def _ask_of(tx: Transaction, follow_up: FollowUp) -> Ask | None:
    return tx.find(Ask, follow_up.ask_id) if follow_up.ask_id else None
