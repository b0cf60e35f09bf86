"""One checklist: opened, saved as it fills, and made into notes and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from lib.actions import debriefs
from lib.actions.people import people_of, profile_of
from lib.actions.worksheets import strategy_of
from lib.domain.dates.due import Due
from lib.domain.debriefs import Debrief, Request, Said
from lib.domain.followups.agenda import ended_without_debrief
from lib.domain.followups.plan_case import day_of
from lib.domain.interviews import Interview, Interviewer, Role
from lib.domain.jobs import Job
from lib.domain.profile import Tone
from lib.domain.strategies import Offer, Strategy, same_thing
from lib.store.repository import Reader
from lib.ui.core import autosave, session, unsaved_text
from lib.ui.core.autosave import Saved, Sheet, Values
from lib.ui.debrief.checklist import Checklist
from lib.ui.debrief.fields import (
    debrief_from,
    mid_sentence_keys,
    people_from,
    strategy_from,
    unread_date,
    values_of,
    words_of,
)
from lib.ui.debrief.person_fields import said_values
from lib.ui.shared import job_menus
from lib.ui.shared.rows import MOST_ROWS

UNREAD = "Nothing was written yet. Say the day in other words, or empty the field."
ChangeSaid = Callable[[Said], Said | None]


def likeliest(reader: Reader) -> Interview | None:
    """Returns the interview to write down most likely: the last one that has ended."""
    active, now = job_menus.active_jobs(reader), session.now()
    interviews = tuple(one for one in reader.all(Interview) if one.job_id in active)
    waiting = ended_without_debrief(interviews, reader.all(Debrief), now)
    ended = [one for one in interviews if one.ends_at() <= now]
    if waiting:
        return waiting[0]
    return max(ended or interviews, key=lambda one: one.starts_at(), default=None)


def open_checklist(reader: Reader, interview: Interview) -> Checklist:
    """That interview's checklist as the store holds it; an empty one if nothing was written yet."""
    return Checklist(
        job=reader.get(Job, interview.job_id),
        interview=interview,
        people=people_of(reader, interview),
        debrief=reader.find(Debrief, interview.id)
        or Debrief(id=interview.id, example=interview.example),
        strategy=strategy_of(reader, interview),
        is_formal=profile_of(reader).tone is Tone.FORMAL,
    )


def sheet_of(checklist: Checklist) -> Sheet:
    """Returns the checklist's fields, to be saved as they are changed."""

    def commit(shown: Values) -> Values | None:
        changed = _taken_from(checklist, shown)
        if session.act(debriefs.save, *_parts(changed), visit=session.visit()) is None:
            return None
        kept = values_of(changed)
        for person in changed.people:
            # A greeting that was only guessed follows the name that was just corrected.
            key = changed.key("greet", person.id)
            st.session_state[key] = kept[key]
        return kept

    return Sheet(
        f"debrief.{checklist.interview.id}",
        values_of(checklist),
        commit,
        in_words=partial(words_of, checklist),
        mid_sentence=mid_sentence_keys(checklist),
    )


def checklist_to_draw(saved: Saved, interview: Interview) -> Checklist:
    """Returns the checklist as it is stored; as it stands on the screen where saving was refused.

    So the letters go on growing, and rows are added, while one field is too long.
    """
    stored = open_checklist(saved.reader, interview)
    if saved.is_saved or saved.conflicts:
        return stored
    return _visible_checklist(interview.id) or stored


def write_down(interview_id: str) -> None:
    """The button: commits the visible fields and makes notes and follow-ups, in one transaction.

    Does nothing while a day cannot be read, as a promise would get another day than the one meant.
    """
    if (shown := _visible_checklist(interview_id)) is None:
        return
    if (unread := unread_date(shown, st.session_state)) is not None:
        words = st.session_state[unread].strip()
        st.session_state[session.FAULT] = f"I cannot read “{words}” as a date. {UNREAD}"
        unsaved_text.focus(unread)
    else:
        session.act(debriefs.write, *_parts(shown), english=session.guessed_english())


def take_offer(interview_id: str, offer: Offer) -> None:
    """Puts something I meant to offer among what they asked for, once, with a day."""
    if (shown := _visible_checklist(interview_id)) is None:
        return
    asked = shown.debrief.requests
    if same_thing(offer.what) in (same_thing(one.what) for one in asked) or len(asked) >= MOST_ROWS:
        return
    day = day_of(shown.interview, offer.timing, session.workdays())
    due = Due(day, None, shown.interview.zone)
    added = Request(
        id=f"{interview_id}.{len(asked)}", what=offer.what, for_id=_who_decides(shown), due=due
    )
    with_it = replace(shown, debrief=replace(shown.debrief, requests=(*asked, added)))
    session.act(debriefs.change, *_parts(with_it), did=f"They want it: {offer.what}")


def change_said(interview_id: str, person_id: str, change: ChangeSaid, did: str) -> None:
    """Changes what I say to one person by a tap, with all that stands on the screen, in one step.

    `change` returns the new blanks, or None where there is nothing to change any more.
    """
    if (shown := _visible_checklist(interview_id)) is None:
        return
    said = change(shown.debrief.about(person_id).said)
    if said is None:
        return
    people = tuple(
        replace(one, said=said) if one.interviewer_id == person_id else one
        for one in shown.debrief.people
    )
    changed = replace(shown, debrief=replace(shown.debrief, people=people))
    if session.act(debriefs.change, *_parts(changed), did=did) is not None:
        st.session_state.update(said_values(changed, person_id, said))


def _visible_checklist(interview_id: str) -> Checklist | None:
    """Returns the checklist as it stands on the screen; None if the page has to say why not.

    Another window deleted the interview, or changed a field that was changed here.
    """
    reader = session.reader()
    if (interview := reader.find(Interview, interview_id)) is None:
        return None
    checklist = open_checklist(reader, interview)
    shown = autosave.visible_values(sheet_of(checklist))
    return None if shown is None else _as_shown(checklist, shown)


def _who_decides(checklist: Checklist) -> str:
    """For whom an offer most likely is: the one person who was there, else the one who decides."""
    there = [one for one in checklist.people if checklist.debrief.about(one.id).was_there]
    deciding = [one for one in there if one.role is Role.DECISION_MAKER]
    found = there if len(there) == 1 else deciding
    return found[0].id if found else ""


def _taken_from(checklist: Checklist, shown: Values) -> Checklist:
    return replace(
        checklist,
        debrief=debrief_from(checklist, shown),
        people=people_from(checklist, shown),
        strategy=strategy_from(checklist, shown),
    )


def _parts(checklist: Checklist) -> tuple[Debrief, tuple[Interviewer, ...], Strategy]:
    return checklist.debrief, checklist.people, checklist.strategy


def _as_shown(checklist: Checklist, shown: Values) -> Checklist:
    """Returns the checklist with every row on the screen: a refused save leaves more rows."""
    while True:
        taken = _taken_from(checklist, shown)
        drawn = values_of(replace(checklist, debrief=taken.debrief))
        further = {
            key: st.session_state.get(key, value)
            for key, value in drawn.items()
            if key not in shown
        }
        if not further:
            return taken
        shown |= further
        checklist = replace(checklist, debrief=taken.debrief)
