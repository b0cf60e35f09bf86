"""People added by lines about them, with what was understood under the field."""

from __future__ import annotations

import streamlit as st

from lib.actions import jobs as actions
from lib.domain.people.interviewer_lines import ReadLine, read_lines
from lib.ui.core import as_is, session
from lib.ui.core.markdown_escape import count, plain
from lib.ui.shared.controls import callback_button


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
        for line in read:
            st.caption(f":material/person: {plain(_line_words(line))}")
    return read


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
