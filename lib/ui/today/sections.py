"""What Today shows besides the rows of what I owe."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.actions import example
from lib.domain.dates import spoken
from lib.domain.debriefs import Debrief
from lib.domain.followups import agenda
from lib.domain.followups.followup import FollowUp, tally
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared import date_words, frame, job_menus, labels
from lib.ui.shared.controls import action_button, draw_menu, page_button
from lib.ui.today import employer_contact


def empty() -> None:
    """What a person sees who has entered nothing yet."""
    with st.container(key="lead-empty"):
        st.markdown(
            "Write an interview down right after it: your thank-you notes are written for you, "
            "and every promise you made stands on a calendar. Start with the interview you had, "
            "or have next."
        )
        with st.container(horizontal=True):
            add = {"add": "interview"}
            page_button("Add an interview", "today.add", "interviews", add, icon="add")
            action_button(
                "Look around with example data",
                "today.example",
                (example.load, session.zone()),
                kwargs={"english": session.guessed_english()},
            )


def ways() -> None:
    """The two other things a person comes here for."""
    with st.container(horizontal=True, key="today.ways"):
        navigation.link("interviews", "Add an interview", icon="add", add="interview")
        navigation.link("interviews", "Search", icon="search")


def just_ended(reader: Reader, jobs: dict[str, Job], *, first: bool) -> None:
    """Interviews that have ended and are not written down, the latest first and large.

    `first` says whether nothing stands above them: only then is their button the primary one.
    """
    rounds = tuple(one for one in reader.all(Interview) if one.job_id in jobs)
    ended = agenda.ended_without_debrief(rounds, reader.all(Debrief), session.now())
    if not ended:
        return
    latest = ended[0]
    with st.container(key="lead-ended"):
        st.markdown(
            f"**Just ended: {plain(labels.interview_words(jobs[latest.job_id], latest))}**  \n"
            f"{plain(spoken.ago(latest.ends_at(), session.now()))} · "
            f"{count(len(latest.interviewer_ids), 'person', 'people')}"
        )
        page_button(
            "Write it down",
            "today.write",
            "debrief",
            {"interview": latest.id},
            icon="edit_note",
            primary=first,
        )
        for other in ended[1:4]:
            label = f"Also not written down: {labels.interview_words(jobs[other.job_id], other)}"
            navigation.link("debrief", label, interview=other.id)


def owed_to_me(reader: Reader, jobs: dict[str, Job]) -> None:
    """What the employers said they would do, by when, and what I do if they do not."""
    rows = job_menus.owed_to_me(reader)
    if not rows:
        return
    st.subheader("They owe me", anchor=False)
    for row in rows:
        person = reader.find(Interviewer, row.who_id) if row.who_id else None
        who = labels.person_words(person) if person else jobs[row.job_id].company
        words = f"{who}: {row.what} · by {date_words.day_words(row.by)}"
        if row.check_in_on:
            words += f" · if not, check in {date_words.day_words(row.check_in_on)}"
        sign = "hourglass_bottom" if row.passed else "hourglass_empty"
        with frame.line(f"row-theirs-{row.interview_id}"):
            st.markdown(f":material/{sign}: {plain(words)}", width="stretch")
            answered = partial(navigation.go_next, "outcome", job=row.job_id)
            choices = {**employer_contact.choices(row.job_id), "They have decided": (answered,)}
            draw_menu("They were in touch", f"today.heard.{row.interview_id}", choices)


def record(reader: Reader) -> None:
    """How many promises were kept on time."""
    kept = tally(reader.all(FollowUp), session.now())
    if kept.counted:
        st.caption(f":material/verified: Promises kept on time: {kept.kept} of {kept.counted}")


def example_line(reader: Reader) -> None:
    """That these are made-up people, and the way to be rid of them."""
    if not example.is_loaded(reader.all(Job)):
        return
    with frame.line("today.example.line"):
        st.caption("You are looking at made-up example data.")
        action_button("Remove it", "today.example.remove", (example.remove,), type="tertiary")
