"""Keeps and previews the checklist, and makes notes and follow-ups from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lib.actions import check_in_schedule, drafts
from lib.actions.briefs import Planned, brief_for
from lib.actions.done import Done, say
from lib.actions.people import keep_guessed_english, people_of, save_person, workdays_at
from lib.actions.planned_follow_ups import bring_into_line
from lib.actions.worksheets import strategy_of, written_debrief
from lib.domain.answers import JobEvent
from lib.domain.debriefs import Debrief
from lib.domain.english import English
from lib.domain.followups.check_ins import asks_how_it_stands, is_first
from lib.domain.followups.followup import FollowUp
from lib.domain.followups.plan import plan
from lib.domain.followups.plan_case import Case
from lib.domain.followups.reasons import NO_REASON
from lib.domain.followups.reconcile import on_planned_day
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.domain.strategies import Strategy
from lib.domain.validation import problems_with_debrief, problems_with_interviewer, refuse
from lib.store.repository import Reader, Store, Transaction
from lib.words.letters.compose import compose


def save(
    store: Store,
    debrief: Debrief,
    people: Sequence[Interviewer] = (),
    strategy: Strategy | None = None,
    *,
    now: datetime,
    visit: str = "",
) -> Done:
    """Keeps the checklist, the names in it, and which questions of the strategy were answered.

    All saves of one visit to the page are taken back in one step.
    """
    refuse(problems_with_debrief(debrief))
    with store.transaction(now=now, did="", merge=f"debrief:{debrief.id}:{visit}") as tx:
        _keep(tx, debrief, people, strategy)
    return Done("", debrief.id)


def change(
    store: Store,
    debrief: Debrief,
    people: Sequence[Interviewer],
    strategy: Strategy,
    *,
    now: datetime,
    did: str,
) -> Done:
    """Keeps the checklist as `save` does, in a step of its own that says what was done."""
    refuse(problems_with_debrief(debrief))
    with store.transaction(now=now, did=did) as tx:
        _keep(tx, debrief, people, strategy)
    return Done(did, debrief.id)


def write(
    store: Store,
    debrief: Debrief,
    people: Sequence[Interviewer] = (),
    strategy: Strategy | None = None,
    *,
    now: datetime,
    english: English | None = None,
) -> Done:
    """Keeps the checklist and makes, in one go, every note and follow-up that it calls for.

    What stands there already and was not touched by hand is brought up to date; what was touched
    is left alone (`changes` lists it). Pressing twice changes nothing the second time.

    Args:
        english: the one guessed from the browser; it is kept if the profile has none.
    """
    refuse(problems_with_debrief(debrief))
    with store.transaction(now=now, did="") as tx:
        keep_guessed_english(tx, english)
        return say(tx, write_in(tx, _keep(tx, debrief, people, strategy), now), debrief.id)


def write_in(tx: Transaction, debrief: Debrief, now: datetime) -> str:
    """The same inside a transaction that is already open; comes back with the sentence for it."""
    interview = tx.get(Interview, debrief.id)
    written = tx.put(
        replace(debrief, written_at=debrief.written_at or now, example=interview.example)
    )
    planned = planned_follow_ups(tx, interview, written, now)
    dates = len(bring_into_line(tx, planned).added)
    check_in_schedule.close_superseded(tx, interview, now)
    notes = sum(drafts.draft(tx, tx.get(FollowUp, one.id), now) for one in planned)
    drafts.refresh(tx)
    return _did(tx.get(Job, interview.job_id).company, notes, dates)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person has touched and that the checklist would now say differently.

    `planned` is set where a date differs and `text` where a note's wording does; with neither, the
    follow-up no longer follows from the checklist.
    """

    record_id: str
    planned: FollowUp | None = None
    text: Text | None = None


def changes(reader: Reader, interview_id: str, *, now: datetime) -> tuple[Change, ...]:
    """What the checklist says differently from follow-ups and notes that a person has touched."""
    interview = reader.get(Interview, interview_id)
    debrief = written_debrief(reader, interview_id)
    if debrief is None:
        return ()
    planned = {one.id: one for one in planned_follow_ups(reader, interview, debrief, now)}
    moved, obsolete = [], []
    for one in reader.where(FollowUp, interview_id=interview_id):
        if not one.is_open() or one.reason == NO_REASON or _came_later(reader, one, debrief):
            continue
        wanted = planned.get(one.id)
        if wanted is None:
            obsolete.append(Change(one.id))
        elif wanted.due not in (one.planned, one.due):
            moved.append(Change(one.id, planned=wanted))
    differing = drafts.differing(reader, interview_id)
    return (*moved, *obsolete, *(Change(note.id, text=text) for note, text in differing))


def answer_change(store: Store, change: Change, *, take: bool, now: datetime) -> Done:
    """Takes one listed change, or keeps what stands there and does not list it again."""
    did = "Took over the change" if take else "Kept it as it was"
    with store.transaction(now=now, did=did) as tx:
        if change.text is None:
            tx.put(_answered(tx.get(FollowUp, change.record_id), change.planned, take, now))
            return Done(did, change.record_id)
        note = tx.get(Note, change.record_id)
        if note.text == change.text:
            return Done("", change.record_id)
        taken = drafts.rewritten(note, change.text, now)
        named = replace(taken, names_id=drafts.named_by(tx, note))
        tx.put(named if take else replace(note, declined=change.text))
    return Done(did, change.record_id)


def _answered(standing: FollowUp, planned: FollowUp | None, take: bool, now: datetime) -> FollowUp:
    if planned is None and take:
        return replace(standing, closed_at=standing.closed_at or now)
    if planned is None:
        return replace(standing, reason=NO_REASON)
    return on_planned_day(standing, planned) if take else replace(standing, planned=planned.due)


def _keep(
    tx: Transaction, debrief: Debrief, people: Sequence[Interviewer], strategy: Strategy | None
) -> Debrief:
    for person in people:
        if tx.find(Interviewer, person.id) != person:
            refuse(problems_with_interviewer(person))
            save_person(tx, person)
    # A copy of the last round's worksheet that nobody has touched stays a copy.
    if strategy is not None and strategy != strategy_of(tx, tx.get(Interview, strategy.id)):
        tx.put(strategy)
    return tx.put(debrief)


def planned_follow_ups(
    reader: Reader, interview: Interview, debrief: Debrief, now: datetime
) -> tuple[FollowUp, ...]:
    """Returns the follow-ups that the checklist calls for, as it stands in `debrief`."""
    since, people = debrief.written_at or now, people_of(reader, interview)
    strategy, days = strategy_of(reader, interview), workdays_at(reader, since)
    return plan(Case(interview, people, debrief, days, since, strategy))


def preview_thanks(
    reader: Reader, interview: Interview, debrief: Debrief, *, now: datetime
) -> dict[tuple[str, Channel], Text]:
    """Returns each thank-you as it would read, by its reader's id and channel."""
    planned = Planned(debrief, planned_follow_ups(reader, interview, debrief, now))
    found = {}
    for follow_up in planned.follow_ups:
        wanted = drafts.WRITTEN_FOR.get(follow_up.reason.kind)
        if wanted is None or wanted[0] is not NoteKind.THANK_YOU:
            continue
        brief = brief_for(reader, follow_up, *wanted, planned)
        if brief is not None:
            found[follow_up.interviewer_id, wanted[1]] = compose(brief)
    return found


def _came_later(reader: Reader, follow_up: FollowUp, debrief: Debrief) -> bool:
    """True if it asks how things stand by what happened since the checklist was written."""
    if not asks_how_it_stands(follow_up):
        return False
    heard = any(
        one.kind.is_from_them() and one.at > (debrief.written_at or one.at)
        for one in reader.where(JobEvent, job_id=follow_up.job_id)
    )
    return heard or not (is_first(follow_up) and follow_up.reason.of == debrief.id)


def _did(company: str, notes: int, dates: int) -> str:
    if not notes and not dates:
        return f"Notes and follow-ups for {company} are up to date"
    written = "1 note" if notes == 1 else f"{notes} notes"
    planned = "1 date" if dates == 1 else f"{dates} dates"
    return f"Wrote {written} and planned {planned} for {company}"
