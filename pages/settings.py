"""The person, their days, and their data."""

import streamlit as st

from lib.ui import frame, settings_data, settings_form, sheet

YOU, DATA = "You and your days", "Your data"

clashes = settings_form.take_up()
frame.page("Settings", "Saved as you change them", scope=settings_form.NAME)
sheet.draw_clashes(settings_form.NAME, clashes)
with st.container(key="settings.saved"):
    st.caption(frame.saved_words())
you, data = st.tabs([YOU, DATA], default=DATA if st.query_params.get("part") == "data" else YOU)
with you:
    settings_form.draw()
    st.caption(settings_form.today_line())
with data:
    settings_data.draw()
frame.settle(settings_form.NAME, sheet.texts(settings_form.NAME))
