"""Where I stand: what is owed, how punctual I am, each job's seven ways, what my notes did."""

import streamlit as st

from lib.domain.followups.followup import FollowUp
from lib.domain.jobs import Job
from lib.ui.core import session
from lib.ui.progress import figures, seven_ways, state, summary
from lib.ui.shared import frame

reader = session.reader()
frame.page("Progress", "Where you stand", scope="progress")

if not reader.all(Job) and not reader.all(FollowUp):
    summary.empty()
    st.stop()

of = state.gathered(reader)
summary.draw(reader, of)
figures.promises(of.record)
if of.boards:
    seven_ways.draw(of)
    figures.jobs(of.funnel)
    figures.notes(of)
