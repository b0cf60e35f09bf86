"""The notes of one person as they stand, beside the letter's blanks."""

from __future__ import annotations

import streamlit as st

from lib.domain.debriefs import Blank
from lib.domain.interviews import Interviewer
from lib.domain.notes import Channel, Text
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.debrief.checklist import Checklist
from lib.ui.debrief.person_fields import SHORT
from lib.ui.shared import labels
from lib.words.letters import script_labels

Previews = dict[tuple[str, Channel], Text]
LEFT_OUT_WORDS = {
    Blank.THANKS: "what I thank for",
    Blank.ANSWER: "my answer",
    Blank.RESULT: "what came of it",
    Blank.OFFER: "the offer",
    Blank.ALSO_TOPIC: "the second thing",
}


def draw(sheet: Checklist, person: Interviewer, previews: Previews) -> None:
    """Draws the note on each channel, and what to leave out where there is little room."""
    shown = {channel: text for (id, channel), text in previews.items() if id == person.id}
    unfolded = not session.is_phone()
    with st.expander("The whole note", expanded=unfolded, key=f"preview-{person.id}"):
        if not shown:
            st.caption("Choose a way to thank them above, and the note stands here.")
        for channel, text in shown.items():
            if len(shown) > 1:
                st.caption(labels.CHANNEL_TITLES[channel])
            with st.container(key=f"paper-preview-{channel.value}-{person.id}"):
                if text.subject:
                    st.markdown(f"**{plain(text.subject)}**")
                st.text(text.body)
            st.caption(f"{len(script_labels.without(text.body).split())} words")
            if channel in SHORT:
                st.pills(
                    "Leave out here",
                    list(LEFT_OUT_WORDS),
                    selection_mode="multi",
                    format_func=lambda one: LEFT_OUT_WORDS[one],
                    key=sheet.key("left_out", person.id, channel.value),
                    wrap=True,
                )
