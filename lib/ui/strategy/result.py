"""What stands round a worksheet: how ready it is, where it comes from, and what was done of it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.actions import strategies
from lib.actions.outcomes import Came, Outcome, outcomes
from lib.actions.worksheets import last_round, written_debrief
from lib.domain.readiness import Part, readiness
from lib.domain.strategies import Strategy
from lib.ui.core import session
from lib.ui.core.markdown_escape import plain
from lib.ui.shared import date_words, frame, job_menus, labels
from lib.ui.shared.controls import action_button, page_button
from lib.ui.strategy.fields import Worksheet

CAME = {
    Came.DONE: (":green[:material/check_circle:]", "done"),
    Came.OPEN: (":orange[:material/schedule:]", "open"),
    Came.NOT: (":gray[:material/remove:]", "not done"),
}
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
        action_button(
            "Start with an empty sheet",
            "strategy.empty",
            (strategies.start_empty, sheet.interview.id),
            type="tertiary",
            icon="ink_eraser",
        )


def _next(sheet: Worksheet) -> None:
    """The one thing to do next: the card before the interview, the checklist after it."""
    address = {"interview": sheet.interview.id}
    if sheet.interview.ends_at() > session.now():
        page_button("Pocket card", "strategy.pocket", "pocket", address, icon="badge")
        return
    written = written_debrief(session.reader(), sheet.interview.id)
    page_button(
        "See the checklist" if written else "Write it down",
        "strategy.debrief",
        "debrief",
        address,
        icon="edit_note",
        primary=not written,
    )


def _origin(sheet: Worksheet) -> None:
    reader = session.reader()
    before = last_round(reader, sheet.interview)
    if before is not None and reader.find(Strategy, sheet.interview.id) is None:
        round_words = labels.ROUND_WORDS[before.kind]
        words = f"Started from your plan for the {round_words}; change what you like."
        st.caption(f":material/content_copy: {plain(words)}")


def _outcome_words(one: Outcome) -> str:
    when = ""
    if one.due:
        done = one.came is Came.DONE
        when = date_words.deadline_words(one.due) if done else date_words.due_words(one.due)
    elif one.done_at:
        when = date_words.moment_words(one.done_at)
    how = ", ".join(part for part in (one.how, when) if part)
    what = plain(LEADS[one.part] + one.what)
    sign, came = CAME[one.came]
    came = " · ".join(part for part in (came, plain(how)) if part)
    return f"{sign} {what}  \n:gray[{came}]"
