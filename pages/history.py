"""Everything that happened about one job, day by day, and what is still to come."""

import streamlit as st

from lib.domain.jobs import Job
from lib.ui.core import navigation, session
from lib.ui.history import add_line, timeline
from lib.ui.shared import deleted_record, frame

TITLE = "History"

reader = session.reader()
deleted_record.stop_if_deleted(reader, Job, "job", "history", "history.")
job = navigation.in_address(reader, Job, "job") or timeline.likeliest(reader)

if job is None:
    frame.page(TITLE, scope="history")
    timeline.empty()
    st.stop()

frame.page(
    TITLE,
    "What happened, and what is still to come",
    scope=add_line.scope(job),
    form=add_line.text_keys(job),
)
timeline.draw(reader, timeline.of_job(reader, job))
