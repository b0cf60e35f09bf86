"""Everything that happened about one job, day by day, and what is still to come."""

import streamlit as st

from lib.domain.jobs import Job
from lib.ui import frame, gone, history_add, history_view, parts, session

TITLE = "History"

reader = session.reader()
if gone.drawn_instead(reader, Job, "job", "history", "history."):
    st.stop()
job = parts.in_address(reader, Job, "job") or history_view.likeliest(reader)

if job is None:
    frame.page(TITLE, scope="history")
    history_view.empty()
    st.stop()

frame.page(TITLE, "What happened, and what is still to come", scope=history_add.scope(job))
history_view.draw(reader, history_view.of_job(reader, job))
frame.settle(history_add.scope(job), history_add.texts(job))
