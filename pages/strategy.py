"""The worksheet before an interview."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.ui.core import navigation, session, sheet
from lib.ui.shared import deleted_record, frame
from lib.ui.strategy import pocket_card, questions, result, state

reader = session.reader()
if deleted_record.drawn_instead(reader, Interview, "interview", "strategy", "strategy."):
    st.stop()
interview = navigation.in_address(reader, Interview, "interview") or state.likeliest(reader)

if interview is None:
    frame.page("Strategy", scope="strategy")
    st.write(
        "Deciding beforehand how you will follow up makes you calmer in the room. Each interview has its own "
        "worksheet here; there is no interview yet."
    )
    navigation.link("interviews", "Add the interview", icon="add", add="interview")
    st.stop()

worksheet, clashes = state.take_up(reader, interview)
frame.page("Strategy", result.subtitle(worksheet), scope=worksheet.name, wide=True)
result.status_line(worksheet)
sheet.draw_clashes(worksheet.name, clashes)

form, card = st.columns([5, 3], gap="large")
with form, st.container(key="strategy.form"):
    result.draw(worksheet)
    with result.place_of_the_form(worksheet):
        questions.draw(worksheet)
        result.foot(worksheet)
with card, st.container(key="strategy.card"):
    pocket_card.beside(worksheet)
frame.settle(worksheet.name, sheet.texts(worksheet.name))
