"""The worksheet before an interview."""

import streamlit as st

from lib.domain.interviews import Interview
from lib.ui import (
    frame,
    gone,
    parts,
    pocket_view,
    session,
    sheet,
    strategy_desk,
    strategy_form,
    strategy_result,
)

reader = session.reader()
if gone.drawn_instead(reader, Interview, "interview", "strategy", "strategy."):
    st.stop()
interview = parts.in_address(reader, Interview, "interview") or strategy_desk.likeliest(reader)

if interview is None:
    frame.page("Strategy", scope="strategy")
    st.write(
        "Deciding beforehand how you will follow up makes you calmer in the room. Each interview has its own "
        "worksheet here; there is no interview yet."
    )
    parts.link("interviews", "Add the interview", icon="add", add="interview")
    st.stop()

worksheet, clashes = strategy_desk.take_up(reader, interview)
frame.page("Strategy", strategy_result.subtitle(worksheet), scope=worksheet.name, wide=True)
strategy_result.status_line(worksheet)
sheet.draw_clashes(worksheet.name, clashes)

form, card = st.columns([5, 3], gap="large")
with form, st.container(key="strategy.form"):
    strategy_result.draw(worksheet)
    with strategy_result.place_of_the_form(worksheet):
        strategy_form.draw(worksheet)
        strategy_result.foot(worksheet)
with card, st.container(key="strategy.card"):
    pocket_view.beside(worksheet)
frame.settle(worksheet.name, sheet.texts(worksheet.name))
