"""People who could put in a good word: for one job, everybody known, and bringing people in."""

import streamlit as st

from lib.domain.contacts import Acquaintance, Contact
from lib.domain.jobs import Job
from lib.ui import (
    frame,
    gone,
    network_bring,
    network_desk,
    network_job,
    network_parts,
    network_people,
    network_person,
    parts,
    screen,
    session,
    sheet,
    writing,
)

TITLE, SUBTITLE = "Network", "People who could put in a good word for you"

reader = session.reader()
if gone.drawn_instead(reader, Contact, "contact", "network", "network.contact."):
    st.stop()
if gone.drawn_instead(reader, Job, "job", "network", "network.job."):
    st.stop()
contact = parts.in_address(reader, Contact, "contact")
view = st.query_params.get("view", "")
listed = parts.in_address(session.store().book.read(), Acquaintance, "person")
job = parts.in_address(reader, Job, "job") or network_desk.likeliest(reader)

if contact is not None:
    name, clashes = network_person.sheet_name(contact), network_person.take_up(contact)
    reader = session.reader()
    frame.page(TITLE, SUBTITLE, scope=name, wide=True)
    with network_people.shelf(reader):
        sheet.draw_clashes(name, clashes)
        network_person.draw(reader, reader.get(Contact, contact.id))
    frame.settle(name, sheet.texts(name))
elif listed is not None:
    frame.page(TITLE, SUBTITLE, scope="network.listed", wide=True)
    with network_people.shelf(reader):
        network_person.draw_listed(reader, listed)
elif view == network_parts.PEOPLE:
    frame.page(TITLE, SUBTITLE, scope=network_people.SCOPE, wide=True)
    network_parts.ways(view)
    network_people.draw(reader, narrow=screen.is_phone("network.screen.people"))
    frame.settle(network_people.SCOPE, network_people.texts())
elif view == network_parts.BRING:
    frame.page(TITLE, SUBTITLE, scope="network.bring")
    network_parts.ways(view)
    network_bring.draw()
elif job is None:
    frame.page(TITLE, SUBTITLE, scope="network")
    network_parts.ways("")
    network_job.empty()
else:
    clashes = network_desk.take_up(reader, job)
    writing.go_on()
    reader = session.reader()
    of = network_desk.gathered(reader, job)
    frame.page(TITLE, SUBTITLE, scope=of.name, wide=True)
    network_parts.ways("")
    network_job.head(reader, of)
    sheet.draw_clashes(of.name, clashes)
    network_job.draw(reader, of)
    frame.settle(of.name, sheet.texts(of.name))
