"""What came of a checklist: its notes, its dates, and what would now be different."""

from __future__ import annotations

import streamlit as st

from lib.actions import debriefs
from lib.actions.debriefs import Change
from lib.actions.worksheets import written_debrief
from lib.domain.followups.followup import FollowUp
from lib.domain.interviews import Interview, Interviewer
from lib.domain.notes import Note
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.debrief import form
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import date_words, frame, job_menus, labels, people_lines, referrer_menu
from lib.ui.shared.controls import action_button, page_button

EXCERPT = 240
"""How many characters of a new wording are shown in the list of changes."""


def status_line(sheet: Checklist) -> None:
    """How far the checklist is, that it is saved, and the way to another interview's."""
    done = form.answered(sheet)
    with frame.line("debrief.status"):
        st.markdown(f"**{sum(done)} of {len(done)}** answered", width="content")
        frame.draw_saved()
        job_menus.interview_switch(session.reader(), sheet.interview, "debrief")
        with st.popover("Someone else was there", icon=":material/person_add:", type="tertiary"):
            people_lines.paste(sheet.interview, key=f"debrief.paste.{sheet.interview.id}")


def draw(sheet: Checklist) -> None:
    """Links to the notes and dates that were made, once they were."""
    reader = session.reader()
    if not written_debrief(reader, sheet.interview.id):
        _still_open(sheet)
        return
    notes = reader.where(Note, interview_id=sheet.interview.id)
    dates = [
        one for one in reader.where(FollowUp, interview_id=sheet.interview.id) if one.is_open()
    ]
    with st.container(key="lead-result"):
        st.subheader(f"{count(len(notes), 'note')} · {count(len(dates), 'date')}", anchor=False)
        if notes:
            first = next((one for one in notes if one.sent_at is None), notes[0])
            address = {"note": first.id}
            page_button("Read and send them", "debrief.read", "notes", address, icon="mail")
        for note in notes:
            _note_link(reader, note)
        for one in sorted(dates, key=lambda one: one.due.deadline()):
            words = f"{one.what}, {one.who}" if one.who else one.what
            st.markdown(
                f"{labels.follow_up_sign(one)} {plain(words)} · "
                f"{plain(date_words.due_words(one.due))}"
            )
        navigation.link("calendar", "See them on the calendar", icon="calendar_month")
    _good_words(reader, sheet)
    _changes(reader, sheet.interview)


def _good_words(reader: Reader, sheet: Checklist) -> None:
    """The three best people to ask, now that they have met me."""
    with st.container(key="debrief.good_words"):
        st.subheader("Who could put in a good word?", anchor=False)
        if not referrer_menu.best_three(reader, sheet.job, "debrief"):
            st.caption(
                "Somebody who knows the people you met, or who works there, can still tip the "
                "scales."
            )
        navigation.link("network", "All who could help", icon="diversity_3", job=sheet.job.id)


def _still_open(sheet: Checklist) -> None:
    if missing := form.still_open(sheet):
        st.caption(
            f"Still open: {', '.join(step[0].lower() + step[1:] for step in missing)}. Nothing is "
            "compulsory."
        )


def _note_link(reader: Reader, note: Note) -> None:
    kind = labels.kind_words(note)
    label = f"{kind[0].upper()}{kind[1:]}, to {labels.reader_words(reader, note)}"
    navigation.link("notes", label, icon="mail", note=note.id)


def _changes(reader: Reader, interview: Interview) -> None:
    listed = debriefs.changes(reader, interview.id, now=session.now())
    if not listed:
        return
    st.subheader("Your checklist says something new", anchor=False)
    st.caption("These you have touched by hand, so nothing was changed without you.")
    for change in listed:
        with st.container(key=f"row-change-{change.record_id}"):
            st.markdown(_change_words(reader, change))
            with st.container(horizontal=True):
                for label, take in (("Take it over", True), ("Leave as it is", False)):
                    action_button(
                        label,
                        f"debrief.change.{take}.{change.record_id}",
                        (debriefs.answer_change, change),
                        kwargs={"take": take},
                    )


def _change_words(reader: Reader, change: Change) -> str:
    if change.text is not None:
        note = reader.get(Note, change.record_id)
        person = reader.find(Interviewer, note.interviewer_id)
        who = labels.person_words(person) if person else "everyone"
        start = plain(change.text.body[:EXCERPT])
        return f"New wording for the note to {plain(who)}, which you have edited: “{start}…”"
    follow_up = reader.get(FollowUp, change.record_id)
    row = plain(f"{follow_up.what}, {follow_up.who}")
    if change.planned is not None:
        was, would = date_words.due_words(follow_up.due), date_words.due_words(change.planned.due)
        return f"{row}: stands on {plain(was)}, would be {plain(would)}"
    return f"{row}: no longer follows from the checklist. Take it over to close it."
