"""The field for what follows "Dear" or "Hi", and the question where a name leaves it open."""

from __future__ import annotations

import streamlit as st

from lib.domain.people.greetings import greeting_choices
from lib.ui.core.markdown_escape import plain
from lib.ui.shared.controls import text_about_others

LABEL = "Greet as"
HELP = "What follows “Dear” or “Hi” in your notes. Left empty, it is taken from the name."
QUESTION = "Which do you say?"


def draw(name: str, key: str) -> None:
    """Draws the field under `key`; its example is what the name gives."""
    choices = greeting_choices(name)
    example = f"e.g. {choices[0]}" if choices else ""
    chosen = text_about_others(st.text_input, LABEL, key, placeholder=example, help=HELP)
    if not (chosen or "").strip():
        draw_question(name, key)


def draw_question(name: str, key: str) -> None:
    """Draws chips for the field under `key` where the name allows several greetings."""
    choices = greeting_choices(name)
    if len(choices) > 1:
        st.pills(
            QUESTION,
            choices,
            key=f"{key}.choice",
            format_func=plain,
            on_change=_take_choice,
            args=(key,),
        )


def _take_choice(key: str) -> None:
    choice = st.session_state.get(f"{key}.choice")
    if choice:
        st.session_state[key] = choice
