"""People who could put in a good word: for one job, everybody known, and bringing people in."""

import streamlit as st

from lib.domain.jobs import Job
from lib.domain.people.contacts import Acquaintance, Contact
from lib.ui.core import navigation, screen_width, session, sheet
from lib.ui.network import import_people, job_view, people_table, person_page, state, view_links
from lib.ui.shared import deleted_record, frame, writing

TITLE, SUBTITLE = "Network", "People who could put in a good word for you"

reader = session.reader()
if deleted_record.drawn_instead(reader, Contact, "contact", "network", "network.contact."):
    st.stop()
if deleted_record.drawn_instead(reader, Job, "job", "network", "network.job."):
    st.stop()
contact = navigation.in_address(reader, Contact, "contact")
view = st.query_params.get("view", "")
listed = navigation.in_address(session.store().book.read(), Acquaintance, "person")
job = navigation.in_address(reader, Job, "job") or state.likeliest(reader)

if contact is not None:
    name, clashes = person_page.sheet_name(contact), person_page.take_up(contact)
    reader = session.reader()
    frame.page(TITLE, SUBTITLE, scope=name, wide=True)
    with people_table.shelf(reader):
        sheet.draw_clashes(name, clashes)
        person_page.draw(reader, reader.get(Contact, contact.id))
    frame.settle(name, sheet.texts(name))
elif listed is not None:
    frame.page(TITLE, SUBTITLE, scope="network.listed", wide=True)
    with people_table.shelf(reader):
        person_page.draw_listed(reader, listed)
elif view == view_links.PEOPLE:
    frame.page(TITLE, SUBTITLE, scope=people_table.SCOPE, wide=True)
    view_links.ways(view)
    people_table.draw(reader, narrow=screen_width.is_phone("network.screen.people"))
    frame.settle(people_table.SCOPE, people_table.texts())
elif view == view_links.BRING:
    frame.page(TITLE, SUBTITLE, scope="network.bring")
    view_links.ways(view)
    import_people.draw()
elif job is None:
    frame.page(TITLE, SUBTITLE, scope="network")
    view_links.ways("")
    job_view.empty()
else:
    clashes = state.take_up(reader, job)
    writing.go_on()
    reader = session.reader()
    of = state.gathered(reader, job)
    frame.page(TITLE, SUBTITLE, scope=of.name, wide=True)
    view_links.ways("")
    job_view.head(reader, of)
    sheet.draw_clashes(of.name, clashes)
    job_view.draw(reader, of)
    frame.settle(of.name, sheet.texts(of.name))
