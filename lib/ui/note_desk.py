"""Working on one note: its text, what the checker says, and the ways out of the door."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from lib.actions import notes as actions
from lib.actions.briefs import brief_of, siblings_of
from lib.actions.settings import save_profile
from lib.domain.followups import FollowUp
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.store.repository import Reader
from lib.ui import autosave, frame, note_versions, note_ways, notes_list, parts, session, sheet
from lib.ui.sheet import Clash, Values
from lib.ui.shown import count, plain
from lib.words.check import is_ready, measure
from lib.words.finding import Finding, Weight
from lib.words.letter import NO_NAME

NAME = "notes.name"
BODY_WORDS = {
    Channel.EMAIL: "Note",
    Channel.CARD: "Card",
    Channel.LINKEDIN: "Message",
    Channel.INVITATION: "Invitation",
    Channel.PHONE: "Script",
}
SENT_WORDS = {
    Channel.EMAIL: "sent",
    Channel.CARD: "posted",
    Channel.LINKEDIN: "sent",
    Channel.INVITATION: "sent",
    Channel.PHONE: "called",
}
"""What has been done once a note of that channel is out of the house."""


def sheet_name(note: Note) -> str:
    """The name of a note's sheet, and of its scope for the keeper."""
    return f"notes.{note.id}"


def take_up(note: Note) -> tuple[Note, tuple[Clash, ...]]:
    """Saves what was typed where it differs from the store, before anything is drawn."""

    def commit(_: Values) -> Values | None:
        text = _text_shown(note)
        done = session.attempt(actions.edit, note.id, text, visit=session.visit())
        return _values(replace(note, text=text)) if done else None

    clashes = autosave.keep(sheet_name(note), _values(note), commit)
    return session.reader().get(Note, note.id), clashes


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
    length = len(note.text.body) if note.channel is Channel.INVITATION else found.words
    unit = "character" if note.channel is Channel.INVITATION else "word"
    st.markdown(f":gray[{count(length, unit)}{points}{likeness}]")


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
    if note.channel is Channel.EMAIL:
        st.text_input("Subject", key=f"notes.subject.{note.id}")
    st.text_area(
        BODY_WORDS[note.channel],
        key=f"notes.body.{note.id}",
        height=240 if note.channel in (Channel.CARD, Channel.INVITATION) else 320,
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
    with st.container(key="notes.on_the_card"):
        if note.channel is Channel.CARD:
            note_ways.on_the_card(reader, note)
    with st.container(horizontal=True, key="notes.ways"):
        note_ways.draw(reader, note, ready=ready)
        st.button(
            f"Mark as {SENT_WORDS[note.channel]}",
            key=f"notes.sent.{note.id}",
            on_click=_mark_sent,
            args=(note,),
            disabled=not ready,
            help=None if ready else "There is still something to mend above.",
        )
    with st.container(horizontal=True, vertical_alignment="center", key="notes.missing"):
        note_ways.missing(reader, note)


def _sent(note: Note) -> None:
    assert note.sent_at is not None
    done = SENT_WORDS[note.channel].capitalize()
    st.markdown(f":green[:material/done_all: **{done}** {plain(parts.moment_words(note.sent_at))}]")
    if note.text.subject:
        st.markdown(f"**{plain(note.text.subject)}**")
    with st.container(key="card-sent"):
        st.text(note.text.body)
    st.button(
        f"It was not {SENT_WORDS[note.channel]}",
        key=f"notes.unsent.{note.id}",
        on_click=session.act,
        args=(actions.not_sent, note.id),
    )


def _mark_sent(note: Note) -> None:
    """Commits the visible text and marks the note sent, in one transaction."""
    if (now := session.reader().find(Note, note.id)) is None:
        return  # deleted in another window: the page says so
    if not sheet.agrees(sheet_name(note), _values(now)):
        return
    session.act(actions.mark_sent, note.id, text=_text_shown(note))


def _values(note: Note) -> dict[str, Any]:
    subject = {f"notes.subject.{note.id}": note.text.subject} if note.channel is Channel.EMAIL else {}
    return {**subject, f"notes.body.{note.id}": note.text.body}


def _text_shown(note: Note) -> Text:
    shown = sheet.values(sheet_name(note))
    return Text(shown.get(f"notes.subject.{note.id}") or "", shown[f"notes.body.{note.id}"] or "")
