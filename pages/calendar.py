"""Every promise, interview and date they gave on its day; drag to move, click to open or add."""

import streamlit as st

from lib.ui.calendar import component, dialogs, state
from lib.ui.core import session
from lib.ui.shared import calendar_ways, followup_panel, frame

state.answer(component.happened(state.KEY))
reader = session.reader()
frame.page("Calendar", scope="calendar", wide=True)

entries = state.everything(reader)
if not entries:
    state.empty()
with st.container(horizontal=True, vertical_alignment="center", key="calendar.filters"):
    st.button(
        "Add",
        key="calendar.add",
        type="primary",
        icon=":material/add:",
        on_click=dialogs.ask_to_add,
        args=(session.today(),),
    )
    shown = state.recent(state.of_job(reader, entries))
    sight = state.sight()
    if not sight.phone:
        st.caption("Click a day to add, drag to move.", width="content")
component.draw(state.KEY, state.of_kinds(shown), sight)
calendar_ways.everything(entries)

dialogs.show_if_asked(reader, entries)
followup_panel.show_if_asked(reader)
