"""What I owe, to whom, and how late: the first thing on opening."""

import streamlit as st

from lib.domain import owed
from lib.domain.english import long_date
from lib.domain.followups import FollowUp
from lib.ui import (
    agenda_rows,
    at_hand,
    followup_panel,
    frame,
    heard_panel,
    session,
    today_next,
    today_parts,
    writing,
)

writing.go_on()
today_parts.go_on()
reader = session.reader()
frame.page(long_date(session.today(), session.english()), scope="today")

jobs = at_hand.active_jobs(reader)
mine = tuple(one for one in reader.all(FollowUp) if not one.job_id or one.job_id in jobs)
if not jobs and not mine:
    today_parts.empty()
    st.stop()

near = today_next.comes_first(reader, jobs)
with st.container(key="today.first"):
    if near:
        today_next.draw(reader, jobs, first=True)
today_parts.ways()
today_parts.just_ended(reader, jobs, first=not near)
agenda = owed.agenda(mine, session.now(), session.zone())
agenda_rows.draw(reader, "Overdue", agenda.overdue)
agenda_rows.draw(reader, "Today", agenda.today)
agenda_rows.draw(reader, "Next 7 days", agenda.next_seven_days)
if not (agenda.overdue or agenda.today or agenda.next_seven_days):
    st.markdown(":material/check_circle: Nothing is due in the next seven days. You owe nobody anything.")
if agenda.later or agenda.hidden:
    with st.expander(f"Later ({len(agenda.later)}) and hidden ({len(agenda.hidden)})"):
        agenda_rows.draw(reader, "Later on", agenda.later)
        agenda_rows.draw(reader, "Hidden for now", agenda.hidden)
today_parts.owed_to_me(reader, jobs)
if not near:
    today_next.draw(reader, jobs, first=False)
today_parts.record(reader)
today_parts.example_line(reader)
followup_panel.show_if_asked(reader)
heard_panel.show_if_asked(reader)
