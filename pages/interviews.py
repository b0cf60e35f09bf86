"""Jobs, their rounds, and the people met in them."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.ui.core import navigation, session, sheet
from lib.ui.interviews import add_form, edit_form, job_list
from lib.ui.shared import date_words, deleted_record, frame, labels

reader = session.reader()
if deleted_record.drawn_instead(reader, Interview, "interview", "interviews", "interviews.round."):
    st.stop()
if not st.query_params.get("add") and deleted_record.drawn_instead(
    reader, Job, "job", "interviews", "interviews.job."
):
    st.stop()
interview = navigation.in_address(reader, Interview, "interview")
job = navigation.in_address(reader, Job, "job")

if st.query_params.get("add"):
    frame.page("Add an interview", "One that is over is fine, too", scope="interviews.new")
    add_form.draw(reader)
    frame.settle("interviews.new", add_form.texts())
elif interview is not None:
    clashes = edit_form.take_up_round(reader, interview)
    reader, name = session.reader(), edit_form.round_sheet(interview)
    interview = reader.get(Interview, interview.id)
    of = reader.get(Job, interview.job_id)
    frame.page(labels.interview_words(of, interview), date_words.when_words(interview), scope=name)
    navigation.link("interviews", f"{of.role} at {of.company}", icon="arrow_back", job=of.id)
    sheet.draw_clashes(name, clashes)
    edit_form.draw_round(reader, interview)
    frame.settle(name, sheet.texts(name))
elif job is not None:
    clashes = edit_form.take_up_job(job)
    reader, name = session.reader(), edit_form.job_sheet(job)
    frame.page(reader.get(Job, job.id).company, job.role, scope=name)
    navigation.link("interviews", "All interviews", icon="arrow_back")
    sheet.draw_clashes(name, clashes)
    edit_form.draw_job(reader, job)
    frame.settle(name, sheet.texts(name))
else:
    frame.page("Interviews", scope="interviews")
    job_list.draw(reader)
