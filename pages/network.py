"""People who could put in a good word: for one job, everybody known, and bringing people in."""

import streamlit as st

from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance, Contact
from lib.ui.core import autosave, navigation, screen_width, session
from lib.ui.network import import_people, job_view, people_table, person_page, state, view_links
from lib.ui.shared import deleted_record, frame, job_menus

TITLE, SUBTITLE = "Network", "People who could put in a good word for you"

reader = session.reader()
deleted_record.stop_if_deleted(reader, Contact, "contact", "network", "network.contact.")
deleted_record.stop_if_deleted(reader, Job, "job", "network", "network.job.")
contact = navigation.in_address(reader, Contact, "contact")
view = st.query_params.get("view", "")
listed = navigation.in_address(session.store().book.read(), Acquaintance, "person")
job = navigation.in_address(reader, Job, "job") or state.likeliest(reader)

if contact is not None:
    saved = autosave.save_changes(person_page.sheet_of(contact))
    frame.page(TITLE, SUBTITLE, saved=saved, wide=True)
    with people_table.shelf(saved.reader):
        person_page.draw(saved.reader, saved.reader.get(Contact, contact.id))
elif listed is not None:
    frame.page(TITLE, SUBTITLE, scope="network.listed", wide=True)
    with people_table.shelf(reader):
        person_page.draw_listed(reader, listed)
elif view == view_links.PEOPLE:
    form = people_table.text_keys()
    frame.page(TITLE, SUBTITLE, scope=people_table.SCOPE, form=form, wide=True)
    view_links.ways(view)
    people_table.draw(reader, narrow=screen_width.is_phone("network.screen.people"))
elif view == view_links.BRING:
    frame.page(TITLE, SUBTITLE, scope="network.bring")
    view_links.ways(view)
    import_people.draw()
elif job is None:
    frame.page(TITLE, SUBTITLE, scope="network")
    view_links.ways("")
    job_view.empty()
else:
    saved = autosave.save_changes(state.sheet_of(reader, job))
    of = state.gathered(saved.reader, job)
    frame.page(TITLE, SUBTITLE, saved=saved, wide=True)
    view_links.ways("")
    job_menus.draw_job_line(saved.reader, of.job, "network")
    job_view.draw(saved.reader, of)
