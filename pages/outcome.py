"""The answer: what came of a job, and what is left to do, in the order a person can bear it."""

import streamlit as st

from lib.domain.jobs import Job
from lib.ui.core import autosave, navigation, session
from lib.ui.outcome import state, view
from lib.ui.shared import deleted_record, frame, job_menus

reader = session.reader()
deleted_record.stop_if_deleted(reader, Job, "job", "outcome", "outcome.")
job = navigation.in_address(reader, Job, "job") or state.likeliest(reader)

if job is None:
    frame.page("The answer", scope="outcome")
    st.write(
        "When an employer answers, you note it here: an offer, a no, or silence. What to say then "
        "is written "
        "for you, and what is still open is offered for closing. There is no job yet."
    )
    navigation.link("interviews", "Add an interview", icon="add", add="interview")
    st.stop()

saved = autosave.save_changes(state.sheet_of(state.gathered(reader, job)))
reader, of = saved.reader, state.gathered(saved.reader, job)
frame.page("The answer", "What came of it, and what is left to do", saved=saved)
job_menus.draw_job_line(reader, job, "outcome")
state.choose(of)
view.draw(reader, of)
