"""The answer: what came of a job, and what is left to do, in the order a person can bear it."""

import streamlit as st

from lib.domain.jobs import Job
from lib.ui.core import navigation, session, sheet
from lib.ui.outcome import state, view
from lib.ui.shared import deleted_record, frame, writing

reader = session.reader()
if deleted_record.drawn_instead(reader, Job, "job", "outcome", "outcome."):
    st.stop()
job = navigation.in_address(reader, Job, "job") or state.likeliest(reader)

if job is None:
    frame.page("The answer", scope="outcome")
    st.write(
        "When an employer answers, you note it here: an offer, a no, or silence. What to say then is written "
        "for you, and what is still open is offered for closing. There is no job yet."
    )
    navigation.link("interviews", "Add an interview", icon="add", add="interview")
    st.stop()

of, clashes = state.take_up(reader, job)
writing.go_on()
reader = session.reader()
frame.page("The answer", "What came of it, and what is left to do", scope=of.name)
state.head(reader, of)
sheet.draw_clashes(of.name, clashes)
state.choose(of)
view.draw(reader, of)
frame.settle(of.name, sheet.texts(of.name))
