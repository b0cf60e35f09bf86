"""The person, their days, and their data."""

import streamlit as st

from lib.ui import frame, settings_data, settings_form, sheet

clashes = settings_form.take_up()
frame.page("Settings", "Saved as you change them", scope=settings_form.NAME)
sheet.draw_clashes(settings_form.NAME, clashes)
with st.container(key="settings.saved"):
    st.caption(frame.saved_words())
settings_form.draw()
st.caption(settings_form.today_line())
settings_data.draw()
frame.settle(settings_form.NAME, sheet.texts(settings_form.NAME))
