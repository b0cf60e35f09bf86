"""Jobs, their rounds, and the people met in them."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.domain.jobs import Job
from lib.ui import frame, gone, interviews_add, interviews_edit, interviews_list, parts, session, sheet

reader = session.reader()
if gone.drawn_instead(reader, Interview, "interview", "interviews", "interviews.round."):
    st.stop()
if not st.query_params.get("add") and gone.drawn_instead(reader, Job, "job", "interviews", "interviews.job."):
    st.stop()
interview = parts.in_address(reader, Interview, "interview")
job = parts.in_address(reader, Job, "job")

if st.query_params.get("add"):
    frame.page("Add an interview", "One that is over is fine, too", scope="interviews.new")
    interviews_add.draw(reader)
    frame.settle("interviews.new", interviews_add.texts())
elif interview is not None:
    clashes = interviews_edit.take_up_round(reader, interview)
    reader, name = session.reader(), interviews_edit.round_sheet(interview)
    interview = reader.get(Interview, interview.id)
    of = reader.get(Job, interview.job_id)
    frame.page(parts.interview_words(of, interview), parts.when_words(interview), scope=name)
    parts.link("interviews", f"{of.role} at {of.company}", icon="arrow_back", job=of.id)
    sheet.draw_clashes(name, clashes)
    interviews_edit.draw_round(reader, interview)
    frame.settle(name, sheet.texts(name))
elif job is not None:
    clashes = interviews_edit.take_up_job(job)
    reader, name = session.reader(), interviews_edit.job_sheet(job)
    frame.page(reader.get(Job, job.id).company, job.role, scope=name)
    parts.link("interviews", "All interviews", icon="arrow_back")
    sheet.draw_clashes(name, clashes)
    interviews_edit.draw_job(reader, job)
    frame.settle(name, sheet.texts(name))
else:
    frame.page("Interviews", scope="interviews")
    interviews_list.draw(reader)
