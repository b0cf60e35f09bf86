"""The blanks of a message: what each asks for, a hint, and sentences to take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from lib.domain.notes import Filled, Note
from lib.ui.core.markdown_escape import plain
from lib.ui.shared.controls import callback_button
from lib.ui.shared.hint_line import draw_hint
from lib.words.hints.hints import sentence_hint
from lib.words.letters.compose import Field


def key_of(note: Note, field: Field) -> str:
    """Returns the widget key of one blank."""
    return f"notes.blank.{note.id}.{field.name}"


def values(note: Note, fields: Sequence[Field]) -> dict[str, Any]:
    """Returns what stands in each blank, by its widget key."""
    return {key_of(note, field): field.text for field in fields}


def filled(note: Note, fields: Sequence[Field], shown: dict[str, Any]) -> tuple[Filled, ...]:
    """Returns the blanks that hold something else than what is known gives."""
    texts = [(field, shown.get(key_of(note, field)) or "") for field in fields]
    return tuple(Filled(field.name, text) for field, text in texts if text != field.suggestion)


def draw(note: Note, fields: Sequence[Field]) -> None:
    """Draws the blanks in the order in which the message has them."""
    with st.container(key=f"paper-letter-note-{note.id}"):
        for field in fields:
            with st.container(key=f"letter-blanks-{note.id}-{field.name}"):
                _blank(note, field)


def _blank(note: Note, field: Field) -> None:
    key = key_of(note, field)
    if field.is_line:
        text = st.text_input(field.label, key=key, placeholder=field.example)
    else:
        text = st.text_area(field.label, key=key, height="content", placeholder=field.example)
        about_others = note.kind.is_to_a_contact()
        hint = sentence_hint(text or "", about_others=about_others)
        draw_hint(hint, f"notes.mend.{note.id}.{field.name}", _mend, key, about_others)
    if field.noted and field.noted not in (text or ""):
        st.caption(f":material/sticky_note_2: You noted: {plain(field.noted)}")
    if not (text or "").strip():
        _offers(note, field)


def _offers(note: Note, field: Field) -> None:
    for i, sentence in enumerate(field.offers):
        callback_button(
            plain(f"Use: {sentence}"),
            f"notes.evidence.{note.id}.{field.name}.{i}",
            (_put, key_of(note, field), sentence),
            type="tertiary",
            icon="add",
        )


def _put(key: str, text: str) -> None:
    """Puts the text into the blank; the next run keeps it like anything that was typed."""
    st.session_state[key] = text


def _mend(key: str, about_others: bool) -> None:
    """Mends what the hint says, in the text that stands there now."""
    hint = sentence_hint(st.session_state.get(key) or "", about_others=about_others)
    if hint and isinstance(hint.mended, str):
        _put(key, hint.mended)
