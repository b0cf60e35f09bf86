"""Working on one note: its text, what the checker says, and the ways out of the door."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.actions import notes as actions
from lib.actions.briefs import brief_of, siblings_of
from lib.actions.settings import save_profile
from lib.domain.followups import FollowUp
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.formats import cards, sending
from lib.store.repository import Reader
from lib.ui import frame, note_versions, notes_list, parts, session, sheet
from lib.ui.sheet import Clash
from lib.ui.shown import count, plain
from lib.words.check import is_ready, measure
from lib.words.finding import Finding, Weight
from lib.words.parts import NO_NAME

NAME = "notes.name"
CHANGED_ELSEWHERE = (
    "This note was changed in another window. Choose below what counts, then mark it again; "
    "nothing of either is lost."
)


def sheet_name(note: Note) -> str:
    """The name of a note's sheet, and of its scope for the keeper."""
    return f"notes.{note.id}"


def take_up(note: Note) -> tuple[Note, tuple[Clash, ...]]:
    """Saves what was typed where it differs from the store, before anything is drawn."""
    name = sheet_name(note)
    clashes = sheet.open_sheet(name, _values(note))
    if clashes or not sheet.changed(name):
        return note, clashes
    text = _text_shown(note)
    if session.attempt(actions.edit, note.id, text, visit=session.visit()) is None:
        return note, ()
    fresh = session.reader().get(Note, note.id)
    sheet.saved(name, _values(fresh))
    frame.saved(session.now())
    return fresh, ()


def draw(reader: Reader, note: Note, clashes: tuple[Clash, ...]) -> None:
    """One note with everything that can be done with it."""
    found = actions.findings(reader, note)
    _head(reader, note)
    sheet.draw_clashes(sheet_name(note), clashes)
    if note.sent_at is not None:
        _sent(note)
        _next(reader, note)
        return
    _measures(reader, note)
    _ask_name(note)
    _fields(note)
    with st.container(key=f"notes.findings.{note.id}"):
        _findings(note, found)
    _ways_out(reader, note, is_ready(found, note.accepted))
    _next(reader, note)
    note_versions.draw(reader, note)


def _head(reader: Reader, note: Note) -> None:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    due = f" · due {parts.due_words(follow_up.due)}" if follow_up and note.sent_at is None else ""
    st.subheader(plain(f"To {notes_list.reader_words(reader, note)}"), anchor=False)
    st.caption(plain(f"{notes_list.kind_words(note)}{due}") + _saved())


def _saved() -> str:
    words = frame.saved_words()
    return f" · {words}" if words else ""


def _measures(reader: Reader, note: Note) -> None:
    brief = brief_of(reader, note)
    if brief is None:
        return
    siblings = siblings_of(reader, note)
    found = measure(note.text, brief, siblings=siblings)
    likeness = f" · {round(found.likeness * 100)} % like the others" if siblings else ""
    thanks = note.kind is NoteKind.THANK_YOU
    points = f" · {count(found.specifics, 'point')} of their own" if thanks else ""
    st.markdown(f":gray[{count(found.words, 'word')}{points}{likeness}]")


def _ask_name(note: Note) -> None:
    """One field for the person's name, as long as the notes have a gap where it belongs."""
    if NO_NAME in note.text.body and not session.profile().name.strip():
        st.text_input("Your name, for the end of every note", key=NAME, on_change=_take_name)


def _take_name() -> None:
    name = (st.session_state.get(NAME) or "").strip()
    if name:
        session.act(save_profile, replace(session.profile(), name=name), visit=session.visit())


def _next(reader: Reader, note: Note) -> None:
    following = notes_list.next_after(reader, note)
    if following is not None:
        who = f"{notes_list.reader_words(reader, following)}, {notes_list.kind_words(following)}"
        parts.link("notes", f"Next: {who}", icon="arrow_forward", note=following.id)


def _fields(note: Note) -> None:
    if note.channel is not Channel.CARD:
        st.text_input("Subject", key=f"notes.subject.{note.id}")
    st.text_area(
        "Card" if note.channel is Channel.CARD else "Note",
        key=f"notes.body.{note.id}",
        height=220 if note.channel is Channel.CARD else 320,
    )


def _findings(note: Note, found: tuple[Finding, ...]) -> None:
    open_ones = [one for one in found if one.code not in note.accepted]
    if not open_ones:
        st.markdown(":green[:material/check_circle: Ready: nothing to mend]")
    for one in open_ones:
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"notes.finding.{note.id}.{one.code}"
        ):
            if one.weight is Weight.REFUSES:
                st.markdown(f":red[:material/block: **To mend:**] {plain(one.sentence)}", width="stretch")
                continue
            st.markdown(
                f":orange[:material/lightbulb: **Look again:**] {plain(one.sentence)}", width="stretch"
            )
            st.button(
                "It's right",
                key=f"notes.right.{note.id}.{one.code}",
                on_click=session.act,
                args=(actions.accept, note.id, one.code),
            )


def _ways_out(reader: Reader, note: Note, ready: bool) -> None:
    with st.container(horizontal=True, key="notes.ways"):
        if note.channel is Channel.CARD:
            _card_sheet(reader, note)
        else:
            _mail(reader, note, ready)
        _copy(note)
        st.button(
            "Mark as posted" if note.channel is Channel.CARD else "Mark as sent",
            key=f"notes.sent.{note.id}",
            on_click=_mark_sent,
            args=(note,),
            disabled=not ready,
            help=None if ready else "There is still something to mend above.",
        )


def _mail(reader: Reader, note: Note, ready: bool) -> None:
    person = reader.find(Interviewer, note.interviewer_id)
    to = person.email if person else ""
    url = sending.mailto_url(to, note.text)
    if url is not None:
        st.link_button(
            "Send with my mail program", url, type="primary", disabled=not ready, icon=":material/send:"
        )
    with st.popover("Other ways"):
        if url is None:
            st.caption("This note is too long for a mail link. Take the file, or copy the text.")
        st.link_button("Gmail in the browser", sending.gmail_url(to, note.text), disabled=not ready)
        st.link_button("Outlook in the browser", sending.outlook_url(to, note.text), disabled=not ready)
        st.download_button(
            "A file for my mail program (.eml)",
            sending.eml_draft(session.profile(), to, note.text),
            file_name=sending.eml_file_name(notes_list.reader_words(reader, note)),
            mime="message/rfc822",
            on_click="ignore",
            key=f"notes.eml.{note.id}",
            disabled=not ready,
        )
        if not to:
            st.caption("No e-mail address is entered for this person yet; the mail will open without one.")


def _card_sheet(reader: Reader, note: Note) -> None:
    person = reader.find(Interviewer, note.interviewer_id)
    st.download_button(
        "Card to copy by hand (6×4 in)",
        cards.card_html(note.text, reader_address=person.address if person else ""),
        file_name="card.html",
        mime="text/html",
        on_click="ignore",
        key=f"notes.card.{note.id}",
        type="primary",
        icon=":material/print:",
    )


def _copy(note: Note) -> None:
    with st.popover("Copy", icon=":material/content_copy:"):
        st.caption("Use the sign in the corner, or select the text.")
        if note.text.subject:
            st.code(note.text.subject, language=None, wrap_lines=True)
        st.code(note.text.body, language=None, wrap_lines=True)


def _sent(note: Note) -> None:
    assert note.sent_at is not None
    st.markdown(f":green[:material/done_all: **Sent** {plain(parts.moment_words(note.sent_at))}]")
    if note.text.subject:
        st.markdown(f"**{plain(note.text.subject)}**")
    with st.container(key="card-sent"):
        st.text(note.text.body)
    st.button(
        "It was not sent",
        key=f"notes.unsent.{note.id}",
        on_click=session.act,
        args=(actions.not_sent, note.id),
    )


def _mark_sent(note: Note) -> None:
    """Commits the visible text and marks the note sent, in one transaction."""
    if sheet.open_sheet(sheet_name(note), _values(session.reader().get(Note, note.id))):
        st.session_state[session.FAULT] = CHANGED_ELSEWHERE
        return
    session.act(actions.mark_sent, note.id, text=_text_shown(note))


def _values(note: Note) -> dict[str, Any]:
    subject = {} if note.channel is Channel.CARD else {f"notes.subject.{note.id}": note.text.subject}
    return {**subject, f"notes.body.{note.id}": note.text.body}


def _text_shown(note: Note) -> Text:
    shown = sheet.values(sheet_name(note))
    return Text(shown.get(f"notes.subject.{note.id}") or "", shown[f"notes.body.{note.id}"] or "")
