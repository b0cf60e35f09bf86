"""What Today shows besides the rows of what I owe."""

from __future__ import annotations

import streamlit as st

from lib.actions import example
from lib.domain.answers import JobEvent
from lib.domain.dates import spoken
from lib.domain.debriefs import Debrief
from lib.domain.followups import agenda
from lib.domain.followups.followup import FollowUp, tally
from lib.domain.interviews import Interview, Interviewer
from lib.domain.jobs import Job, JobStatus
from lib.store.repository import Reader
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared import date_words, labels
from lib.ui.today import employer_contact

ANSWERED = "They have decided"


def empty() -> None:
    """What a person sees who has entered nothing yet."""
    with st.container(key="lead-empty"):
        st.markdown(
            "Write an interview down right after it: your thank-you notes are written for you, "
            "and every promise you made stands on a calendar. Start with the interview you had, "
            "or have next."
        )
        with st.container(horizontal=True):
            if st.button(
                "Add an interview", key="today.add", type="primary", icon=":material/add:"
            ):
                navigation.go("interviews", add="interview")
            st.button(
                "Look around with example data",
                key="today.example",
                on_click=session.act,
                args=(example.load, session.zone()),
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
    ended = agenda.ended_without_debrief(_of(reader, jobs), reader.all(Debrief), session.now())
    if not ended:
        return
    latest = ended[0]
    with st.container(key="lead-ended"):
        st.markdown(
            f"**Just ended: {plain(labels.interview_words(jobs[latest.job_id], latest))}**  \n"
            f"{plain(spoken.ago(latest.ends_at(), session.now()))} · "
            f"{count(len(latest.interviewer_ids), 'person', 'people')}"
        )
        if st.button(
            "Write it down",
            key="today.write",
            type="primary" if first else "secondary",
            icon=":material/edit_note:",
        ):
            navigation.go("debrief", interview=latest.id)
        for other in ended[1:4]:
            label = f"Also not written down: {labels.interview_words(jobs[other.job_id], other)}"
            navigation.link("debrief", label, interview=other.id)


def owed_to_me(reader: Reader, jobs: dict[str, Job]) -> None:
    """What the employers said they would do, by when, and what I do if they do not."""
    running = {id: job for id, job in jobs.items() if job.status is JobStatus.INTERVIEWING}
    follow_ups = tuple(one for one in reader.all(FollowUp) if one.job_id in running)
    rows = agenda.owed_to_me(
        reader.all(Debrief), _of(reader, running), follow_ups, session.now(), reader.all(JobEvent)
    )
    if not rows:
        return
    st.subheader("They owe me", anchor=False)
    for row in rows:
        person = reader.find(Interviewer, row.who_id) if row.who_id else None
        who = labels.person_words(person) if person else jobs[row.job_id].company
        then = (
            f" · if not, check in {date_words.day_words(row.check_in_on)}"
            if row.check_in_on
            else ""
        )
        words = f"{who}: {row.what} · by {date_words.day_words(row.by)}{then}"
        sign = "hourglass_bottom" if row.passed else "hourglass_empty"
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"row-theirs-{row.interview_id}"
        ):
            st.markdown(f":material/{sign}: {plain(words)}", width="stretch")
            st.menu_button(
                "They were in touch",
                (*employer_contact.choices(), ANSWERED),
                key=f"today.heard.{row.interview_id}",
                on_click=_heard,
                args=(row.job_id, f"today.heard.{row.interview_id}"),
            )


def _heard(job_id: str, key: str) -> None:
    choice = st.session_state.get(key)
    if choice == ANSWERED:
        navigation.go_next("outcome", job=job_id)
    else:
        employer_contact.chosen(job_id, choice)


def record(reader: Reader) -> None:
    """How many promises were kept on time."""
    kept = tally(reader.all(FollowUp), session.now())
    if kept.counted:
        st.caption(f":material/verified: Promises kept on time: {kept.kept} of {kept.counted}")


def example_line(reader: Reader) -> None:
    """That these are made-up people, and the way to be rid of them."""
    if not example.is_loaded(reader.all(Job)):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="today.example.line"):
        st.caption("You are looking at made-up example data.")
        st.button(
            "Remove it",
            key="today.example.remove",
            type="tertiary",
            on_click=session.act,
            args=(example.remove,),
        )


def _of(reader: Reader, jobs: dict[str, Job]) -> tuple[Interview, ...]:
    return tuple(one for one in reader.all(Interview) if one.job_id in jobs)
