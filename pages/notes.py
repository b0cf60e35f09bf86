"""Every message: its words, its checks, and the way to send it."""

import streamlit as st

from lib.domain.notes import Note
from lib.ui.core import navigation, session, sheet
from lib.ui.notes import note_list, note_page
from lib.ui.shared import deleted_record, frame

reader = session.reader()
if deleted_record.drawn_instead(reader, Note, "note", "notes", "notes."):
    st.stop()
named = navigation.in_address(reader, Note, "note")
note = named or note_list.likeliest(reader)

if note is None:
    frame.page("Notes", scope="notes")
    st.write(
        "The notes you owe stand here once an interview is written down: one for each person you met."
    )
    navigation.link("debrief", "Write an interview down", icon="edit_note")
    st.stop()

note, clashes = note_page.take_up(note)
reader = session.reader()
frame.page(
    "Notes",
    "One for each reader, checked before it leaves the house",
    scope=note_page.sheet_name(note),
    wide=True,
)

shelf, desk = st.columns([2, 5], gap="large")
with shelf, st.container(key="notes.shelf.open" if named else "notes.shelf"):
    note_list.draw(reader, note)
with desk, st.container(key="notes.desk"):
    with st.container(key="notes.back"):
        navigation.link("notes", "All notes", icon="arrow_back")
    note_page.draw(reader, note, clashes)

frame.settle(note_page.sheet_name(note), sheet.texts(note_page.sheet_name(note)))
