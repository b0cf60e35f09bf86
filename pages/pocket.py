"""The pocket card: one screen to read in the lobby."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.ui import at_hand, frame, gone, parts, pocket_view, session, strategy_desk

reader = session.reader()
if gone.drawn_instead(reader, Interview, "interview", "pocket", "strategy."):
    st.stop()
interview = parts.in_address(reader, Interview, "interview") or strategy_desk.likeliest(reader)

if interview is None:
    frame.page("Pocket card", scope="pocket")
    st.write(
        "Before an interview your points, your questions and who you will meet stand here, on one screen."
    )
    parts.link("interviews", "Add the interview", icon="add", add="interview")
    st.stop()

worksheet = strategy_desk.open_worksheet(reader, interview)
card = pocket_view.card_of(worksheet)
frame.page(card.company, f"{card.role} · {card.round}", scope="pocket")
pocket_view.in_the_lobby(worksheet)
pocket_view.ways(worksheet)
with st.container(key="pocket.switch"):
    at_hand.interview_switch(reader, interview, "pocket")
