"""Jobs, their rounds, and the people met in them."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.ui.core import autosave, navigation, session
from lib.ui.interviews import add_form, edit_form, job_list
from lib.ui.shared import date_words, deleted_record, frame, labels

reader = session.reader()
adding = st.query_params.get("add")
deleted_record.stop_if_deleted(reader, Interview, "interview", "interviews", "interviews.round.")
if not adding:
    deleted_record.stop_if_deleted(reader, Job, "job", "interviews", "interviews.job.")
interview = navigation.in_address(reader, Interview, "interview")
job = navigation.in_address(reader, Job, "job")

if adding:
    frame.page(
        "Add an interview",
        "One that is over is fine, too",
        scope=add_form.SCOPE,
        form=add_form.text_keys(),
    )
    add_form.draw(reader)
elif interview is not None:
    saved = autosave.save_changes(edit_form.round_sheet(reader, interview))
    interview = saved.reader.get(Interview, interview.id)
    of = saved.reader.get(Job, interview.job_id)
    words = labels.interview_words(of, interview)
    frame.page(words, date_words.when_words(interview), saved=saved)
    navigation.link("interviews", f"{of.role} at {of.company}", icon="arrow_back", job=of.id)
    edit_form.draw_round(saved.reader, interview)
elif job is not None:
    saved = autosave.save_changes(edit_form.job_sheet(job))
    job = saved.reader.get(Job, job.id)
    frame.page(job.company, job.role, saved=saved)
    navigation.link("interviews", "All interviews", icon="arrow_back")
    edit_form.draw_job(saved.reader, job)
else:
    frame.page("Interviews", scope="interviews")
    job_list.draw(reader)
