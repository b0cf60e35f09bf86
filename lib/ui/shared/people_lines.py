"""People added by lines about them, with what was understood under the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import streamlit as st

from lib.actions import jobs as actions
from lib.domain.interviews import Interview, Interviewer
from lib.domain.people.interviewer_lines import ReadLine, read_lines, with_choice
from lib.domain.people.namesakes import namesake
from lib.domain.records import id_for
from lib.ui.core import as_is, session
from lib.ui.core.markdown_escape import count, field_label, plain
from lib.ui.shared.controls import callback_button, word_choice


def fields(label: str, key: str, met: Sequence[Interviewer] = ()) -> tuple[ReadLine, ...]:
    """Draws a field for lines about people, with what was understood of each line under it.

    Args:
        met: whom the job has already; a namesake of theirs is asked about.
    """
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
            if known := namesake(line, met):
                _ask_if_same(key, line, known)
    return answered(key)


def answered(key: str) -> tuple[ReadLine, ...]:
    """Returns who stands in that field, with what was said about namesakes."""
    read = read_lines(st.session_state.get(key) or "")
    return tuple(replace(line, is_same=_is_same(key, line)) for line in read)


def _ask_if_same(key: str, line: ReadLine, known: Interviewer) -> None:
    what = known.position or known.email
    word_choice(
        st.pills,
        f"You already have {field_label(known.name)}"
        f"{f' ({field_label(what)})' if what else ''} in this job. Same person?",
        {True: "Same person", False: "Different person"},
        _same_key(key, line),
    )


def _is_same(key: str, line: ReadLine) -> bool | None:
    return cast("bool | None", st.session_state.get(_same_key(key, line)))


def _same_key(key: str, line: ReadLine) -> str:
    return f"{key}.same.{id_for(line.source)}"


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


def paste(interview: Interview, *, key: str) -> None:
    """Draws the same with a button that adds them to an interview."""
    met = session.reader().where(Interviewer, job_id=interview.job_id)
    label = "One person a line; a missing name is fine"
    read = [line for line in fields(label, key, met) if line.is_person()]
    callback_button(
        f"Add {count(len(read), 'person', 'people')}" if read else "Add",
        f"{key}.add",
        (_add_people, interview.id, key),
        disabled=not read,
    )


def _line_words(line: ReadLine) -> str:
    if not line.is_person():
        return line.remark
    known = (line.name or "name not known", line.position, line.email, line.phone)
    words = " · ".join(part for part in known if part)
    return f"{words} ({line.remark})" if line.remark else words


def _add_people(interview_id: str, key: str) -> None:
    if session.act(actions.add_interviewers, interview_id, answered(key)) is not None:
        st.session_state[key] = ""
