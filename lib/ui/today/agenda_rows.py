"""One row of what I owe: who, what, why, how late, and what can be done with it at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

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
from lib.ui.shared import date_words, followup_panel, frame, labels, long_lists, writing
from lib.ui.shared.controls import action_button, callback_button, draw_menu
from lib.ui.today import employer_contact

LATER_WORDS = {
    Until.TOMORROW: "Later: tomorrow morning",
    Until.NEXT_WORKDAY: "Later: next working day",
    Until.A_DAY: "Later: in 24 hours",
}
DETAILS = "Done earlier, move, details"
LET_GO = "Let it go"
OPEN_WORDS = {Kind.CALL: "Details", Kind.MESSAGE: "Details", Kind.PREPARE: "Details"}


def draw(reader: Reader, title: str, rows: tuple[FollowUp, ...]) -> None:
    """Draws a headed list of follow-ups, the first few, then more on demand; nothing if empty."""
    if not rows:
        return
    st.subheader(title, anchor=False)
    more = f"today.more.{title}"
    long_lists.draw(rows, partial(_row, reader), key=more, at_once=long_lists.FEW)


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
    with frame.line(f"row-owed-{row.id}"):
        sign = ":red[:material/priority_high:]" if late else labels.follow_up_sign(row)
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
        action_button("Done", f"today.done.{row.id}", (follow_ups.done, row.id))
        draw_menu("", f"today.menu.{row.id}", _menu(row), icon="more_horiz")


def _open_button(reader: Reader, row: FollowUp) -> None:
    written = reader.where(Note, follow_up_id=row.id)
    if written:
        navigation.link("notes", "Script" if row.kind is Kind.CALL else "Open", note=written[0].id)
        return
    kind = note_kind_of(row)
    if kind is not None:
        args = writing.called_for(row, kind)
        callback_button("Write it", f"today.write.{row.id}", (writing.write, *args))
        return
    if row.kind is Kind.CALL and row.interview_id:
        script = (notes.write_for, row.id, NoteKind.CALL, Channel.PHONE)
        callback_button("Script", f"today.script.{row.id}", (writing.write, *script))
        return
    callback_button(
        OPEN_WORDS.get(row.kind, "Open"), f"today.open.{row.id}", (followup_panel.ask_for, row.id)
    )


def _menu(row: FollowUp) -> dict[str, tuple[Any, ...]]:
    """Returns what a row's menu offers; a check-in's begins with "they were in touch"."""
    choices: dict[str, tuple[Any, ...]] = {}
    if asks_how_it_stands(row):
        choices |= employer_contact.choices(row.job_id)
    if row.kind is Kind.CLOSE_LOOP:
        choices["Carry on waiting: two weeks"] = (_carry_on_waiting, row)
    choices |= {words: (_hide, row.id, until) for until, words in LATER_WORDS.items()}
    choices[DETAILS] = (followup_panel.ask_for, row.id)
    choices[LET_GO] = (session.act, follow_ups.close, row.id)
    return choices


def _carry_on_waiting(row: FollowUp) -> None:
    due = replace(row.due, day=session.workdays().on_or_after(session.today() + WAIT_ON))
    session.act(follow_ups.move, row.id, due, told=False)


def _hide(follow_up_id: str, until: Until) -> None:
    moment = hide_until(until, session.now(), session.zone(), session.workdays())
    session.act(follow_ups.later, follow_up_id, moment)
