"""A note written again, its earlier versions, and further notes for its reader."""

from __future__ import annotations

import streamlit as st

from lib.actions import drafts
from lib.actions import notes as actions
from lib.domain.followups.followup import FollowUp
from lib.domain.notes import Channel, Note, NoteKind, Text
from lib.store.repository import Reader
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words
from lib.ui.shared.controls import callback_button

AGAIN = "notes.again"
VERSIONS_SHOWN = 10
WAYS = {
    NoteKind.THANK_YOU: (Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.GOOD_WORD: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.GOOD_WORD_AGAIN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CONTACT_THANKS: (Channel.EMAIL, Channel.CARD, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CHECK_IN: (Channel.EMAIL, Channel.LINKEDIN, Channel.PHONE),
    NoteKind.CHECK_IN_AGAIN: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.GRACIOUS_REPLY: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.STAY_IN_TOUCH: (Channel.EMAIL, Channel.LINKEDIN),
    NoteKind.OFFER_THANKS: (Channel.EMAIL, Channel.PHONE),
}
"""The channels in which each kind of note can be written."""
OTHERWISE = {
    Channel.EMAIL: "Write an e-mail as well",
    Channel.CARD: "Write a card as well",
    Channel.LINKEDIN: "Write it for LinkedIn",
    Channel.PHONE: "Write a phone script",
}
"""How the same can be said in another way."""


def draw(reader: Reader, note: Note) -> None:
    """What the ⋯ of a note offers."""
    with st.container(horizontal=True, key="notes.more"):
        callback_button(
            "Write again", f"notes.again.{note.id}.open", (_ask, note.id), type="tertiary"
        )
        _further(reader, note)
        if len(reader.where(Note, follow_up_id=note.follow_up_id)) > 1:
            callback_button(
                "Throw this draft away",
                f"notes.away.{note.id}",
                (_throw_away, note.id),
                type="tertiary",
            )
    if st.session_state.get(AGAIN) == note.id:
        _beside(reader, note)
    if note.versions:
        _earlier(note)


def _ask(note_id: str) -> None:
    st.session_state[AGAIN] = note_id


def _beside(reader: Reader, note: Note) -> None:
    fresh = drafts.fresh_text(reader, note)
    with st.container(key="card-again"):
        if fresh == note.text:
            st.markdown("**Nothing new:** from what is written down, I would write the same again.")
            callback_button("Close", f"notes.again.{note.id}.close", _close)
            return
        st.markdown("**Written again.** Your text stands above, unchanged.")
        _show(fresh)
        with st.container(horizontal=True):
            callback_button(
                "Take this one", f"notes.again.{note.id}.take", (_take, note.id, fresh, True)
            )
            callback_button("Keep mine", f"notes.again.{note.id}.keep", _close)


def _earlier(note: Note) -> None:
    with st.expander(f"Earlier versions ({len(note.versions)})"):
        for i, version in reversed(list(enumerate(note.versions))[-VERSIONS_SHOWN:]):
            st.caption(f"until {plain(date_words.moment_words(version.at))}")
            _show(version.text)
            callback_button(
                "Bring this back",
                f"notes.version.{note.id}.{i}",
                (_take, note.id, version.text, False),
            )


def _further(reader: Reader, note: Note) -> None:
    follow_up = reader.find(FollowUp, note.follow_up_id)
    if follow_up is None:
        return
    there = _written(reader, note)
    ways = WAYS.get(note.kind, ())
    wanted = [(OTHERWISE[one], note.kind, one) for one in ways if one not in there]
    thanks = note.kind is NoteKind.THANK_YOU and note.channel is Channel.LINKEDIN
    if thanks and Channel.INVITATION not in there:
        wanted.append(("Not connected yet: an invitation", NoteKind.THANK_YOU, Channel.INVITATION))
    if follow_up.promise and follow_up.due.deadline() < session.now():
        wanted.append(("Apologise for being late", NoteKind.APOLOGY, Channel.EMAIL))
    for label, kind, channel in wanted:
        callback_button(
            label,
            f"notes.further.{kind}.{channel}.{note.id}",
            (_write_further, follow_up.id, kind, channel),
            type="tertiary",
        )


def _written(reader: Reader, note: Note) -> set[Channel]:
    """The channels in which that person is written to already, in that matter."""
    if note.kind is not NoteKind.THANK_YOU:
        of = reader.where(Note, follow_up_id=note.follow_up_id)
    else:
        of = reader.where(Note, interview_id=note.interview_id, interviewer_id=note.interviewer_id)
    return {one.channel for one in of if one.kind is note.kind}


def _write_further(follow_up_id: str, kind: NoteKind, channel: Channel) -> None:
    done = session.act(actions.write_for, follow_up_id, kind, channel)
    if done is not None:
        st.query_params["note"] = done.record_id


def _throw_away(note_id: str) -> None:
    if session.act(actions.throw_away, note_id) is not None:
        st.query_params.clear()


def _take(note_id: str, text: Text, by_app: bool) -> None:
    session.act(actions.take_text, note_id, text, by_app=by_app)
    _close()


def _close() -> None:
    st.session_state.pop(AGAIN, None)


def _show(text: Text) -> None:
    if text.subject:
        st.markdown(f"**{plain(text.subject)}**")
    st.text(text.body)
