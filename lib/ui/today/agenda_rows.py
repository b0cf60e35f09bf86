"""One row of what I owe: who, what, why, how late, and what can be done with it at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from lib.actions import follow_ups, notes
from lib.actions.drafts import note_kind_of
from lib.domain.followups.changes import Until, hide_until
from lib.domain.followups.check_ins import WAIT_ON, asks_how_it_stands
from lib.domain.followups.followup import FollowUp, Kind, State
from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.domain.notes import Channel, Note, NoteKind
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, followup_panel, labels, long_lists, writing
from lib.ui.today import employer_contact

LATER_WORDS = {
    Until.TOMORROW: "Later: tomorrow morning",
    Until.NEXT_WORKDAY: "Later: next working day",
    Until.A_DAY: "Later: in 24 hours",
}
DETAILS = "Done earlier, move, details"
LET_GO = "Let it go"
CARRY_ON = "Carry on waiting: two weeks"
MENU = (*LATER_WORDS, DETAILS, LET_GO)
OPEN_WORDS = {Kind.CALL: "Details", Kind.MESSAGE: "Details", Kind.PREPARE: "Details"}


def draw(reader: Reader, title: str, rows: tuple[FollowUp, ...]) -> None:
    """A headed list of follow-ups; the first 25, then more on demand. Nothing if there are none."""
    if not rows:
        return
    st.subheader(title, anchor=False)
    long_lists.draw(rows, partial(_row, reader), key=f"today.more.{title}")


def why(reader: Reader, row: FollowUp) -> str:
    """Why it is owed: promised, or planned after which interview."""
    job = reader.find(Job, row.job_id)
    interview = reader.find(Interview, row.interview_id)
    where = job.company if job else ""
    if job and interview:
        where = labels.interview_words(job, interview)
    promised = "you promised" if row.promise else ""
    return " · ".join(filter(None, (where, promised)))


def _row(reader: Reader, row: FollowUp) -> None:
    late = row.state(session.now()) is State.OVERDUE
    with st.container(horizontal=True, vertical_alignment="center", key=f"row-owed-{row.id}"):
        sign = (
            ":red[:material/priority_high:]"
            if late
            else f":material/{labels.FOLLOW_UP_SIGNS[row.kind]}:"
        )
        who = f" · {plain(row.who)}" if row.who else ""
        distance = plain(date_words.distance_words(row))
        reason = plain(
            " · ".join(part for part in (why(reader, row), date_words.due_words(row.due)) if part)
        )
        st.markdown(
            f"{sign} **{plain(row.what)}**{who}  \n:gray[{reason}] · "
            f"{f':red[**{distance}**]' if late else f'**{distance}**'}",
            width="stretch",
        )
        _open_button(reader, row)
        st.button(
            "Done", key=f"today.done.{row.id}", on_click=session.act, args=(follow_ups.done, row.id)
        )
        st.menu_button(
            "",
            _menu(row),
            key=f"today.menu.{row.id}",
            icon=":material/more_horiz:",
            format_func=lambda one: LATER_WORDS.get(one, one),
            on_click=_chosen,
            args=(row,),
        )


def _open_button(reader: Reader, row: FollowUp) -> None:
    written = reader.where(Note, follow_up_id=row.id)
    if written:
        navigation.link("notes", "Script" if row.kind is Kind.CALL else "Open", note=written[0].id)
        return
    kind = note_kind_of(row)
    if kind is not None:
        args = writing.called_for(row, kind)
        st.button("Write it", key=f"today.write.{row.id}", on_click=writing.write, args=args)
        return
    if row.kind is Kind.CALL and row.interview_id:
        script = (notes.write_for, row.id, NoteKind.CALL, Channel.PHONE)
        st.button("Script", key=f"today.script.{row.id}", on_click=writing.write, args=script)
        return
    st.button(
        OPEN_WORDS.get(row.kind, "Open"),
        key=f"today.open.{row.id}",
        on_click=followup_panel.ask_for,
        args=(row.id,),
    )


def _menu(row: FollowUp) -> tuple[str, ...]:
    """Returns what a row's menu offers; a check-in's begins with "they were in touch"."""
    heard = employer_contact.choices() if asks_how_it_stands(row) else ()
    wait = (CARRY_ON,) if row.kind is Kind.CLOSE_LOOP else ()
    return (*heard, *wait, *MENU)


def _chosen(row: FollowUp) -> None:
    follow_up_id, choice = row.id, st.session_state.get(f"today.menu.{row.id}")
    if employer_contact.chosen(row.job_id, choice):
        return
    if choice == CARRY_ON:
        day = session.today() + WAIT_ON
        due = replace(row.due, day=session.workdays().on_or_after(day))
        session.act(follow_ups.move, row.id, due, told=False)
    elif choice == DETAILS:
        followup_panel.ask_for(follow_up_id)
    elif choice == LET_GO:
        session.act(follow_ups.close, follow_up_id)
    elif choice is not None:
        until = hide_until(Until(choice), session.now(), session.zone(), session.workdays())
        session.act(follow_ups.later, follow_up_id, until)
