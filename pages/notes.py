"""Every message: its words, its checks, and the way to send it."""

import streamlit as st

from lib.domain.notes import Note
from lib.ui.core import autosave, navigation, session
from lib.ui.notes import note_list, note_page
from lib.ui.shared import deleted_record, frame

reader = session.reader()
deleted_record.stop_if_deleted(reader, Note, "note", "notes", "notes.")
named = navigation.in_address(reader, Note, "note")
note = named or note_list.likeliest(reader)

if note is None:
    frame.page("Notes", scope="notes")
    st.write(
        "The notes you owe stand here once an interview is written down: one for each person you "
        "met."
    )
    navigation.link("debrief", "Write an interview down", icon="edit_note")
    st.stop()

saved = autosave.save_changes(note_page.sheet_of(note))
reader, note = saved.reader, saved.reader.get(Note, note.id)
frame.page(
    "Notes",
    "One for each reader, checked before it leaves the house",
    saved=saved,
    wide=True,
)

shelf, desk = st.columns([2, 5], gap="large")
with shelf, st.container(key="notes.shelf.open" if named else "notes.shelf"):
    note_list.draw(reader, note)
with desk, st.container(key="notes.desk"):
    with st.container(key="notes.back"):
        navigation.link("notes", "All notes", icon="arrow_back")
    note_page.draw(reader, note)
