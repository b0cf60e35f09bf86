"""The worksheet before an interview."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.ui.core import autosave, navigation, session
from lib.ui.shared import deleted_record, frame
from lib.ui.strategy import pocket_card, questions, result, state

reader = session.reader()
deleted_record.stop_if_deleted(reader, Interview, "interview", "strategy", "strategy.")
interview = navigation.in_address(reader, Interview, "interview") or state.likeliest(reader)

if interview is None:
    frame.page("Strategy", scope="strategy")
    st.write(
        "Deciding beforehand how you will follow up makes you calmer in the room. Each interview "
        "has its own "
        "worksheet here; there is no interview yet."
    )
    navigation.link("interviews", "Add the interview", icon="add", add="interview")
    st.stop()

saved = autosave.save_changes(state.sheet_of(state.open_worksheet(reader, interview)))
worksheet = state.open_worksheet(saved.reader, interview)
frame.page("Strategy", result.subtitle(worksheet), saved=saved, wide=True)
result.status_line(worksheet)

form, card = st.columns([5, 3], gap="large")
with form, st.container(key="strategy.form"):
    result.draw(worksheet)
    with result.place_of_the_form(worksheet):
        questions.draw(worksheet)
        result.foot(worksheet)
with card, st.container(key="strategy.card"):
    pocket_card.beside(worksheet)
