"""Each person's card on the checklist: my own notes, and the letter with its blanks."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lib.actions.debriefs import preview_thanks
from lib.domain.followups.plan_case import is_long_past
from lib.domain.interviews import Interviewer
from lib.domain.notes import THANKS_BY
from lib.ui.core import session
from lib.ui.core.markdown_escape import field_label, plain
from lib.ui.debrief import letter_blanks, note_preview
from lib.ui.debrief.checklist import Checklist
from lib.ui.shared import labels


def draw(sheet: Checklist, people: Sequence[Interviewer]) -> None:
    """Draws a card for each of the people."""
    reader = session.reader()
    previews = preview_thanks(reader, sheet.interview, sheet.debrief, now=session.now())
    for person in people:
        with st.container(key=f"card-person-{person.id}"):
            position = (
                f"  :gray[{plain(person.position)}]" if person.position and person.name else ""
            )
            st.markdown(f"**{plain(labels.person_words(person))}**{position}")
            _my_notes(sheet, person)
            _thanks(sheet, person)
            letter, preview = st.columns([3, 2], gap="medium")
            with letter, st.container(key=f"paper-letter-{person.id}"):
                letter_blanks.draw(sheet, person, previews)
            with preview:
                note_preview.draw(sheet, person, previews)


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
            st.segmented_control(
                "Did your thanks go out already?",
                [True, False],
                format_func=lambda one: "Yes" if one else "Not yet",
                key=sheet.key("already", person.id),
            )
