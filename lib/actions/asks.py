"""What a person can do with one ask: line somebody up, write, and take it step by step."""

from __future__ import annotations

from datetime import date, datetime, time

from lib.actions import ask_steps, contacts, drafts
from lib.actions.done import Done, say
from lib.domain.dates.due import at_local
from lib.domain.errors import FollowThroughError
from lib.domain.followups.ask_plan import STEP_OF
from lib.domain.followups.followup import FollowUp
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Ask, Reached, Step, ask_id, is_in_order, redated
from lib.domain.people.contacts import Contact
from lib.domain.validation import problems_with_ask, problems_with_day, refuse
from lib.store.repository import Store, Transaction

SAID = {
    Step.IDEA: "Lined up {name} for {company}",
    Step.ASKED: "Asked {name} for a good word at {company}",
    Step.AGREED: "{name} agreed to put in a good word",
    Step.DONE: "{name} has put in a good word",
    Step.THANKED: "Thanked {name}",
    Step.DECLINED: "{name} would rather not; nothing more will be asked of them for {company}",
}
BY_FOLLOW_UP = {step: kind for kind, step in STEP_OF.items()}
"""The steps that are reached by doing a follow-up, so that its note counts as sent, too."""


class OutOfOrder(FollowThroughError):
    """A step was dated before the one that it followed."""

    SENTENCE = (
        "That day does not fit the other steps: each comes after the one before it. "
        "Nothing was changed."
    )


class StillToCome(FollowThroughError):
    """A step was dated on a day that has not come yet."""

    SENTENCE = "That day is still to come. Choose today or an earlier day; nothing was changed."


def line_up(store: Store, job_id: str, person_id: str, *, now: datetime) -> Done:
    """Makes somebody an idea for a job, and a contact if they were only in the address book."""
    found = contacts.person(store, person_id)
    with store.transaction(now=now, did="") as tx:
        contact, job = contacts.used(tx, found), tx.get(Job, job_id)
        id = ask_id(job_id, contact.id)
        if tx.find(Ask, id) is not None:
            return Done("", id)
        idea = Ask(
            id=id,
            job_id=job_id,
            contact_id=contact.id,
            steps=(Reached(Step.IDEA, now),),
            example=job.example and contact.example,
        )
        ask_steps.plan_follow_ups(tx, tx.put(idea), now)
        return say(tx, _said(tx, idea, Step.IDEA), id)


def take_step(store: Store, id: str, step: Step, *, now: datetime) -> Done:
    """Takes an ask to its next step, and plans what is due after it."""
    with store.transaction(now=now, did="") as tx:
        ask = tx.get(Ask, id)
        if ask.step is step:
            return Done("", id)
        reached = ask_steps.reach(tx, ask, step, now, now)
        drafts.sent_with(tx, _follow_up_of(tx, ask, step), now)
        drafts.refresh(tx)
        return say(tx, _said(tx, reached, step), id)


def take_step_back(store: Store, id: str, *, now: datetime) -> Done:
    """Says that the last step was not so; an idea stays one."""
    with store.transaction(now=now, did="") as tx:
        ask = tx.get(Ask, id)
        if ask.step is Step.IDEA:
            return Done("", id)
        drafts.sent_with(tx, _follow_up_of(tx, ask, ask.step), None, again=True)
        earlier = ask_steps.go_back_before(tx, ask, ask.step, now)
        return say(
            tx, f"{tx.get(Contact, ask.contact_id).name}: back to “{earlier.step.value}”", id
        )


def redate(store: Store, id: str, step: Step, on: date, *, now: datetime, zone: str) -> Done:
    """Moves the day of a step that was reached; what was due after it moves along."""
    with store.transaction(now=now, did="") as tx:
        ask, at = tx.get(Ask, id), _moment(on, zone, now)
        moved = redated(ask, step, at)
        if moved == ask:
            return Done("", id)
        if step is Step.ASKED:
            ask_steps.refuse_if_too_early(tx, ask.job_id, at)
        if not is_in_order(moved):
            raise OutOfOrder
        ask_steps.plan_follow_ups(tx, tx.put(moved), now)
        drafts.sent_with(tx, _follow_up_of(tx, ask, step), at, again=True)
        drafts.refresh(tx)
        return say(
            tx, f"Moved the day of “{step.value}”, {tx.get(Contact, ask.contact_id).name}", id
        )


def save(store: Store, *asks: Ask, now: datetime, visit: str = "") -> Done:
    """Keeps what was typed about asks; notes that nobody touched follow it."""
    refuse(problem for ask in asks for problem in problems_with_ask(ask))
    with store.transaction(now=now, did="", merge=f"asks:{visit}") as tx:
        for ask in asks:
            tx.put(ask)
        drafts.refresh(tx)
    return Done("")


def drop(store: Store, id: str, *, now: datetime) -> Done:
    """Takes somebody off the list for a job, with what was written to them for it."""
    with store.transaction(now=now, did="") as tx:
        ask = tx.find(Ask, id)
        if ask is None:
            return Done("")
        did = f"Took {tx.get(Contact, ask.contact_id).name} off the list"
        ask_steps.remove(tx, ask)
        return say(tx, did)


def write(
    store: Store, id: str, kind: NoteKind, channel: Channel | None = None, *, now: datetime
) -> Done:
    """Writes the note of that kind for an ask, by the channel that reaches them; never twice.

    Raises:
        TooEarly: the job's first interview is still to come.
        NotTheNextStep: the ask has not come so far.
    """
    with store.transaction(now=now, did="") as tx:
        ask = tx.get(Ask, id)
        if kind is NoteKind.GOOD_WORD:
            ask_steps.refuse_if_too_early(tx, ask.job_id, now)
        follow_up = next(
            (one for one in tx.where(FollowUp, ask_id=id) if drafts.note_kind_of(one) is kind), None
        )
        if follow_up is None:
            raise ask_steps.NotTheNextStep(ask.step)
        for standing in tx.where(Note, follow_up_id=follow_up.id):
            if standing.kind is kind:
                return Done("", standing.id)
        contact = tx.get(Contact, ask.contact_id)
        note = drafts.further(tx, follow_up, kind, channel or likely_channel(contact))
        return say(tx, f"Wrote to {contact.name}", note.id)


def likely_channel(contact: Contact) -> Channel:
    """How that person is best reached with what is known of them."""
    if contact.email.strip():
        return Channel.EMAIL
    if contact.link.strip():
        return Channel.LINKEDIN
    return Channel.PHONE if contact.phone.strip() else Channel.EMAIL


def _follow_up_of(tx: Transaction, ask: Ask, step: Step) -> FollowUp | None:
    kind = BY_FOLLOW_UP.get(step)
    return next((one for one in tx.where(FollowUp, ask_id=ask.id) if one.kind is kind), None)


def _moment(on: date, zone: str, now: datetime) -> datetime:
    """Returns the end of that day, or now if that is earlier."""
    refuse(problems_with_day(on))
    if at_local(on, time(0), zone) > now:
        raise StillToCome
    return min(at_local(on, time(23, 59), zone), now)


def _said(tx: Transaction, ask: Ask, step: Step) -> str:
    name, company = tx.get(Contact, ask.contact_id).name, tx.get(Job, ask.job_id).company
    return SAID[step].format(name=name, company=company)
