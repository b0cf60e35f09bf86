"""The pocket card: one screen to read in the lobby."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.ui.core import navigation, session
from lib.ui.shared import deleted_record, frame, job_menus
from lib.ui.strategy import pocket_card, state

reader = session.reader()
deleted_record.stop_if_deleted(reader, Interview, "interview", "pocket", "strategy.")
interview = navigation.in_address(reader, Interview, "interview") or state.likeliest(reader)

if interview is None:
    frame.page("Pocket card", scope="pocket")
    st.write(
        "Before an interview your points, your questions and who you will meet stand here, on one "
        "screen."
    )
    navigation.link("interviews", "Add the interview", icon="add", add="interview")
    st.stop()

worksheet = state.open_worksheet(reader, interview)
card = pocket_card.card_of(worksheet)
frame.page(card.company, f"{card.role} · {card.round}", scope="pocket")
pocket_card.in_the_lobby(worksheet)
pocket_card.ways(worksheet)
with st.container(key="pocket.switch"):
    job_menus.interview_switch(reader, interview, "pocket")
