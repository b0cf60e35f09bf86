"""Each person's card on the checklist: my own notes, the letter, and the notes that it gives."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.actions.debriefs import preview_thanks
from lib.domain.debriefs import Blank
from lib.domain.followups.plan_case import is_long_past
from lib.domain.interviews import Interviewer
from lib.domain.notes import THANKS_BY
from lib.ui.core import session
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.debrief import letter_blanks
from lib.ui.debrief.checklist import Checklist
from lib.ui.debrief.letter_blanks import Previews
from lib.ui.debrief.person_fields import SHORT
from lib.ui.shared import labels
from lib.ui.shared.controls import word_choice
from lib.words.letters import script_labels

LEFT_OUT_WORDS = {
    Blank.THANKS: "what I thank for",
    Blank.ANSWER: "my answer",
    Blank.RESULT: "what came of it",
    Blank.OFFER: "the offer",
    Blank.ALSO_TOPIC: "the second thing",
}


def draw(sheet: Checklist, people: Sequence[Interviewer]) -> None:
    """Draws a card for each of the people."""
    reader = session.reader()
    previews = preview_thanks(reader, sheet.interview, sheet.debrief, now=session.now())
    for person in people:
        with st.container(key=f"card-person-{person.id}"):
            st.markdown(labels.person_heading(person))
            _my_notes(sheet, person)
            _thanks(sheet, person)
            letter, preview = st.columns([3, 2], gap="medium")
            with letter, st.container(key=f"paper-letter-{person.id}"):
                letter_blanks.draw(sheet, person, previews)
            with preview:
                _draw_preview(sheet, person, previews)


def _my_notes(sheet: Checklist, person: Interviewer) -> None:
    st.text_area(
        "My own notes (nobody else sees these)",
        key=sheet.key("noted", person.id),
        height=80,
        placeholder="e.g. night dock turnover 60%!! new WMS in peak. knows Sam?",
    )
    st.text_input(
        "Seemed to value (for me alone)",
        key=sheet.key("valued", person.id),
        placeholder="e.g. people who say early when something is off",
    )


def _thanks(sheet: Checklist, person: Interviewer) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.pills(
            field_label(f"Thank {labels.person_words(person)} by"),
            THANKS_BY,
            selection_mode="multi",
            format_func=lambda one: labels.CHANNEL_TITLES[one],
            key=sheet.key("thanks", person.id),
        )
        if is_long_past(sheet.interview, session.now()):
            asked, words = "Did your thanks go out already?", {True: "Yes", False: "Not yet"}
            word_choice(st.segmented_control, asked, words, sheet.key("already", person.id))


def _draw_preview(sheet: Checklist, person: Interviewer, previews: Previews) -> None:
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
                word_choice(
                    st.pills,
                    "Leave out here",
                    LEFT_OUT_WORDS,
                    sheet.key("left_out", person.id, channel.value),
                    selection_mode="multi",
                    wrap=True,
                )
