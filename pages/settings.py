"""The person, their days, and their data."""

import streamlit as st

from lib.ui.core import autosave
from lib.ui.settings import data_section, profile_form
from lib.ui.shared import frame
from lib.ui.shared.unread_line import PART

YOU, DATA = "You and your days", "Your data"

saved = autosave.save_changes(profile_form.sheet())
frame.page("Settings", "Saved as you change them", saved=saved)
with st.container(key="settings.saved"):
    st.caption(frame.saved_words())
asked_for_data = st.query_params.get("part") in (PART, "data")
you, data = st.tabs([YOU, DATA], default=DATA if asked_for_data else YOU)
with you:
    profile_form.draw()
    st.caption(profile_form.today_line())
with data:
    data_section.draw()
