"""Every message: its words, its checks, and the way to send it."""

import streamlit as st

from lib.domain.notes import Note
from lib.ui import frame, gone, note_desk, notes_list, parts, session, sheet

reader = session.reader()
if gone.drawn_instead(reader, Note, "note", "notes", "notes."):
    st.stop()
named = parts.in_address(reader, Note, "note")
note = named or notes_list.likeliest(reader)

if note is None:
    frame.page("Notes", scope="notes")
    st.write("The notes you owe stand here once an interview is written down: one for each person you met.")
    parts.link("debrief", "Write an interview down", icon="edit_note")
    st.stop()

note, clashes = note_desk.take_up(note)
reader = session.reader()
frame.page(
    "Notes",
    "One for each reader, checked before it leaves the house",
    scope=note_desk.sheet_name(note),
    wide=True,
)

shelf, desk = st.columns([2, 5], gap="large")
with shelf, st.container(key="notes.shelf.open" if named else "notes.shelf"):
    notes_list.draw(reader, note)
with desk, st.container(key="notes.desk"):
    with st.container(key="notes.back"):
        parts.link("notes", "All notes", icon="arrow_back")
    note_desk.draw(reader, note, clashes)

frame.settle(note_desk.sheet_name(note), sheet.texts(note_desk.sheet_name(note)))
