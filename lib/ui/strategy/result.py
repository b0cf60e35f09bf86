"""What stands round a worksheet: how ready it is, where it comes from, and what was done of it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.actions import strategies
from lib.actions.outcomes import Came, Outcome, outcomes
from lib.actions.worksheets import last_round, written_debrief
from lib.domain.readiness import Part, readiness
from lib.domain.strategies import Strategy
from lib.ui.core import navigation, session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, frame, job_menus, labels
from lib.ui.strategy.fields import Worksheet

SIGNS = {
    Came.DONE: ":green[:material/check_circle:]",
    Came.OPEN: ":orange[:material/schedule:]",
    Came.NOT: ":gray[:material/remove:]",
}
CAME_WORDS = {Came.DONE: "done", Came.OPEN: "open", Came.NOT: "not done"}
LEADS = {
    Part.CLOSING: "Closing question: ",
    Part.POINTS: "Point: ",
    Part.QUESTIONS: "Question: ",
    Part.PEOPLE: "",
    Part.OFFERS: "Offer: ",
    Part.SILENCE: "In silence: ",
}
"""How a line begins, by the part of the worksheet that it comes from."""


def subtitle(sheet: Worksheet) -> str:
    """Which interview it is, when, and with whom."""
    names = ", ".join(labels.person_words(one) for one in sheet.people)
    who = f" · with {names}" if names else ""
    interview = labels.interview_words(sheet.job, sheet.interview)
    return f"{interview} · {date_words.when_words(sheet.interview)}{who}"


def status_line(sheet: Worksheet) -> None:
    """How ready it is and what is missing, that it is saved, and the ways on from here."""
    ready = readiness(sheet.strategy, lined_up=sheet.lined_up)
    missing = f"still open: {ready.missing_words()}" if ready.missing else "complete"
    st.progress(ready.percent / 100, text=f"**Ready {ready.percent} %** · {plain(missing)}")
    with frame.line("strategy.status"):
        _next(sheet)
        frame.draw_saved()
        job_menus.interview_switch(session.reader(), sheet.interview, "strategy")
    with st.container(key="strategy.origin"):
        _origin(sheet)
        if sheet.strategy.is_blank():
            st.caption(
                "Ten minutes. The closing question and two points count most; nothing is "
                "compulsory."
            )


def draw(sheet: Worksheet) -> None:
    """After the interview: what was done of everything that was planned."""
    listed = outcomes(session.reader(), sheet.interview)
    with st.container(key="lead-outcomes" if listed else "strategy.outcomes"):
        if not listed:
            return
        done = sum(one.came is Came.DONE for one in listed)
        st.subheader(f"What came of it: {done} of {len(listed)} done", anchor=False)
        for one in listed:
            st.markdown(_outcome_words(one))


def place_of_the_form(sheet: Worksheet) -> DeltaGenerator:
    """Where the questions stand: in plain view, or folded once it is known what came of them."""
    if written_debrief(session.reader(), sheet.interview.id):
        return st.expander("The worksheet as you filled it in", icon=":material/explore:")
    return st.container(key="strategy.questions")


def foot(sheet: Worksheet) -> None:
    """The way to an empty sheet."""
    if not sheet.strategy.is_blank():
        st.button(
            "Start with an empty sheet",
            key="strategy.empty",
            type="tertiary",
            icon=":material/ink_eraser:",
            on_click=session.act,
            args=(strategies.start_empty, sheet.interview.id),
        )


def _next(sheet: Worksheet) -> None:
    """The one thing to do next: the card before the interview, the checklist after it."""
    if sheet.interview.ends_at() > session.now():
        if st.button("Pocket card", key="strategy.pocket", type="primary", icon=":material/badge:"):
            navigation.go("pocket", interview=sheet.interview.id)
        return
    written = written_debrief(session.reader(), sheet.interview.id)
    if st.button(
        "See the checklist" if written else "Write it down",
        key="strategy.debrief",
        type="secondary" if written else "primary",
        icon=":material/edit_note:",
    ):
        navigation.go("debrief", interview=sheet.interview.id)


def _origin(sheet: Worksheet) -> None:
    reader = session.reader()
    before = last_round(reader, sheet.interview)
    if before is not None and reader.find(Strategy, sheet.interview.id) is None:
        round_words = labels.ROUND_WORDS[before.kind]
        words = f"Started from your plan for the {round_words}; change what you like."
        st.caption(f":material/content_copy: {plain(words)}")


def _outcome_words(one: Outcome) -> str:
    when = (
        date_words.moment_words(one.done_at)
        if one.done_at
        else date_words.due_words(one.due)
        if one.due
        else ""
    )
    if one.came is Came.DONE and one.due and not when.startswith("by "):
        when = f"by {when}"
    how = ", ".join(part for part in (one.how, when) if part)
    what = plain(LEADS[one.part] + one.what)
    came = " · ".join(part for part in (CAME_WORDS[one.came], plain(how)) if part)
    return f"{SIGNS[one.came]} {what}  \n:gray[{came}]"
