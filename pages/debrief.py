"""The checklist after an interview."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.ui.core import autosave, navigation, session
from lib.ui.debrief import form, result, state
from lib.ui.shared import date_words, deleted_record, frame, labels

reader = session.reader()
deleted_record.stop_if_deleted(reader, Interview, "interview", "debrief", "debrief.")
interview = navigation.in_address(reader, Interview, "interview") or state.likeliest(reader)

if interview is None:
    frame.page("How did it go?", scope="debrief")
    st.write(
        "Here you write an interview down right after it, while you remember. There is none yet."
    )
    navigation.link("interviews", "Add the interview", icon="add")
    st.stop()

saved = autosave.save_changes(state.sheet_of(state.open_checklist(reader, interview)))
checklist = state.checklist_to_draw(saved, interview)
job = reader.get(Job, interview.job_id)
frame.page(
    "How did it go?",
    f"{labels.interview_words(job, interview)} · {date_words.when_words(interview)} · while it is "
    "fresh",
    saved=saved,
    wide=True,
)
result.status_line(checklist)

form.draw(checklist)
st.button(
    "Write my notes and plan my follow-ups",
    key="debrief.write",
    type="secondary" if checklist.debrief.written_at else "primary",
    icon=":material/edit_note:",
    on_click=state.write_down,
    args=(interview.id,),
)

with st.container(key="debrief.result"):
    result.draw(checklist)
