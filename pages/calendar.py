"""Every promise, interview and date they gave, each on its day; drag to move, click to open or to add."""

import streamlit as st

from lib.ui import (
    calendar_desk,
    calendar_dialogs,
    calendar_view,
    calendar_ways,
    followup_panel,
    frame,
    session,
)

calendar_desk.answer(calendar_view.happened(calendar_desk.KEY))
reader = session.reader()
frame.page("Calendar", scope="calendar", wide=True)

entries = calendar_desk.everything(reader)
if not entries:
    calendar_desk.empty()
with st.container(horizontal=True, vertical_alignment="center", key="calendar.filters"):
    st.button(
        "Add",
        key="calendar.add",
        type="primary",
        icon=":material/add:",
        on_click=calendar_dialogs.ask_to_add,
        args=(session.today(),),
    )
    shown = calendar_desk.of_job(reader, entries)
    sight = calendar_desk.sight()
    if not sight.phone:
        st.caption("Click a day to add, drag to move.", width="content")
calendar_view.draw(calendar_desk.KEY, calendar_desk.of_kinds(shown), sight)
calendar_ways.everything(entries)

calendar_dialogs.show_if_asked(reader, entries)
followup_panel.show_if_asked(reader)
