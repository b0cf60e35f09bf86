"""Where I stand: what is owed, how punctual I am, the seven ways of each job, and what my notes did."""

import streamlit as st

from lib.domain.followups import FollowUp
from lib.domain.jobs import Job
from lib.ui import frame, progress_desk, progress_lines, progress_parts, progress_ways, screen, session

reader = session.reader()
frame.page("Progress", "Where you stand", scope="progress")

if not reader.all(Job) and not reader.all(FollowUp):
    progress_lines.empty()
    st.stop()

narrow = screen.is_phone("progress.screen")
of = progress_desk.gathered(reader)
progress_lines.draw(reader, of)
progress_parts.promises(of.record, narrow=narrow)
if of.boards:
    progress_ways.draw(of)
    progress_parts.jobs(of, narrow=narrow)
    progress_parts.notes(of, narrow=narrow)
