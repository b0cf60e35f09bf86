"""People added by lines about them, with what was understood under the field."""

from __future__ import annotations

import streamlit as st

from lib.actions import jobs as actions
from lib.domain.people.interviewer_lines import ReadLine, read_lines, with_choice
from lib.ui.core import as_is, session
from lib.ui.core.markdown_escape import count, field_label, plain
from lib.ui.shared.controls import callback_button, word_choice


def fields(label: str, key: str) -> tuple[ReadLine, ...]:
    """A field for lines about people, with what was understood of each line under it."""
    lines = st.text_area(
        label,
        key=key,
        placeholder="Ada Byron, CTO <ada@firm.example>\n? , Head of Claims",
        height=110,
    )
    read = read_lines(lines or "")
    with as_is.container(f"{key}-read"):
        for place, line in enumerate(read):
            st.caption(f":material/person: {plain(_line_words(line))}")
            if line.choices:
                _question(key, place, line)
    return read


def _question(key: str, place: int, line: ReadLine) -> None:
    """Draws the ways to read a line that can be read in several; the chosen one is written down."""
    pills = f"{key}.choice.{place}"
    words = {i: plain(choice.label) for i, choice in enumerate(line.choices)}
    word_choice(
        st.pills,
        f"Which is right for {field_label(line.name or line.position)}?",
        words,
        pills,
        on_change=_take_choice,
        args=(key, pills, place),
    )


def _take_choice(key: str, pills: str, place: int) -> None:
    chosen = st.session_state.pop(pills, None)
    text = st.session_state.get(key) or ""
    read = read_lines(text)
    if chosen is not None and place < len(read) and chosen < len(read[place].choices):
        st.session_state[key] = with_choice(text, place, read[place].choices[chosen])


def paste(interview_id: str, *, key: str) -> None:
    """The same with a button that adds them to an interview."""
    read = [
        line
        for line in fields("One person a line; a missing name is fine", key)
        if line.is_person()
    ]
    callback_button(
        f"Add {count(len(read), 'person', 'people')}" if read else "Add",
        f"{key}.add",
        (_add_people, interview_id, key),
        disabled=not read,
    )


def _line_words(line: ReadLine) -> str:
    if not line.is_person():
        return line.remark
    known = (line.name or "name not known", line.position, line.email, line.phone)
    words = " · ".join(part for part in known if part)
    return f"{words} ({line.remark})" if line.remark else words


def _add_people(interview_id: str, key: str) -> None:
    read = read_lines(st.session_state.get(key) or "")
    if session.act(actions.add_interviewers, interview_id, read) is not None:
        st.session_state[key] = ""
