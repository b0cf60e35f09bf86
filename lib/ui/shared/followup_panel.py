"""One follow-up, opened at the side, with everything that can be done with it.

Which one is open stands in the page's address, so that a link, a reload and the back button find it
again.
"""

from __future__ import annotations

import streamlit as st

from lib.actions import notes
from lib.actions.drafts import note_kind_of
from lib.actions.worksheets import strategy_of
from lib.domain.english import with_stop
from lib.domain.followups.calendar_entries import CalendarRecords, entries
from lib.domain.followups.followup import FollowUp, Kind, State
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.domain.people.asks import Ask
from lib.domain.people.contacts import Contact, as_reader
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import calendar_ways, date_words, followup_steps, labels, writing
from lib.ui.shared.controls import action_button

ADDRESS = "follow_up"


def ask_for(follow_up_id: str) -> None:
    """Opens that follow-up's panel with the next run of the page."""
    st.query_params.from_dict({ADDRESS: follow_up_id})


def show_if_asked(reader: Reader) -> None:
    """Draws the panel of the follow-up that the page's address names, if it names one."""
    follow_up = navigation.in_address(reader, FollowUp, ADDRESS)
    if follow_up is not None:
        followup_steps.draw_panel(follow_up.what, _panel, follow_up.id)


def _panel(follow_up_id: str) -> None:
    reader = session.reader()
    follow_up = reader.find(FollowUp, follow_up_id)
    if follow_up is None or st.query_params.get(ADDRESS) != follow_up_id:
        # A step was taken: only a run of the whole page closes a dialog, and shows what was
        # changed.
        st.rerun()
    with st.container(key="followup.panel"):
        _head(reader, follow_up)
        followup_steps.draw(follow_up)
        _note(reader, follow_up)
        _ways(reader, follow_up)
        _history(follow_up)


def _head(reader: Reader, follow_up: FollowUp) -> None:
    person = reader.find(Interviewer, follow_up.interviewer_id) or _contact(reader, follow_up)
    who = labels.person_words(person) if person else follow_up.who
    position = f", {person.position}" if person and person.name and person.position else ""
    symbol = labels.follow_up_sign(follow_up)
    st.markdown(f"{symbol} **{plain(who)}**{plain(position)}" if who else f"{symbol} For yourself")
    st.markdown(_when(follow_up))
    if why := _why(reader, follow_up):
        st.caption(plain(why))
    if planned := _if_silent(reader, follow_up):
        st.markdown(f":material/explore: You planned: {plain(planned)}")
    if follow_up.promise:
        st.markdown(_promise(follow_up))
    if person and (reach := " · ".join(filter(None, (person.phone, person.email)))):
        st.markdown(plain(reach))


def _contact(reader: Reader, follow_up: FollowUp) -> Interviewer | None:
    """The contact whom it goes to, where it belongs to an ask."""
    ask = reader.find(Ask, follow_up.ask_id)
    contact = reader.find(Contact, ask.contact_id) if ask else None
    return as_reader(contact, follow_up.job_id) if contact else None


def _when(follow_up: FollowUp) -> str:
    state, due = follow_up.state(session.now()), plain(date_words.due_words(follow_up.due))
    if follow_up.done_at:
        done = plain(date_words.moment_words(follow_up.done_at))
        return f":green[:material/check: **Done {done}**] · was due {due}"
    if state is State.CLOSED:
        return f":gray[:material/block: **Let go**] · was due {due}"
    distance = plain(date_words.distance_words(follow_up))
    if state is State.OVERDUE:
        return f":red[:material/priority_high: **{distance}**] · was due {due}"
    return f":material/event: **Due {due}** · {distance}"


def _why(reader: Reader, follow_up: FollowUp) -> str:
    job = reader.find(Job, follow_up.job_id)
    interview = reader.find(Interview, follow_up.interview_id)
    if job and interview:
        return f"After {labels.interview_words(job, interview)}, {date_words.when_words(interview)}"
    return f"{job.role}, {job.company}" if job else ""


def _if_silent(reader: Reader, follow_up: FollowUp) -> str:
    """What the strategy means to do at the check-in; empty where it says nothing."""
    interview = reader.find(Interview, follow_up.interview_id)
    if follow_up.kind is not Kind.CHECK_IN or interview is None:
        return ""
    return strategy_of(reader, interview).if_silent.strip()


def _promise(follow_up: FollowUp) -> str:
    assert follow_up.promise is not None
    first, made = follow_up.promise.first, date_words.moment_words(follow_up.promise.made_at)
    told = with_stop(f"You promised it on {made}, for {date_words.due_words(first)}")
    if follow_up.promise.agreed != first:
        told += f" They know of the new date, {date_words.due_words(follow_up.promise.agreed)}"
        told = with_stop(told)
    elif follow_up.due != first:
        told += " They have not been told of a new date."
    return f":material/handshake: {plain(told)}"


def _note(reader: Reader, follow_up: FollowUp) -> None:
    written = reader.where(Note, follow_up_id=follow_up.id)
    if follow_up.kind is Kind.CALL and follow_up.interview_id and not written:
        action_button(
            "Write a script for this call",
            f"followup.script.{follow_up.id}",
            (notes.write_for, follow_up.id, NoteKind.CALL, Channel.PHONE),
            icon="call",
        )
    _on_demand(follow_up, written)
    if follow_up.ask_id:
        navigation.link(
            "network", "Who could put in a good word", icon="diversity_3", job=follow_up.job_id
        )
    for note in written:
        navigation.link(
            "notes",
            "Read what was sent" if note.sent_at else "Open the note",
            icon="mail",
            note=note.id,
        )


def _on_demand(follow_up: FollowUp, written: tuple[Note, ...]) -> None:
    """Draws the buttons that write what the follow-up, or a missed call, calls for."""
    kind = note_kind_of(follow_up)
    if kind is not None and not written:
        action_button(
            "Write it",
            f"followup.write.{follow_up.id}",
            writing.called_for(follow_up, kind),
            icon="edit",
        )
    missed = (
        follow_up.kind is Kind.CALL
        and follow_up.promise
        and follow_up.state(session.now()) is State.OVERDUE
    )
    if missed and not any(one.kind is NoteKind.MISSED_CALL for one in written):
        action_button(
            "We missed each other: write to them",
            f"followup.missed.{follow_up.id}",
            (notes.write_for, follow_up.id, NoteKind.MISSED_CALL, Channel.EMAIL),
            icon="phone_missed",
        )


def _ways(reader: Reader, follow_up: FollowUp) -> None:
    """The file and the links, for as long as there is something to be reminded of."""
    if not follow_up.is_open():
        return
    records = CalendarRecords(
        jobs=reader.all(Job), interviewers=reader.all(Interviewer), followups=(follow_up,)
    )
    for entry in entries(records, now=session.now(), english=session.english()):
        calendar_ways.one(entry, key=f"followup.calendar.{follow_up.id}")


def _history(follow_up: FollowUp) -> None:
    if not follow_up.history:
        return
    with st.expander("What happened so far"):
        for one in reversed(follow_up.history):
            st.markdown(f":gray[{plain(date_words.moment_words(one.at))}]  \n{plain(one.what)}")
