"""What I owe, to whom, and how late: the first thing on opening."""

import streamlit as st

from lib.domain.english import long_date
from lib.domain.followups import agenda as owed
from lib.domain.followups.followup import FollowUp
from lib.ui.core import session
from lib.ui.shared import followup_panel, frame, job_menus
from lib.ui.today import agenda_rows, employer_contact, next_interview, sections

reader = session.reader()
frame.page(long_date(session.today(), session.english()), scope="today")

jobs = job_menus.active_jobs(reader)
mine = tuple(one for one in reader.all(FollowUp) if not one.job_id or one.job_id in jobs)
if not jobs and not mine:
    sections.empty()
    st.stop()

near = next_interview.comes_first(reader, jobs)
with st.container(key="today.first"):
    if near:
        next_interview.draw(reader, jobs, first=True)
sections.ways()
sections.just_ended(reader, jobs, first=not near)
agenda = owed.agenda(mine, session.now(), session.zone())
agenda_rows.draw(reader, "Overdue", agenda.overdue)
agenda_rows.draw(reader, "Today", agenda.today)
agenda_rows.draw(reader, "Next 7 days", agenda.next_seven_days)
if not (agenda.overdue or agenda.today or agenda.next_seven_days):
    st.markdown(
        ":material/check_circle: Nothing is due in the next seven days. You owe nobody anything."
    )
if agenda.later or agenda.hidden:
    with st.expander(f"Later ({len(agenda.later)}) and hidden ({len(agenda.hidden)})"):
        agenda_rows.draw(reader, "Later on", agenda.later)
        agenda_rows.draw(reader, "Hidden for now", agenda.hidden)
sections.owed_to_me(reader, jobs)
if not near:
    next_interview.draw(reader, jobs, first=False)
sections.record(reader)
sections.example_line(reader)
followup_panel.show_if_asked(reader)
employer_contact.show_if_asked(reader)
