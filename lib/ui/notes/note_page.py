"""Working on one note: its text, what the checker says, and the ways out of the door."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from lib.actions import notes as actions
from lib.actions.settings import save_profile
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import Channel, Filled, Note, Text
from lib.store.repository import Reader
from lib.ui.core import autosave, navigation, session
from lib.ui.core.autosave import Sheet, Values
from lib.ui.core.markdown_escape import count, plain
from lib.ui.notes import blanks_form, note_list, send_ways, versions
from lib.ui.shared import date_words, frame, labels
from lib.ui.shared.controls import action_button, callback_button
from lib.words.checks.finding import Finding, NoteState, open_findings, state_of
from lib.words.letters.signing import NO_NAME
from lib.words.text.tokens import word_count

NAME = "notes.name"
CHANNELS = {
    Channel.EMAIL: ("Note", "sent"),
    Channel.CARD: ("Card", "posted"),
    Channel.LINKEDIN: ("Message", "sent"),
    Channel.INVITATION: ("Invitation", "sent"),
    Channel.PHONE: ("Script", "called"),
}
"""What a text for each channel is called, and what was done once it is out of the house."""
STATE_WORDS = {
    NoteState.BLOCKED: ":red[:material/block: Blocked]",
    NoteState.LOOK_AGAIN: ":orange[:material/lightbulb: Look again]",
    NoteState.READY: ":green[:material/check_circle: Ready]",
}
LONGEST_MEND = 40
STANDS_BY_ITSELF = (
    "You changed this text by hand, so it stays as it is. *Write again* shows what the blanks give "
    "now."
)


def sheet_of(note: Note) -> Sheet:
    """Returns a note's text and blanks, to be saved as they are changed."""
    return Sheet(f"notes.{note.id}", _values(note), partial(_commit, note))


def _commit(note: Note, shown: Values) -> Values | None:
    """Saves text and blanks; returns what the store holds then, None if it was refused."""
    text, filled = _text_in(note, shown), _filled_in(note, shown)
    if session.act(actions.edit, note.id, text, filled=filled, visit=session.visit()) is None:
        return None
    now = _values(session.reader().get(Note, note.id))
    # New blanks wrote the text anew: its fields show that before they are drawn.
    st.session_state.update({key: now[key] for key in _text_keys(note)})
    return now


def draw(reader: Reader, note: Note) -> None:
    """One note with everything that can be done with it."""
    found = actions.findings(reader, note)
    _head(reader, note)
    if note.sent_at is not None:
        _sent(note)
        _next(reader, note)
        return
    state = state_of(found, note.accepted)
    _measures(note, state)
    _ask_name(note)
    _letter(reader, note)
    with st.container(key=f"notes.findings.{note.id}"):
        for one in open_findings(found, note.accepted):
            _finding(note, one)
        resting = _rest(reader, note)
    _ways_out(reader, note, state is not NoteState.BLOCKED and not resting)
    _next(reader, note)
    versions.draw(reader, note)


def _head(reader: Reader, note: Note) -> None:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    due = ""
    if follow_up and note.sent_at is None:
        due = f" · due {date_words.due_words(follow_up.due)}"
    st.subheader(plain(f"To {labels.reader_words(reader, note)}"), anchor=False)
    st.caption(plain(f"{labels.kind_words(note)}{due}") + _saved())


def _saved() -> str:
    words = frame.saved_words()
    return f" · {words}" if words else ""


def _measures(note: Note, state: NoteState) -> None:
    """One line: how long the note is, and how it stands."""
    if note.channel is Channel.INVITATION:
        length = count(len(note.text.body), "character")
    else:
        length = count(word_count(note.text.body), "word")
    st.markdown(f":gray[{length}] · {STATE_WORDS[state]}")


def _ask_name(note: Note) -> None:
    """One field for the person's name, as long as the notes have a gap where it belongs."""
    if NO_NAME in note.text.body and not session.profile().name.strip():
        st.text_input("Your name, for the end of every note", key=NAME, on_change=_take_name)


def _take_name() -> None:
    name = (st.session_state.get(NAME) or "").strip()
    if name:
        session.act(save_profile, replace(session.profile(), name=name), visit=session.visit())


def _next(reader: Reader, note: Note) -> None:
    following = note_list.next_after(reader, note)
    if following is not None:
        who = f"{labels.reader_words(reader, following)}, {labels.kind_words(following)}"
        navigation.link("notes", f"Next: {who}", icon="arrow_forward", note=following.id)


def _letter(reader: Reader, note: Note) -> None:
    """The text; beside it the blanks that it grows from, if it has any."""
    fields = actions.blanks(reader, note)
    if not fields:
        _fields(note)
        return
    blanks, text = st.columns(2, gap="medium")
    with blanks:
        blanks_form.draw(note, fields)
    with text:
        _fields(note)
        if note.is_edited():
            st.caption(STANDS_BY_ITSELF)


def _fields(note: Note) -> None:
    if note.channel is Channel.EMAIL:
        st.text_input("Subject", key=f"notes.subject.{note.id}")
    st.text_area(CHANNELS[note.channel][0], key=f"notes.body.{note.id}", height="content")


def _finding(note: Note, finding: Finding) -> None:
    """One finding: what it is, a mend where that is certain, and "It's right" where that can be."""
    key = f"{note.id}.{finding.code}"
    state = NoteState.BLOCKED if finding.blocks else NoteState.LOOK_AGAIN
    with frame.line(f"notes.finding.{key}"):
        st.markdown(f"{STATE_WORDS[state]}: {plain(finding.sentence)}", width="stretch")
        if finding.mended is not None:
            callback_button(
                plain(_mend_words(finding)), f"notes.mend.{key}", (_mend, note, finding.code)
            )
        if not finding.blocks:
            action_button(
                "It's right", f"notes.right.{key}", (actions.accept, note.id, finding.code)
            )


def _rest(reader: Reader, note: Note) -> bool:
    """True in the first hour after a no, which it says; "It's right" ends that."""
    until = actions.rests(reader, note, session.now())
    if until is None:
        return False
    with frame.line(f"notes.rest.{note.id}"):
        words = (
            f"The news is fresh. From {date_words.moment_words(until)} on, the reply can go out."
        )
        st.markdown(f":material/hourglass: {plain(words)}", width="stretch")
        action_button(
            "It's right",
            f"notes.right.{note.id}.{actions.FIRST_HOUR}",
            (actions.accept, note.id, actions.FIRST_HOUR),
        )
    return True


def _mend_words(finding: Finding) -> str:
    """What the button does: "Make it “three years”"."""
    words = " ".join(finding.becomes.split())
    shown = words if len(words) <= LONGEST_MEND else f"{words[:LONGEST_MEND]}…"
    return f"Make it “{shown}”" if words else "Mend it"


def _ways_out(reader: Reader, note: Note, ready: bool) -> None:
    with st.container(key="notes.on_the_card"):
        if note.channel is Channel.CARD:
            send_ways.on_the_card(reader, note)
    with st.container(horizontal=True, key="notes.ways"):
        send_ways.draw(reader, note, ready=ready)
        callback_button(
            f"Mark as {CHANNELS[note.channel][1]}",
            f"notes.sent.{note.id}",
            (_mark_sent, note),
            disabled=not ready,
            help=None if ready else "See what stands above first.",
        )
    with frame.line("notes.missing"):
        send_ways.missing(reader, note)


def _sent(note: Note) -> None:
    assert note.sent_at is not None
    done = CHANNELS[note.channel][1].capitalize()
    st.markdown(
        f":green[:material/done_all: **{done}** {plain(date_words.moment_words(note.sent_at))}]"
    )
    if note.text.subject:
        st.markdown(f"**{plain(note.text.subject)}**")
    with st.container(key="card-sent"):
        st.text(note.text.body)
    action_button(
        f"It was not {CHANNELS[note.channel][1]}",
        f"notes.unsent.{note.id}",
        (actions.not_sent, note.id),
    )


def _mark_sent(note: Note) -> None:
    """Commits the visible text and marks the note sent, in one transaction."""
    if (sheet := _current_sheet(note)) is None:
        return
    shown = autosave.visible_values(sheet)
    if shown is not None:
        text, filled = _text_in(note, shown), _filled_in(note, shown)
        session.act(actions.mark_sent, note.id, text=text, filled=filled)


def _mend(note: Note, code: str) -> None:
    """Saves what was typed last, then mends one finding in it."""
    sheet = _current_sheet(note)
    if sheet is None or autosave.visible_values(sheet) is None:
        return
    if autosave.save_changes(sheet).is_saved:
        session.act(actions.mend, note.id, code)


def _current_sheet(note: Note) -> Sheet | None:
    """The note's fields as the store holds them now; None if another window deleted the note."""
    now = session.reader().find(Note, note.id)
    return sheet_of(now) if now else None


def _values(note: Note) -> dict[str, Any]:
    subject = (
        {f"notes.subject.{note.id}": note.text.subject} if note.channel is Channel.EMAIL else {}
    )
    unsent = note.sent_at is None
    blanks = blanks_form.values(note, actions.blanks(session.reader(), note)) if unsent else {}
    return {**blanks, **subject, f"notes.body.{note.id}": note.text.body}


def _text_keys(note: Note) -> tuple[str, ...]:
    body = f"notes.body.{note.id}"
    return (f"notes.subject.{note.id}", body) if note.channel is Channel.EMAIL else (body,)


def _filled_in(note: Note, shown: Values) -> tuple[Filled, ...]:
    return blanks_form.filled(note, actions.blanks(session.reader(), note), shown)


def _text_in(note: Note, shown: Values) -> Text:
    return Text(shown.get(f"notes.subject.{note.id}") or "", shown[f"notes.body.{note.id}"] or "")
