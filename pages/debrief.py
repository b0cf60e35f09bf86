"""The checklist after an interview."""

from functools import partial

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.ui.core import navigation, session, sheet
from lib.ui.debrief import fields, form, result, state
from lib.ui.shared import date_words, deleted_record, frame, labels

reader = session.reader()
if deleted_record.drawn_instead(reader, Interview, "interview", "debrief", "debrief."):
    st.stop()
interview = navigation.in_address(reader, Interview, "interview") or state.likeliest(reader)

if interview is None:
    frame.page("How did it go?", scope="debrief")
    st.write(
        "Here you write an interview down right after it, while you remember. There is none yet."
    )
    navigation.link("interviews", "Add the interview", icon="add")
    st.stop()

checklist, clashes = state.take_up(reader, interview)
job = reader.get(Job, interview.job_id)
frame.page(
    "How did it go?",
    f"{labels.interview_words(job, interview)} · {date_words.when_words(interview)} · while it is fresh",
    scope=checklist.name,
    wide=True,
)
result.status_line(checklist)
sheet.draw_clashes(checklist.name, clashes, partial(fields.words_of, checklist))

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
frame.settle(
    checklist.name,
    sheet.texts(checklist.name),
    mid_sentence=fields.mid_sentence_keys(checklist),
)
